"""Strangers' lists beside a list of the person's: of the same round, else the nearest."""

from dataclasses import replace
from datetime import timedelta

from companion.model import ExchangeId, Origin, Role, SlateId, Visitor
from companion.store import exchanges, slates
from companion.store.others import Others, others
from tests.builders import NOON, a_slate, an_exchange


def _keep(db, name, *, place="", minutes=0.0, **changes):
    """A list that somebody got, and the answer it stood in."""
    seen_at = NOON + timedelta(minutes=minutes)
    stranger = Visitor(name=name, role=Role.CONTROL)
    made = an_exchange(seen_at=seen_at, round=place, **changes)
    key = f"{name}{minutes}{place}"
    made = replace(made, id=ExchangeId(key))
    if name != "self":
        made = replace(made, visitor=stranger, origin=Origin.TWIN)
    slate = a_slate("One", visitor=name, exchange=made.id, id=SlateId(key), seen_at=seen_at)
    exchanges.keep(db, [made])
    slates.put(db, [slate])
    return slate


def test_strangers_of_the_same_round_come_first(db):
    own = _keep(db, "self", place="k/U")
    _keep(db, "near", place="other/C1", minutes=0.1)
    first = _keep(db, "a", place="k/C1", minutes=0.5)
    second = _keep(db, "b", place="k/C2", minutes=0.6)
    assert others(db, own) == Others((first, second), True)


def test_without_a_round_the_nearest_in_time(db):
    own = _keep(db, "self")
    _keep(db, "far", minutes=90)
    near = _keep(db, "near", minutes=-10)
    next_ = _keep(db, "next", minutes=20)
    assert others(db, own) == Others((near, next_), False)


def test_a_visitor_counts_once(db):
    own = _keep(db, "self")
    once = _keep(db, "a", minutes=1)
    _keep(db, "a", minutes=2)
    assert others(db, own).lists == (once,)


def test_neither_copies_in_ones_name_nor_missing_answers_nor_other_pages_are_strangers(db):
    own = _keep(db, "self", place="k/U")
    _keep(db, "self-copy", place="k/U2")
    _keep(db, "a", place="k/C1", notes=("missing: it was refused",))
    other = {"url": "https://news.example/other", "page": "https://news.example/other"}
    own = replace(own, place="article | x | y")
    _keep(db, "b", **other)
    assert others(db, own) == Others((), False)


def test_what_stands_on_no_known_page_has_none(db):
    own = _keep(db, "self")
    assert others(db, replace(own, site=None)) == Others((), False)
    assert others(db, replace(own, exchange=ExchangeId("gone"))) == Others((), False)
