"""Routes come best first, rest on the person's law, and say what they reveal."""

import pytest

from companion.contest.knowledge import knowledge
from companion.contest.places import place
from companion.contest.route import RouteKind
from companion.contest.routes import remedies, routes
from companion.contest.steps import QUESTIONS
from companion.model import FindingKind, Level, Owner
from tests.builders import a_finding

SERVICES = [(it, domain) for it in knowledge().service.values() for domain in it.domains]


def ways(where="DE", owner=None, **changes):
    """The routes for an observed finding."""
    finding = a_finding(**({"confidence": Level.OBSERVED} | changes))
    return routes(finding, jurisdiction=where, owner=owner)


def remedy_ids(found):
    return [it.remedy for it in found]


def only(found, remedy):
    (route,) = [it for it in found if it.remedy == remedy]
    return route


def test_what_reveals_nothing_comes_first_and_the_nearest_of_it():
    found = ways(party="youtube.com", site="youtube.com", kind=FindingKind.INVISIBLE_CURATION)
    assert [it.exposure for it in found] == sorted(it.exposure for it in found)
    assert found[0].kind is RouteKind.CONTROL
    assert found[0].link == "https://www.youtube.com/feed/history"
    assert found[-1].kind is RouteKind.AUTHORITY


def test_deleting_the_account_is_the_last_resort():
    found = ways(party="youtube.com", site="youtube.com", kind=FindingKind.CONTEST_NOT_HONOURED)
    assert found[-1].remedy == "p-delete-account"


def test_a_control_says_what_it_changes_and_how_it_is_known():
    found = ways(party="youtube.com", site="youtube.com", kind=FindingKind.INVISIBLE_CURATION)
    route = found[0]
    assert route.id == "p-history-pause@youtube-watch-history"
    assert route.title == "Pause activity or watch history: Watch history (YouTube)"
    assert "pause or delete" in route.changes
    assert route.trust.source == "ota-pga:YouTube/Privacy Policy.md"
    assert "Switches profiling off only in part." in route.limits
    assert route.reveals.startswith("Nothing new")
    assert route.path == "pausing history is the closest thing to a non-profiled home page"


def test_controls_of_the_site_serve_a_finding_about_another_party():
    found = ways(party="ads.example", site="cnn.com", where="US-CA", kind=FindingKind.PII_LEAK)
    assert "p-us-choices" in remedy_ids(found)


def test_controls_of_an_owner_serve_its_parties():
    owner = Owner(name="Google LLC", source="a list", date="2026-01-02")
    found = ways(party="adserver.example", owner=owner)
    assert "https://myadcenter.google.com/" in [it.link for it in found]


def test_a_vendors_own_choice_is_a_portal():
    route = next(it for it in ways(party="criteo.com") if it.remedy == "i-vendor")
    assert (route.kind, route.exposure) == (RouteKind.PORTAL, 1)
    assert route.link.startswith("https://")


def test_portals_are_those_of_the_region():
    def portals(where):
        found = ways(where, kind=FindingKind.IDENTIFIER_SHARING)
        return [it.id for it in found if it.remedy == "i-portals"]

    assert portals("DE") == ["i-portals@edaa"]
    assert portals("US-CA") == ["i-portals@daa", "i-portals@nai"]
    assert portals("CA") == ["i-portals@daac"]
    assert portals("KR") == []
    assert len(portals("")) == 4


def test_a_portal_that_asks_for_an_address_says_so():
    route = only(ways(kind=FindingKind.PII_LEAK), "i-uid2")
    assert (route.id, route.exposure) == ("i-uid2@euid-portal", 2)
    assert route.reveals == "The address or number that you enter there."


def test_steps_by_hand_name_site_and_party_and_reveal_nothing():
    found = ways()
    block = only(found, "n-block")
    assert block.kind is RouteKind.NETWORK
    assert "add a rule for ads.example" in block.path
    assert (block.reveals, block.costs, block.takes) == ("Nothing.", "once, free", "at once")
    assert only(found, "n-clear-id").kind is RouteKind.BROWSER


def test_the_opt_out_signal_says_what_it_tells():
    signal = only(ways("US-CA"), "n-gpc")
    assert signal.link == "https://globalprivacycontrol.org/"
    assert signal.reveals == (
        "That this browser objects to sale and sharing; nothing about who you are."
    )
    assert [it.right for it in signal.law] == ["ccpa-signal"]


def test_a_letter_says_law_period_address_and_what_it_tells():
    route = only(ways(party="criteo.com"), "l-access-tracker")
    assert [it.name for it in route.law] == [
        "General Data Protection Regulation, (EU) 2016/679, Art. 15(1)-(3)"
    ]
    assert route.takes == "1 month from receipt, 2 months more with notice"
    assert route.addresses[0].email
    assert route.letter == "access_tracker"
    assert "a letter gives it your mailbox" in route.reveals


def test_a_letter_to_the_site_itself_reminds_of_an_account():
    found = ways(party="x.com", site="x.com", kind=FindingKind.UNDISCLOSED_INFERENCE)
    assert "You may have an account there" in only(found, "l-access").reveals


def test_without_an_address_the_letter_also_goes_to_the_site():
    found = [it for it in ways(site="bbc.co.uk") if it.remedy == "l-erase"]
    assert [it.to for it in found] == ["ads.example", "bbc.co.uk"]
    assert "No address of ads.example in our tables: see its privacy notice." in found[0].limits
    assert found[1].addresses


