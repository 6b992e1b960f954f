"""What trust over time is counted from on one site: limited reads of its newest rows."""

import json
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import NamedTuple

from companion.model import Direction, Personalized, Signal, SignalKind, Surface, Visitor
from companion.store.database import Database
from companion.store.rows import from_row, text_in, text_out

SELF = Visitor().name
MOST = 2_000
"""Lists and acts that are read, the newest; of data, which come in greater numbers, PER times."""
PER = 10

_LISTS = """
    select substr(seen_at, 1, 10), context, surface, personalized, disclosed, controls <> '[]',
        explanation, (select json_group_array(distinct value -> '$.reason')
            from json_each(items) where value ->> '$.reason' <> '')
    from slates where site = ? and visitor = ? order by number desc limit ?
"""
_NEWEST = "(select * from signals where site = ? and visitor = ? order by number desc limit ?)"
_DATA = f"""
    select substr(seen_at, 1, 10) as day, kind, value, party, direction, sensitive,
        count(distinct exchange), min(seen_at), max(seen_at)
    from {_NEWEST} where kind <> 'consent' group by 1, 2, 3, 4, 5, 6
"""
_CONSENT = f"""
    select * from (select * from {_NEWEST} where kind = 'consent' limit {MOST}) order by number
"""
_BEGINS = f"select count(*), min(seen_at) from {_NEWEST}"
_DAYS = """
    select substr(seen_at, 1, 10) from acts where site = ? and visitor = ?
    order by number desc limit ?
"""


class Listed(NamedTuple):
    """A list that was delivered: what it is, and what stood with it; `reasons` in its words."""

    day: date
    context: str | None
    surface: Surface
    personalized: Personalized
    disclosed: bool | None
    control: bool
    reasons: tuple[str, ...]


class Datum(NamedTuple):
    """A datum about the person on a day: in how many exchanges, and when first and last.

    `values` is one, or several where one field held a list of labels.
    """

    day: date
    kind: SignalKind
    values: tuple[str, ...]
    party: str
    direction: Direction
    sensitive: bool
    exchanges: int
    first: datetime
    last: datetime


class Newest(NamedTuple):
    """What was read of a site; `consent` are the signals about it, oldest first.

    `days` are those with something of the person's on it, `since` is the first of them that is
    known whole: what is read ends somewhere.
    """

    lists: Sequence[Listed]
    data: Sequence[Datum]
    consent: Sequence[Signal]
    days: frozenset[date]
    since: date


def newest(db: Database, site: str, most: int = MOST) -> Newest:
    """The person's newest lists, data and days on a site."""
    which, more = [text_in(site), SELF, most], [text_in(site), SELF, most * PER]
    lists = [_listed(row) for row in db.execute(_LISTS, which)]
    data = [_datum(row) for row in db.execute(_DATA, more)]
    acted = [date.fromisoformat(day) for (day,) in db.execute(_DAYS, which)]
    cut = [min(them) for them in ([it.day for it in lists], acted) if len(them) == most]
    read, begins = db.execute(_BEGINS, more).fetchone()
    if read == most * PER:
        cut.append(date.fromisoformat(begins[:10]))
    return Newest(
        lists=lists,
        data=data,
        consent=[from_row(Signal, row) for row in db.query(_CONSENT, more)],
        days=frozenset([*(it.day for it in lists), *(it.day for it in data), *acted]),
        since=max(cut, default=date.min),
    )


def _datum(row: Sequence[object]) -> Datum:
    day, kind, value, party, direction, sensitive, exchanges, first, last = row
    return Datum(
        day=date.fromisoformat(str(day)),
        kind=SignalKind(str(kind)),
        values=_values(str(value)),
        party=text_out(str(party)),
        direction=Direction(str(direction)),
        sensitive=bool(sensitive),
        exchanges=int(str(exchanges)),
        first=datetime.fromisoformat(str(first)),
        last=datetime.fromisoformat(str(last)),
    )


def _values(stored: str) -> tuple[str, ...]:
    held = json.loads(stored)
    return tuple(held) if isinstance(held, list) else (str(held),)


def _listed(row: Sequence[object]) -> Listed:
    day, context, surface, personalized, disclosed, control, said, reasons = row
    return Listed(
        day=date.fromisoformat(str(day)),
        context=None if context is None else text_out(str(context)),
        surface=Surface(str(surface)),
        personalized=Personalized(str(personalized)),
        disclosed=None if disclosed is None else bool(disclosed),
        control=bool(control),
        reasons=tuple(_reasons(text_out(str(said)), str(reasons))),
    )


def _reasons(said: str, reasons: str) -> Iterator[str]:
    if said:
        yield said
    yield from json.loads(reasons)
