"""What is kept of the person's and strangers' lists, as rounds are put together from it."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from companion.model import ExchangeId, Item, Origin, Role, Surface, Visitor
from companion.store import exchanges, slates
from companion.store.deliveries import deliveries
from companion.store.record import StoredRecord
from tests.builders import NOON, a_slate, an_exchange

SITE = "news.example"
TITLES = ("One", "Two", "Three", "Four")


def keep(db, arm: str = "", *, visitor: str = "self", lists=None, second: int = 0, **changes):
    """An answer with lists, to an arm of the round k or to a visitor."""
    own = visitor == "self" and arm in ("", "U")
    name = "self" if own else (visitor if visitor != "self" else f"stranger-{arm}")
    key = ExchangeId(f"{name}{arm}{second}")
    seen_at = NOON + timedelta(seconds=second)
    one = replace(
        an_exchange(id=key, seen_at=seen_at, **changes),
        visitor=Visitor(name=name, role=Role.SELF if own else Role.CONTROL),
        origin=Origin.TWIN if arm else Origin.IMPORT,
        round=f"k/{arm}" if arm else "",
    )
    exchanges.keep(db, [one])
    given = [a_slate(*TITLES)] if lists is None else lists
    held = [
        replace(it, id=f"{key}{n}", exchange=key, visitor=name, seen_at=seen_at)
        for n, it in enumerate(given)
    ]
    slates.put(db, held)


def record(db) -> StoredRecord:
    return StoredRecord(db, lambda party: None)


def test_a_round_from_the_record(db):
    for second, arm in enumerate(("U", "U2", "C1", "C2")):
        keep(db, arm, second=second)
    (found,) = record(db).rounds(SITE)
    assert (len(found.mine), len(found.strangers)) == (2, 2)
    assert found.mine[0] == tuple(f"/{title}" for title in TITLES)
    assert found.place == "home | items | recommended for you"
    assert found.slates[0] == "selfU00"
    assert set(record(db).things(SITE)) == set(found.mine[0])


def test_a_site_without_strangers_has_nothing_to_compare(db):
    keep(db)
    assert deliveries(db, SITE).lists == ()
    assert record(db).rounds(SITE) == ()


def test_imported_strangers_of_the_same_minute(db):
    keep(db)
    keep(db, visitor="anna", second=20)
    keep(db, visitor="ben", second=40)
    (found,) = record(db).rounds(SITE)
    assert found.jars == ("anna", "ben")


def test_lists_that_no_stranger_got_are_only_looked_at_in_rounds(db):
    keep(db, lists=[a_slate(place="home | other | x")])
    keep(db, visitor="anna", second=20)
    assert [one.visitor for one in deliveries(db, SITE).lists] == ["anna"]
    keep(db, "U", second=30, lists=[a_slate(place="home | other | y")])
    assert {one.place for one in deliveries(db, SITE).lists} == {
        "home | items | recommended for you",
        "home | other | y",
    }


def test_what_came_instead_of_a_list(db):
    keep(db, "U")
    keep(db, "C1", second=1)
    keep(db, "C2", second=2, lists=[], status=429)
    (found,) = record(db).rounds(SITE)
    assert found.missing == ("a stranger got a challenge or a refusal (429)",)


def test_a_sign_in_page_is_told_by_its_structure(db):
    keep(db, "U")
    keep(db, "C1", second=1, lists=[], body=b'<form><input type="password"></form>')
    (found,) = record(db).rounds(SITE)
    assert found.missing == ("a stranger got a sign-in page",)


def test_a_copy_that_was_noted_as_missing_has_no_lists(db):
    keep(db, "U")
    keep(db, "C1", second=1, notes=("missing: a consent wall",))
    (found,) = record(db).rounds(SITE)
    assert found.strangers == ()
    assert found.missing == ("a stranger got a consent wall",)


def test_ads_and_further_pages_are_not_compared(db):
    further = [a_slate(surface=Surface.AD), a_slate(place="p", continues="s1")]
    keep(db, "U", lists=further)
    keep(db, "C1", second=1, lists=further)
    assert deliveries(db, SITE).lists == ()


def test_prices_of_the_same_minute(db):
    def asked(price: str):
        item = Item(rank=1, item="sku-1", title="Lamp", price=price, currency="EUR")
        return [a_slate(items=(item,))]

    keep(db, visitor="anna", second=0, lists=asked("20.00"))
    keep(db, second=10, lists=asked("21.00"))
    keep(db, visitor="ben", second=20, lists=asked("20.00"))
    (found,) = record(db).price_rounds(SITE)
    assert found.mine == (Decimal("21.00"),)
    assert found.strangers == (Decimal("20.00"),) * 2
