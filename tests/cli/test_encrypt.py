"""The one switch for an encrypted store, and being asked for its passphrase."""

import io

import click.termui
import pytest

from companion import sealing

WORDS = "correct horse battery"


class Terminal(io.StringIO):
    """Somebody sits there."""

    def isatty(self):
        return True


@pytest.fixture
def answers(monkeypatch):
    """What the person types where they are asked for a passphrase, one after the other."""
    given: list[str] = []
    monkeypatch.setattr(click.termui, "hidden_prompt_func", lambda _: given.pop(0))
    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setenv(sealing.VARIABLE, "")
    monkeypatch.setattr(sealing, "_SETTING", {"memory_kib": 64, "passes": 1, "lanes": 1})
    return given


@pytest.fixture
def imported(companion, capture):
    assert companion("import", capture).status == 0
    return companion


def test_it_is_asked_twice_and_from_then_on_at_every_start(imported, answers, monkeypatch):
    sites = imported("sites").out
    answers += [WORDS, WORDS]
    assert "is encrypted" in imported("encrypt").out
    monkeypatch.setenv(sealing.VARIABLE, "")
    answers += [WORDS]
    assert imported("sites").out == sites
    assert answers == []
    assert imported("sites").out == sites  # the process has the key now


def test_a_wrong_passphrase_is_one_line(imported, answers, monkeypatch):
    answers += [WORDS, WORDS]
    imported("encrypt")
    monkeypatch.setenv(sealing.VARIABLE, "")
    answers += ["something else"]
    said = imported("sites")
    assert said.status == 2
    assert "this is not the passphrase" in said.err
    assert len(said.err.strip().splitlines()) == 1


def test_what_is_piped_in_is_taken_for_it(imported, answers, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{WORDS}\n"))
    assert imported("encrypt").status == 0
    monkeypatch.setenv(sealing.VARIABLE, "")
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{WORDS}\n"))
    assert imported("sites").status == 0
    monkeypatch.setenv(sealing.VARIABLE, "")
    assert imported("sites").status == 2


def test_it_can_be_taken_back(imported, answers):
    answers += [WORDS, WORDS]
    imported("encrypt")
    answers += [WORDS]
    assert "a plain file again" in imported("encrypt", "--off").out
    assert imported.store.read_bytes().startswith(b"SQLite format 3")


@pytest.mark.parametrize("words", [("encrypt", "--off")])
def test_where_there_is_nothing_to_do_nothing_is_asked(imported, answers, words):
    said = imported(*words)
    assert said.status == 2
    assert "already" in said.err


def test_without_the_passphrase_everything_can_be_removed(imported, answers, monkeypatch):
    answers += [WORDS, WORDS]
    imported("encrypt")
    monkeypatch.setenv(sealing.VARIABLE, "")
    assert imported("uninstall", "--yes").status == 0
    assert not imported.store.exists()


def test_the_check_says_whether_it_is(imported, answers):
    assert "is a plain file" in imported("doctor").out
    answers += [WORDS, WORDS]
    imported("encrypt")
    assert "is encrypted" in imported("doctor").out
