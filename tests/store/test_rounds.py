"""Rounds as they are kept: whole, by site, and counted."""

from dataclasses import replace

from companion.model import Origin, Role, Visitor
from companion.store import exchanges, rounds
from companion.store.rounds import Copies
from tests.builders import NOON, an_exchange

CONTROL = Visitor(name="stranger-k-1", role=Role.CONTROL)


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
