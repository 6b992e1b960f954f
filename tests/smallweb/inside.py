"""A small web without sockets: its world, and a browser that stands right inside it."""

from datetime import UTC, datetime
from email.message import Message
from io import StringIO
from urllib.parse import urlsplit

from companion.smallweb.agent import Agent
from companion.smallweb.clock import Clock
from companion.smallweb.dials import Dials, honest, load
from companion.smallweb.jar import Jar
from companion.smallweb.line import Answer
from companion.smallweb.message import Request
from companion.smallweb.site import Visit, sites
from companion.smallweb.truth import Truth, planted
from companion.smallweb.web import answering
from companion.smallweb.world import World

NOON = datetime(2026, 5, 3, 12, 0, tzinfo=UTC)


def a_world(dials: Dials | None = None, **turned: float) -> World:
    """A world at noon; honest but for the dials that are named."""
    dials = dials or Dials({**honest().strengths, **turned})
    return World(dials, Clock(lambda: NOON), Truth(StringIO()))


def everything(**turned: float) -> Dials:
    """All dials at 1 but for those that are named."""
    return Dials({**dict.fromkeys(load().strengths, 1.0), **turned})


class Inside:
    """Hands a browser's requests straight to the sites; `sent` keeps them."""

    def __init__(self, world: World) -> None:
        self._answer = answering(world)
        self.sent: list[Request] = []

    def send(self, method, url, headers, body=""):
        parts = urlsplit(url)
        target = parts.path + (f"?{parts.query}" if parts.query else "")
        request = Request(
            method, parts.netloc, target, {n.lower(): v for n, v in headers.items()}, body.encode()
        )
        self.sent.append(request)
        response = self._answer(request)
        carried = Message()
        for name, value in response.headers:
            carried[name] = value
        return Answer(response.status, carried, response.body)


def a_browser(world: World, *, third_party: bool = True, **also: str) -> Agent:
    """A new browser in that world."""
    named = {name.replace("_", "-"): value for name, value in also.items()}
    return Agent(Inside(world), Jar(third_party=third_party), named)


def a_reader(world: World, site: str, *paths: str, choice: str = "Accept all") -> Agent:
    """A browser that made its choice on a site and then opened some of its pages."""
    browser = a_browser(world)
    browser.visit(f"https://{site}/")
    if choice:
        browser.click(choice)
    for path in paths:
        browser.visit(f"https://{site}{path}")
    return browser


def a_visit(world: World, url: str = "https://news.test/", **request) -> Visit:
    """One request as the site it goes to sees it."""
    parts = urlsplit(url)
    target = parts.path + (f"?{parts.query}" if parts.query else "")
    asked = Request(request.pop("method", "GET"), parts.netloc, target, **request)
    return Visit(asked, world, sites()[parts.netloc], target.rpartition("/")[2])


def kinds(world: World) -> set[str]:
    """The kinds of harm that were planted."""
    return {claim.kind for claim in planted(world.truth.rows)}


def titles(browser: Agent) -> list[str]:
    """The texts of the links that lead to pieces, in order."""
    return [link.text for link in browser.sheet.links if link.url.count("/") == 4]


def page(browser: Agent) -> str:
    """The page a browser has open, fetched once more, as text."""
    inside = browser._line
    answer = inside.send(
        "GET", browser.sheet.url, {"Cookie": browser.jar.header(_here(browser), browser.now)}
    )
    return answer.body.decode()


def _here(browser):
    from companion.smallweb.errand import Errand

    return Errand(url=browser.sheet.url).setting
