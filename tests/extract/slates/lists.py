"""Short ways to make lists for these tests."""

import json

from companion.extract.slates import slates
from companion.extract.slates.find import judge
from tests.builders import an_exchange

TITLES = (
    "How the harbour changed", "Inside the winter garden", "The amber river", "A quiet bridge",
    "Why the violin matters", "The northern forest", "A distant thunder", "The golden meadow",
)  # fmt: skip


def items(count: int = 6, **more) -> list[dict]:
    """Plain items of a tree: id, title, url, image."""
    return [
        {"id": 100 + at, "title": TITLES[at], "url": f"/a/{at}", "image": f"/i/{at}.jpg"} | more
        for at in range(count)
    ]


def cards(count: int = 6, tag: str = "li", more: str = "") -> str:
    """Plain items of a page: picture, heading, text."""
    return "".join(
        f'<{tag}><a href="/a/{at}"><img src="/i/{at}.jpg"><h3>{TITLES[at]}</h3></a>{more}</{tag}>'
        for at in range(count)
    )


def answer(value, url: str = "https://api.news.example/v1/x", **more):
    """A JSON answer."""
    received = (("content-type", "application/json"),)
    return an_exchange(url, body=json.dumps(value).encode(), received=received, **more)


def page(body: str, url: str = "https://news.example/culture/piece", lang: str = "en", **more):
    """A page with nothing around its body."""
    html = f'<html lang="{lang}"><body>{body}</body></html>'
    return an_exchange(url, body=html.encode(), **more)


def found(exchange):
    """The only slate of an exchange."""
    (slate,) = slates(exchange)
    return slate


def lists(exchange):
    """Every list that was judged, by its locator."""
    return {one.locator: one for one in judge(exchange).lists}
