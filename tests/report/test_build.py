"""What a report says, before it is written down."""

from companion.model import FindingKind, Owner, Severity, Test
from companion.report.build import About, Exhibit, Sources, build, silences
from tests.builders import NOON, a_finding

ABOUT = About(
    made_at=NOON, version="1", begins=NOON, ends=NOON, exchanges=1, sites=1, made_up=False,
    gaps=(), limits=(), captures=(), uninspected=(), excluded=0,
)  # fmt: skip
NOTHING = Sources(lambda _party: None, lambda _finding: ())


def a_test(**changes):
    defaults = {
        "id": "t", "kind": FindingKind.NARROWING, "site": "a.example", "surface": None,
        "visitor": "self", "n": 3, "verdict": "not_tested", "why": "too little",
    }  # fmt: skip
    return Test(**(defaults | changes))


def test_the_gravest_comes_first():
    found = [a_finding(party=f"{n}.example", severity=Severity(n)) for n in (1, 4, 2)]
    report = build(ABOUT, found, [], [], NOTHING)
    assert [int(one.finding.severity) for one in report.findings] == [4, 2, 1]


def test_evidence_beyond_the_first_is_counted():
    finding = a_finding(evidence=a_finding().evidence * 9)
    sources = Sources(lambda _party: None, lambda _finding: (Exhibit(note="x"),) * 9)
    (shown,) = build(ABOUT, [finding], [], [], sources).findings
    assert (len(shown.exhibits), shown.more_evidence) == (5, 4)


def test_each_source_of_owners_is_named_once():
    owner = Owner(name="Ads", source="s", date="2026")
    found = [a_finding(party=party) for party in ("a.example", "b.example")]
    report = build(ABOUT, found, [], [], Sources(lambda _party: owner, lambda _finding: ()))
    assert report.owners == (("Ads", "s", "2026"),)


def test_tests_of_one_reason_are_told_together_with_what_they_looked_at():
    (one,) = silences([a_test(), a_test(site="b.example", n=4), a_test(n=5)])
    assert (one.sites, one.n) == (("a.example", "b.example"), 12)


def test_what_was_tested_comes_before_what_was_not():
    verdicts = ("missing", "not_tested", "inconclusive", "no_difference")
    told = silences([a_test(verdict=verdict) for verdict in verdicts])
    assert [one.verdict for one in told] == list(reversed(verdicts))


def test_a_test_that_found_something_is_not_silent():
    assert silences([a_test(verdict="differs"), a_test(verdict="personal")]) == ()
