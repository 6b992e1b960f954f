"""What a shape is made of: words drawn by a seed, an answer, and what is planted in it."""

import json
import pkgutil
import tomllib
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from html import escape
from importlib import import_module
from pathlib import Path
from random import Random
from types import ModuleType
from urllib.parse import urlsplit

from companion.model import Exchange, Message
from tests.builders import an_exchange

RECOMMENDED = frozenset({"recommendation"})
FEED = frozenset({"feed"})
AD = frozenset({"ad"})
SEARCH = frozenset({"search"})
LISTING = frozenset({"listing"})
ANY_CHOSEN = frozenset({"recommendation", "feed", "listing", "other"})

TOLD = frozenset({True})
UNTOLD = frozenset({False})
BARE = frozenset({None})
HARDLY = frozenset({False, None})


@dataclass(frozen=True, kw_only=True)
class Truth:
    """A planted list.

    `surface` and `disclosed` are the answers accepted. `urls` as they stand in the answer,
    `prices` as decimal strings, `reasons` by rank; None and empty are not scored.
    """

    titles: tuple[str, ...]
    surface: frozenset[str]
    disclosed: frozenset[bool | None]
    heading: str | None = None
    urls: tuple[str, ...] | None = None
    prices: tuple[str, ...] | None = None
    sponsored: frozenset[int] | None = None
    reasons: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Shape:
    """An answer of a site with the lists planted in it; none in a look-alike."""

    name: str
    exchange: Exchange
    lists: tuple[Truth, ...] = ()


@dataclass(frozen=True)
class Priced:
    """A price as a shop writes it and as a decimal string."""

    text: str
    amount: str


class Say:
    """Words of one language drawn by one seed."""

    def __init__(self, lang: str, seed: str) -> None:
        self.lang = lang
        self.rng = Random(seed)
        self._words = _words()[lang]

    def titles(self, trade: str, n: int) -> list[str]:
        """`n` different titles of a trade."""
        words = self._words[trade]
        every = [(a, b, c) for a in words["a"] for b in words["b"] for c in words["c"]]
        drawn = self.rng.sample(every, n)
        return [words["pattern"].format(a=a, b=b, c=c) for a, b, c in drawn]

    def one(self, kind: str, about: str = "") -> str:
        """One heading, label or name of a kind."""
        return self.rng.choice(self._words[kind]).replace("{t}", about)

    def every(self, kind: str) -> list[str]:
        """All words of a kind: the entries of a menu."""
        return list(self._words[kind])

    def told(self, heading: str) -> frozenset[bool | None]:
        """Whether a heading of the related kind says that it was chosen for the reader."""
        return TOLD if heading in self._words["addressed"] else UNTOLD

    def because(self, trade: str = "media") -> str:
        """A reason that names what the person did."""
        return self.one("because", self.titles(trade, 1)[0])

    def line(self) -> str:
        """A sentence of running text."""
        return self.one("sentences")

    def number(self, least: int = 1000, most: int = 99_999_999) -> int:
        return self.rng.randint(least, most)

    def token(self, length: int = 12) -> str:
        return "".join(self.rng.choices("abcdefghijkmnpqrstuvwxyz23456789", k=length))

    def when(self) -> str:
        """A time of the past weeks."""
        d, h, m = self.rng.randint(1, 22), self.rng.randint(0, 23), self.rng.randint(0, 59)
        return f"2026-11-{d:02}T{h:02}:{m:02}:00Z"

    def price(self, style: str) -> Priced:
        """An amount, written in a style of PRICES."""
        cents = self.rng.choice((0, 50, 90, 95, 99))
        whole = self.rng.choice((self.rng.randint(5, 99), self.rng.randint(1000, 4999)))
        return PRICES[style](whole, cents)

    def prices(self, style: str, n: int) -> list[Priced]:
        return [self.price(style) for _ in range(n)]


def _grouped(whole: int, mark: str) -> str:
    return f"{whole:,}".replace(",", mark)


def _written(pattern: str, group: str, point: str) -> Callable[[int, int], Priced]:
    def write(whole: int, cents: int) -> Priced:
        text = f"{_grouped(whole, group)}{point}{cents:02}"
        return Priced(pattern.format(text), str(Decimal(whole) + Decimal(cents) / 100))

    return write


def _whole(pattern: str, group: str) -> Callable[[int, int], Priced]:
    def write(whole: int, cents: int) -> Priced:
        return Priced(pattern.format(_grouped(whole, group)), str(whole))

    return write


