"""The same value in two parts of life is met; in one part, or by a stranger, it is not."""

from companion.model import ExchangeId, Visitor
from companion.store import exchanges, signals
from companion.store.crossings import crossings
from tests.builders import a_signal, an_exchange

SELF = Visitor().name


def met(db, *visits):
    """Visits as (site, part of life, value, party)."""
    for n, (site, context, token, party) in enumerate(visits):
        key = ExchangeId(f"e{n}")
        exchanges.keep(db, [an_exchange(id=key, site=site, context=context)])
        found = a_signal(exchange=key, site=site, value=token, tokens=(token,), party=party)
        signals.put(db, [found])


def test_a_value_met_in_two_parts_is_given_with_where_and_by_whom(db):
    met(
        db,
        ("clinic.example", "health", "k3jd92hf", "ads.example"),
        ("shop.example", "shopping", "k3jd92hf", "dmp.example"),
    )
    (meetings,) = crossings(db, SELF)
    assert [(it.site, it.context, it.party) for it in meetings] == [
        ("clinic.example", "health", "ads.example"),
        ("shop.example", "shopping", "dmp.example"),
    ]


def test_a_value_met_in_one_part_alone_is_none(db):
    met(
        db,
        ("a-shop.example", "shopping", "k3jd92hf", "ads.example"),
        ("b-shop.example", "shopping", "k3jd92hf", "ads.example"),
    )
    assert crossings(db, SELF) == []


def test_different_values_are_no_crossing(db):
    met(
        db,
        ("clinic.example", "health", "k3jd92hf", "ads.example"),
        ("shop.example", "shopping", "92hfk3jd", "ads.example"),
    )
    assert crossings(db, SELF) == []


def test_a_site_of_no_known_part_is_passed_over(db):
    met(
        db,
        ("clinic.example", "health", "k3jd92hf", "ads.example"),
        ("who-knows.example", None, "k3jd92hf", "ads.example"),
    )
    assert crossings(db, SELF) == []


def test_what_a_stranger_met_is_not_the_persons(db):
    met(
        db,
        ("clinic.example", "health", "k3jd92hf", "ads.example"),
        ("shop.example", "shopping", "k3jd92hf", "ads.example"),
    )
    assert crossings(db, "stranger") == []
