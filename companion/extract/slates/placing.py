"""Where a list stands, in words that stay the same from visit to visit and name no person.

Page type, container and heading: `item | /api/recs /slots/*/items | you might also like`.
"""

import re

from companion.decode.steps import JOINT
from companion.extract import lexicon
from companion.extract.lexicon import fold
from companion.extract.slates.address import Address, address, without_ids
from companion.extract.slates.listed import TreeList
from companion.extract.slates.merge import Merged
from companion.model import Exchange

_INDEX = re.compile(r"(?<=/)(?:\d+|[^/]*\d{3,}[^/]*|[0-9a-f-]{16,})(?=/|$)")
_NUMBERED = re.compile(r"\d{2,}")
_ORDINAL = re.compile(r":nth-of-type\(\d+\)")
_TOKEN = re.compile(r"\[[^\]]*\]")
_LONGEST = 80
_TYPES = (
    ("search", ("search", "suche", "recherche", "buscar", "busqueda", "zoeken", "szukaj", "cerca")),
    ("cart", ("cart", "checkout", "basket", "warenkorb", "panier", "carrito", "carrello", "bag")),
    (
        "account",
        ("account", "profile", "settings", "konto", "compte", "cuenta", "my", "me", "user"),
    ),
    ("message", ("inbox", "messages", "chat", "mail")),
    ("list", ("category", "categories", "c", "tag", "tags", "topic", "section", "browse", "list")),
    ("item", ("product", "products", "p", "dp", "item", "watch", "video", "track", "album")),
    ("item", ("recipe", "recipes", "job", "jobs", "listing", "movie", "show", "book", "title")),
    ("article", ("article", "articles", "story", "news", "blog", "post", "posts")),
)
_DATED = re.compile(r"/(?:19|20)\d\d/\d{1,2}/")


def place(one: Merged, exchange: Exchange) -> str:
    """The surface in the sense of a place: page type, container, heading."""
    page = exchange.page or exchange.url
    parts = (page_type(page), _container(one, exchange), _heading(one.heading))
    return " | ".join(parts)


def page_type(url: str) -> str:
    """The sort of page that an address names: home, search, list, item, article, cart, account."""
    found = address(url)
    if found.searched:
        return "search"
    if not found.steps:
        return "home"
    if _DATED.search(url):
        return "article"
    return _by_words(found) or ("article" if len(found.steps[-1].split()) > 3 else "page")


def _by_words(found: Address) -> str:
    return next((name for name, words in _TYPES if found.has(*words)), "")


def _container(one: Merged, exchange: Exchange) -> str:
    """The list's place without indices and ids; for an answer to a script, with its own path."""
    listed = one.first
    steps = listed.locator.split(JOINT)
    general = JOINT.join(_general(step, bool(one.heading)) for step in steps if step)
    if isinstance(listed, TreeList) and exchange.url != exchange.page:
        return f"{without_ids(exchange.url)} {general}".strip()
    return general


def _general(step: str, named: bool) -> str:
    """A step without what changes from visit to visit; a heading tells lists apart by itself."""
    if step.startswith("/"):
        return _INDEX.sub("*", step)
    return _ORDINAL.sub("", step) if named else _NUMBERED.sub("*", step)


def _heading(words: str) -> str:
    """The heading without what is personal: where it names a person or an act, its phrase only."""
    for notion in ("reason", "personal"):
        if phrase := lexicon.found(notion, words):
            return phrase
    return _NUMBERED.sub("#", fold(_TOKEN.sub("", words)))[:_LONGEST].strip()
