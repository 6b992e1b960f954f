"""The newspaper's front page."""

import json
import re

from tests.smallweb.inside import a_reader, a_world, everything, kinds, page

STORY = "/story/five-mountain-huts-worth-the-climb"


def _state(browser):
    text = re.search(r'<script id="__NEXT_DATA__"[^>]*>(.*?)</script>', page(browser))[1]
    return json.loads(text)["props"]["pageProps"]


def test_an_honest_front_page_holds_nothing_about_the_reader():
    world = a_world()
    browser = a_reader(world, "news.test", STORY, STORY, "/")
    state = _state(browser)
    assert set(state) == {"modules"}
    assert state["modules"][0]["strategy"] == "popular"
    assert "data-watch" not in page(browser)
    assert "audience.json" not in page(browser)
    assert kinds(world) == set()


def test_by_the_dials_it_holds_profile_test_group_and_personal_list():
    browser = a_reader(a_world(everything()), "news.test", STORY, STORY, "/")
    state = _state(browser)
    assert state["user"]["segments"] == ["Outdoor > Hiking"]
    assert state["experiments"][0]["variant"] in ("tall", "short")
    assert state["modules"][0]["userId"] == state["user"]["id"]
    assert "audience.json" in page(browser)


def test_the_test_changes_the_page():
    world, heights = a_world(experiment=1), set()
    for _ in range(12):
        html = page(a_reader(world, "news.test"))
        group = re.search(r'"variant": "(\w+)"', html)[1]
        heights.add((group, html.partition("More from")[0].count('class="title"')))
    assert heights == {("tall", 6), ("short", 4)}


def test_an_article_recommends_to_readers_with_reasons():
    html = page(a_reader(a_world(), "news.test", STORY))
    assert "Because you read “Five mountain huts worth the climb”" in html
    assert "Recommended for you" not in page(a_reader(a_world(), "news.test", STORY, choice=""))


def test_the_letter_field_is_watched_by_its_dial():
    world = a_world(email_while_typing=1)
    browser = a_reader(world, "news.test")
    browser.type("input[name=email]", "a@b.example")
    assert kinds(world) == {"pii_leak"}
    browser.click("Subscribe")
    assert browser._line.sent[-1].host == "adnet.test"
    assert "Thank you" in browser._line.send(
        "POST", "https://news.test/newsletter", {}, "email=a"
    ).body.decode()  # fmt: skip
