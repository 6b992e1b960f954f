from datetime import date

import pytest

from companion.contest.route import RouteKind
from companion.model import FindingKind
from companion.store import findings
from companion.store.open import open_store
from tui.contesting import Case, letter, ways
from tui.queries import dossier


@pytest.fixture
def filled(morning):
    held = open_store(morning, readonly=True)
    yield held
    held.close()


def test_a_letter_carries_its_exhibits(filled):
    finding = next(it for it in findings.each(filled) if it.kind is FindingKind.PII_LEAK)
    found = dossier(filled, finding.id)
    found_ways = ways(filled, found, "DE")
    letters = [it for it in found_ways if it.kind is RouteKind.LETTER and it.letter]
    text = letter(filled, Case(finding=finding, route=letters[0]), date(2026, 5, 4), "en")
    assert "ads.example" in text
    assert "query:em" in text


def test_a_way_without_a_letter_has_none(filled):
    finding = next(iter(findings.each(filled)))
    found = dossier(filled, finding.id)
    way = next(it for it in ways(filled, found, "") if not it.letter)
    assert letter(filled, Case(finding=finding, route=way), date(2026, 5, 4), "en") == ""
