"""What a request's address says about the lists in its answer."""

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit

from companion.extract import lexicon
from companion.extract.slates import names
from companion.model import Exchange

_SLUG = 3  # words of a path step from which on it names content rather than a place
_QUERIES = frozenset(
    {"q", "query", "search", "s", "k", "keyword", "keywords", "term", "searchterm", "search_term",
     "searchtext", "search_text", "searchquery", "search_query", "phrase", "lookfor", "ss", "_nkw",
     "wd", "freetext", "suchbegriff", "suchwort", "recherche", "buscar", "zoek", "szukaj", "text"}
)  # fmt: skip
_CATEGORIES = frozenset(
    {"cgid", "cat", "category", "categoryid", "category_id", "categorie", "kategorie", "collection",
     "section", "rubrique", "department", "taxon"}
)  # fmt: skip
_TYPED = 200  # characters of what somebody typed
_PROGRAM = re.compile(r"[{}|]|\*\[|==|\(\)")
_OPERATION = re.compile(rb'"operationName"\s*:\s*"(\w{2,80})"')
_BODY = 20_000  # bytes of a request in which an operation is named
_STEPS = 12
_PERSONAL = re.compile(r"\d|%|@|\[")


class Address(NamedTuple):
    """The steps of a path as words, and the names of the query parameters that have a value."""

    steps: tuple[str, ...]
    queries: frozenset[str]
    host: str = ""

    def says(self, notion: str) -> bool:
        """Whether a step that names a place holds a phrase of a lexicon."""
        return any(lexicon.found(notion, step) for step in self.steps if len(step.split()) <= _SLUG)

    def names(self, notion: str) -> bool:
        """Whether a step has a word of the keys under which lists stand."""
        steps = (self.host, *self.steps)
        return any(names.stands_for_list(notion, step.replace(" ", "_")) for step in steps)

    def has(self, *words: str) -> bool:
        """Whether one of some words is a word of the path."""
        return any(word in step.split() for step in self.steps for word in words)

    @property
    def searched(self) -> bool:
        """Whether something was typed: a query parameter, or a path of searches."""
        if self.queries & _QUERIES:
            return True
        browsed = not self.queries.isdisjoint(_CATEGORIES)
        return not browsed and self.has("search", "suche", "recherche", "buscar")


@lru_cache(maxsize=512)
def address(url: str) -> Address:
    """An address in words."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return Address((), frozenset())
    steps = tuple(names.spoken(unquote(step)) for step in parts.path.split("/")[:_STEPS] if step)
    pairs = parse_qsl(parts.query[:4_000], max_num_fields=None)
    queries = frozenset(name.lower().lstrip("$") for name, value in pairs if is_typed(value))
    return Address(steps, queries, names.spoken((parts.hostname or "").partition(".")[0]))


def asked(exchange: Exchange) -> Address:
    """What was asked for: the address, and the one operation that the request names."""
    found = address(exchange.url)
    body = (exchange.request.body or b"")[:_BODY]
    named = {one.decode() for one in _OPERATION.findall(body)}
    if len(named) != 1:
        return found
    return found._replace(steps=(*found.steps, names.spoken(named.pop())))


def is_typed(value: str) -> bool:
    """Whether somebody may have typed this into a search box: words, and no program."""
    return bool(value.strip()) and len(value) <= _TYPED and _PROGRAM.search(value) is None


def without_ids(url: str) -> str:
    """A path whose steps that name one thing or person are replaced by a star."""
    try:
        path = urlsplit(url).path
    except ValueError:
        return ""
    steps = [unquote(step) for step in path.split("/") if step][:_STEPS]
    return "/" + "/".join("*" if _is_particular(step) else step.lower() for step in steps)


def _is_particular(step: str) -> bool:
    if re.fullmatch(r"v\d{1,2}", step):
        return False
    return bool(_PERSONAL.search(step)) or len(step) > 32 or step.count("-") > _SLUG
