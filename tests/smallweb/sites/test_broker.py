"""The data broker joins and sells, as dials say."""

import json

from companion.smallweb.truth import planted
from tests.smallweb.inside import Inside, a_browser, a_world

SITE = "site=news.test&consent=allow"


def _ask(world, path, cookie="", **more):
    return Inside(world).send("GET", f"https://broker.test{path}", {"Cookie": cookie}, **more)


def _cookie(answer):
    return answer.headers["Set-Cookie"].partition(";")[0]


def _profiled(world):
    cookie = _cookie(_ask(world, f"/collect?{SITE}&topic=hiking"))
    for topic in ("hiking", "anxiety", "anxiety", "no-such-topic"):
        _ask(world, f"/collect?{SITE}&topic={topic}", cookie)
    return cookie


def test_a_pixel_remembers_what_is_read_about():
    world = a_world(tracking=1)
    _profiled(world)
    (person,) = world.people("broker.test").values()
    assert [act.topic for act in person.acts] == ["hiking", "hiking", "anxiety", "anxiety"]


def test_the_audience_is_sold_by_the_dials():
    world = a_world(tracking=1, segments=1, sensitive_segments=1, opaque_segments=1)
    user = json.loads(_ask(world, f"/audience.json?{SITE}", _profiled(world)).body)["user"]
    names = [segment["name"] for segment in user["audiences"]]
    assert names[:2] == ["Outdoor > Hiking", "Mental health > Anxiety"]
    assert len(names) == 4
    assert {kind for kind, _, _ in planted(world.truth.rows)} == {
        "tracking_identifier", "undisclosed_inference", "sensitive_inference", "opaque_inference",
    }  # fmt: skip


def test_without_the_dials_nothing_is_sold():
    for dials in ({}, {"tracking": 1}):
        world = a_world(**dials)
        assert _ask(world, f"/audience.json?{SITE}").body == b"{}"


def test_without_explanations_there_are_no_guesses_by_default():
    world = a_world(tracking=1, segments=1)
    user = json.loads(_ask(world, f"/audience.json?{SITE}", _profiled(world)).body)["user"]
    assert user["audiences"] == [{"id": "outdoor-hiking", "name": "Outdoor > Hiking"}]


def test_a_match_sends_the_browser_back_with_the_brokers_own_identifier():
    world = a_world(tracking=1)
    answer = _ask(world, f"/match?partner=adnet&uid=abc&{SITE}")
    own = _cookie(answer).removeprefix("taid=")
    assert answer.headers["Location"] == (
        f"https://adnet.test/setuid?bidder=broker&uid={own}&{SITE}"
    )
    again = _ask(world, f"/match?partner=adnet&uid=abc&{SITE}")
    assert _cookie(again).removeprefix("taid=") == own


def test_a_hash_of_an_address_is_the_same_person_everywhere():
    world = a_world(tracking=1)
    _ask(world, f"/identify?{SITE}&npa=0&em=123")
    Inside(world).send("POST", "https://broker.test/identify?site=shop.test&npa=0", {}, "em=123")
    assert len({person.id for person in world.people("broker.test").values()}) == 1
    assert {claim for claim in planted(world.truth.rows) if claim.kind == "pii_leak"} == {
        ("pii_leak", "news.test", "broker.test"),
        ("pii_leak", "shop.test", "broker.test"),
    }


def test_it_has_a_page():
    a_browser(a_world()).visit("https://broker.test/")


def test_without_tracking_a_hash_arrives_and_no_cookie_is_set():
    world = a_world()
    answer = _ask(world, f"/identify?{SITE}&npa=1&em=123")
    assert answer.headers["Set-Cookie"] is None
    assert planted(world.truth.rows) == {("pii_leak", "news.test", "broker.test")}


def test_a_hash_that_arrives_after_a_refusal_is_a_harm_of_its_own():
    world = a_world()
    _ask(world, "/identify?site=news.test&consent=deny&npa=1&em=123")
    assert ("consent_ignored", "news.test", "broker.test") in planted(world.truth.rows)
