"""How sure a claim is, and the sentence for it: the six levels, in these words and no others."""

from collections.abc import Sequence

from companion.compare.rules import rule

CAVEAT = "about 1 in 20 such flags may be wrong if the test's assumptions hold"
LOTTERY = "may be a random test group"


def observed(when: str, sent: str, to: str) -> str:
    """In the bytes, without inference."""
    return f"On {when} your browser sent {sent} to {to}"


def likely_personal(figures: str) -> str:
    """Both claims hold: the lists differ, and it is no lottery."""
    return f"Likely: your list differs because of your profile ({figures}; {CAVEAT})"


def likely_different(figures: str) -> str:
    """Only the first claim holds."""
    return f"Likely: your list differs from strangers' lists ({figures}; {CAVEAT}); it {LOTTERY}"


def possible(what: str, settles: str) -> str:
    """A hint that was not shown."""
    return f"Possible, not shown: {what}; what would settle it: {settles}"


def no_evidence(rounds: int) -> str:
    """Tested, and any difference is smaller than what matters."""
    return (
        f"We compared {rounds} rounds and saw no difference above {rule('smallest_effect'):.2f}; "
        "smaller ones could hide."
    )


def inconclusive(more: str) -> str:
    """Tested, and the interval is wider than that."""
    return f"Cannot say yet: {more} more rounds needed."


def not_tested(have: int, needed: int) -> str:
    """Below the minimum."""
    return f"Too little data ({have} of {needed} needed)."


def missing(why: Sequence[str]) -> str:
    """Nothing came back that could be compared: no difference, and no equality either."""
    return f"missing: not comparable ({'; '.join(why)})"
