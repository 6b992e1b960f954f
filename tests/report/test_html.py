"""The report: one file, no script, nothing from outside, and what sites send stays text."""

import re

import pytest
from bs4 import BeautifulSoup

from companion.model import FindingKind, Owner, Severity, Test
from companion.report.build import About, Credit, Exhibit, Sources, build
from companion.report.html import bars, render
from tests.builders import NOON, a_finding

HOSTILE = "<script>alert(1)</script>\x1b[31m\u202e{{ 7*7 }}\"'"
OWNER = Owner(name="Ads Inc", source="own table", date="2026-11-01")


def _about(**changes):
    defaults = {
        "made_at": NOON, "version": "1", "begins": NOON, "ends": NOON, "exchanges": 3, "sites": 1,
        "made_up": False, "gaps": (), "limits": (), "captures": (), "uninspected": (),
        "excluded": 0,
    }  # fmt: skip
    return About(**(defaults | changes))


def _report(*findings, about=None, tests=(), credited=(), excerpt="uid=1", owner=None):
    exhibit = Exhibit(
        note="sent", seen_at=NOON, address="GET /p", locator="query:uid", excerpt=excerpt
    )
    sources = Sources(lambda _party: owner, lambda _finding: (exhibit, Exhibit(note="forgotten")))
    return build(about or _about(), findings, tests, credited, sources)


def test_there_is_no_script_and_nothing_from_outside():
    page = BeautifulSoup(render(_report(a_finding())), "html.parser")
    assert not page.find_all(["script", "link", "img", "iframe"])
    assert not re.search(r"(?:src|href|url)\s*[=(]\s*['\"]?https?:", str(page))


def test_what_a_site_sent_stays_text():
    hostile = a_finding(title=HOSTILE, why=HOSTILE, party=HOSTILE, innocent=(HOSTILE,))
    tests = (
        Test(
            id="t", kind=FindingKind.NARROWING, site=HOSTILE, surface=None, visitor="self", n=0,
            verdict="not_tested", why=HOSTILE,
        ),
    )  # fmt: skip
    about = _about(
        gaps=((NOON, HOSTILE),), limits=(HOSTILE,), captures=((HOSTILE, HOSTILE, "ab"),),
        uninspected=(HOSTILE,),
    )  # fmt: skip
    text = render(_report(hostile, about=about, tests=tests, excerpt=HOSTILE))
    assert "<script" not in text
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "{{ 7*7 }}" in text


def test_a_finding_shows_evidence_innocent_readings_and_limits():
    text = render(_report(a_finding(), owner=OWNER))
    for words in (
        a_finding().title, a_finding().innocent[0], a_finding().limits[0], "query:uid", "uid=1",
        "Ads Inc according to own table, 2026-11-01", "forgotten",
    ):  # fmt: skip
        assert words in text


def test_three_of_different_kinds_come_first():
    kinds = list(FindingKind)[:5]
    report = _report(*(a_finding(kind=kind, severity=Severity(2)) for kind in kinds))
    assert len(report.headlines) == 3
    assert len({shown.finding.kind for shown in report.headlines}) == 3
    assert len(report.findings) == 5


def test_tests_that_found_nothing_are_told_with_their_denominator():
    silent = Test(
        id="t", kind=FindingKind.PII_LEAK, site="a.example", surface=None, visitor="self", n=17,
        verdict="not_tested", why="no seeds were given",
    )  # fmt: skip
    text = render(_report(tests=(silent,)))
    assert "no seeds were given" in text
    assert "<td>17</td>" in text


def test_what_sites_did_right_is_told():
    credit = Credit(site="a.example", what="gave a reason", times=3, chances=4)
    assert "3 of 4" in render(_report(credited=(credit,)))


def test_an_empty_record_says_so():
    text = render(_report(about=_about(begins=None, ends=None)))
    assert "Nothing that can be claimed was found" in text
    assert "unknown" in text


@pytest.mark.parametrize("made_up", [True, False])
def test_made_up_data_is_called_so(made_up):
    assert ("Made-up data" in render(_report(about=_about(made_up=made_up)))) is made_up


def test_for_sharing_identifiers_are_masked():
    secret = "k3jd92hf83hd7w2qk3jd92hf"
    report = _report(a_finding(), excerpt=f"uid={secret}")
    assert secret not in render(report)
    assert secret in render(report, redact=False)


def test_it_prints_on_paper():
    assert "@media print" in render(_report())


def test_bars_are_as_long_as_their_counts():
    assert bars((("a", 4), ("b", 1))) == [("a", 4, 1000), ("b", 1, 250)]
    assert bars(()) == []
