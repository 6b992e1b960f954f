"""Before a run it is said what it costs and what it can show."""

import pytest

from companion.audit.forecast import forecast
from tests.audit.made import a_plan


def _said(tmp_path, **changes):
    return "\n".join(forecast(a_plan(tmp_path, **changes)))


def test_pages_time_and_hash_are_told(tmp_path, plan):
    said = _said(tmp_path)
    assert plan.hash in said
    assert "5 blocks, 15 fresh browsers, 25 pages on news.example" in said
    assert "click A walk" in said


def test_the_distance_of_blocks_counts_for_the_time(tmp_path):
    assert "about 40" in _said(tmp_path, gap_minutes="10") or "about 41" in _said(
        tmp_path, gap_minutes="10"
    )


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, "hiker, lists: “differs” is within reach (smallest p 0.0041), “because of what it"
             " did” is within reach (10 strangers"),
        ({"blocks": "2"}, "2 blocks are a description; 5 allow a claim"),
        ({"measures": '["prices"]'}, "hiker, prices: out of reach with 2 strangers a block"),
        ({"measures": '["consent"]'}, "hiker, counts: “differs” is within reach"),
    ],
)  # fmt: skip
def test_what_is_within_reach_is_told(tmp_path, changes, told):
    assert told in _said(tmp_path, **changes)


def test_one_stranger_shows_nothing_of_lists(tmp_path, plan):
    text = plan.text.replace("repeats = 2", "repeats = 1")
    said = "\n".join(forecast(a_plan(tmp_path, text)))
    assert "hiker, lists: out of reach; two strangers a block" in said
    counted = a_plan(tmp_path, text.replace('"lists"', '"consent"'))
    assert "because of what it did” is out of reach" in "\n".join(forecast(counted))


def test_the_scene_of_a_visitor_is_told(tmp_path, plan):
    text = plan.text.replace('role = "subject"', 'role = "subject"\ngpc = true\nlanguage = "de"')
    said = "\n".join(forecast(a_plan(tmp_path, text)))
    assert "language de; Global Privacy Control on" in said
