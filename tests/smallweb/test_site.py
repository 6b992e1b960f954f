"""Hosts are found, requests reach their routes, and every answer carries the web's time."""

from companion.smallweb.message import Response
from companion.smallweb.site import Brand, Site, sites
from tests.smallweb.inside import Inside, a_visit, a_world

HOSTS = {
    "adnet.test", "broker.test", "forum.test", "jobs.test", "library.test", "news.test",
    "shop.test", "tube.test",
}  # fmt: skip


def _site():
    site = Site("a.test", Brand("A", "", "plain", "#123456"))
    site.get("/")(lambda _: Response(b"home"))
    site.get("/x/*")(lambda visit: Response(visit.tail.encode()))
    site.post("/x")(lambda _: Response(b"posted"))
    return site


def _ask(method, path):
    visit = a_visit(a_world())
    asked = visit.request.__class__(method, "a.test", path)
    return _site().answer(asked, visit.world)


def test_every_host_is_found():
    assert set(sites()) == HOSTS
    assert all(site.host == host for host, site in sites().items())


def test_requests_reach_their_routes():
    assert _ask("GET", "/").body == b"home"
    assert _ask("HEAD", "/").body == b"home"
    assert _ask("GET", "/x/thing?q=1").body == b"thing"
    assert _ask("POST", "/x").body == b"posted"


def test_what_has_no_route_is_not_here():
    assert _ask("GET", "/y").status == _ask("GET", "/x").status == _ask("PUT", "/").status == 404


def test_every_answer_carries_the_webs_own_time():
    world = a_world()
    world.clock.jump(48)
    answer = Inside(world).send("GET", "https://library.test/", {})
    assert answer.headers["Date"] == "Tue, 05 May 2026 12:00:00 GMT"


def test_a_person_is_remembered_by_a_cookie():
    world = a_world()
    visit = a_visit(world)
    person = visit.remember()
    assert visit.remember() is person
    name, line = visit.headers[0]
    assert (name, line) == (
        "Set-Cookie",
        f"visitor_id={person.id}; Path=/; Secure; Max-Age=33696000",
    )
    again = a_visit(world, headers={"cookie": f"visitor_id={person.id}"})
    assert again.person is person
    assert a_visit(world, headers={"cookie": "visitor_id=nobody"}).person is None


def test_what_one_request_does_twice_is_written_once():
    visit = a_visit(a_world())
    visit.plant("narrowing", "less")
    visit.plant("narrowing", "less")
    visit.plant("narrowing", "less", party="b.test")
    assert [row.party for row in visit.world.truth.rows] == ["news.test", "b.test"]
