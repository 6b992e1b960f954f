"""The person's word on a time: what was, is or will be casual, research, private or such."""

from dataclasses import dataclass
from datetime import datetime

from companion.store.database import Database
from companion.store.rows import text_in, text_out, time_in, time_out

_COLUMNS = "number, context, site, begins, ends, marked_at"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A time that belongs to a part of life, on one site or (None) on all; both ends included."""

    number: int
    context: str
    site: str | None
    begins: datetime
    ends: datetime
    marked_at: datetime


def put(db: Database, moment: Moment) -> Moment:
    """Keep the person's word; it comes back with its number."""
    made = db.execute(
        "insert into moments (context, site, begins, ends, marked_at) values (?, ?, ?, ?, ?)",
        [
            text_in(moment.context),
            None if moment.site is None else text_in(moment.site),
            time_in(moment.begins),
            time_in(moment.ends),
            time_in(moment.marked_at),
        ],
    )
    return _read(
        db.execute(f"select {_COLUMNS} from moments where number = ?", [made.lastrowid]).fetchone()
    )


def end(db: Database, number: int, ends: datetime) -> None:
    """Let a moment end at another time than was thought."""
    db.execute("update moments set ends = ? where number = ?", [time_in(ends), number])


def get(db: Database, number: int) -> Moment | None:
    """The word with a number; None when there is none."""
    row = db.execute(f"select {_COLUMNS} from moments where number = ?", [number]).fetchone()
    return _read(row) if row else None


def remove(db: Database, number: int) -> None:
    """Take a word back."""
    db.execute("delete from moments where number = ?", [number])


def each(db: Database) -> list[Moment]:
    """Every word on a time, the oldest first."""
    rows = db.execute(f"select {_COLUMNS} from moments order by number").fetchall()
    return [_read(row) for row in rows]


def covering(db: Database, site: str | None, at: datetime) -> str | None:
    """The part of life that the person gave to a time on a site; the newest word counts."""
    row = db.execute(
        "select context from moments where :at between begins and ends"
        " and (site is null or site = :site) order by number desc limit 1",
        {"at": time_in(at), "site": None if site is None else text_in(site)},
    ).fetchone()
    return text_out(row[0]) if row else None


def sites(db: Database) -> dict[str, list[str]]:
    """The parts of life given to a time, each with the sites of what the person did then."""
    rows = db.execute(
        "select distinct acts.context, acts.site from acts"
        " where acts.context in (select context from moments) order by 1, 2"
    )
    found: dict[str, list[str]] = {}
    for context, site in rows:
        found.setdefault(text_out(context), []).append(text_out(site))
    return found


def _read(row: tuple[int, str, str | None, str, str, str]) -> Moment:
    number, context, site, begins, ends, marked_at = row
    return Moment(
        number=number,
        context=text_out(context),
        site=None if site is None else text_out(site),
        begins=time_out(begins),
        ends=time_out(ends),
        marked_at=time_out(marked_at),
    )
