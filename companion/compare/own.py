"""What the person got more of than strangers, and whether it follows what the person did."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from companion.compare.proportion import fisher_p
from companion.compare.round import Ranking, Round
from companion.compare.rules import rule

_TWICE = 2
_AGAIN = 2


@dataclass(frozen=True, slots=True)
class Own:
    """Items only the person got or got higher, and all others; each once."""

    mine: tuple[str, ...]
    others: tuple[str, ...]


def own(rounds: Sequence[Round], p: float) -> Own:
    """Items that had at least twice the room in the person's lists that they had in strangers'.

    Room is the weight of the rank, (1 - p) p^(rank - 1); each round counts alike. An item of one
    round alone is chance.
    """
    mine: Counter[str] = Counter()
    others: Counter[str] = Counter()
    for one in rounds:
        _add(mine, one.mine, p)
        _add(others, one.strangers, p)
    met = Counter(key for one in rounds for key in {key for each in one.mine for key in each})
    least = min(_AGAIN, len(rounds))
    higher = tuple(key for key in mine if mine[key] >= _TWICE * others[key] and met[key] >= least)
    rest = dict.fromkeys((*mine, *others))
    return Own(higher, tuple(key for key in rest if key not in set(higher)))


def matched_p(found: Own, matches: Callable[[str], bool]) -> float:
    """One-sided p that the person's own items match what was done more often than the others do.

    The unit is the item, each counted once, as its list is one draw however often delivered
    (Fisher's exact test). 1 where there are too few.
    """
    if len(found.mine) < rule("own_items"):
        return 1.0
    hits, other_hits = sum(map(matches, found.mine)), sum(map(matches, found.others))
    return fisher_p((hits, len(found.mine) - hits), (other_hits, len(found.others) - other_hits))


def _add(room: Counter[str], lists: Sequence[Ranking], p: float) -> None:
    for ranking in lists:
        for rank, key in enumerate(ranking):
            room[key] += p**rank / len(lists)  # type: ignore[assignment]  # a Counter adds up floats as well
