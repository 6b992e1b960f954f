"""Times as captured files write them."""

from datetime import UTC, datetime


def moment(written: object) -> datetime:
    """An ISO 8601 time, in UTC; one without an offset is taken as UTC.

    Raises:
        ValueError: it is none.
    """
    if not isinstance(written, str):
        raise ValueError("no text")
    read = datetime.fromisoformat(written.strip())
    try:
        return (read if read.tzinfo else read.replace(tzinfo=UTC)).astimezone(UTC)
    except OverflowError as error:
        raise ValueError("out of range") from error
