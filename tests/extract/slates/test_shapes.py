"""Every made shape: planted lists are found whole, nothing else is called chosen."""

import pytest

from companion.decode.locate import find
from companion.extract.slates import explain, slates
from tests.accuracy.shapes import shapes
from tests.accuracy.shapes.score import score

MADE = shapes()
NAMES = [made.name for made in MADE]


@pytest.mark.parametrize("made", MADE, ids=NAMES)
def test_what_was_planted_is_found_and_nothing_else(made):
    assert score(made).complaints == []


@pytest.mark.parametrize("made", MADE, ids=NAMES)
def test_every_locator_leads_back_to_a_place(made):
    places = [place for slate in slates(made.exchange) for place in (slate.locator, *slate.also)]
    assert all(find(made.exchange, place) is not None for place in places)


@pytest.mark.parametrize("made", MADE, ids=NAMES)
def test_explanations_name_the_lists_that_were_taken(made):
    taken = [verdict.locator for verdict in explain(made.exchange) if verdict.taken]
    assert {slate.locator for slate in slates(made.exchange)} <= set(taken)
