"""The small web's own time: the wall clock moved by whole hours.

Every answer carries it in its `Date` header. Whole hours let a reader tell a made-up web's time
from a clock that is a little wrong.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime


def _wall() -> datetime:
    return datetime.now(UTC)


class Clock:
    """Time that can only be moved forward, by whole hours; `wall` gives the true time in UTC.

    It begins `hours` off the true time: a life of weeks that begins weeks ago ends today.
    """

    def __init__(self, wall: Callable[[], datetime] = _wall, hours: int = 0) -> None:
        self.hours = hours
        self._wall = wall

    def now(self) -> datetime:
        """The small web's time."""
        return self._wall() + timedelta(hours=self.hours)

    def jump(self, hours: int) -> None:
        """Let `hours` pass at once.

        Raises:
            ValueError: time would run backwards.
        """
        if hours < 0:
            raise ValueError(f"the small web's clock only moves forward, not by {hours} hours")
        self.hours += hours

    def header(self) -> str:
        """The time as a `Date` header says it (RFC 9110, section 6.6.1)."""
        return format_datetime(self.now(), usegmt=True)
