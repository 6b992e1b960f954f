"""Profiles say what acts say: nothing sensitive without its dial, nothing after the switch."""

from companion.smallweb.dials import Dials
from companion.smallweb.profile import guesses, labels, segments
from companion.smallweb.world import Act, Person
from tests.smallweb.inside import NOON

OPEN = Dials({"sensitive_segments": 1.0, "opaque_segments": 1.0})
DISCREET = Dials({"sensitive_segments": 0.0, "opaque_segments": 0.0})


def _person(*topics, **changes):
    return Person("p1", NOON, [Act(NOON, "read", topic, "x.test") for topic in topics], **changes)


def test_topics_become_segments_strongest_first():
    person = _person("back-pain", "hiking", "hiking")
    assert segments(person, NOON, OPEN) == ["hiking", "back-pain"]
    assert segments(person, NOON, DISCREET) == ["hiking"]


def test_a_single_act_or_a_faint_interest_makes_no_segment():
    assert segments(_person("hiking"), NOON, OPEN) == []
    assert segments(_person(*["hiking"] * 40, "film"), NOON, OPEN) == ["hiking"]


def test_who_has_switched_it_off_has_no_segments():
    assert segments(_person("hiking", "hiking", personal=False), NOON, OPEN) == []


def test_segments_have_names():
    assert labels(["Outdoor > Hiking"]) == [{"id": "outdoor-hiking", "name": "Outdoor > Hiking"}]


def test_guesses_are_two_and_stay():
    assert len(guesses(_person(), OPEN)) == 2
    assert guesses(_person(), OPEN) == guesses(_person("film"), OPEN)
    assert guesses(_person(), DISCREET) == []
