"""Labels that nothing in the record explains."""

from datetime import timedelta

import pytest

from companion.model import FindingKind, Level, SignalKind
from tests.builders import NOON, a_record, a_signal, an_act
from tests.classify.said import claims, silences

KIND = FindingKind.OPAQUE_INFERENCE


def label(**changes):
    defaults = {"kind": SignalKind.SEGMENT, "name": "interest", "value": "angling"}
    return a_signal(**(defaults | changes))


def acts(count=12, text="Cake recipes"):
    return [an_act(text=text, seen_at=NOON - timedelta(days=n + 1)) for n in range(count)]


def test_fires_as_possible_when_no_act_has_to_do_with_the_label():
    (claim,) = claims(KIND, a_record(label(confidence=Level.OBSERVED), *acts()))
    assert claim.confidence is Level.POSSIBLE
    assert 'that no act in the record explains: "angling"' in claim.title
    assert "None of 12 acts since 3 April 2026 has to do with it." in claim.why


def test_stays_silent_when_an_act_explains_it():
    record = a_record(label(), *acts(), an_act(text="Angling at dawn", seen_at=NOON))
    assert claims(KIND, record) == []
    assert silences(KIND, record)[0].verdict == "no_difference"


def test_stays_silent_when_the_site_or_its_part_of_life_explains_it():
    assert claims(KIND, a_record(label(), *acts(), an_act(context="angling"))) == []
    assert claims(KIND, a_record(label(), *acts(), an_act(site="anglers.example"))) == []


def test_fires_when_the_act_came_only_after_the_label():
    later = an_act(text="Angling at dawn", seen_at=NOON + timedelta(hours=1))
    assert len(claims(KIND, a_record(label(), *acts(), later))) == 1


def test_stays_silent_on_codes_and_scores():
    record = a_record(label(value="12345"), label(kind=SignalKind.SCORE), *acts())
    assert claims(KIND, record) == []


def test_null_a_record_too_short_is_not_tested():
    (silence,) = silences(KIND, a_record(label(), *acts(3)))
    assert (silence.verdict, silence.n) == ("not_tested", 3)
    young = a_record(label(), *acts(), begins=NOON - timedelta(days=2))
    assert silences(KIND, young)[0].verdict == "not_tested"
    assert "acts in 2 days; 10 in 14 are needed" in silences(KIND, young)[0].why
    assert claims(KIND, young) == []


def test_an_act_too_long_ago_is_told_as_the_nearest():
    old = an_act(text="Angling at dawn", seen_at=NOON - timedelta(days=40), exchange="old")
    record = a_record(label(), *acts(), old, begins=NOON - timedelta(days=60))
    (claim,) = claims(KIND, record)
    assert (
        "has to do with it enough; the nearest is “Angling at dawn” on 24 March 2026" in claim.why
    )
    assert claim.evidence[-1].act == old.id
    assert 0 < claim.measure["best_p"] < 0.3


def test_a_sensitive_and_exact_label_reaches_further_over_the_acts():
    (broad,) = claims(KIND, a_record(label(), *acts()))
    exact = label(value="Angling 50-75", figures={"sensitive_weight": 1.0})
    (narrow,) = claims(KIND, a_record(exact, *acts()))
    assert (broad.measure["over"], narrow.measure["over"]) == (0.49, 1.0)


def sure(value, n_acts):
    """A label that an act explains, with a score beside it, and acts that came to the party."""
    one = label(locator="/user/label")
    score = a_signal(kind=SignalKind.SCORE, name="score", value=value, locator="/user/score")
    done = [*acts(), an_act(text="Angling at dawn", seen_at=NOON)]
    quiet = done[n_acts:]
    reaches = {(it.id, "ads.example"): 0.5 for it in quiet[:-1]}
    return a_record(one, score, *done, reaches=reaches)


def test_fires_on_a_label_that_is_sure_after_two_acts():
    (claim,) = claims(KIND, sure("0.93", 1))
    assert "sure of itself after few acts" in claim.title
    assert "angling: stated as 93% sure after 2 acts that came to ads.example." in claim.why
    assert (claim.measure["fast"], claim.confidence) == (1, Level.POSSIBLE)


def test_stays_silent_on_an_unsure_label_and_after_many_acts():
    assert claims(KIND, sure("0.5", 1)) == []
    assert claims(KIND, sure("0.93", 6)) == []


def test_what_comes_after_the_last_label_changes_nothing():
    later = [an_act(seen_at=NOON + timedelta(days=n), exchange=f"l{n}") for n in range(1, 41)]
    record = a_record(label(), *acts(3), *later, ends=NOON + timedelta(days=40))
    assert silences(KIND, record)[0].n == 3


def test_a_site_without_labels_has_nothing_to_explain_however_long_the_record():
    (silence,) = silences(KIND, a_record(*acts()))
    assert (silence.n, silence.verdict) == (0, "no_difference")


@pytest.mark.parametrize(("reach", "fires"), [(0.3, False), (0.0, True)])
def test_an_act_that_came_to_the_party_by_a_partner_explains_and_one_that_did_not_does_not(
    reach, fires
):
    act = an_act(text="Angling at dawn", seen_at=NOON - timedelta(days=1), exchange="a")
    record = a_record(label(), *acts(), act, reaches={(act.id, "ads.example"): reach})
    assert bool(claims(KIND, record)) is fires
