"""The child process: one line when ready, jumps, and an end."""

import io
import json

import pytest

from companion.smallweb.__main__ import main


def _run(monkeypatch, capsys, folder, said):
    monkeypatch.setattr("sys.stdin", io.StringIO(said))
    status = main([str(folder)])
    return status, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_it_says_that_it_is_ready_jumps_and_stops(monkeypatch, capsys, tmp_path):
    status, said = _run(monkeypatch, capsys, tmp_path / "w", "jump 24\njump 12\nstop\njump 1\n")
    assert status == 0
    assert set(said[0]) == {"upstream", "ca", "truth"}
    assert said[1:] == [{"hours": 24}, {"hours": 36}]


def test_the_end_of_the_input_ends_it(monkeypatch, capsys, tmp_path):
    status, said = _run(monkeypatch, capsys, tmp_path / "w", "")
    assert (status, len(said)) == (0, 1)


def test_dials_that_cannot_be_read_get_one_line(capsys, tmp_path):
    (tmp_path / "d.toml").write_text("colour = 1")
    assert main([str(tmp_path / "w"), "--dials", str(tmp_path / "d.toml")]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_an_unknown_flag_is_bad_usage(tmp_path):
    with pytest.raises(SystemExit) as ended:
        main([str(tmp_path), "--colour"])
    assert ended.value.code == 2
