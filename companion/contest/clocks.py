"""When an answer is due: by calendar month, by day, by business day, or by no law at all.

The rules are those of the clock table in data/rights.toml; time is an argument everywhere.
"""

from calendar import monthrange
from collections.abc import Collection
from datetime import date, timedelta

from companion.contest.facts import Deadline

COURTESY_DAYS = 30
"""A period of ours where the law sets none; never called a deadline."""

UNITS = {"day": "day", "business_day": "business day", "month": "month"}


def due(deadline: Deadline, start: date, holidays: Collection[date] = ()) -> date | None:
    """The last day for an answer; None where the law sets no period.

    `start` is the day on which the period starts to run (mostly: of receipt), which is not
    counted itself. `holidays` are public holidays where the one who must answer sits.
    """
    if not statutory(deadline):
        return None
    return after(start, deadline.amount, deadline.unit, holidays)


def extended(deadline: Deadline, start: date, holidays: Collection[date] = ()) -> date | None:
    """The last day after an extension that was notified in time; None where there is none."""
    if not statutory(deadline) or not deadline.extend_amount:
        return None
    if deadline.extend_unit == deadline.unit:
        return after(start, deadline.amount + deadline.extend_amount, deadline.unit, holidays)
    first = after(start, deadline.amount, deadline.unit, holidays)
    return after(first, deadline.extend_amount, deadline.extend_unit, holidays)


def acknowledged(deadline: Deadline, start: date, holidays: Collection[date] = ()) -> date | None:
    """The last day for confirming receipt; None where the law asks for no confirmation."""
    if not deadline.ack_amount:
        return None
    return after(start, deadline.ack_amount, deadline.ack_unit, holidays)


def paused(last: date, asked: date, answered: date) -> date:
    """The last day when a justified question about identity stopped the clock for a while."""
    return last + max(answered - asked, timedelta())


def statutory(deadline: Deadline) -> bool:
    """Whether the law sets a period for the answer at all."""
    return deadline.unit != "none" and deadline.amount > 0


def after(start: date, amount: int, unit: str, holidays: Collection[date] = ()) -> date:
    """The last day of a period of days, business days or calendar months that follows a day.

    A period in months ends on the day of the same number, or on the month's last day; a last day
    that is a Saturday, Sunday or holiday moves to the next working day.
    """
    if unit == "month":
        return _working(_months(start, amount), holidays)
    if unit == "business_day":
        return _business_days(start, amount, holidays)
    return start + timedelta(days=amount)


def period(deadline: Deadline) -> str:
    """A deadline in words; where there is none it says so."""
    if deadline.unit == "none":
        return "no period set by law"
    if not deadline.amount:
        return "at once"
    words = f"{_counted(deadline.amount, deadline.unit)} from {deadline.starts}"
    if deadline.extend_amount:
        words += f", {_counted(deadline.extend_amount, deadline.extend_unit)} more with notice"
    return words


def _counted(amount: int, unit: str) -> str:
    return f"{amount} {UNITS[unit]}{'' if amount == 1 else 's'}"


def _months(start: date, amount: int) -> date:
    year, month = divmod(start.month - 1 + amount, 12)
    year, month = start.year + year, month + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def _business_days(start: date, amount: int, holidays: Collection[date]) -> date:
    day = start
    for _ in range(amount):
        day = _working(day + timedelta(days=1), holidays)
    return day


def _working(day: date, holidays: Collection[date]) -> date:
    while day.weekday() >= 5 or day in holidays:
        day += timedelta(days=1)
    return day
