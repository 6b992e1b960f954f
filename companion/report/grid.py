"""Who did what, as a grid: a row a party, a column a kind of finding."""

from collections.abc import Iterable
from dataclasses import dataclass

from companion.model import Finding, FindingKind, Level

ROWS = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """The findings of one kind about one party: on how many sites, and the surest level."""

    level: Level
    sites: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The parties with the gravest findings; `more` says how many parties are left out."""

    kinds: tuple[FindingKind, ...]
    rows: tuple[tuple[str, tuple[Cell | None, ...]], ...]
    more: int


def grid(findings: Iterable[Finding], rows: int = ROWS) -> Grid:
    """The grid of some findings, the party with the gravest findings first."""
    held = list(findings)
    present = {one.kind for one in held}
    kinds = tuple(kind for kind in FindingKind if kind in present)
    by_party: dict[str, list[Finding]] = {}
    for one in held:
        by_party.setdefault(one.party, []).append(one)
    order = sorted(by_party, key=lambda party: (-_weight(by_party[party]), party))
    return Grid(
        kinds=kinds,
        rows=tuple(
            (party, tuple(_cell(by_party[party], kind) for kind in kinds)) for party in order[:rows]
        ),
        more=max(0, len(order) - rows),
    )


def _weight(findings: Iterable[Finding]) -> int:
    return sum(4 ** int(one.severity) for one in findings)


def _cell(findings: Iterable[Finding], kind: FindingKind) -> Cell | None:
    found = [one for one in findings if one.kind is kind]
    if not found:
        return None
    surest = max((one.confidence for one in found), key=lambda level: level.weight)
    return Cell(level=surest, sites=len({one.site for one in found}))
