"""The mirror: what is inferred about the person, by party or by theme, with their own word on it.

All but `mirrored` is pure.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Any

from companion.report.inferences import Inference
from companion.store import verdicts
from companion.topics.lexicon import by_words
from tui.inferring import inferred

NO_THEME = "no theme known"


class Grouping(StrEnum):
    """How the mirror is ordered: all together, or under who holds it or what it is about."""

    WEIGHT = "weight"
    PARTY = "party"
    THEME = "theme"

    @property
    def following(self) -> "Grouping":
        """The one that comes next, round and round."""
        all_of_them = list(Grouping)
        return all_of_them[(all_of_them.index(self) + 1) % len(all_of_them)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflection:
    """An inference, the theme of its claims, and what the person says of it; empty for nothing."""

    inference: Inference
    theme: str
    verdict: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A heading: a party or theme, with how many stand under it, and whether they are folded."""

    title: str
    number: int
    folded: bool


def mirrored(db: Any) -> tuple[Reflection, ...]:
    """All that is inferred, what weighs most first."""
    said = verdicts.all_verdicts(db)
    return tuple(
        Reflection(inference=it, theme=theme(it.claims), verdict=_verdict(it, said))
        for it in inferred(db)
    )


def theme(claims: Iterable[str]) -> str:
    """What claims are about: the branch they stand on ("Music > Guitar"), else a topic we know."""
    said = tuple(claims)
    branch = next((it.partition(" > ")[0] for it in said if " > " in it), "")
    return branch.casefold() or next(iter(by_words(" ".join(said))), NO_THEME)


def grouped(
    rows: Sequence[Reflection], by: Grouping, folded: Collection[str] = ()
) -> list[Reflection | Group]:
    """The rows under headings, the largest group first; those of a folded one left out."""
    if by is Grouping.WEIGHT:
        return list(rows)
    ordered = sorted(rows, key=lambda it: _title(it, by))
    groups = [(title, list(them)) for title, them in groupby(ordered, lambda it: _title(it, by))]
    groups.sort(key=lambda group: (group[0] == NO_THEME, -len(group[1]), group[0]))
    return [line for group in groups for line in _under(*group, folded)]


def _under(
    title: str, rows: list[Reflection], folded: Collection[str]
) -> Iterator[Reflection | Group]:
    yield Group(title=title, number=len(rows), folded=title in folded)
    if title not in folded:
        yield from rows


def _title(row: Reflection, by: Grouping) -> str:
    return row.inference.holder if by is Grouping.PARTY else row.theme


def _verdict(inference: Inference, said: dict[str, verdicts.Verdict]) -> str:
    words = [said[key] for it in inference.claims if (key := inference.word_id(it)) in said]
    return ", ".join(dict.fromkeys(it.value for it in words))
