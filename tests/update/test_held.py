import stat
from hashlib import sha256

import pytest

from companion.errors import UnreadableInput
from companion.update import held
from tests.builders import NOON
from tests.update.conftest import LIST, a_source


def test_a_list_is_kept_with_digest_licence_and_day(tmp_path):
    made = held.keep(tmp_path, a_source(), LIST, NOON)
    assert held.held(tmp_path) == (made,)
    assert (made.entries, made.day, len(made.version)) == (2, "2026-05-03", 8)
    assert made.source.licence == "CC BY-NC-SA 4.0"
    assert held.entries(tmp_path, made)["Acme"][0] == "acme.example"


def test_it_is_for_its_owner_alone(tmp_path):
    held.keep(tmp_path, a_source(), LIST, NOON)
    modes = {stat.S_IMODE(it.stat().st_mode) for it in held.place(tmp_path).iterdir()}
    assert modes == {0o600}


def test_another_digest_than_promised_keeps_nothing(tmp_path):
    with pytest.raises(UnreadableInput, match="nothing was kept"):
        held.keep(tmp_path, a_source(sha256="0" * 64), LIST, NOON)
    assert held.held(tmp_path) == ()


def test_the_promised_digest_is_kept(tmp_path):
    assert held.keep(tmp_path, a_source(sha256=sha256(LIST).hexdigest()), LIST, NOON)


@pytest.mark.parametrize("content", [b"<html>", b"[]", b"\xff\xfe", b"[" * 100_000])
def test_what_is_no_list_is_not_kept(tmp_path, content):
    with pytest.raises(UnreadableInput, match="is no list"):
        held.keep(tmp_path, a_source(), content, NOON)


def test_a_file_that_was_altered_is_not_used(tmp_path):
    made = held.keep(tmp_path, a_source(), LIST, NOON)
    (held.place(tmp_path) / "acme-list.list").write_bytes(LIST.replace(b"Acme", b"Evil"))
    with pytest.raises(UnreadableInput, match="not what was fetched"):
        held.entries(tmp_path, made)


def test_a_file_that_is_gone_is_told(tmp_path):
    made = held.keep(tmp_path, a_source(), LIST, NOON)
    (held.place(tmp_path) / "acme-list.list").unlink()
    with pytest.raises(UnreadableInput, match="gone"):
        held.entries(tmp_path, made)


def test_a_broken_note_is_passed_over(tmp_path):
    held.keep(tmp_path, a_source(), LIST, NOON)
    (held.place(tmp_path) / "acme-list.about.json").write_text("{}")
    assert held.held(tmp_path) == ()


def test_a_list_can_be_removed(tmp_path):
    held.keep(tmp_path, a_source(), LIST, NOON)
    before = held.stamp(tmp_path)
    assert held.drop(tmp_path, "acme-list")
    assert not held.drop(tmp_path, "acme-list")
    assert held.held(tmp_path) == ()
    assert held.stamp(tmp_path) != before
