"""How much of what third parties sent and got was read: by exchange, summed when asked for."""

from collections.abc import Iterable

from companion.model import Coverage, Exchange, ExchangeId, Role, SiteCoverage, UnknownEndpoint
from companion.store.database import Database
from companion.store.rows import text_in, text_out, to_row

_SUMS = "count(*), sum(sent), sum(received), sum(unread)"


def wait(db: Database, exchange: Exchange) -> None:
    """Note that it is still to be counted, where it is the person's own with a third party."""
    if exchange.third_party and exchange.visitor.role is Role.SELF:
        db.execute("insert or ignore into uncovered values (?)", [exchange.id])


def waiting(db: Database, limit: int) -> list[ExchangeId]:
    """Exchanges that are still to be counted, some of them."""
    rows = db.execute("select exchange from uncovered limit ?", [limit])
    return [ExchangeId(key) for (key,) in rows]


def left(db: Database) -> int:
    """How many are still to be counted."""
    return int(db.execute("select count(*) from uncovered").fetchone()[0])


def keep(db: Database, counted: Iterable[Coverage], done: Iterable[ExchangeId]) -> None:
    """Keep what was counted, and that these exchanges no longer wait for it."""
    rows = [to_row(it) for it in counted]
    db.conn.executemany(
        "insert or replace into coverage (exchange, site, host, path, sent, received, unread,"
        " documented) values (:exchange, :site, :host, :path, :sent, :received, :unread,"
        " :documented)",
        rows,
    )
    db.conn.executemany("delete from uncovered where exchange = ?", [(it,) for it in done])


def sites(db: Database, site: str | None = None) -> list[SiteCoverage]:
    """What was read on each site, the one with the most unread first."""
    rows = db.execute(
        f"select site, count(distinct host), {_SUMS}, sum(documented * (sent + received))"
        " from coverage where :site is null or site = :site"
        " group by site order by sum(unread) desc, sum(sent + received) desc, site",
        {"site": None if site is None else text_in(site)},
    )
    return [SiteCoverage(text_out(name), *counts) for name, *counts in rows]


def unknown(db: Database, site: str, limit: int) -> list[UnknownEndpoint]:
    """The endpoints on a site that nothing documents, the most unread first."""
    rows = db.execute(
        f"select host, path, {_SUMS} from coverage"
        " where site = ? and not documented and sent + received > 0"
        " group by host, path order by sum(unread) desc, sum(sent + received) desc, host, path"
        " limit ?",
        [text_in(site), limit],
    )
    return [
        UnknownEndpoint(text_out(host), text_out(path), *counts) for host, path, *counts in rows
    ]
