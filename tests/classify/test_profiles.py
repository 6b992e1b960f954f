"""A value beside what strangers got from the same party under the same name."""

from companion.classify.profiles import Profiles, beyond_doubt, second_profile
from companion.model import FindingKind, Level
from tests.builders import a_record, a_signal
from tests.classify.said import claims

MINE, ONE, OTHER = "k3jd92hf83hd7w2q", "Zr0mPq7LxT5vBn1c", "9u4e-aa61-f02d-88"


def seen(value, visitor="self", times=2, **changes):
    return [
        a_signal(value=value, tokens=(value,), visitor=visitor, exchange=f"{visitor}{n}", **changes)
        for n in range(times)
    ]


def test_a_value_of_ones_own_beside_two_strangers_with_theirs_is_an_identifier():
    assert second_profile(seen(MINE), seen(ONE, "c1") + seen(OTHER, "c2")) is Profiles.OWN


def test_a_value_that_a_stranger_has_too_is_none():
    assert second_profile(seen(MINE), seen(MINE, "c1", times=1)) is Profiles.SAME


def test_one_stranger_is_not_enough():
    assert second_profile(seen(MINE), seen(ONE, "c1")) is Profiles.UNKNOWN


def test_a_value_that_was_seen_once_is_not_proven():
    assert (
        second_profile(seen(MINE, times=1), seen(ONE, "c1") + seen(OTHER, "c2")) is Profiles.UNKNOWN
    )


def test_a_stranger_whose_value_changes_proves_nothing():
    changing = seen(ONE, "c1", times=1) + seen(OTHER, "c1") + seen("another-value-7", "c2")
    assert second_profile(seen(MINE), changing) is Profiles.UNKNOWN


def test_values_that_are_much_alike_prove_nothing():
    like = MINE[:-1] + "x"
    assert second_profile(seen(MINE), seen(like, "c1") + seen(OTHER, "c2")) is Profiles.UNKNOWN


def test_what_strangers_got_under_another_name_or_from_another_party_is_not_compared():
    others = seen(MINE, "c1", name="else") + seen(MINE, "c2", party="else.example")
    assert second_profile(seen(MINE), others) is Profiles.UNKNOWN


def test_a_weak_value_that_passed_is_beyond_doubt():
    weak = seen(MINE, confidence=Level.POSSIBLE, figures={"score": 1})
    assert beyond_doubt(weak).level is Level.OBSERVED


def test_it_fires_as_observed_where_strangers_have_their_own():
    theirs = seen(ONE, "c1") + seen(OTHER, "c2")
    record = a_record(*seen(MINE, confidence=Level.POSSIBLE), every_profile=theirs)
    (claim,) = claims(FindingKind.TRACKING_IDENTIFIER, record)
    assert claim.confidence is Level.OBSERVED


def test_it_stays_silent_where_a_stranger_has_the_same():
    record = a_record(*seen(MINE), every_profile=seen(MINE, "c1"))
    assert not claims(FindingKind.TRACKING_IDENTIFIER, record)
