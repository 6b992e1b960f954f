"""How the analyzer shares the machine with the proxy: pure functions of what was measured."""

from dataclasses import dataclass

FAST = 150.0
"""Records a second above which the proxy goes first: at saturation the analyzer took 10-15 % of
its throughput."""
LONGEST = 5.0
"""Seconds that the proxy goes first at most, until the journal is caught up with again."""
STEP = 0.5
"""Seconds of one pause."""
JUDGE_EVERY = 2.0
"""Seconds between two rounds of judging at least."""
JUDGE_SHARE = 0.2
"""The part of its time that the analyzer may spend judging while traffic goes on."""


@dataclass(frozen=True, slots=True)
class Look:
    """How many bytes had been written to the journal at a moment, in seconds."""

    at: float
    written: int


def growth(before: Look, now: Look, record_bytes: float) -> float:
    """Records a second that were written between two looks, for records of a mean length."""
    if now.at <= before.at or record_bytes <= 0:
        return 0.0
    return max(0, now.written - before.written) / record_bytes / (now.at - before.at)


def pause(rate: float, waited: float) -> float:
    """Seconds to let the proxy go first.

    Args:
        rate: records a second that are being written.
        waited: seconds waited since the journal was last caught up with.
    """
    return min(STEP, max(0.0, LONGEST - waited)) if rate > FAST else 0.0


def rest(cost: float) -> float:
    """Seconds from the end of one round of judging, which took `cost` seconds, to the next."""
    return max(JUDGE_EVERY, cost * (1 - JUDGE_SHARE) / JUDGE_SHARE)
