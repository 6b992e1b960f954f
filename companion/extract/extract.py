"""From one exchange to what it says about the person: signals, lists, and what they did."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from companion.extract.acts import acts
from companion.extract.recent import Recent
from companion.extract.signals.rules import signals
from companion.extract.slates.answers import Answers
from companion.extract.slates.find import found
from companion.extract.slates.seen import NO_NEWS, News
from companion.model import Act, Exchange, Signal, Slate

NO_MARKS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """What one exchange gave; `notes` say what could not be read of it.

    `news` is what it adds to what is known of its site's pages, and for which earlier exchanges
    that changes which of their lists are lists.
    """

    signals: tuple[Signal, ...] = ()
    slates: tuple[Slate, ...] = ()
    acts: tuple[Act, ...] = ()
    notes: tuple[str, ...] = ()
    news: News = NO_NEWS


def extract(
    exchange: Exchange,
    *,
    recent: Recent | None = None,
    known: Answers | None = None,
    marks: Mapping[str, str] = NO_MARKS,
) -> Extraction:
    """All that a decoded and redacted exchange says.

    Args:
        exchange: decoded (companion.decode.content) and redacted.
        recent: what lists offered before; told of this exchange's lists. None for a fresh one.
        known: answers read before, told of this one; it saves time and changes nothing.
        marks: contexts that the person gave to sites.
    """
    recent = Recent() if recent is None else recent
    context = exchange.context or marks.get(exchange.site or "")
    placed = replace(exchange, context=context)
    told = signals(placed, context)
    done = tuple(acts(placed, recent))
    read = found(placed, others=recent.seen.of(placed.site), answers=known)
    lists = recent.pages.continued(placed, read.slates)
    recent.deliver(lists, placed.url)
    return Extraction(
        signals=told.signals,
        slates=lists,
        acts=done,
        notes=told.notes + read.notes,
        news=recent.seen.add(placed.site, read.sightings),
    )
