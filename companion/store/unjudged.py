"""Sites whose findings are behind what is recorded of them; kept, so that no crash forgets one."""

from collections.abc import Iterable
from datetime import datetime

from companion.store import progress
from companion.store.database import Database
from companion.store.rows import text_in, text_out, time_in

_OLDER = "older than judged"
_LABELS = "('segment', 'trait', 'score')"


def add(db: Database, sites: Iterable[str]) -> None:
    """Note sites to be judged; in the transaction of what was recorded of them."""
    db.conn.executemany(
        "insert into unjudged values (?, 1) on conflict (site) do update set times = times + 1",
        [(text_in(site),) for site in sites],
    )


def sites(db: Database) -> dict[str, int]:
    """The sites to be judged, each with how often it was noted."""
    rows = db.query("select site, times from unjudged order by site")
    return {text_out(row["site"]): row["times"] for row in rows}


def done(db: Database, site: str, times: int) -> None:
    """Note that a site is judged, unless more was recorded of it meanwhile."""
    db.execute("delete from unjudged where site = ? and times = ?", [text_in(site), times])


def changed(db: Database, since: datetime) -> None:
    """Note that acts or flows of some time are new or other than when sites were judged.

    They may explain labels that were delivered anywhere after it.
    """
    at, before = time_in(since), progress.fact(db, _OLDER)
    if not before or at < before:
        progress.keep_fact(db, _OLDER, at)


def add_changed(db: Database) -> None:
    """Note the sites whose labels came after what changed; all where the record begins earlier."""
    since = progress.fact(db, _OLDER)
    if not since:
        return
    with db.atomic():
        began = db.execute("select min(first_seen) >= ? from sites", [since]).fetchone()[0]
        sql = (
            "select site from sites"
            if began
            else f"select distinct site from signals where kind in {_LABELS} and seen_at >= ?"
            " and site is not null"
        )
        rows = db.execute(sql, [] if began else [since]).fetchall()
        add(db, (text_out(site) for (site,) in rows))
        progress.keep_fact(db, _OLDER, "")
