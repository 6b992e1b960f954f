"""Looking more than once without fooling oneself.

Who looks every day finds something at last. So a test is made at fixed numbers of rounds only,
and each look gets its share of the accepted error. Where a plan fixed the number of rounds
beforehand there is a single look, with the whole of it.
"""

from collections.abc import Callable

from companion.compare.rules import rule

LOOKS = ((5, 1 / 2), (10, 1 / 4), (20, 1 / 8), (40, 1 / 8))
"""Rounds, and the share of the accepted error spent there."""


def looks(rounds: int, planned: int | None = None) -> tuple[tuple[int, float], ...]:
    """The looks that were reached with so many rounds."""
    every = LOOKS if planned is None else ((max(planned, int(rule("rounds"))), 1.0),)
    return tuple(look for look in every if look[0] <= rounds)


def adjusted(reached: tuple[tuple[int, float], ...], p_at: Callable[[int], float]) -> float:
    """The p over all looks, so that p <= .05 keeps the error of all of them at .05."""
    return min(1.0, *(p_at(rounds) / share for rounds, share in reached))


def next_look(rounds: int, planned: int | None = None) -> int | None:
    """At how many rounds the next look is due; None after the last."""
    every = [count for count, _ in looks(max(LOOKS)[0], planned)]
    return next((count for count in every if count > rounds), None)
