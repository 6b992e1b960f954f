"""What strangers got where the person got a list: the lists to lay beside it."""

from typing import NamedTuple

from companion.compare.delivered import address
from companion.model import Slate
from companion.store.database import Database
from companion.store.rounds import MISSING
from companion.store.rows import from_row, text_in, text_out, time_in

_LOOKED_AT = 200
"""Strangers' lists at a place that are looked at, the nearest in time first."""

_SQL = """
    select slates.*, round, notes, coalesce(page, url) as at
    from slates join exchanges on exchanges.id = slates.exchange
    where slates.site = :site and place = :place and role = 'control' and round not like '%/U2'
    order by case when round like :key then 0 else 1 end,
        abs(julianday(slates.seen_at) - julianday(:seen_at)), round
    limit :most
"""


class Others(NamedTuple):
    """Lists of two strangers at most; `together`: within the same minute as the person's."""

    lists: tuple[Slate, ...]
    together: bool


def others(db: Database, own: Slate) -> Others:
    """Strangers' lists at the same place and address as a list of the person's.

    Those of the same round come first, then the nearest in time.
    """
    row = db.execute(
        "select coalesce(page, url), round from exchanges where id = ?", [own.exchange]
    ).fetchone()
    if row is None or own.site is None:
        return Others((), False)
    sort = own.place.partition(" | ")[0]
    here, key = address(text_out(row[0]), sort), text_out(row[1]).partition("/")[0]
    given = {
        "site": text_in(own.site),
        "place": text_in(own.place),
        "key": f"{key}/%" if key else "",
        "seen_at": time_in(own.seen_at),
        "most": _LOOKED_AT,
    }
    found: dict[str, tuple[Slate, bool]] = {}
    for one in db.query(_SQL, given):
        same = bool(key) and text_out(one["round"]).partition("/")[0] == key
        if address(text_out(one["at"]), sort) == here and MISSING not in one["notes"]:
            found.setdefault(text_out(one["visitor"]), (from_row(Slate, one), same))
    two = list(found.values())[:2]
    return Others(tuple(it for it, _ in two), bool(two) and all(same for _, same in two))
