"""Labels that nothing in the record explains."""

from datetime import timedelta

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
