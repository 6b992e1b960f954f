"""The video site's lists come as JSON."""

import json

from tests.smallweb.inside import Inside, a_browser, a_reader, a_world, everything, titles

WATCH = "/watch/5-chords-50-songs"


def _api(world, path, person=""):
    cookie = f"cookieconsent_status=allow; visitor_id={person}"
    answer = Inside(world).send("GET", f"https://tube.test{path}", {"Cookie": cookie})
    return answer.status, json.loads(answer.body)


def _person(world):
    return next(iter(world.people("tube.test")))


def test_a_strangers_lists_say_how_they_are_made():
    _, answer = _api(a_world(), "/api/home")
    assert [(it["heading"], it.get("strategy"), len(it["items"])) for it in answer["sections"]] == [
        ("Videos", "popular", 16),
        ("Trending this week", None, 6),
    ]
    assert "user" not in answer


def test_by_the_dials_the_list_is_personal_and_a_profile_comes_along():
    world = a_world(everything(narrowing=0, fading=0))
    a_reader(world, "tube.test", WATCH, WATCH)
    _, answer = _api(world, "/api/home", _person(world))
    assert answer["user"]["affinities"] == {"Music > Guitar players": 1.0}
    assert answer["sections"][0]["strategy"] == "personalized"
    assert answer["sections"][0]["userId"] == answer["user"]["id"]


def test_what_comes_next_is_recommended_with_reasons():
    world = a_world()
    a_reader(world, "tube.test", WATCH)
    _, answer = _api(world, "/api/next/5-chords-50-songs", _person(world))
    own, alike = answer["sections"]
    assert own["items"][0]["reason"] == "Because you watched “5 chords, 50 songs”"
    assert alike["heading"] == "Similar videos"


def test_strangers_get_only_what_is_alike():
    _, answer = _api(a_world(), "/api/next/5-chords-50-songs")
    assert [section["heading"] for section in answer["sections"]] == ["Similar videos"]
    assert _api(a_world(), "/api/next/nothing")[0] == 404


def test_the_page_shows_what_it_fetches():
    browser = a_browser(a_world())
    browser.visit("https://tube.test/")
    assert len(titles(browser)) == 26  # two lists and four ads
