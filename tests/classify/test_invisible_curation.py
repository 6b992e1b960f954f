"""Personal lists without a note, or with a note and no reason."""

from datetime import timedelta

import pytest

from companion.model import FindingKind, Item, Level, Personalized, Surface
from tests.builders import NOON, a_record, a_slate
from tests.classify.said import claims, silences

KIND = FindingKind.INVISIBLE_CURATION


def test_fires_as_possible_on_a_declared_list_without_a_note():
    (claim,) = claims(KIND, a_record(a_slate(disclosed=False)))
    assert claim.confidence is Level.POSSIBLE
    assert claim.title == (
        "Possible: on 3 May 2026 12:00 UTC news.example delivered a personal list "
        'headed "Recommended for you", no note beside it'
    )
    assert claim.evidence[0].slate is not None


def test_fires_half_visible_on_a_heading_without_a_reason():
    (claim,) = claims(KIND, a_record(a_slate(disclosed=True)))
    assert claim.title.endswith("no reason given")
    assert not claim.circumstances.measured


def test_fires_as_likely_on_a_measured_list():
    slate = a_slate(
        personalized=Personalized.MEASURED, disclosed=False, figures={"n": 10, "t": 0.2}
    )
    (claim,) = claims(KIND, a_record(slate))
    assert claim.confidence is Level.LIKELY
    assert claim.circumstances.measured
    assert (claim.measure["n"], claim.measure["t"]) == (10, 0.2)
    assert "compared with what strangers got" in claim.why


def test_fires_as_possible_while_there_is_nothing_to_judge_the_note_by():
    slate = a_slate(personalized=Personalized.MEASURED, disclosed=None)
    (claim,) = claims(KIND, a_record(slate))
    assert claim.confidence is Level.POSSIBLE


def test_fires_on_what_was_delivered_as_data_saying_so():
    slate = a_slate(disclosed=False, disclosure="delivered", heading="", party="recs.example")
    (claim,) = claims(KIND, a_record(slate))
    assert claim.title.endswith(
        "a personal list without a heading of recs.example, no note in what was delivered"
    )
    assert claim.measure["disclosure"] == "delivered"


def test_fires_once_for_all_deliveries_of_a_party():
    later = a_slate(locator="/other", disclosed=True, seen_at=NOON + timedelta(days=1))
    (claim,) = claims(KIND, a_record(later, a_slate(disclosed=False, context="news")))
    assert (claim.measure["lists"], claim.measure["half_visible"]) == (2, 1)
    assert (claim.first_seen, claim.last_seen) == (NOON, NOON + timedelta(days=1))
    assert claim.contexts == ("news",)


def test_fires_lower_where_a_control_stands_beside_the_list():
    (claim,) = claims(KIND, a_record(a_slate(controls=("Not interested",))))
    assert claim.circumstances.eased


@pytest.mark.parametrize(
    "reason",
    [
        {"explanation": "Because you read One"},
        {"items": (Item(rank=1, item="1", title="One", reason="Because you read Two"),)},
    ],
)
def test_stays_silent_where_note_and_reason_stand_beside_the_list(reason):
    record = a_record(a_slate(disclosed=True, **reason))
    assert claims(KIND, record) == []
    assert silences(KIND, record)[0].n == 1


def test_stays_silent_on_ads():
    assert claims(KIND, a_record(a_slate(surface=Surface.AD))) == []


@pytest.mark.parametrize("how", [Personalized.NOT_MEASURED, Personalized.REFUTED])
def test_null_lists_that_are_the_same_for_everyone(how):
    editors = a_slate(surface=Surface.FEED, personalized=how, disclosed=False)
    assert claims(KIND, a_record(editors)) == []
