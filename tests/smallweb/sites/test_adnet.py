"""The ad exchange sells by the page or by the person, as dials say."""

import json

from companion.smallweb.truth import planted
from tests.smallweb.inside import Inside, a_browser, a_reader, a_world, everything

AUCTION = "https://adnet.test/openrtb2/auction"


def _sold(world, topic="cycling", npa=1, cookie="", site="news.test"):
    asked = {"id": "1", "npa": npa, "site": {"cat": [topic], "page": f"https://{site}/story/x"}}
    headers = {"Origin": f"https://{site}", "Cookie": cookie}
    answer = Inside(world).send("POST", AUCTION, headers, json.dumps(asked))
    return answer, json.loads(answer.body)


def _ads(answer):
    return [bid["id"] for seat in answer["seatbid"] for bid in seat["bid"]]


def _known(world):
    """The cookie of a browser that looked at a shoe and read about its back."""
    browser = a_reader(world, "shop.test", "/p/kestrel-2-trail-shoe")
    browser.visit("https://forum.test/")
    browser.click("Accept all")
    browser.visit("https://forum.test/thread/sciatica-at-night-how-do-you-sleep")
    (person,) = {p.id: p for p in world.people("adnet.test").values()}.values()
    return f"uid={person.id}"


def test_an_honest_ad_is_about_the_page_and_says_that_it_is_paid():
    world = a_world()
    answer, sold = _sold(world)
    (bids,) = [seat["bid"] for seat in sold["seatbid"]]
    assert len(bids) == 4
    assert all(bid["sponsored"] and "adclid" not in bid["url"] for bid in bids)
    assert _ads(sold) == _ads(_sold(world)[1])
    assert "user" not in sold
    assert answer.headers.get_all("Set-Cookie") is None
    assert world.truth.rows == []


def test_what_was_looked_at_in_the_shop_follows_and_the_link_tells_who():
    world = a_world(tracking=1, retargeting=1, link_decoration=1)
    cookie = _known(world)
    _, sold = _sold(world, npa=0, cookie=cookie)
    assert _ads(sold)[0] == "kestrel-2-trail-shoe"
    url = sold["seatbid"][0]["bid"][0]["url"]
    assert url == f"https://shop.test/p/kestrel-2-trail-shoe?adclid={cookie[4:]}"
    assert ("cross_context_reuse", "news.test", "adnet.test") in planted(world.truth.rows)


def test_it_does_not_follow_with_the_dial_at_0():
    world = a_world(tracking=1)
    _, sold = _sold(world, npa=0, cookie=_known(world))
    assert "kestrel-2-trail-shoe" not in _ads(sold)
    assert "adclid" not in str(sold)


def test_what_was_read_about_health_follows_only_by_its_dial():
    comfort = {"lumbar-cushion-for-desk-chairs", "heat-pad-for-the-back", "acupressure-mat",
               "foam-roller-firm", "massage-ball-cork", "weighted-blanket-6-kg",
               "standing-desk-converter", "support-belt-for-the-lower-back",
               "breathing-trainer", "lavender-sleep-spray"}  # fmt: skip
    for dials, follows in (({}, False), ({"intimacy": 1}, True)):
        world = a_world(tracking=1, **dials)
        _, sold = _sold(world, npa=0, cookie=_known(world))
        assert (_ads(sold)[0] in comfort) is follows
        harms = {claim.kind for claim in planted(world.truth.rows)}
        assert ("inappropriate_intimacy" in harms) is follows


def test_on_the_shops_own_pages_nothing_of_the_shop_is_followed():
    world = a_world(everything(contest_ignored=0))
    rows = len(world.truth.rows)
    _sold(world, npa=0, cookie=_known(world), site="shop.test")
    kinds = {row.kind for row in world.truth.rows[rows:] if row.site == "shop.test"}
    assert "inappropriate_intimacy" not in kinds


def test_the_profile_is_delivered_by_the_dial_of_segments():
    world = a_world(tracking=1, segments=1, sensitive_segments=1)
    _, sold = _sold(world, npa=0, cookie=_known(world))
    assert {it["name"] for it in sold["user"]["segments"]} >= {"Outdoor > Hiking"}
    assert ("sensitive_inference", "news.test", "adnet.test") in planted(world.truth.rows)


def test_identifiers_are_synced_both_ways():
    world = a_world(tracking=1, sync=1)
    browser = a_reader(world, "tube.test")
    browser.visit("https://tube.test/watch/5-chords-50-songs")
    assert planted(world.truth.rows) >= {
        ("identifier_sharing", "tube.test", "broker.test"),
        ("identifier_sharing", "tube.test", "adnet.test"),
    }
    match = next(r for r in browser._line.sent if r.path == "/match")
    back = next(r for r in browser._line.sent if r.path == "/setuid")
    assert match.query["uid"] in world.people("adnet.test")
    assert back.query["uid"] in world.people("broker.test")


def test_without_the_dial_nothing_is_synced():
    world = a_world(tracking=1)
    browser = a_reader(world, "tube.test")
    assert not [r for r in browser._line.sent if r.path in ("/match", "/setuid")]
    assert not [row for row in world.truth.rows if row.kind == "identifier_sharing"]


def test_opting_out_forgets_the_browser():
    world = a_world(tracking=1)
    browser = a_reader(world, "tube.test", "/watch/5-chords-50-songs")
    assert world.people("adnet.test")
    browser.visit("https://adnet.test/")
    browser.click("Opt out here")
    assert world.people("adnet.test") == {}


def test_its_pages_and_pictures_are_there():
    browser = a_browser(a_world())
    browser.visit("https://adnet.test/")
    assert browser._line.send("GET", "https://adnet.test/art/x.svg", {}).status == 200


def _met_as(world):
    """How many different browsers the exchange believes to have met."""
    return len({id(person) for person in world.people("adnet.test").values()})


def test_where_third_party_cookies_are_kept_out_a_click_joins_the_sites():
    world = a_world(tracking=1, link_decoration=1)
    browser = a_browser(world, third_party=False)
    for url in ("https://shop.test/p/kestrel-2-trail-shoe", "https://tube.test/"):
        browser.visit(url)
        browser.click("Accept all")
    browser.visit("https://tube.test/watch/5-chords-50-songs")
    assert _met_as(world) == 2
    browser.follow(next(link for link in browser.sheet.links if link.paid))
    browser.visit("https://shop.test/p/kestrel-2-trail-shoe")
    assert _met_as(world) == 1
