"""How far it goes, and what was done right, each with a denominator."""

from datetime import timedelta

import pytest

from companion.model import FindingKind, Measured, Personalized, Severity, Surface, Test
from companion.trust.credits import apart, beside, contested, extents, refused
from tests.builders import NOON
from tests.trust.test_weeks import AT, SITE, a_datum, a_list, a_refusal

REUSE = FindingKind.CROSS_CONTEXT_REUSE


def a_check(contest, verdict, **changes):
    fields = {
        "id": f"{contest} {verdict}",
        "contest": contest,
        "when": "after",
        "since": NOON,
        "until": NOON,
        "n": 20,
        "hits": 0,
        "verdict": verdict,
        "kind": FindingKind.TRACKING_IDENTIFIER,
        "site": SITE,
        "party": "ads.example",
        "severity": Severity.TRACE,
        "title": "",
    }
    return Measured(**fields | changes)


def a_test(verdict="no_difference", n=8, **changes):
    fields = {"id": "t", "kind": REUSE, "site": SITE, "surface": None, "visitor": "self"}
    return Test(**fields | {"n": n, "verdict": verdict, "why": ""} | changes)


def counts(found):
    return [(it.times, it.chances) for it in found]


def test_lists_are_told_apart_by_what_is_known_of_them_and_by_part_of_life():
    lists = [
        a_list(personalized=Personalized.DECLARED, context="news"),
        a_list(personalized=Personalized.MEASURED, context="news"),
        a_list(personalized=Personalized.REFUTED, context="news"),
        a_list(context="news"),
        a_list(),
    ]
    none, news = extents(lists)
    assert (none.context, none.lists, none.untested) == (None, 1, 1)
    assert (news.lists, news.personal, news.same, news.untested) == (4, 2, 1, 1)


def test_ads_are_no_lists_that_are_compared():
    assert extents([a_list(surface=Surface.AD)]) == []


def test_what_stands_beside_lists_is_credited():
    lists = [a_list(disclosed=True, reasons=("So",)), a_list(control=True), a_list()]
    assert counts(beside(SITE, lists)) == [(1, 3), (1, 3), (1, 3)]
    assert list(beside(SITE, [a_list()])) == []


def test_a_refusal_after_which_nothing_went_is_credited():
    seen = a_datum(party=SITE)
    assert counts(refused(SITE, [seen], [a_refusal()], ())) == [(1, 1)]


def test_of_two_refusals_one_may_have_been_kept():
    chosen = [
        a_refusal(days=9),
        a_refusal(days=6, refused=False),
        a_refusal(days=3),
    ]
    early = AT - timedelta(days=8)
    data = [a_datum(first=early, last=early), a_datum(party=SITE)]
    assert counts(refused(SITE, data, chosen, ())) == [(1, 2)]


@pytest.mark.parametrize(
    ("data", "chosen", "blind"),
    [
        ([a_datum()], [a_refusal()], ()),
        ([], [a_refusal()], ()),
        ([a_datum(party=SITE)], [a_refusal(made=False)], ()),
        ([a_datum(party=SITE)], [a_refusal(refused=False)], ()),
        ([a_datum(party=SITE)], [], ()),
        ([a_datum(party=SITE)], [a_refusal()], {FindingKind.CONSENT_IGNORED}),
    ],
    ids=["something went", "nothing came after", "a default", "a grant", "no choice", "not tested"],
)
def test_no_refusal_is_credited(data, chosen, blind):
    assert list(refused(SITE, data, chosen, blind)) == []


def test_contests_that_worked_are_credited_by_their_last_check():
    checks = [a_check("a", "no effect"), a_check("a", "worked"), a_check("b", "no effect")]
    assert counts(contested(SITE, [*checks, a_check("c", "can't tell")])) == [(1, 2)]


def test_a_contest_that_did_not_work_is_no_credit():
    assert list(contested(SITE, [a_check("a", "worked"), a_check("a", "no effect")])) == []
    assert list(contested(SITE, [])) == []


def test_no_reuse_in_what_was_looked_at_is_credited():
    assert counts(apart(SITE, [a_test()], ())) == [(8, 8)]


@pytest.mark.parametrize(
    ("looked", "met"),
    [
        ([a_test()], {REUSE}),
        ([a_test(n=0)], ()),
        ([a_test("not_tested")], ()),
        ([a_test(kind=FindingKind.NARROWING)], ()),
    ],
    ids=["reuse was found", "nothing to look at", "not tested", "something else"],
)
def test_no_lack_of_reuse_is_credited(looked, met):
    assert list(apart(SITE, looked, met)) == []
