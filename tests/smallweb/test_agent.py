"""A browser without a screen does what a browser does."""

import pytest

from companion.errors import CompanionError
from companion.smallweb.agent import Agent
from companion.smallweb.message import Request, Response, data, page, redirect, static
from tests.smallweb.inside import Inside, a_browser, a_world


class _Pages(Inside):
    """Answers from a table of addresses."""

    def __init__(self, **answers):
        self.sent = []
        self._table = answers

    def _answer(self, request: Request) -> Response:
        name = request.path.strip("/").replace(".", "_") or "home"
        return self._table.get(name, page("", 404))


def _paths(pages):
    return [f"{r.method} {r.host}{r.target}" for r in pages.sent]


def test_a_page_brings_along_what_it_asks_for():
    pages = _Pages(
        home=page(
            '<script src="/s.js"></script><img src="/p"><iframe src="https://ads.test/f"></iframe>'
            '<i data-get="/l"></i><script data-post="https://ads.test/b">{}</script>'
        ),
        s_js=static(b"", "text/javascript"),
        f=page('<img src="/inner">'),
        l=data({"sections": [{"items": [{"title": "A", "url": "/a"}]}]}),
        b=data({"seatbid": [{"bid": [{"title": "B", "url": "https://shop.test/b"}]}]}),
    )
    agent = Agent(pages)
    agent.visit("https://a.test/")
    assert _paths(pages) == [
        "GET a.test/", "GET a.test/s.js", "GET a.test/p", "GET ads.test/f", "GET ads.test/inner",
        "GET a.test/l", "POST ads.test/b",
    ]  # fmt: skip
    assert [link.text for link in agent.sheet.links] == ["A", "B"]
    assert pages.sent[4].headers["referer"] == "https://ads.test/f"
    assert agent.fetched == 7


def test_what_may_be_kept_is_fetched_once():
    pages = _Pages(home=page('<script src="/s.js"></script>'), s_js=static(b"", "text/javascript"))
    agent = Agent(pages)
    agent.visit("https://a.test/")
    agent.visit("https://a.test/")
    assert _paths(pages) == ["GET a.test/", "GET a.test/s.js", "GET a.test/"]


def test_redirects_are_followed_and_cross_sites():
    pages = _Pages(home=page('<img src="/p">'), p=redirect("https://ads.test/q"))
    Agent(pages).visit("https://a.test/")
    assert _paths(pages)[1:] == ["GET a.test/p", "GET ads.test/q"]
    assert pages.sent[2].headers["sec-fetch-site"] == "cross-site"


def test_running_in_circles_ends():
    with pytest.raises(CompanionError, match="circles"):
        Agent(_Pages(home=redirect("/"))).visit("https://a.test/")


def test_links_are_clicked_by_their_words():
    pages = _Pages(home=page('<a href="/x">One thing</a>'), x=page("x"))
    agent = Agent(pages)
    agent.visit("https://a.test/")
    agent.click("one THING")
    assert agent.sheet.url == "https://a.test/x"
    assert pages.sent[-1].headers["referer"] == "https://a.test/"
    with pytest.raises(CompanionError, match="says 'more'"):
        agent.click("more")


FORMS = """<form action="/s"><input name="q"><button>Find</button></form>
<form action="/l" method="post"><input name="email" data-watch="https://ads.test/w">
<button name="ok" value="1">Send</button></form>"""


def test_forms_are_filled_in_and_sent():
    pages = _Pages(home=page(FORMS))
    agent = Agent(pages)
    agent.visit("https://a.test/")
    agent.type("input[name=q]", "ridge walk")
    agent.press_enter()
    agent.settle()
    assert _paths(pages)[-1] == "GET a.test/s?q=ridge+walk"
    agent.visit("https://a.test/")
    agent.type('input[name="email"]', "a@b.example")
    agent.click("send")
    assert pages.sent[-1].form == {"email": "a@b.example", "ok": "1"}
    assert pages.sent[-1].headers["origin"] == "https://a.test"


def test_a_watched_field_tells_a_hash_before_anything_is_sent():
    pages = _Pages(home=page(FORMS))
    agent = Agent(pages)
    agent.visit("https://a.test/")
    agent.type("input[name=email]", "Test@Example.com ")
    assert _paths(pages)[-1] == "POST ads.test/w"
    assert pages.sent[-1].form == {
        "em": "973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b"
    }


def test_fields_that_are_not_there_are_named():
    agent = Agent(_Pages(home=page(FORMS)))
    agent.visit("https://a.test/")
    with pytest.raises(CompanionError, match="is called 'x'"):
        agent.type("input[name=x]", "y")


def test_enter_without_a_field_does_nothing():
    pages = _Pages(home=page(FORMS))
    agent = Agent(pages)
    agent.press_enter()
    assert pages.sent == []


def test_time_is_that_of_the_web_it_is_on():
    world = a_world()
    browser = a_browser(world, sec_gpc="1")
    world.clock.jump(24)
    browser.visit("https://library.test/")
    assert browser.now.isoformat() == "2026-05-04T12:00:00+00:00"
    assert browser._line.sent[0].headers["sec-gpc"] == "1"
