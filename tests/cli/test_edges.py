"""Where the command line ends early: told to stop, told too little, or unsure."""

import io
import json

import pytest

from companion.cli import sites
from companion.live.lock import StoreLock
from companion.live.recording import Ready
from companion.settings import data_folder
from companion.store import exchanges
from companion.store.open import open_store
from tests.builders import an_exchange


@pytest.fixture
def imported(companion, capture):
    assert companion("import", capture).status == 0
    return companion


@pytest.fixture
def recording(imported):
    """A recording that runs on the store, as far as others can see."""
    folder = data_folder(imported.store)
    (folder / "recording.json").write_text(Ready("http://127.0.0.1:1", "ca", "pin", "db").line())
    with StoreLock(imported.store, folder):
        yield imported


@pytest.mark.parametrize(("error", "status"), [(KeyboardInterrupt, 130), (BrokenPipeError, 0)])
def test_a_stop_from_outside_is_no_fault(companion, monkeypatch, error, status):
    def end(**_given):
        raise error

    monkeypatch.setattr(sites.command, "callback", end)
    monkeypatch.setattr("sys.stderr", io.StringIO())
    assert companion("sites").status == status


@pytest.mark.parametrize(
    "what", [["--site", "news.example"], ["--before", "2030-01-01"], ["--all"]]
)
def test_nothing_is_deleted_without_a_yes(imported, monkeypatch, what):
    monkeypatch.setattr("sys.stdin", io.StringIO("n\nn\n"))
    before = imported("findings", "--json").out
    assert imported("forget", *what).status == 130
    assert imported("uninstall").status == 130
    assert imported("findings", "--json").out == before


@pytest.mark.parametrize("words", [["forget", "--all", "--yes"], ["uninstall", "--yes"]])
def test_nothing_is_deleted_while_a_recording_runs(recording, words):
    said = recording(*words)
    assert said.status == 2
    assert "a recording runs" in said.err
    assert recording.store.exists()


def test_nothing_is_deleted_when_it_is_not_said_what(imported):
    assert imported("forget", "--yes").status == 2
    assert imported("forget", "--yes", "--all", "--site", "news.example").status == 2


def test_without_a_rebuild_what_is_derived_stays(imported):
    before = imported("findings", "--json").out
    assert "up to date" in imported("analyze").out
    assert imported("findings", "--json").out == before


@pytest.mark.parametrize("name", ["../elsewhere", "a b", "", "x" * 41])
def test_a_persona_has_a_plain_name(companion, name):
    said = companion("browse", "--as", name)
    assert said.status == 2
    assert "letters, digits" in said.err


def test_without_a_browser_a_running_recording_says_so(recording, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("COMPANION_BROWSER", raising=False)
    said = recording("browse")
    assert (said.status, "no browser was found" in said.err) == (2, True)


def test_a_damaged_store_is_mended_by_one_command_and_a_whole_one_is_left_alone(companion):
    assert companion("doctor", "--repair").status == 2
    with open_store(companion.store) as db:
        exchanges.keep(db, [an_exchange(f"https://news.example/{n}") for n in range(200)])
    assert "is whole: nothing to repair" in companion("doctor", "--repair").out
    data = bytearray(companion.store.read_bytes())
    at = data.rfind(b"https://news.example/150") // 4096 * 4096
    data[at : at + 4096] = b"\1" * 4096
    companion.store.write_bytes(data)
    assert "companion doctor --repair" in companion("doctor").out
    said = companion("doctor", "--repair")
    assert said.status == 0
    assert "exchanges could be read" in said.out
    assert ".damaged-1" in said.out
    assert "is damaged" not in companion("doctor").out


def test_a_party_is_forgotten_alone_and_with_nothing_else_at_once(imported):
    parties = {it["party"] for it in json.loads(imported("signals", "--json").out)}
    party = sorted(parties)[0]
    assert imported("forget", "--party", party, "--site", "news.example", "--yes").status == 2
    said = imported("forget", "--party", party, "--yes")
    assert (said.status, "none of their ids is left" in said.out) == (0, True)
    assert party not in {it["party"] for it in json.loads(imported("signals", "--json").out)}
