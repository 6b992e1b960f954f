"""What is extracted, with the topics of its titles: which texts to ask about, and the answers."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from companion.labels import in_words, several
from companion.ledger.said import said_by
from companion.ledger.words import without_trade
from companion.model import Act, Item, Signal, SignalKind, Slate
from companion.topics.table import context_of, topics

MOST = 100
"""Items of one list that are asked about, from the top."""
_LABELS = frozenset({SignalKind.SEGMENT, SignalKind.TRAIT, SignalKind.TOPIC, SignalKind.TARGETING})

type Tell = Callable[[str], tuple[str, ...]]
"""The topics of a text; none where nothing is sure."""


def texts(acts: Iterable[Act], slates: Iterable[Slate], signals: Iterable[Signal]) -> Iterator[str]:
    """Every text whose topics matter: what was opened or typed, titles, labels in words."""
    yield from (said for act in acts if (said := said_by(act)))
    yield from (item.title for slate in slates for item in slate.items[:MOST] if item.title)
    for signal in signals:
        yield from labels_of(signal)


def labels_of(signal: Signal) -> Iterator[str]:
    """The labels in words that somebody gave the person, as sent and without words of the trade."""
    if signal.kind in _LABELS:
        for it in several(signal.kind, signal.value):
            if in_words(it):
                yield from dict.fromkeys((it, without_trade(it)))


def act_with_topics(act: Act, tell: Tell) -> Act:
    """The act with its topics, and with the part of life they belong to where none is known."""
    found = tell(said_by(act))
    return replace(act, topics=found, context=act.context or context_of(found))


def slate_with_topics(slate: Slate, tell: Tell) -> Slate:
    """The list, its items with our topic first, then the words that the site itself gave."""
    told = tuple(_item(it, tell) for it in slate.items[:MOST])
    return replace(slate, items=told + slate.items[MOST:])


def _item(item: Item, tell: Tell) -> Item:
    own = tuple(it for it in item.topics if it not in topics())
    found = tell(item.title)
    return item if (*found, *own) == item.topics else replace(item, topics=(*found, *own))
