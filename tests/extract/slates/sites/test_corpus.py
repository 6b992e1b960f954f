"""Lists of real captures are found whether or not anything is known of their sites."""

import pytest

from tests.accuracy.slates import SWITCHED, tallied


@pytest.mark.parametrize(("words", "sites", "least"), SWITCHED, ids=["off", "on"])
def test_labelled_lists_are_found_and_no_others_are_chosen(corpus, words, sites, least):
    tally = tallied(corpus, sites)
    assert tally.recall >= least, tally.missed
    assert not tally.extras
