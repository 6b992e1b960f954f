from companion.contest.knowledge import knowledge
from companion.contest.places import place
from companion.contest.route import RouteKind
from companion.contest.situation import Situation, begun, laws, limits
from companion.model import FindingKind
from tests.builders import a_finding


def a_situation(country: str, **changes) -> Situation:
    finding = a_finding(**{"kind": FindingKind.PII_LEAK} | changes)
    plan = knowledge().finding[finding.kind.value]
    return Situation(finding=finding, plan=plan, place=place(country), owner=None)


def test_a_party_that_is_not_the_site_is_a_third_party():
    assert a_situation("DE", party="ads.example", site="news.example").third_party


def test_a_site_is_no_third_party_on_itself():
    assert not a_situation("DE", party="news.example", site="news.example").third_party


def test_a_request_rests_on_the_law_of_the_country():
    found = laws(knowledge().remedy["l-access"], a_situation("DE"))
    assert any("GDPR" in it.name or "2016/679" in it.name for it in found)


def test_where_nobody_said_where_they_live_nothing_rests_on_a_law():
    assert laws(knowledge().remedy["l-access"], a_situation("")) == ()


def test_a_route_names_its_target():
    remedy = knowledge().remedy["n-block"]
    route = begun(remedy, a_situation("DE"), RouteKind.NETWORK, "ads.example")
    assert (route.id, route.exposure) == ("n-block@ads.example", 0)


def test_empty_limits_fall_away():
    remedy = knowledge().remedy["n-block"]
    assert limits(remedy, "", "More.") == (remedy.limits, "More.")
