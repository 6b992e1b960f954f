"""What was delivered about or to the person, and whose causes are looked for."""

from dataclasses import dataclass
from datetime import datetime

from companion.labels import in_words, several
from companion.ledger.words import content, without_trade
from companion.model import Item, Signal, SignalKind, Slate

LABELS = (
    SignalKind.SEGMENT,
    SignalKind.TRAIT,
    SignalKind.SCORE,
    SignalKind.TOPIC,
    SignalKind.TARGETING,
    SignalKind.LOCATION,
)
"""The kinds of signals that say what somebody takes the person to be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """A label, an item or an ad: what it says, who had it, when it was first met.

    `words` are those it is about, `said` its parts in words, without those of the trade. `topics`
    are ours. `address` is where an item leads to.
    """

    text: str
    words: tuple[str, ...]
    topics: tuple[str, ...]
    party: str
    site: str | None
    seen_at: datetime
    address: str = ""
    said: tuple[str, ...] = ()

    @property
    def readable(self) -> bool:
        """Whether it is in words; codes are never guessed at."""
        return bool(self.words or self.topics)


def of_signal(signal: Signal, topics: tuple[str, ...] = ()) -> Delivered:
    """A label as it was sent, at its sight."""
    labels = several(signal.kind, signal.value)
    parts = tuple(it for it in labels if in_words(it))
    worded = " ".join(parts)
    # A name adds words only where the value has some: "score = 7" is no label in words.
    said = f"{worded} {signal.name}" if worded else ""
    return Delivered(
        text=", ".join(labels),
        words=content(said),
        topics=topics,
        party=signal.party,
        site=signal.site,
        seen_at=signal.seen_at,
        said=tuple(map(without_trade, parts)),
    )


def of_item(slate: Slate, item: Item, topics: tuple[str, ...] = ()) -> Delivered:
    """An entry of a list or an ad."""
    return Delivered(
        text=item.title,
        words=content(item.title),
        topics=topics,
        party=slate.party,
        site=slate.site,
        seen_at=slate.seen_at,
        address=item.url or "",
        said=(item.title,) if item.title else (),
    )
