"""A made-up web has a clock of its own, whole hours off ours: its answers' `Date` tells it."""

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime


class Clock:
    """How far ahead a made-up web is, as its last answer said; at first not at all."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def see(self, wall: datetime, date: str) -> None:
        """Take the `Date` (RFC 9110, section 6.6.1) of an answer at `wall` here; without one, none.

        Whole hours count: what is over is a clock that is a little wrong.
        """
        try:
            there = parsedate_to_datetime(date)
        except ValueError:
            return
        if there.tzinfo is None:
            there = there.replace(tzinfo=UTC)
        self.ahead = timedelta(hours=round((there - wall) / timedelta(hours=1)))
