"""Times as captured files write them."""

from datetime import UTC, datetime

_WEB = range(1990, 2101)
"""Years in which something can have been captured; others are a mistake of who wrote the file."""


def moment(written: object) -> datetime:
    """An ISO 8601 time, in UTC; one without an offset is taken as UTC.

    Raises:
        ValueError: it is none.
    """
    if not isinstance(written, str):
        raise ValueError("no text")
    read = datetime.fromisoformat(written.strip())
    try:
        found = (read if read.tzinfo else read.replace(tzinfo=UTC)).astimezone(UTC)
    except OverflowError as error:
        raise ValueError("out of range") from error
    if found.year not in _WEB:
        raise ValueError("out of range")
    return found
