"""Rounds of prices with defaults."""

from datetime import timedelta
from decimal import Decimal

from companion.compare.round import Offered, PriceRound
from tests.builders import NOON


def a_price_round(number: int = 0, asked: str = "20.00", theirs: str = "20.00", **changes):
    defaults = {
        "key": f"r{number}",
        "site": "shop.example",
        "offer": Offered(item="sku-1", currency="EUR"),
        "seen_at": NOON + timedelta(hours=8 * number),
        "mine": (Decimal(asked),) * 2,
        "strangers": (Decimal(theirs),) * 5,
        "first": Decimal(theirs),
        "last": Decimal(theirs),
    }
    return PriceRound(**(defaults | changes))


def rounds(count: int = 5, **changes):
    return [a_price_round(number, **changes) for number in range(count)]
