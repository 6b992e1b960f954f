"""Files with a person's data are for their owner alone."""

import stat

import pytest

from companion.errors import UnreadableInput
from companion.report.file import writing


def test_a_new_file_is_readable_by_its_owner_alone(tmp_path):
    with writing(tmp_path / "new.txt") as target:
        target.write("é\n")
    assert (tmp_path / "new.txt").read_bytes() == "é\n".encode()
    assert stat.S_IMODE((tmp_path / "new.txt").stat().st_mode) == 0o600


def test_a_file_that_is_there_is_written_anew_and_keeps_its_mode(tmp_path):
    path = tmp_path / "old.txt"
    path.write_text("much longer than what follows")
    path.chmod(0o640)
    with writing(path) as target:
        target.write("short")
    assert path.read_text() == "short"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_lone_surrogate_of_a_broken_site_does_not_end_it(tmp_path):
    with writing(tmp_path / "new.txt") as target:
        target.write("a\ud800b")
    assert (tmp_path / "new.txt").read_text() == "a?b"


def test_a_place_that_is_not_there_is_told_with_its_name(tmp_path):
    with pytest.raises(UnreadableInput, match="nowhere"), writing(tmp_path / "nowhere" / "a.txt"):
        pass
