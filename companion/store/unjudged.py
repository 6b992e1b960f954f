"""Sites whose findings are behind what is recorded of them; kept, so that no crash forgets one."""

from collections.abc import Iterable

from companion.store.database import Database
from companion.store.rows import text_in, text_out


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
