from dataclasses import replace

import numpy as np
import pytest

from companion.compare.claims import verdicts
from companion.compare.effect import Effect
from companion.compare.measure import Measured
from companion.model import Level
from tests.builders import NOON


def measured(**changes) -> Measured:
    defaults = {
        "site": "news.example",
        "place": "home | items | for you",
        "n": 5,
        "needed": 5,
        "strangers": 10,
        "pooled": False,
        "effect": Effect(0.2, (0.1, 0.3)),
        "p": 0.004,
        "repeated": True,
        "next_look": 10,
        "first": NOON,
        "last": NOON,
    }
    return Measured(**(defaults | changes))


def verdict(**changes):
    return verdicts([measured(**changes)])[0]


def test_lists_that_differ_may_be_a_lottery():
    found = verdict()
    assert (found.word, found.level) == ("differs", Level.LIKELY)
    assert found.sentence == (
        "Likely: your list differs from strangers' lists (5 rounds, difference 0.20 (95 % between "
        "0.10 and 0.30), p = 0.004; about 1 in 20 such flags may be wrong if the test's "
        "assumptions hold); it may be a random test group"
    )


def test_because_of_you():
    found = verdict(because=0.001, way="acts")
    assert (found.word, found.level) == ("personal", Level.LIKELY)
    assert found.sentence.startswith("Likely: your list differs because of your profile (")


def test_standing_apart_from_twenty_strangers_may_still_be_a_test_group():
    assert verdict(n=10, because=1 / 21, way="strangers", outside=1 / 21).word == "differs"


def test_standing_apart_from_ninety_nine_is_no_chance():
    assert verdict(n=50, because=1 / 100, way="strangers", outside=1 / 100).word == "personal"


def test_one_day_is_possible_only():
    found = verdict(repeated=False, because=0.001)
    assert (found.word, found.level) == ("differs", Level.POSSIBLE)
    assert found.sentence.endswith("what would settle it: rounds on another day")


def test_pooled_lists_are_possible_only():
    found = verdict(pooled=True, effect=Effect(0.2, None), n=30, strangers=30, because=0.001)
    assert (found.word, found.level) == ("differs", Level.POSSIBLE)
    assert "30 strangers" in found.sentence
    assert found.sentence.endswith("lists of strangers within the same minute")


def test_a_small_effect_is_no_difference_that_matters():
    found = verdict(effect=Effect(0.02, (0.01, 0.03)))
    assert (found.word, found.level) == ("no_difference", None)
    assert found.sentence == (
        "We compared 5 rounds and saw no difference above 0.05; smaller ones could hide."
    )


def test_a_wide_interval_says_nothing_yet():
    found = verdict(effect=Effect(0.01, (-0.1, 0.12)), p=0.4)
    assert (found.word, found.level) == ("inconclusive", None)
    assert found.sentence == "Cannot say yet: 5 more rounds needed."


def test_a_hint_is_possible_not_shown():
    found = verdict(effect=Effect(0.1, (-0.02, 0.22)), p=0.12)
    assert (found.word, found.level) == ("inconclusive", Level.POSSIBLE)
    assert found.sentence.startswith("Possible, not shown: your list differs (")
    assert found.sentence.endswith("what would settle it: 5 more rounds")


def test_after_the_last_look_many_more_are_needed():
    found = verdict(effect=Effect(0.0, (-0.1, 0.1)), p=0.9, n=40, next_look=None)
    assert found.sentence == "Cannot say yet: many more rounds needed."


def test_too_little_data():
    found = verdict(n=3, p=None)
    assert (found.word, found.sentence) == ("not_tested", "Too little data (3 of 5 needed).")


def test_what_could_not_be_compared_is_missing():
    found = verdict(n=0, p=None, missing=("a stranger got a sign-in page",))
    assert found.word == "missing"
    assert found.sentence == "missing: not comparable (a stranger got a sign-in page)"


def test_among_many_places_one_chance_hit_is_not_enough():
    family = [measured(p=0.03), *(measured(p=0.5, effect=Effect(0, (-1, 1))) for _ in range(9))]
    found = verdicts(family)
    assert found[0].q == pytest.approx(0.3)
    assert found[0].headline == pytest.approx(0.3)
    assert found[0].family == 10
    assert found[0].word == "inconclusive"


def test_places_that_were_not_tested_are_not_in_the_family():
    found = verdicts([measured(), measured(p=None)])
    assert [one.family for one in found] == [1, 1]
    assert found[1].q is None


def test_levels_never_rise_by_less_data():
    strong = measured(because=0.001)
    for weaker in ({"p": 0.2}, {"repeated": False}, {"pooled": True}, {"because": None}):
        assert verdicts([replace(strong, **weaker)])[0].word != "personal"


def test_figures_are_finite():
    assert np.isfinite(verdict().q)
