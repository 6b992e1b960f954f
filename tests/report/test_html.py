"""The report: one file, no script, nothing from outside, and what sites send stays text."""

import re
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup

from companion.model import FindingKind, Owner, Severity, Test
from companion.report.build import About, Credit, Exhibit, Sources, build
from companion.report.excerpts import Excerpt
from companion.report.html import figures, render
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
        note="sent", seen_at=NOON, address="GET /p", locator="query:uid",
        excerpt=Excerpt(value=excerpt, before="near=", after="&far"),
    )  # fmt: skip
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


def test_what_a_site_did_right_stands_beside_its_findings_alone():
    right = [
        Credit(site="a.example", what="gave a reason", times=3, chances=4),
        Credit(site="a.example", what="put a control", times=1, chances=4),
    ]
    text = render(_report(a_finding(site="a.example"), credited=right))
    assert "gave a reason: 3 of 4; put a control: 1 of 4." in text
    assert "Beside it" not in render(_report(a_finding(site="b.example"), credited=right))


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


def test_only_who_keeps_it_sees_what_stands_around_a_value():
    report = _report(a_finding())
    kept = BeautifulSoup(render(report, redact=False), "html.parser")
    assert kept.find("pre").get_text() == "near=uid=1&far"
    assert kept.find("mark").get_text() == "uid=1"
    assert "near=" not in render(report)
    assert "&amp;far" not in render(report)


@pytest.mark.parametrize("redact", [True, False])
def test_an_imported_file_is_named_only_to_who_keeps_it(redact):
    about = _about(captures=(("ann-lee.har", "Chrome", "ab" * 32), ("b.har", "", "cd" * 32)))
    text = render(_report(about=about), redact=redact)
    assert ("ann-lee.har" in text) is not redact
    assert "ab" * 32 in text
    assert "an unnamed program" in text


def test_text_from_right_to_left_stays_in_its_place():
    text = render(_report(a_finding(title="\u05d0\u05d1\u05d2", site="\u202enoissim.example")))
    assert "<bdi>\u05d0\u05d1\u05d2</bdi>" in text
    assert "\u202e" not in text


def test_figures_are_told_in_words():
    measure = {
        "same_owner": False, "p": 0.012345, "first": "2026-05-03T12:00:00+00:00",
        "day": "2026-05-03",
        "names": tuple("abcdefghij"), "effect": None, "n": 3,
    }  # fmt: skip
    assert dict(figures(measure)) == {
        "same owner": "no", "p": "0.0123", "first": "3 May 2026, 12:00:00 UTC", "day": "2026-05-03",
        "names": "a, b, c, d, e, f, g, h, …", "n": "3",
    }  # fmt: skip


def test_it_can_be_read_aloud_and_jumped_through():
    page = BeautifulSoup(render(_report(a_finding())), "html.parser")
    anchors = {link["href"][1:] for link in page.find_all("a")}
    assert anchors <= {tag["id"] for tag in page.find_all(id=True)}
    assert all(svg.get("aria-hidden") for svg in page.find_all("svg"))
    assert "likely" in page.find("table", class_="grid").get_text()
    assert page.html["lang"] == "en"


def test_the_levels_of_the_page_have_no_gap():
    page = BeautifulSoup(
        render(_report(a_finding(), about=_about(gaps=((NOON, "x"),)))), "html.parser"
    )
    levels = [int(tag.name[1]) for tag in page.find_all(re.compile("^h[1-6]$"))]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_many_sites_of_one_reason_stand_in_one_line():
    silent = [
        Test(
            id=str(n), kind=FindingKind.PII_LEAK, site=f"s{n}.example", surface=None,
            visitor="self", n=2, verdict="not_tested", why="no seeds were given",
        )
        for n in range(8)
    ]  # fmt: skip
    page = BeautifulSoup(render(_report(tests=silent)), "html.parser")
    (row,) = page.select("#silent tbody tr")
    assert "16" in row.get_text()
    assert "s4.example and 3 more sites" in row.get_text()
