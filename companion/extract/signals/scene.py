"""What rules may know besides the leaf they look at: the exchange, its cookies, its neighbours."""

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any, NamedTuple
from urllib.parse import unquote

from companion.decode.leaf import Trail
from companion.decode.leaves import Leaf, Leaves
from companion.extract.signals.cookies import SetCookie, set_cookies
from companion.extract.signals.places import about_person, is_layer
from companion.extract.urls import split
from companion.model import Direction, Exchange

TREES = frozenset({"json", "script", "html", "ws", "event"})
FLAT = frozenset({"query", "cookie", "form", "part", "header"})


# Arrays that say which variants there are.
VARIANTS = frozenset(("variations", "variants", "weights", "treatments", "arms", "buckets"))


_CATALOGUES = frozenset({"locales", "locale", "i18n", "l10n", "translations", "translation"})
_PIECES = re.compile(r"[/._-]")


class Where(NamedTuple):
    """Where a leaf stands, as far as a rule needs it to say whether it wants it."""

    carrier: str
    direction: Direction
    parent: str
    name: str


class Datum:
    """One leaf, or the scalars of one array, in the shape rules work on.

    `name` is the last key that means something, `value` a tuple for an array.
    """

    __slots__ = ("_keys", "carrier", "direction", "leaf", "name", "value")

    def __init__(self, leaf: Leaf, value: str | tuple[str, ...]) -> None:
        self.leaf = leaf
        self.value = value
        self.name = leaf.name
        self.carrier = leaf.place.carrier
        self.direction = leaf.place.direction
        self._keys: tuple[str, ...] | None = None

    @property
    def parent(self) -> str:
        """The key above the name."""
        return self.leaf.parent

    @property
    def locator(self) -> str:
        """Where it stands; of an array the array itself."""
        found = self.leaf.locator
        return found.rpartition("/")[0] if isinstance(self.value, tuple) else found

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys above the name, the outermost first, without places in arrays."""
        if self._keys is None:
            self._keys = tuple(key for key in self.leaf.path if not key.isdigit())[:-1]
        return self._keys

    @property
    def above(self) -> tuple[str, ...]:
        """The path above the name, the outermost first, with places in arrays."""
        path = self.leaf.path
        end = next((at for at in range(len(path) - 1, -1, -1) if not path[at].isdigit()), 0)
        return path[:end]

    @property
    def text(self) -> str:
        """The value as one string; those of an array joined by commas."""
        return self.value if isinstance(self.value, str) else ",".join(self.value)

    @property
    def several(self) -> tuple[str, ...]:
        """The value as a tuple, of one where it is a scalar."""
        return (self.value,) if isinstance(self.value, str) else self.value

    @property
    def nested(self) -> bool:
        """Whether it stands inside another value: in a cookie's JSON, in an encoded parameter."""
        return self.leaf.place.outer is not None

    def near(self, *names: str) -> str:
        """The nearest value under one of the names, beside it or beside what holds it."""
        return self.leaf.near(*names)

    @property
    def beside(self) -> Mapping[str, Any]:
        """The object it stands in; empty where it stands in none."""
        node = self.leaf.trail[2] if self.leaf.trail else None
        return node if isinstance(node, dict) else {}

    @property
    def variants(self) -> int:
        """How many variants the object it stands in lists; 0 where it lists none."""
        node = self.beside
        if VARIANTS.isdisjoint(node):
            return 0
        lists = [node.get(name) for name in VARIANTS]
        return max((len(it) for it in lists if isinstance(it, list)), default=0)

    @property
    def in_list(self) -> bool:
        """Whether it stands inside one of several objects of an array.

        What a page pushes to its data layer is told one after the other, and a single entry
        under the name of a person is that person.
        """
        trail = self.leaf.trail
        while trail is not None and trail[0] is not None:
            above, key = trail[0], trail[1]
            if type(key) is int and _lists(above, self.carrier):
                return True
            trail = above
        outer = self.leaf.place.outer
        return outer is not None and any(key.isdigit() for key in outer.path)


class Spot(NamedTuple):
    """Where a signal of an exchange as a whole stands."""

    locator: str
    direction: Direction


class Scene:
    """An exchange with its leaves, as rules see it; built once per exchange."""

    def __init__(self, exchange: Exchange, leaves: Leaves, context: str | None) -> None:
        self.exchange = exchange
        self.leaves = leaves
        self.context = context

    @cached_property
    def cookies(self) -> Mapping[str, SetCookie]:
        """The cookies the answer sets, by name."""
        return set_cookies(self.exchange)

    @cached_property
    def agent(self) -> str:
        """The browser's User-Agent."""
        return self.exchange.request.header("user-agent")

    @cached_property
    def addresses(self) -> str:
        """Host and path of the request and of the page, in lower case: no secret stands there."""
        return f"{_bare(self.exchange.url)} {_bare(self.exchange.page or '')}"

    @cached_property
    def catalogue(self) -> bool:
        """Whether the answer is a catalogue of an interface's texts: its keys name labels."""
        pieces = set(_PIECES.split(split(self.exchange.url).path.lower()))
        return not _CATALOGUES.isdisjoint(pieces)

    @cached_property
    def redacted(self) -> frozenset[str]:
        """The tokens that stand for what was taken out."""
        return frozenset(it.token for it in self.exchange.redactions)

    @cached_property
    def foreign(self) -> bool:
        """Whether the party is another one than the site, or the site is unknown."""
        return self.exchange.site is None or self.exchange.third_party

    def deletes(self, datum: Datum) -> bool:
        """Whether the datum is a cookie that the answer takes away."""
        if datum.carrier != "cookie" or datum.direction is not Direction.RECEIVED:
            return False
        made = self.cookies.get(datum.name)
        return made is not None and made.lifetime < 0


def _lists(array: Trail, carrier: str) -> bool:
    """Whether an array lists things: not the pushes of a data layer, not one person alone."""
    above, _, node, name, *_ = array
    if carrier == "script" and above is not None and above[0] is None and is_layer(name):
        return False
    return len(node) > 1 or not about_person((name,))


def _bare(url: str) -> str:
    parts = split(url)
    return unquote(f"{parts.netloc}{parts.path}").lower()
