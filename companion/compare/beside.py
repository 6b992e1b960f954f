"""Two lists side by side: what only one of them has, and what stands elsewhere in it."""

from typing import NamedTuple

from companion.compare.round import Ranking


class Beside(NamedTuple):
    """Two lists of one place, in counts and keys; `moved` are shared keys at another rank."""

    shared: int
    only_first: Ranking
    only_second: Ranking
    moved: Ranking


def beside(first: Ranking, second: Ranking) -> Beside:
    """What two lists have in common and what not; a description, never a claim."""
    ranks = {key: rank for rank, key in reversed(list(enumerate(second)))}
    both = [key for key in dict.fromkeys(first) if key in ranks]
    mine = {key: rank for rank, key in reversed(list(enumerate(first)))}
    return Beside(
        shared=len(both),
        only_first=tuple(key for key in dict.fromkeys(first) if key not in ranks),
        only_second=tuple(key for key in dict.fromkeys(second) if key not in mine),
        moved=tuple(key for key in both if mine[key] != ranks[key]),
    )


def counts(first: Ranking, second: Ranking, names: tuple[str, str]) -> str:
    """The same in words: "4 shared, 1 of them at another rank, 2 only you, 3 only they"."""
    found = beside(first, second)
    return (
        f"{found.shared} shared, {len(found.moved)} of them at another rank,"
        f" {len(found.only_first)} only {names[0]}, {len(found.only_second)} only {names[1]}"
    )
