"""What only the person got, and whether it follows what the person did."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from companion.compare.proportion import binomial_p
from companion.compare.round import Round
from companion.compare.rules import rule


@dataclass(frozen=True, slots=True)
class Own:
    """Items only the person got, and all that strangers got; each once."""

    mine: tuple[str, ...]
    theirs: tuple[str, ...]


def own(rounds: Sequence[Round]) -> Own:
    """Items in all of the person's lists of a round that no stranger got in any."""
    theirs = dict.fromkeys(key for each in rounds for one in each.strangers for key in one)
    steady = [
        key for each in rounds for key in each.mine[0] if all(key in one for one in each.mine)
    ]
    return Own(tuple(key for key in dict.fromkeys(steady) if key not in theirs), tuple(theirs))


def matched_p(found: Own, matches: Callable[[str], bool]) -> float | None:
    """One-sided p that the person's own items match what was done more often than strangers' do.

    The unit is the item, each counted once, against the rate among all that strangers got (as in
    XRay, Lécuyer and others 2014). None where there are too few.
    """
    if len(found.mine) < rule("own_items"):
        return None
    rate = (1 + sum(map(matches, found.theirs))) / (2 + len(found.theirs))
    return binomial_p(sum(map(matches, found.mine)), len(found.mine), rate)
