"""The recommender: equal for strangers, drawn by acts, and narrowing when told to."""

from datetime import timedelta

import pytest

from companion.smallweb.catalogue import pieces
from companion.smallweb.recommend import STRANGER, Taste, chosen, everyone, interests, mixed
from companion.smallweb.world import Act
from tests.smallweb.inside import NOON

STOCK = list(pieces("tube").values())
HIKER = Taste({"hiking": 0.7, "guitar": 0.3})


def _acts(**counts):
    return [Act(NOON, "read", topic, "x.test") for topic, n in counts.items() for _ in range(n)]


def test_interests_are_shares_of_acts():
    assert interests(_acts(hiking=3, guitar=1), NOON) == {"hiking": 0.75, "guitar": 0.25}
    assert interests([], NOON) == {}


def test_what_is_long_ago_weighs_less():
    old = [Act(NOON - timedelta(days=21), "read", "guitar", "x.test")]
    assert interests([*old, *_acts(hiking=1)], NOON) == {
        "hiking": pytest.approx(2 / 3),
        "guitar": pytest.approx(1 / 3),
    }


def test_all_get_the_same_order_and_the_day_moves_it():
    assert everyone(STOCK, "monday") == everyone(reversed(STOCK), "monday")
    assert everyone(STOCK, "monday") != everyone(STOCK, "tuesday")


def test_a_taste_gets_its_topics_and_the_stronger_one_more():
    first = [piece.topic for piece in chosen(STOCK, HIKER, 1)[:10]]
    assert set(first) <= {"hiking", "guitar"}
    assert first.count("hiking") > first.count("guitar")


def test_what_was_seen_comes_last():
    seen = chosen(STOCK, HIKER, 1)[0].id
    assert chosen(STOCK, Taste(HIKER.interests, frozenset({seen})), 1)[-1].id == seen


def test_a_stranger_is_chosen_nothing():
    assert chosen(STOCK, STRANGER, 1) == []
    assert [pick.piece for pick in mixed(STOCK, STRANGER, 1, 1, 8)] == everyone(STOCK, 1)[:8]


@pytest.mark.parametrize(("share", "personal"), [(0, 0), (0.1, 1), (0.5, 5), (1, 10)])
def test_a_mixed_list_has_the_share_that_was_asked_for(share, personal):
    picks = mixed(STOCK, HIKER, share, 1, 10)
    assert sum(pick.personal for pick in picks) == personal
    assert len({pick.piece for pick in picks}) == 10


def test_personal_places_are_spread_over_the_list():
    assert [pick.personal for pick in mixed(STOCK, HIKER, 0.5, 1, 6)] == [
        True, False, True, False, True, False,
    ]  # fmt: skip


def test_narrowed_to_the_end_one_topic_is_left():
    narrow = Taste(HIKER.interests, narrowed=1.0)
    assert {piece.topic for piece in chosen(STOCK, narrow, 1)} == {"hiking"}


def test_faded_topics_are_left_out_of_what_is_for_all():
    faded = Taste(HIKER.interests, faded=frozenset({"film", "science"}))
    topics = {pick.piece.topic for pick in mixed(STOCK, faded, 0.2, 1, 60)}
    assert not topics & {"film", "science"}
    assert "cooking" in topics


def test_a_list_is_no_longer_than_its_stock():
    assert len(mixed(STOCK[:3], HIKER, 0.5, 1, 10)) == 3
