from datetime import timedelta

from companion.model import FindingKind, Level, Severity
from companion.report.priorities import folded, headlines
from tests.builders import NOON, a_finding


def test_at_most_three_of_different_kinds_gravest_first():
    kinds = list(FindingKind)[:5]
    found = [a_finding(kind=kind, severity=Severity(n)) for n, kind in enumerate(kinds, 1)]
    again = a_finding(kind=kinds[4], severity=Severity.GRAVEST, party="other.example")
    shown = headlines([*found, again])
    assert [finding.severity for finding in shown] == [5, 4, 3]
    assert len({finding.kind for finding in shown}) == 3


def test_curation_comes_before_what_others_also_show_at_equal_severity():
    pii = a_finding(kind=FindingKind.PII_LEAK, confidence=Level.OBSERVED)
    curation = a_finding(kind=FindingKind.INVISIBLE_CURATION, confidence=Level.POSSIBLE)
    reuse = a_finding(kind=FindingKind.CROSS_CONTEXT_REUSE, confidence=Level.LIKELY)
    assert headlines([pii, curation, reuse]) == (reuse, curation, pii)


def test_curation_does_not_pass_what_is_graver():
    pii = a_finding(kind=FindingKind.PII_LEAK, severity=Severity.GRAVEST)
    curation = a_finding(kind=FindingKind.INVISIBLE_CURATION, severity=Severity.SERIOUS)
    assert headlines([curation, pii]) == (pii, curation)


def test_the_surer_then_the_newer_of_a_kind_is_shown():
    old = a_finding(party="a.example")
    new = a_finding(party="b.example", last_seen=NOON + timedelta(days=1))
    sure = a_finding(party="c.example", confidence=Level.OBSERVED)
    assert headlines([new, old]) == (new,)
    assert headlines([old, sure, new]) == (sure,)


def test_nothing_found_shows_nothing():
    assert headlines([]) == ()
    assert folded([], ()) == ()


def test_the_rest_is_folded_by_party_the_most_first():
    found = [a_finding(party=party, site=f"s{n}.example") for n, party in enumerate("abbb")]
    assert folded(found, found[1:2]) == (("b", 2), ("a", 1))


def test_what_is_shown_is_not_folded():
    finding = a_finding()
    assert folded([finding], [finding]) == ()


def test_what_was_tested_among_many_leads_by_its_stricter_p():
    weak = a_finding(kind=FindingKind.INVISIBLE_CURATION, measure={"n": 5, "p_headline": 0.2})
    strong = a_finding(kind=FindingKind.INVISIBLE_CURATION, measure={"n": 5, "p_headline": 0.01})
    assert headlines([weak]) == ()
    assert headlines([strong]) == (strong,)
