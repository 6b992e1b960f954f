"""The tables are read strictly, every id resolves, every claim has a source and a date."""

import re
from urllib.parse import urlsplit

import pytest

from companion.contest.knowledge import knowledge, read
from companion.errors import UnreadableInput
from companion.model import FindingKind

K = knowledge()
DATE = re.compile(r"(20\d\d(-\d\d){0,2}|unknown)$")
DATED = ("service", "portal", "authority", "residence")


def _unresolved(ids, table):
    return sorted(set(ids) - set(table))


def test_every_kind_of_finding_has_remedies():
    assert _unresolved((kind.value for kind in FindingKind), K.finding) == []


@pytest.mark.parametrize(
    ("ids", "table"),
    [
        ([it for plan in K.finding.values() for it in plan.remedies], K.remedy),
        ([it for plan in K.finding.values() for it in plan.evidence], K.measurement),
        ([plan.verify for plan in K.finding.values()], K.measurement),
        ([it for plan in K.finding.values() for it in plan.rights], K.right),
        ([it for remedy in K.remedy.values() for it in remedy.rights], K.right),
        ([remedy.verify for remedy in K.remedy.values()], K.measurement),
        ([remedy.letter for remedy in K.remedy.values() if remedy.letter], K.letter),
        ([it for remedy in K.remedy.values() for it in remedy.portals], K.portal),
        ([it for letter in K.letter.values() for it in letter.rights], K.right),
        ([it for letter in K.letter.values() for it in letter.evidence], K.measurement),
        ([it for letter in K.letter.values() for it in letter.follow_up], K.letter),
        ([right.jurisdiction for right in K.right.values()], K.jurisdiction),
        ([right.instrument for right in K.right.values()], K.instrument),
        ([it for right in K.right.values() for it in right.cases], K.case),
        ([it.jurisdiction for it in K.instrument.values()], K.jurisdiction),
        ([it.jurisdiction for it in K.residence.values()], K.jurisdiction),
        ([it.clock for it in K.jurisdiction.values()], K.clock),
    ],
)
def test_ids_resolve(ids, table):
    assert _unresolved(ids, table) == []


def test_regions_are_jurisdictions():
    regions = {it for remedy in K.remedy.values() for it in remedy.regions} - {"all"}
    assert _unresolved(regions, K.jurisdiction) == []


def test_every_right_has_sources_and_says_how_it_was_checked():
    for right in K.right.values():
        assert right.sources, right.id
        assert right.verified in {"primary", "secondary", "dataset", "unverified"}, right.id


@pytest.mark.parametrize("table", DATED)
def test_every_fact_has_a_source_and_a_date(table):
    for row in getattr(K, table).values():
        controls = getattr(row, "control", ())
        claims = [it for it in (row, *controls) if hasattr(it, "source")]
        if getattr(row, "contact_source", ""):
            assert DATE.match(row.contact_date)
        for claim in claims:
            assert claim.source
            assert DATE.match(claim.source_date)


def test_sources_begin_with_a_known_prefix():
    known = set(K.source)
    rows = [*K.right.values(), *K.case.values(), *K.us_state.values(), *K.clock.values()]
    found = {source.partition(":")[0] for row in rows for source in row.sources}
    controls = [it for service in K.service.values() for it in service.control]
    parts = [part for it in controls for part in it.source.split("; ")]
    found |= {part.partition(":")[0] for part in parts}
    assert found - known == set()


def test_every_source_has_a_licence():
    assert all(it.licence and it.date for it in K.source.values())


def test_links_are_addresses_of_the_web():
    links = [c.url for it in K.service.values() for c in it.control if c.url]
    links += [it.url for it in K.portal.values()]
    assert all(urlsplit(it).scheme in {"http", "https"} and urlsplit(it).hostname for it in links)


def test_texts_for_people_hold_no_forbidden_word():
    shown = [it.title for it in K.remedy.values()] + [it.title for it in K.finding.values()]
    shown += [it.how + it.expected_effect + it.limits for it in K.remedy.values()]
    words = ("ignored", "violat", "illegal", "spies", "manipulat", "steal", "secretly")
    assert [text for text in shown if any(word in text.lower() for word in words)] == []


def test_an_unknown_table_is_named():
    with pytest.raises(UnreadableInput, match=r"x\.toml has an unknown table 'nothing'"):
        read({"x.toml": '[[nothing]]\nid = "a"'})


def test_an_unknown_key_is_named_with_its_row():
    with pytest.raises(UnreadableInput, match=r"x\.toml, state a has an unknown key 'sense'"):
        read({"x.toml": '[[state]]\nid = "a"\nmeaning = "m"\nsense = "s"'})


def test_a_missing_key_is_named_with_its_row():
    with pytest.raises(UnreadableInput, match=r"x\.toml, state a lacks a key: .*meaning"):
        read({"x.toml": '[[state]]\nid = "a"'})


def test_missing_tables_are_named():
    with pytest.raises(UnreadableInput, match="no table holds source, jurisdiction"):
        read({"x.toml": '[[state]]\nid = "a"\nmeaning = "m"'})
