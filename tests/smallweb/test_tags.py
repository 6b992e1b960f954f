"""What pages bring of other companies: nothing about people, unless dials and choice allow it."""

import json
import re

from companion.smallweb.reader import CONSENT
from companion.smallweb.tags import point, tags, trackers
from companion.smallweb.truth import planted
from companion.smallweb.world import Act
from tests.smallweb.inside import NOON, a_visit, a_world, everything


def _visit(world, url="https://news.test/", **sent):
    cookies = {CONSENT: "allow"} | sent
    return a_visit(
        world, url, headers={"cookie": "; ".join(f"{n}={v}" for n, v in cookies.items())}
    )


def _bid_request(html):
    return json.loads(re.search(r'<script id="ad-request"[^>]*>(.*?)</script>', html)[1])


def test_an_honest_page_asks_for_ads_about_itself():
    world = a_world()
    html = "".join(tags(a_visit(world, "https://news.test/x?email=a"), "film"))
    asked = _bid_request(html)
    assert asked["site"] == {
        "domain": "news.test", "cat": ["film"], "page": "https://news.test/x",
    }  # fmt: skip
    assert asked["npa"] == 1
    assert "user" not in asked
    assert "broker.test" not in html
    assert "iframe" not in html
    assert world.truth.rows == []


def test_who_agreed_is_still_not_told_on_with_the_dials_at_0():
    world = a_world()
    html = "".join(tags(_visit(world), ""))
    assert _bid_request(html)["user"] == {}
    assert "broker.test" not in html
    assert world.truth.rows == []


def test_with_the_dials_up_the_person_goes_along():
    world = a_world(everything())
    visit = _visit(world, "https://news.test/x?email=a%40b.example")
    person = visit.remember()
    person.acts += [Act(NOON, "read", topic, "news.test") for topic in ("hiking", "anxiety")]
    html = "".join(tags(visit, "film"))
    asked = _bid_request(html)
    assert asked["user"]["id"] == person.id
    assert [it["name"] for it in asked["user"]["data"][0]["segment"]] == [
        "Outdoor > Hiking",
        "Mental health > Anxiety",
    ]
    assert asked["site"]["page"] == "https://news.test/x?email=a%40b.example"
    assert "https://broker.test/collect?site=news.test" in html
    assert {(kind, party) for kind, _, party in planted(world.truth.rows)} >= {
        ("identifier_sharing", "adnet.test"),
        ("pii_leak", "adnet.test"),
        ("sensitive_inference", "adnet.test"),
        ("undisclosed_inference", "news.test"),
    }


def test_identifiers_are_synced_once_a_day():
    world = a_world(tracking=1)
    visit = _visit(world)
    person = visit.remember()

    def frames():
        again = _visit(world, visitor_id=person.id)
        return sum("iframe" in part for part in trackers(again, ""))

    assert [frames(), frames()] == [1, 0]
    world.clock.jump(24)
    assert [frames(), frames()] == [1, 0]


def test_a_point_is_loaded_at_once():
    assert "loading" not in point("https://x.test/")
