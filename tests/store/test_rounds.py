"""Rounds as they are kept: whole, by site, and counted."""

from dataclasses import replace
from datetime import timedelta

from companion.model import SELF_COPY, ExchangeId, Origin, Role, SlateId, Visitor
from companion.store import exchanges, rounds, slates
from companion.store.rounds import Copies
from tests.builders import NOON, a_slate, an_exchange

CONTROL = Visitor(name="stranger-k-1", role=Role.CONTROL)
COPY = Visitor(name=SELF_COPY, role=Role.CONTROL)


def _copy(arm, key="k", **changes):
    one = an_exchange(f"https://news.example/{key}{arm}", **changes)
    return replace(one, round=f"{key}/{arm}", visitor=CONTROL, origin=Origin.TWIN)


MINE = replace(an_exchange(), round="k/U")


def test_a_round_comes_back_in_one_piece(db):
    exchanges.keep(db, [MINE, _copy("C1"), an_exchange("https://news.example/x"), _copy("C2")])
    assert [one.round for one in rounds.each(db)] == ["k/C1", "k/C2", "k/U"]


def test_rounds_of_another_site_or_of_before_stay_out(db):
    exchanges.keep(db, [MINE, _copy("C1", site="shop.example")])
    assert [one.round for one in rounds.each(db, site="news.example")] == ["k/U"]
    assert list(rounds.each(db, since=NOON.replace(hour=13))) == []


def test_copies_are_counted_by_whose_they_are(db):
    refused = _copy("C2", status=403, notes=("left out: x", "missing: it was refused (403)"))
    exchanges.keep(db, [MINE, _copy("C1"), refused, _copy("U2")])
    assert rounds.copies(db) == Copies(2, 1, {"it was refused (403)": 1})
    assert rounds.copies(db, "other.example") == Copies(0, 0, {})


def test_a_place_of_a_round_is_found(db):
    exchanges.keep(db, [MINE, _copy("C1"), an_exchange("https://news.example/x")])
    assert [one.round for one in rounds.at(db, "k/C1")] == ["k/C1"]
    assert list(rounds.at(db, "k/C2")) == []
    assert list(rounds.at(db, "")) == []


def test_the_newest_own_answer_is_what_a_stranger_is_asked_beside(db):
    old = an_exchange(seen_at=NOON - timedelta(hours=1))
    later = NOON + timedelta(hours=1)
    exchanges.keep(
        db,
        [
            old,
            MINE,
            an_exchange(status=304, seen_at=later),
            an_exchange(method="POST", seen_at=later + timedelta(hours=1)),
            replace(MINE, id=ExchangeId("c"), visitor=CONTROL, round="k/C1"),
        ],
    )
    assert rounds.newest(db, MINE.url, "news.example").id == MINE.id
    assert rounds.newest(db, "https://news.example/other", "news.example") is None
    assert rounds.newest(db, MINE.url, None) is None


def test_strangers_at_a_place_are_counted_once_each(db):
    copies = [_copy("C1"), _copy("C1", key="l"), replace(_copy("U2"), visitor=COPY)]
    exchanges.keep(db, [MINE, *copies])
    for n, one in enumerate([MINE, *copies, copies[0]]):
        visitor = one.visitor.name
        slates.put(db, [a_slate(exchange=one.id, visitor=visitor, id=SlateId(f"s{n}"))])
    assert rounds.strangers(db, "news.example", a_slate().place) == 1
    assert rounds.strangers(db, "news.example", "elsewhere") == 0


def test_the_latest_copies_come_first(db):
    exchanges.keep(db, [MINE, _copy("C1"), _copy("C2"), _copy("C1", key="l")])
    assert [one.round for one in rounds.latest(db, 2)] == ["l/C1", "k/C2"]
