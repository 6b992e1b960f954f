"""What readers begin with and what once failed is read without an error."""

from importlib import import_module

import pytest

from tests.fuzz.__main__ import names
from tests.fuzz.places import CORPUS
from tests.fuzz.readers import journal

KEPT = sorted(path for path in CORPUS.rglob("*") if path.is_file())


@pytest.mark.parametrize("path", KEPT, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_is_kept_is_read(path):
    import_module(f"tests.fuzz.readers.{path.parent.name}").read(path.read_bytes())


def test_every_reader_has_something_to_begin_with():
    assert {path.parent.name for path in KEPT} == set(names())


def test_a_segment_is_damaged_where_the_bytes_say():
    assert journal.damaged(b"abcdef", b"\x02\x00\x02XYre") == b"abXYef"
    assert journal.damaged(b"abc", b"\x03\x00\x02de") == b"abcde"
    assert journal.damaged(b"abc", b"") == b"abc"
