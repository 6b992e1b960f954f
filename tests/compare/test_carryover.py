"""A topic that comes from elsewhere, by days."""

from datetime import timedelta

import pytest

from companion.compare.carryover import carried_over
from companion.compare.proportion import fisher_p
from tests.builders import NOON


def lists(first: int, last: int, on=lambda day: False, topic: str = "sport"):
    """A list a day; the topic is in it on some days."""
    return [
        (NOON + timedelta(days=day), frozenset({topic, "news"} if on(day) else {"news"}))
        for day in range(first, last)
    ]


ACTS = {"sport": [NOON, NOON + timedelta(days=8)]}
MINE = [*lists(-15, 1), *lists(1, 16, lambda day: day % 4 > 0)]
CALM = lists(-15, 16)


def test_the_figures_of_the_method_book():
    assert fisher_p((6, 2), (3, 17)) == pytest.approx(0.0048, abs=5e-5)


def test_what_comes_only_after_the_act_and_not_to_strangers_is_shown():
    (found,) = carried_over(MINE, CALM, ACTS).tested
    assert found.shown
    assert (found.topic, found.first) == ("sport", NOON)
    assert found.before[0] == found.strangers[0] == 0
    assert found.p == found.q < 0.05


def test_a_season_is_not_shown():
    season = carried_over(MINE, lists(-15, 16, lambda day: day % 4 > 0), ACTS)
    assert not season.tested[0].shown


def test_what_was_listed_before_is_not_shown():
    always = lists(-15, 16, lambda day: day % 4 > 0)
    assert not any(it.shown for it in carried_over(always, CALM, ACTS).tested)


def test_what_the_first_look_does_not_suspect_is_not_tested():
    found = carried_over(CALM, CALM, ACTS)
    assert (found.tested, found.few) == ((), 0)


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [(MINE[10:], CALM), (MINE[:20], CALM), (MINE, CALM[:12]), (MINE, [])],
    ids=["before", "after", "strangers before", "no strangers"],
)
def test_too_few_days_are_not_tested(mine, theirs):
    found = carried_over(mine, theirs, ACTS)
    assert (found.tested, found.few) == ((), 1)


def test_days_long_after_the_last_act_do_not_count():
    late = [*lists(-15, 1), *lists(40, 60, lambda day: True)]
    assert carried_over(late, CALM, ACTS).few == 1


def test_several_suspected_topics_are_corrected_together():
    two = [
        (at, topics | ({"travel"} if at > NOON and at.day % 3 else set())) for at, topics in MINE
    ]
    found = carried_over(two, CALM, ACTS | {"travel": ACTS["sport"]}).tested
    assert len(found) == 2
    assert all(it.q >= it.p for it in found)
