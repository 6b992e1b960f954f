"""What the names on the way from an item to a value say; looked up once a path, for all lists."""

from functools import cached_property, lru_cache

from companion.extract.slates import names
from companion.extract.slates.data import weights

_MEMO = 16_384
_SCALES = (("minor", 100), ("micro", 1_000_000))
_EXACT_IDS = frozenset({"id", "_id", "@id", "uuid"})
_LAST_IDS = (("id",), ("sku",), ("uuid",))


class Path:
    """The names from an item down to a value, and each notion that they stand for or not."""

    def __init__(self, steps: tuple[str, ...]) -> None:
        self.names = steps

    @cached_property
    def name(self) -> str:
        """The last name that says something."""
        for name in reversed(self.names):
            if not names.generic(name):
                return name
        return self.names[-1] if self.names else ""

    @cached_property
    def title_points(self) -> float:
        """Title points of the name and of the names above it."""
        lowest = weights("title")["ancestor_most"]
        above = sum(names.ancestor_cost(name) for name in self._above())
        return names.title_prior(self.name) + max(lowest, above)

    def _above(self) -> list[str]:
        before = list(self.names)
        while before and before.pop() != self.name:
            pass
        return before

    def _word(self, notion: str) -> bool:
        return any(names.word(notion, name) for name in self.names)

    def _exactly(self, notion: str, last: int = 0) -> bool:
        return any(names.exactly(notion, name) for name in self.names[-last:])

    @cached_property
    def link(self) -> bool:
        """Whether one of the last two names is a word for an address."""
        return any(names.word("link", name) for name in self.names[-2:])

    @cached_property
    def surely_link(self) -> bool:
        """Whether the value is an address to go to, whatever it looks like."""
        return names.exactly("surely_link", self.name)

    @cached_property
    def best_link(self) -> bool:
        """Whether the name is that of an item's main address."""
        return names.exactly("best_link", self.name)

    @cached_property
    def poor_link(self) -> bool:
        """Whether an address is one of many, or of something else."""
        return self._word("poor_link")

    @cached_property
    def image(self) -> bool:
        """Whether a name is a word for a picture."""
        return self._word("image")

    @cached_property
    def id(self) -> bool:
        """Whether the name is that of an id."""
        return names.exactly("id", self.name) or names.split(self.name)[-1:] in _LAST_IDS

    @cached_property
    def exact_id(self) -> bool:
        """Whether the name is nothing but a word for an id."""
        return self.name.lower() in _EXACT_IDS

    @cached_property
    def poor_id(self) -> bool:
        """Whether an id is that of something else than the item."""
        return self._word("poor_id")

    @cached_property
    def date(self) -> bool:
        """Whether the name is a word for a time."""
        return names.word("date", self.name)

    @cached_property
    def price(self) -> bool:
        """Whether a name is a word for a price."""
        return self._word("price")

    @cached_property
    def no_price(self) -> bool:
        """Whether the name says currency or count, which numbers beside prices are."""
        if names.exactly("currency", self.name) or names.exactly("no_price", self.name):
            return True
        return names.word("count", self.name)

    @cached_property
    def poor_price(self) -> bool:
        """Whether a price is not what is paid for the item."""
        return self._word("poor_price")

    @cached_property
    def now_price(self) -> bool:
        """Whether a name says that it is what is paid now."""
        return self._word("now_price")

    @cached_property
    def bound_price(self) -> bool:
        """Whether a price is one end of a range."""
        return self._word("bound_price")

    @cached_property
    def scale(self) -> int:
        """What a price is divided by: 100 where it counts cents."""
        return next((by for unit, by in _SCALES if self._word(unit)), 1)

    @cached_property
    def currency(self) -> bool:
        """Whether the name is that of a currency."""
        return names.exactly("currency", self.name)

    @cached_property
    def reason(self) -> bool:
        """Whether one of the last three names is that of a reason."""
        return self._exactly("reason", 3)

    @cached_property
    def topic(self) -> bool:
        """Whether the value names what an item is about."""
        if names.exactly("topic", self.name):
            return True
        return self.name in {"name", "title", "label"} and self._exactly("topic", 3)

    @cached_property
    def sponsored(self) -> bool:
        """Whether a name says that the item is paid for."""
        return self._exactly("sponsored")

    @cached_property
    def ad(self) -> bool:
        """Whether the wrappers above the value are those of ads."""
        if len(self.names) < 2:
            return False
        marked = any(names.word("ad_mark", name) for name in self.names[:-1])
        return marked or names.word("ad_wrapper", self.names[0])

    @cached_property
    def item_type(self) -> bool:
        """Whether the value names the sort of the item."""
        return names.exactly("item_type", self.name)


@lru_cache(maxsize=_MEMO)
def path(steps: tuple[str, ...]) -> Path:
    """What a path says."""
    return Path(steps)
