"""The export document holds every field of the public contract."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from companion.model import Contest, FindingKind, Item, Owner, Test
from companion.report import document
from tests.builders import NOON, a_finding, a_signal, a_slate, an_act, an_exchange

CONTEST = Contest(
    id="c1", finding="f1", route="r1", state="sent", due=NOON, events=((NOON, "sent", "by mail"),)
)
TEST = Test(
    id="t1", kind=FindingKind.NARROWING, site="a.example", surface=None, visitor="self", n=3,
    verdict="inconclusive", why="too few", interval=(0.0, 0.5),
)  # fmt: skip
PRICED = a_slate(
    items=(
        Item(rank=1, item="7", title="Tea", price="4.50", currency="EUR"),
        Item(rank=2, item="8", title="Free"),
    )
)
OWNER = Owner(name="Ads Inc", source="own table", date="2026-11-01")


@pytest.mark.parametrize(
    ("made", "fields"),
    [
        (
            document.exchange(an_exchange(), OWNER),
            "id visitor url method status site party cname owner context seen_at origin"
            " origin_file",
        ),
        (
            document.act(an_act()),
            "id visitor kind text site context topics cause slate seen_at",
        ),
        (
            document.signal(a_signal()),
            "id kind name value party site context visitor direction exchange locator sensitive"
            " confidence rule",
        ),
        (
            document.slate(a_slate()),
            "id heading site party context visitor exchange locator source surface personalized"
            " disclosed explanation also continues total items",
        ),
        (
            document.slate(a_slate())["items"][0],
            "rank item title url reason sponsored price currency topics",
        ),
        (
            document.finding(a_finding(), ("p-x",)),
            "id kind site party contexts confidence severity severity_why title why innocent limits"
            " detector first_seen last_seen evidence measure remedies",
        ),
        (
            document.test(TEST),
            "id kind site surface visitor n effect interval p q tests_in_family why verdict",
        ),
        (document.contest(CONTEST), "id finding route state due events"),
        (
            next(document.offers(PRICED)),
            "id visitor site item title price currency exchange seen_at",
        ),
        (
            document.document({}, {}),
            "version visitors contexts record exchanges acts signals slates findings tests offers"
            " contests",
        ),
    ],
)
def test_every_field_of_the_contract_is_there(made, fields):
    assert set(fields.split()) <= set(made)
    json.dumps(made)


def test_times_are_utc_with_microseconds():
    late = datetime(2026, 5, 3, 14, 0, 0, 7, tzinfo=timezone(timedelta(hours=2)))
    assert document.moment(late) == "2026-05-03T12:00:00.000007Z"
    assert document.moment(datetime(2026, 1, 1, tzinfo=UTC)) == "2026-01-01T00:00:00.000000Z"


def test_a_party_without_a_known_owner_has_none():
    assert document.exchange(an_exchange(), None)["owner"] is None


def test_several_labels_in_one_field_are_a_list():
    assert document.signal(a_signal(value=("a", "b")))["value"] == ["a", "b"]


def test_a_case_without_a_date_set_by_law_has_none():
    case = Contest(id="c", finding="f", route="r", state="draft", due=None)
    assert document.contest(case)["due"] is None


def test_how_a_disclosure_was_found_is_told():
    assert document.slate(a_slate(disclosure="delivered"))["measure"]["disclosure"] == "delivered"


def test_only_what_has_a_price_is_an_offer():
    assert [one["title"] for one in document.offers(PRICED)] == ["Tea"]
    assert list(document.offers(a_slate("One"))) == []


def test_the_same_thing_in_two_lists_is_two_offers():
    again = replace(PRICED, locator="/elsewhere")
    ids = {one["id"] for slate in (PRICED, PRICED, again) for one in document.offers(slate)}
    assert len(ids) == 2
