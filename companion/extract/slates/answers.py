"""Answers that come again as they were: their lists are known and only checked.

A reload, a poll, a stranger's copy: the same bytes from the same address hold the same lists. What
was read is kept and given again when every input of the reading is the same. So nothing that is
remembered can change a result; what came with other bytes is read anew.
"""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b

from companion.extract.slates.furniture import Others
from companion.model import Exchange, Sighting, Slate, SlateId, digest

MOST = 2_000  # answers kept
MOST_ITEMS = 100_000  # items of lists kept in all
_TELLING = ("content-type", "content-language")  # headers of an answer that reading looks at
_IDENTIFYING = ("cookie", "authorization")  # of a request: whether they were there


@dataclass(frozen=True, slots=True)
class Found:
    """The lists of an exchange, and what of them is compared with the site's other pages.

    `notes` say what of the answer was not looked at, as it is too large.
    """

    slates: tuple[Slate, ...]
    sightings: tuple[Sighting, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Kept:
    """What was found in an answer, and what other pages said of each sighting at that time."""

    found: Found
    settled: tuple[bool, ...]

    @property
    def items(self) -> int:
        return sum(len(slate.items) for slate in self.found.slates)


class Answers:
    """The last answers and the lists found in them; bounded, the oldest go."""

    def __init__(self) -> None:
        self._kept: OrderedDict[bytes, _Kept] = OrderedDict()
        self._items = 0

    def recall(self, exchange: Exchange, others: Others) -> Found | None:
        """What reading this answer would find, told of this exchange; None when it must be read."""
        kept = self._kept.get(inputs(exchange))
        if kept is None:
            return None
        sightings = _seen_in(exchange, kept.found.sightings)
        if _settled(sightings, others) != kept.settled:
            return None
        slates = tuple(_delivered_in(exchange, slate) for slate in kept.found.slates)
        return replace(kept.found, slates=slates, sightings=sightings)

    def keep(self, exchange: Exchange, others: Others, found: Found) -> None:
        """Remember what an answer held."""
        key = inputs(exchange)
        before = self._kept.pop(key, None)
        kept = self._kept[key] = _Kept(found, _settled(found.sightings, others))
        self._items += kept.items - (before.items if before else 0)
        while len(self._kept) > MOST or self._items > MOST_ITEMS:
            self._items -= self._kept.popitem(last=False)[1].items


def inputs(exchange: Exchange) -> bytes:
    """A digest of all that the lists of an exchange depend on, the site's other pages apart."""
    received, sent = exchange.response, exchange.request
    told = [exchange.url, exchange.page, exchange.site, exchange.party]
    told += [value for name in _TELLING for value in (name, *received.all(name))]
    told += [str(bool(sent.header(name))) for name in _IDENTIFYING]
    whole = blake2b(repr(told).encode("utf-8", "surrogatepass"), digest_size=16)
    bodies = [received.body, sent.body]
    bodies += [part for it in exchange.sockets for part in (it.direction.encode(), it.body)]
    for body in bodies:
        whole.update(b"-" if body is None else b"%d:" % len(body) + body)
    return whole.digest()


def _settled(sightings: Sequence[Sighting], others: Others) -> tuple[bool, ...]:
    return tuple(others.settle(one) for one in sightings)


def _seen_in(exchange: Exchange, sightings: Sequence[Sighting]) -> tuple[Sighting, ...]:
    return tuple(replace(one, exchange=exchange.id) for one in sightings)


def _delivered_in(exchange: Exchange, slate: Slate) -> Slate:
    return replace(
        slate,
        id=SlateId(digest(exchange.id, slate.locator)),
        exchange=exchange.id,
        visitor=exchange.visitor.name,
        context=exchange.context,
        seen_at=exchange.seen_at,
    )