PRICES = {
    "de": _written("{} €", ".", ","),
    "us": _written("${}", ",", "."),
    "fr": _written("{} €", "\u202f", ","),
    "uk": _written("£{}", ",", "."),
    "hu": _whole("{} Ft", "\u00a0"),
    "ch": _whole("CHF {}.\u2013", "\u2019"),
    "se": _whole("{} kr", "\u00a0"),
    "pl": _written("{} zł", "\u00a0", ","),
    "br": _written("R$ {}", ".", ","),
    "jp": _whole("¥{}", ","),
    "nl": _whole("€ {},-", "."),
    "it": _written("€ {}", ".", ","),
}


@cache
def _words() -> dict[str, dict]:
    words: dict[str, dict] = {}
    for path in sorted(Path(__file__).parent.glob("words*.toml")):
        for lang, its in tomllib.loads(path.read_text("utf-8")).items():
            words.setdefault(lang, {}).update(its)
    return words


def slug(title: str) -> str:
    """A title as it stands in an address."""
    plain = unicodedata.normalize("NFKD", title.lower()).encode("ascii", "ignore").decode()
    return "-".join("".join(c if c.isalnum() else " " for c in plain).split())


def planted(titles: Sequence[str], surface: frozenset[str], told: frozenset, **fields) -> Truth:
    """A Truth with sequences made tuples and sets."""
    for name in ("urls", "prices"):
        if fields.get(name) is not None:
            fields[name] = tuple(fields[name])
    if fields.get("sponsored") is not None:
        fields["sponsored"] = frozenset(fields["sponsored"])
    return Truth(titles=tuple(titles), surface=surface, disclosed=told, **fields)


type Answer = tuple[Exchange, tuple[Truth, ...]]


def answer(url: str, kind: str, body: str | bytes, *lists: Truth, **changes) -> Answer:
    """What a site answered; an answer that is no page was asked for by the site's front page."""
    parts = urlsplit(url)
    site = ".".join((parts.hostname or "").split(".")[-2:])
    page = url if "html" in kind else f"https://www.{site}/"
    exchange = an_exchange(
        url,
        received=(("content-type", kind),),
        body=body if isinstance(body, bytes) else body.encode(),
        **({"page": page, "site": site} | changes),
    )
    return exchange, lists


def json_answer(url: str, value: object, *lists: Truth, **changes) -> Answer:
    """A JSON answer."""
    body = json.dumps(value, ensure_ascii=False)
    return answer(url, "application/json; charset=utf-8", body, *lists, **changes)


def page(url: str, body: str, *lists: Truth, say: Say, head: str = "") -> Answer:
    """A whole page around a body: every site has a menu and a footer."""
    menu = "".join(f'<li><a href="/{slug(it)}">{escape(it)}</a></li>' for it in say.every("nav"))
    legal = "".join(f'<a href="/{slug(it)}">{escape(it)}</a>' for it in say.every("footer"))
    text = (
        f'<!doctype html><html lang="{say.lang}"><head><meta charset="utf-8">'
        f"<title>{escape(urlsplit(url).hostname or '')}</title>{head}</head><body>"
        f"<header><nav><ul>{menu}</ul></nav></header><main>{body}</main>"
        f"<footer>{legal}</footer></body></html>"
    )
    return answer(url, "text/html; charset=utf-8", text, *lists)


def posted(body: object) -> dict:
    """Changes that make a request a POST of JSON."""
    message = Message(
        headers=(("content-type", "application/json"),), body=json.dumps(body).encode()
    )
    return {"method": "POST", "request": message}


def shape(lang: str) -> Callable:
    """Mark a function `(say) -> Answer` as a shape in a language."""

    def mark(make: Callable[[Say], Answer]) -> Callable[[Say], Answer]:
        make.lang = lang
        return make

    return mark


def shapes_of(module: ModuleType, seed: int) -> list[Shape]:
    """The shapes of a module, or of the modules of a package, worded by a seed."""
    made = []
    for found in pkgutil.iter_modules(getattr(module, "__path__", ())):
        made += shapes_of(import_module(f"{module.__name__}.{found.name}"), seed)
    for name, make in vars(module).items():
        if lang := getattr(make, "lang", None):
            exchange, lists = make(Say(lang, f"{seed} {name}"))
            made.append(Shape(name=name, exchange=exchange, lists=lists))
    return made
