"""What a visit recorded is kept whole or not at all."""

import gzip
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from companion.audit.hands import Seen
from companion.audit.keep import keep
from companion.audit.run import left, prepare
from companion.audit.seat import Look
from companion.audit.turn import Turn
from companion.capture.journal import Writer
from companion.model import Origin
from companion.store import exchanges, progress, visits
from tests.capture.records import STARTED, a_chunk, a_record

BEGAN = datetime.fromtimestamp(STARTED, UTC)


class MadeUpSeat:
    """A seat that is over; its journal holds what the test wrote."""

    def __init__(self, visit, journal):
        self.visit, self.journal, self.forgotten = visit, journal, False

    def complaint(self):
        return "the disk is full"

    def forget(self):
        self.forgotten = True


@pytest.fixture
def turn(db, path, plan, tmp_path):
    prepare(db, path, plan)
    with db.atomic():
        visits.begin(db, "hiker 1.1", BEGAN)
    seat = MadeUpSeat(visits.get(db, "hiker 1.1"), tmp_path / "journal")
    turn = Turn(seat, plan.players[0])
    turn.looks["front"] = Look(BEGAN, Seen("https://www.news.example/", 200, "News"), b"\x89PNG")
    return turn


def _written(turn, *records, notes=()):
    writer = Writer(turn.seat.journal, Origin.AUDIT)
    for record in records:
        writer.write(record)
    for what, facts in notes:
        writer.note(what, **facts)
    writer.close()


def _kept(db, path, plan, turn):
    return keep(db, path, turn, plan.places)


def test_pages_come_with_wire_bytes_and_the_visit_is_done(db, path, plan, turn):
    packed = gzip.compress(b"<h1>News</h1>")
    headers = ((b"content-type", b"text/html"), (b"content-encoding", b"gzip"))
    response = {"headers": headers, "body": packed, "length": len(packed)}
    _written(turn, a_record(response=response), a_record("open", "f2"), a_chunk(b"half", id="f2"))
    assert _kept(db, path, plan, turn).status == visits.DONE
    first, second = exchanges.each(db)
    assert (first.response.body, first.visitor.name) == (b"<h1>News</h1>", "hiker 1.1")
    assert visits.wire(db, first.id, "response") == packed
    assert second.notes == ("the recording ended before this answer did",)
    assert [(one.place, one.why) for one in visits.views(db)] == [("front", "")]
    assert turn.seat.forgotten


def test_nothing_is_redacted_since_nobody_real_is_there(db, path, plan, turn):
    headers = ((b"Host", b"www.news.example"), (b"authorization", b"Bearer made-up"))
    _written(turn, a_record(request={"headers": headers, "body": b"", "length": 0}))
    _kept(db, path, plan, turn)
    assert next(exchanges.each(db)).request.header("authorization") == "Bearer made-up"


def test_a_visit_of_which_nothing_was_recorded_is_done_again(db, path, plan, turn):
    _written(turn)
    assert _kept(db, path, plan, turn).status == visits.BEGUN
    assert "hiker 1.1" in {one.id for one in left(db)}
    ((_, gap),) = progress.gaps(db)
    assert gap == "visit hiker 1.1: nothing of it was recorded (the disk is full)"


def test_a_load_of_which_nothing_was_recorded_is_missing(db, path, plan, turn):
    _written(turn, a_record(url="https://other.example/"))
    _kept(db, path, plan, turn)
    assert [one.why for one in visits.views(db)] == ["nothing of it was recorded"]


def test_a_site_that_saw_a_robot_is_missing(db, path, plan, turn):
    challenge = {"host": "www.news.example", "why": "refused", "status": 403}
    _written(turn, a_record(), notes=[("challenge", challenge)])
    _kept(db, path, plan, turn)
    assert [one.why for one in visits.views(db)] == [
        "the site took the visitor for a robot (refused)"
    ]


def test_what_failed_is_kept_with_its_reason(db, path, plan, turn):
    turn.failed = "click 'A walk': nothing on this page says 'A walk'"
    turn.looks.clear()
    turn.missing["front"] = "left alone"
    cut = ("cut", {"count": 1})
    chain = ("certificate", {"host": "www.news.example", "chain": b"PEM"})
    _written(turn, a_record(), notes=[cut, chain])
    assert (_kept(db, path, plan, turn).status, next(visits.views(db)).why) == (
        visits.MISSING,
        "left alone",
    )
    assert progress.gaps(db)[0][1] == "visit hiker 1.1: the recorder failed (cut)"
    assert dict(visits.certificates(db, "hiker 1.1")) == {"www.news.example": b"PEM"}


def test_a_place_that_was_never_reached_leaves_no_load(db, path, plan, turn):
    other = replace(plan.places[0], name="other")
    _written(turn, a_record())
    keep(db, path, turn, (*plan.places, other))
    assert [one.place for one in visits.views(db)] == ["front"]
