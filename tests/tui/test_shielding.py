from companion.contest.route import RouteKind
from companion.contest.shield import ActionKind
from companion.model import FindingKind
from companion.store import findings
from companion.store.open import open_store
from tests.builders import NOON
from tui.contesting import Case, ways
from tui.queries import dossier
from tui.shielding import actions, offers


def offered(path, remedy):
    with open_store(path, readonly=True) as db:
        finding = next(it for it in findings.each(db) if it.kind is FindingKind.PII_LEAK)
        routes = ways(db, dossier(db, finding.id), "DE")
        route = next(it for it in routes if it.remedy == remedy)
        return offers(db, Case(finding=finding, route=route), NOON)


def test_a_way_that_withholds_offers_what_the_evidence_stands_in(morning):
    found = offered(morning, "n-strip-pii")
    assert [(it.kind, it.name) for it in found] == [
        (ActionKind.WITHHOLD, "em"),
        (ActionKind.WITHHOLD, "uid"),
    ]


def test_a_letter_offers_nothing_to_switch_on(morning):
    with open_store(morning, readonly=True) as db:
        finding = next(it for it in findings.each(db) if it.kind is FindingKind.PII_LEAK)
        routes = ways(db, dossier(db, finding.id), "DE")
        route = next(it for it in routes if it.kind is RouteKind.LETTER)
        assert offers(db, Case(finding=finding, route=route), NOON) == ()


def test_nothing_was_ever_held_back_where_nobody_chose_it(morning):
    assert actions(morning) == ()
