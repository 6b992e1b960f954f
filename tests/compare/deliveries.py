"""Deliveries with defaults, for rounds that are put together."""

from datetime import timedelta

from companion.compare.delivered import Delivered
from companion.model import digest
from tests.builders import NOON
from tests.compare.worlds import BASE


def a_delivery(visitor: str = "self", second: float = 0, **changes) -> Delivered:
    """A list of the start page of news.example, some seconds after noon."""
    seen_at = NOON + timedelta(seconds=second)
    defaults = {
        "slate": digest(visitor, seen_at, changes.get("place"), changes.get("round")),
        "visitor": visitor,
        "own": visitor == "self",
        "site": "news.example",
        "place": "home | items | for you",
        "address": "/",
        "seen_at": seen_at,
        "ranking": BASE,
    }
    return Delivered(**(defaults | changes))


def an_explicit_round(key: str = "k", arms=("U", "U2", "C1", "C2"), second: float = 0, **changes):
    """The deliveries of a round that its exchanges name."""
    return [
        a_delivery(
            "self" if arm == "U" else f"{arm} of {key}",
            second + number,
            round=f"{key}/{arm}",
            **changes,
        )
        for number, arm in enumerate(arms)
    ]
