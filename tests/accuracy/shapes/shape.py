"""A shape: an answer as some site might write it, and what lists were planted in it."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules

from companion.model import Exchange, Surface
from tests.accuracy.shapes.words import Thing
from tests.builders import an_exchange

JSON = "application/json"
PAGE = "text/html; charset=utf-8"


@dataclass(frozen=True)
class Planted:
    """A list that stands in an answer; None is "not said", and then not scored."""

    things: Sequence[Thing]
    surface: Surface | None = None
    heading: str | None = None
    sponsored: frozenset[int] = frozenset()
    links: bool = True
    prices: str | None = None  # the currency
    told: bool | None = None
    judged: bool = False  # whether `told` is scored


@dataclass(frozen=True)
class Shape:
    """One answer with its truth; a look-alike has none."""

    name: str
    batch: int
    exchange: Exchange
    planted: tuple[Planted, ...] = ()


type Made = tuple[Exchange, tuple[Planted, ...]]

MAKERS: list[tuple[str, int, Callable[[], Made]]] = []


def shape[F: Callable[[], Made]](batch: int) -> Callable[[F], F]:
    """Register a function that makes an answer and says what is in it."""

    def register(made: F) -> F:
        MAKERS.append((made.__name__, batch, made))
        return made

    return register


def shapes() -> list[Shape]:
    """Every shape of this package, made anew."""
    here = import_module(__package__)
    for module in iter_modules(here.__path__, f"{__package__}."):
        import_module(module.name)
    return [Shape(name, batch, *make()) for name, batch, make in MAKERS]


def answer(value: object, url: str = "https://api.shop.example/v1/list", **more) -> Exchange:
    """A JSON answer."""
    body = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    kind = more.pop("kind", JSON)
    return an_exchange(url, body=body.encode(), received=(("content-type", kind),), **more)


def page(body: str, url: str = "https://news.example/culture/piece-17", lang: str = "en", **more):
    """A page with a header, navigation and a footer around a body."""
    menu = "".join(
        f'<li><a href="/{word.lower()}">{word}</a></li>'
        for word in ("Home", "Culture", "Science", "Travel", "Money", "About us", "Contact")
    )
    html = (
        f'<!doctype html><html lang="{lang}"><head><title>A page</title></head><body>'
        f'<header><a href="/">News</a><nav><ul class="nav">{menu}</ul></nav></header>'
        f"<main>{body}</main>"
        '<footer><ul><li><a href="/privacy">Privacy policy</a></li>'
        '<li><a href="/terms">Terms of use</a></li><li><a href="/imprint">Imprint</a></li>'
        '<li><a href="/jobs">Careers</a></li></ul></footer></body></html>'
    )
    return an_exchange(url, body=html.encode(), received=(("content-type", PAGE),), **more)
