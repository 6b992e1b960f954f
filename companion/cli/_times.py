"""Times as people type them and as they read them."""

import re
from datetime import UTC, datetime, timedelta

import click

_SPAN = re.compile(r"(\d+)([hdw])")
_HOURS = {"h": 1, "d": 24, "w": 24 * 7}


def parse_since(text: str, now: datetime | None = None) -> datetime:
    """A point in time from RFC 3339 ("2026-05-03T12:00:00Z") or a span back ("36h", "7d", "2w").

    Raises:
        click.BadParameter: it is neither.
    """
    if span := _SPAN.fullmatch(text.strip()):
        hours = int(span[1]) * _HOURS[span[2]]
        try:
            return (now or datetime.now(UTC)) - timedelta(hours=hours)
        except OverflowError as error:
            raise click.BadParameter(f"{text!r} lies before the calendar begins") from error
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise click.BadParameter(
            f"{text!r} is no time: write 2026-05-03T12:00:00Z or 7d"
        ) from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def short(moment: datetime) -> str:
    """A time as a person reads it, in UTC to the minute: 2026-05-03 12:00."""
    return moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M")
