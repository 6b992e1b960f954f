"""The encyclopedia is what an honest site looks like, whatever the dials."""

from tests.smallweb.inside import a_browser, a_world, everything, titles


def test_no_dial_makes_it_remember_or_tell_anybody():
    world = a_world(everything())
    browser = a_browser(world)
    for path in ("/", "/entry/lichen", "/search?q=line", "/settings", "/art/x.svg"):
        browser.visit(f"https://library.test{path}")
    assert {request.host for request in browser._line.sent} == {"library.test"}
    assert not any("cookie" in request.headers for request in browser._line.sent)
    assert world.truth.rows == []


def test_all_get_the_same():
    world = a_world(everything())
    one, other = a_browser(world), a_browser(world)
    one.visit("https://library.test/entry/lichen")
    for browser in (one, other):
        browser.visit("https://library.test/")
    assert titles(one) == titles(other)


def test_what_is_not_there_is_not_there():
    inside = a_browser(a_world())._line
    assert inside.send("GET", "https://library.test/entry/nothing", {}).status == 404
