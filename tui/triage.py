"""Filtering, sorting and searching the list of findings: pure."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from companion.model import FindingKind
from tui.fuzzy import fits
from tui.views import FindingRow
from tui.words import kind_title, word

EVERYTHING = "everything"

type SortKey = Callable[[FindingRow], Any]

SORTS: dict[str, tuple[SortKey, bool]] = {
    "weight": (lambda it: (it.severity, it.confidence.weight, it.last_seen), True),
    "newest": (lambda it: it.last_seen, True),
    "surest": (lambda it: (it.confidence.weight, it.severity, it.last_seen), True),
    "party": (lambda it: (it.party, -it.severity), False),
    "site": (lambda it: (it.site, -it.severity), False),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Triage:
    """What the person wants to see of the findings, and in which order.

    `only` is "everything" or one of `choices`; `words` must all stand somewhere in a finding.
    """

    sort: str = "weight"
    only: str = EVERYTHING
    words: str = ""

    def applied(self, rows: Iterable[FindingRow]) -> list[FindingRow]:
        """The rows that match, in order."""
        key, downwards = SORTS[self.sort]
        kept = (row for row in rows if self.only in _traits(row) and fits(self.words, _said(row)))
        return sorted(kept, key=key, reverse=downwards)

    def next_sort(self) -> str:
        """The order that follows, round and round."""
        names = list(SORTS)
        return names[(names.index(self.sort) + 1) % len(names)]


def choices(rows: Sequence[FindingRow]) -> list[tuple[str, str, int]]:
    """What can be filtered by: id, words, how many findings; only what there is."""
    counts = Counter(trait for row in rows for trait in _traits(row))
    return [(name, _words(name), number) for name, number in sorted(counts.items(), key=_place)]


def by_party(party: str) -> str:
    """What to filter by to see one party's findings."""
    return f"party {party}"


def _traits(row: FindingRow) -> tuple[str, ...]:
    return (
        EVERYTHING,
        f"severity {int(row.severity)}",
        f"level {row.confidence.value}",
        f"kind {row.kind.value}",
        f"site {row.site}",
        by_party(row.party),
    )


def _place(entry: tuple[str, int]) -> tuple[int, int, str]:
    groups = (EVERYTHING, "severity", "level", "kind", "site", "party")
    return groups.index(entry[0].partition(" ")[0]), -entry[1], entry[0]


def _words(name: str) -> str:
    group, _, value = name.partition(" ")
    match group:
        case "severity":
            return word("severity", value)
        case "kind":
            return kind_title(FindingKind(value))
        case "site":
            return f"on {value}"
        case "party":
            return f"by {value}"
    return value or name


def _said(row: FindingRow) -> str:
    return f"{row.title} {row.party} {row.site} {kind_title(row.kind)}"
