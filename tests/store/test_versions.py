from datetime import timedelta

from companion.store import versions
from tests.builders import NOON

LATER = NOON + timedelta(days=3)


def test_a_change_is_kept_with_its_time_and_the_detectors_it_is_of(db):
    versions.note(db, {"narrowing": "1", "pii_leak": "1"}, NOON)
    versions.note(db, {"narrowing": "2", "pii_leak": "1", "gpc_ignored": "1"}, LATER)
    assert versions.changes(db) == [(LATER, ["gpc_ignored", "narrowing"])]


def test_the_same_versions_are_no_change(db):
    versions.note(db, {"narrowing": "1"}, NOON)
    versions.note(db, {"narrowing": "1"}, LATER)
    assert versions.changes(db) == []


def test_before_anything_was_judged_there_is_none(db):
    assert versions.changes(db) == []
