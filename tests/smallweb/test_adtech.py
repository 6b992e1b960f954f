"""How third parties know a browser again."""

import pytest

from companion.smallweb.adtech import allow_reading, known, page_site, pixel
from companion.smallweb.truth import planted
from companion.smallweb.world import Act
from tests.smallweb.inside import NOON, a_visit, a_world

NEWS = "https://adnet.test/sync?site=news.test"
SHOP = "https://adnet.test/sync?site=shop.test"


def _cookies(visit):
    return {line.split("=")[0]: line for name, line in visit.headers if name == "Set-Cookie"}


def test_a_new_browser_gets_a_cookie_for_all_sites_and_one_for_this():
    visit = a_visit(a_world(tracking=1), NEWS)
    person = known(visit)
    common, split = _cookies(visit)["uid"], _cookies(visit)["uid_p"]
    assert person.id in common
    assert "SameSite=None" in common
    assert "Max-Age=33696000" in common
    assert split == common.replace("uid", "uid_p", 1) + "; Partitioned"


@pytest.mark.parametrize("name", ["uid", "uid_p"])
def test_a_browser_that_comes_back_is_known_by_either(name):
    world = a_world(tracking=1)
    person = known(a_visit(world, NEWS))
    again = a_visit(world, NEWS, headers={"cookie": f"{name}={person.id}"})
    assert known(again) is person
    assert again.headers == []


def test_a_cookie_nobody_gave_out_is_replaced():
    visit = a_visit(a_world(tracking=1), NEWS, headers={"cookie": "uid=x"})
    assert known(visit).id != "x"
    assert "uid" in _cookies(visit)


def test_another_name_joins_what_was_known_under_both():
    world = a_world(tracking=1)
    at_news, at_shop = (known(a_visit(world, url)) for url in (NEWS, SHOP))
    at_news.acts.append(Act(NOON, "read", "film", "news.test"))
    at_shop.acts.append(Act(NOON, "read", "hiking", "shop.test"))
    joined = known(a_visit(world, SHOP, headers={"cookie": f"uid={at_shop.id}"}), at_news.id)
    assert {act.topic for act in joined.acts} == {"film", "hiking"}
    assert joined.met_on == {"news.test", "shop.test"}
    again = a_visit(world, NEWS, headers={"cookie": f"uid={at_news.id}"})
    assert known(again) is joined


@pytest.mark.parametrize(
    ("choice", "gpc", "harms"),
    [
        ("allow", False, {"tracking_identifier"}),
        ("deny", False, {"tracking_identifier", "consent_ignored"}),
        ("", False, {"tracking_identifier", "consent_ignored"}),
        ("allow", True, {"tracking_identifier", "gpc_ignored"}),
    ],
)
def test_what_is_done_against_a_choice_is_written_down(choice, gpc, harms):
    world = a_world(tracking=1)
    known(a_visit(world, NEWS, headers={"sec-gpc": "1"} if gpc else {}), choice=choice)
    assert planted(world.truth.rows) == {(kind, "news.test", "adnet.test") for kind in harms}


def test_known_from_another_site_is_a_harm_on_this_one():
    world = a_world(tracking=1)
    person = known(a_visit(world, NEWS))
    known(a_visit(world, SHOP, headers={"cookie": f"uid={person.id}"}))
    reuse = [row for row in world.truth.rows if row.kind == "cross_context_reuse"]
    assert [(row.site, row.what) for row in reuse] == [
        ("shop.test", "knew the browser from news.test")
    ]


def test_the_page_is_told_by_the_tag_or_the_origin():
    assert page_site(a_visit(a_world(), NEWS)) == "news.test"
    posted = a_visit(a_world(), "https://adnet.test/x", headers={"origin": "https://tube.test"})
    assert page_site(posted) == "tube.test"


def test_answers_can_be_read_by_the_page_that_asked():
    asked = a_visit(a_world(), NEWS, headers={"origin": "https://news.test"})
    assert (
        allow_reading(asked, pixel()).header("Access-Control-Allow-Origin") == "https://news.test"
    )
    assert allow_reading(a_visit(a_world(), NEWS), pixel()).header(
        "Access-Control-Allow-Origin"
    ) == "*"  # fmt: skip
