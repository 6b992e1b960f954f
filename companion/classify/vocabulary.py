"""In which words the entries of a list are told apart: ours, or those the site gives itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from companion.model import Act, Item
from companion.topics.table import topics


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The topics of entries by key and by title; `told` is the share of entries that have any."""

    told: float
    ours: bool
    entries: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    titles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, key: str) -> tuple[str, ...]:
        """The topics of an entry; none where none is known."""
        return self.entries.get(key, ())

    def titled(self, title: str, act: Act) -> tuple[str, ...]:
        """The topics of something opened, in the same words; none where they are not known."""
        return self.titles.get(title.casefold()) or (act.topics if self.ours else ())


def vocabulary(items: Sequence[Item]) -> Vocabulary:
    """The words that tell something of more entries; ours where both tell of as many."""
    if not items:
        return Vocabulary(told=0.0, ours=True)
    told = [(it, *_parted(it)) for it in items]
    mine, theirs = sum(bool(own) for _, own, _ in told), sum(bool(said) for *_, said in told)
    ours = mine >= theirs
    found = {it: own if ours else said for it, own, said in told if (own if ours else said)}
    return Vocabulary(
        told=len(found) / len(items),
        ours=ours,
        entries={it.item: named for it, named in found.items()},
        titles={it.title.casefold(): named for it, named in found.items()},
    )


def _parted(item: Item) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The first topic of ours, and the words of the site, in lower case."""
    ours = tuple(it for it in item.topics if it in topics())[:1]
    return ours, tuple(it.casefold() for it in item.topics if it not in topics())
