"""What is told of an imported file."""

import json
from dataclasses import replace

import pytest

from companion import pipeline
from companion.capture.captured import Unreadable
from companion.errors import UnreadableInput
from companion.intake.files import import_file
from companion.model import Visitor
from companion.store import exchanges
from companion.store.open import open_store
from tests.captures import a_har


@pytest.fixture
def journey(tmp_path):
    path = tmp_path / "companion.db"
    with open_store(path) as db:
        yield pipeline.start(db, path)


def _import(journey, path, *more, progress=lambda _: None):
    path.write_text(json.dumps(a_har(*more)))
    return import_file(journey, path, Visitor(), progress)


def test_what_is_kept_is_told_in_a_line(journey, tmp_path):
    told = _import(journey, tmp_path / "a.har")
    assert next(told.lines()).endswith(f"{exchanges.count(journey.db)} exchanges")


def test_progress_adds_up_to_the_file_and_no_more(journey, tmp_path):
    steps = []
    _import(journey, tmp_path / "a.har", progress=steps.append)
    assert all(step > 0 for step in steps)
    assert sum(steps) == (tmp_path / "a.har").stat().st_size


def test_an_entry_that_can_not_be_read_is_named(journey, tmp_path):
    told = _import(journey, tmp_path / "a.har", {"request": 1})
    assert [line for line in told.lines() if "can't be read" in line]


def test_of_many_entries_that_can_not_be_read_the_first_are_named(journey, tmp_path):
    told = _import(journey, tmp_path / "a.har")
    told.unreadable = [Unreadable(index=number, reason="no request") for number in range(23)]
    lines = list(told.lines())
    assert "  entry 19 can't be read: no request" in lines
    assert "  … and 3 more" in lines


@pytest.mark.parametrize(("skipped", "lines"), [(0, 0), (2, 1)])
def test_entries_that_never_left_the_browser_are_counted(journey, tmp_path, skipped, lines):
    told = _import(journey, tmp_path / "a.har")
    told.capture = replace(told.capture, skipped=skipped)
    assert len([line for line in told.lines() if "never left the browser" in line]) == lines


def test_a_file_without_a_creator_says_so(journey, tmp_path):
    told = _import(journey, tmp_path / "a.har")
    told.capture = replace(told.capture, creator="")
    assert "(no creator named)" in next(told.lines())


def test_a_file_that_is_no_capture_is_refused(journey, tmp_path):
    (tmp_path / "a.har").write_text("nothing of the kind")
    with pytest.raises(UnreadableInput):
        import_file(journey, tmp_path / "a.har", Visitor(), lambda _: None)