def test_the_letter_for_trackers_takes_the_place_of_the_one_for_accounts():
    assert "l-access" not in remedy_ids(ways(kind=FindingKind.PII_LEAK))
    own = ways(party="news.example", kind=FindingKind.PII_LEAK)
    assert "l-access" in remedy_ids(own)
    elsewhere = ways("KR", kind=FindingKind.PII_LEAK)
    assert "l-access" in remedy_ids(elsewhere)


@pytest.mark.parametrize("kind", FindingKind)
def test_what_is_only_possible_becomes_a_question_at_most(kind):
    found = ways(kind=kind, confidence=Level.POSSIBLE)
    assert {it.letter for it in found} - {""} <= QUESTIONS
    assert RouteKind.AUTHORITY not in {it.kind for it in found}


def test_complaints_go_to_the_authority_of_the_country():
    french = only(ways("FR"), "e-dpa")
    assert french.addresses[0].to == french.to
    assert french.link
    assert [it.right for it in french.law] == [
        "gdpr-complaint",
        "eprivacy-5-3",
        "gdpr-7-3",
        "gdpr-15",
    ]
    german = only(ways("DE"), "e-dpa")
    assert german.link == ""
    assert f"{len(german.addresses)} bodies take such complaints." in german.limits


def test_a_complaint_without_a_known_body_says_so():
    route = only(ways("eu"), "e-dpa")
    assert route.addresses == ()
    assert "No address in our tables for where you live." in route.limits


def test_an_organisation_needs_no_address_of_ours():
    assert only(ways(kind=FindingKind.CONSENT_IGNORED), "e-org").addresses == ()


def test_duties_of_platforms_are_marked():
    found = ways("IE", party="news.example", kind=FindingKind.INVISIBLE_CURATION)
    for remedy in ("l-recsys", "e-dsc"):
        assert any("platforms only" in it for it in only(found, remedy).limits)
    assert only(found, "l-recsys").takes == "no period set by law"


def test_a_request_entered_in_a_portal_has_its_link():
    route = only(ways("US-CA", kind=FindingKind.SENSITIVE_INFERENCE), "l-drop")
    assert route.link == "https://consumer.drop.privacy.ca.gov"
    assert (route.letter, route.exposure) == ("drop", 3)
    assert [it.right for it in route.law] == ["ca-drop"]


@pytest.mark.parametrize("where", ["", "XX"])
def test_without_a_law_nothing_is_said_to_rest_on_one(where):
    found = ways(where)
    assert found
    assert all(it.law == () for it in found)
    assert RouteKind.LETTER not in {it.kind for it in found}


@pytest.mark.parametrize(
    ("where", "remedy", "right"),
    [
        ("GB", "l-erase", "uk-16-21"),
        ("CH", "l-erase", "ch-32"),
        ("US-CA", "l-erase", "ccpa-delete"),
        ("US-CO", "l-erase", "us-access"),
        ("BR", "l-erase", "lgpd-18"),
        ("KR", "l-access", "kr-pipa"),
    ],
)
def test_a_letter_rests_on_the_law_of_the_place(where, remedy, right):
    found = ways(where, party="x.com", site="x.com", kind=FindingKind.UNDISCLOSED_INFERENCE)
    assert [it.right for it in only(found, remedy).law] == [right]


@pytest.mark.parametrize("kind", FindingKind)
@pytest.mark.parametrize("where", ["DE", "US-CA", ""])
def test_every_route_says_all_a_person_needs(kind, where):
    for route in ways(where, kind=kind):
        assert route.title
        assert route.changes
        assert route.costs
        assert route.takes
        assert route.reveals
        assert route.trust.source
        assert route.pass_if
        assert route.verify in knowledge().measurement


@pytest.mark.parametrize("kind", FindingKind)
def test_ids_of_routes_are_unique(kind):
    found = ways(kind=kind, party="youtube.com", site="cnn.com")
    assert len({it.id for it in found}) == len(found)


@pytest.mark.parametrize(("service", "domain"), SERVICES, ids=lambda it: getattr(it, "id", it))
def test_every_remedy_a_service_has_becomes_a_route(service, domain):
    for kind in FindingKind:
        found = ways(party=domain, site=domain, kind=kind)
        assert len({it.id for it in found}) == len(found) > 0
        assert {it for it in remedies(kind) if _has(service, it)} <= set(remedy_ids(found))


@pytest.mark.parametrize("where", ["", "DE", "GB", "US-CA", "BR"])
def test_every_kind_has_a_way_at_every_service_wherever_the_person_lives(where):
    for _, domain in SERVICES:
        for kind in FindingKind:
            for level in (Level.OBSERVED, Level.POSSIBLE):
                about = a_finding(kind=kind, party=domain, site=domain, confidence=level)
                assert routes(about, jurisdiction=where, owner=None), (domain, kind, where, level)


def _has(service, remedy_id):
    """Whether a service has a remedy: the control it names, for Germany."""
    remedy = knowledge().remedy[remedy_id]
    here = place("DE")
    types = {it.type for it in service.control if here.offers(it.region)}
    return remedy.service_field in types and here.within(remedy.regions)
