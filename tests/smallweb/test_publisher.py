"""What every site that people read has."""

import pytest

from companion.smallweb.site import sites
from tests.smallweb.inside import Inside, a_browser, a_reader, a_world, page

PUBLISHERS = ("news.test", "tube.test", "shop.test", "forum.test", "jobs.test")


@pytest.mark.parametrize("host", PUBLISHERS)
def test_each_has_pages_pieces_a_search_pictures_and_settings(host):
    site, world = sites()[host], a_world()
    inside = Inside(world)
    for path, status in (
        ("/", 200),
        ("/small.js", 200),
        ("/art/x.svg", 200),
        ("/settings", 200),
        ("/search?q=back", 200),
        ("/search?q=zeppelin", 200),
        (f"/{site.brand.shelf}/no-such-thing", 404),
        ("/nowhere", 404),
    ):
        assert inside.send("GET", f"https://{host}{path}", {}).status == status, path


@pytest.mark.parametrize("host", PUBLISHERS)
def test_each_asks_for_a_choice_until_there_is_one(host):
    browser = a_browser(a_world())
    browser.visit(f"https://{host}/")
    assert "Reject all" in page(browser)
    browser.click("Reject all")
    assert browser.sheet.url == f"https://{host}/"
    assert "Reject all" not in page(browser)


@pytest.mark.parametrize("host", PUBLISHERS)
def test_each_remembers_what_was_opened_and_searched_for_by_those_who_agreed(host):
    world, brand = a_world(), sites()[host].brand
    browser = a_reader(world, host, "/search?q=the")
    browser.follow(next(link for link in browser.sheet.links if f"/{brand.shelf}/" in link.url))
    (person,) = world.people(host).values()
    searched, read = person.acts
    assert searched.kind == "search"
    assert read.piece


def test_a_search_that_finds_nothing_is_no_act():
    world = a_world()
    a_reader(world, "news.test", "/search?q=zeppelin")
    (person,) = world.people("news.test").values()
    assert person.acts == []


def test_a_page_is_called_after_its_section_too():
    browser = a_reader(a_world(), "news.test", "/story/night-train-to-the-sea")
    assert "<title>Night train to the sea · Travel &gt; Weekend trips ·" in page(browser)
