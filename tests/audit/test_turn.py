"""A visit as it goes: what can't be done is missing, and said."""

import pytest

from companion.audit.hands import Seen
from companion.audit.seat import Look
from companion.audit.turn import Turn, refused
from companion.errors import CompanionError
from tests.builders import NOON


class MadeUpSeat:
    """A seat whose pages answer with a status, or not at all."""

    def __init__(self, status=200, stuck=""):
        self.status, self.stuck, self.done, self.looked = status, stuck, [], []

    def open(self):
        self.done.append("open")

    def do(self, act):
        if act.what == self.stuck:
            raise CompanionError(f"nothing on this page says {act.what!r}")
        self.done.append(act.what)

    def look(self, url):
        if url == self.stuck:
            raise CompanionError("the page did not load in time")
        self.looked.append(url)
        return Look(NOON, Seen(url, self.status, "words"), b"")

    def tells(self):
        if self.stuck == "tells":
            raise CompanionError("the browser has closed")
        return "{}"

    def close(self):
        self.done.append("close")


def _turn(plan, **of_seat):
    return Turn(MadeUpSeat(**of_seat), plan.players[0])


def test_acts_are_done_and_places_looked_at(plan):
    turn = _turn(plan)
    turn.arrive()
    turn.look(plan.places[0], set())
    turn.leave()
    assert turn.seat.done == ["open", "https://news.example/", "A walk", "close"]
    assert (list(turn.looks), turn.missing, turn.failed, turn.tells) == (["front"], {}, "", "{}")


def test_an_act_that_can_not_be_done_makes_the_visit_missing(plan):
    turn = _turn(plan, stuck="A walk")
    turn.arrive()
    turn.look(plan.places[0], set())
    assert turn.failed == "click 'A walk': nothing on this page says 'A walk'"
    assert turn.seat.looked == []


def test_a_challenge_is_missing_and_the_site_left_alone(plan):
    turn, next_one, alone = _turn(plan, status=429), _turn(plan), set()
    turn.look(plan.places[0], alone)
    next_one.look(plan.places[0], alone)
    assert turn.missing == {"front": "the site answered 429: a challenge, not a page"}
    assert next_one.missing["front"].startswith("left alone")
    assert next_one.seat.looked == []


def test_a_page_that_does_not_load_is_missing(plan):
    turn = _turn(plan, stuck="https://news.example/")
    turn.look(plan.places[0], set())
    assert turn.missing == {"front": "the page did not load in time"}


def test_a_browser_that_is_gone_is_told_and_still_closed(plan):
    turn = _turn(plan, stuck="tells")
    turn.leave()
    assert turn.failed == "the browser has closed"
    assert turn.seat.done == ["close"]


@pytest.mark.parametrize(("status", "why"), [(200, ""), (404, "the site answered 404"),
                                             (0, "the site answered nothing")])  # fmt: skip
def test_only_a_page_that_came_can_be_compared(status, why):
    assert refused(status) == why
