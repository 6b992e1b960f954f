"""Which acts were about what, which parties a flow they caused went to, what ties parties.

Kept as the record grows, so that no question needs to read the whole of it.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from companion.ledger.causes import keys_of, near_key
from companion.model import Act, Exchange, ExchangeId, digest
from companion.store.database import Database
from companion.store.rows import from_row, text_in, text_out, time_in, time_out

TABLES = ("act_keys", "act_pages", "act_days", "recipients", "met", "holders", "ties")
NEWEST = 20
"""Acts under one key that are looked at, the newest; and of those that a party got a flow by."""
_LOOKED_AT = 400
"""Acts under one key among which those are looked for."""
_UNDER_KEY = "from act_keys where key = :key and seen_at between :since and :until"
_NEWEST_SQL = (
    f"select acts.* from (select act {_UNDER_KEY} order by seen_at desc limit {NEWEST}) as found"
    " cross join acts on acts.id = found.act"
)
_REACHED_SQL = (
    f"select acts.* from (select act from (select act, seen_at {_UNDER_KEY}"
    f" order by seen_at desc limit {_LOOKED_AT}) as those where exists (select 1 from recipients"
    f" where recipients.act = those.act and party = :party) limit {NEWEST}) as found"
    " cross join acts on acts.id = found.act"
)
_HOLDERS = 40
"""Parties that one identifier ties to a new one; more say nothing that these don't."""


def enter(db: Database, gone: Sequence[Act], there: Sequence[Act]) -> None:
    """Find acts by what they are about and count them: those there now, no more those before."""
    before, now = set(_keys(gone)), set(_keys(there))
    same = "key = ? and seen_at = ? and act = ?"
    db.conn.executemany(f"delete from act_keys where {same}", before - now)
    db.conn.executemany("insert or ignore into act_keys values (?, ?, ?)", now - before)
    days = Counter(map(_day, there))
    days.subtract(map(_day, gone))
    db.conn.executemany(
        "insert into act_days values (?, ?, ?)"
        " on conflict do update set acts = acts + excluded.acts",
        [(*day, change) for day, change in days.items() if change],
    )


def near(db: Database, act: Act, topics: Iterable[str]) -> None:
    """Find an act by topics that it is near to, too: its own may be sure of none."""
    db.conn.executemany(
        "insert or ignore into act_keys values (?, ?, ?)",
        [(key_of(act.visitor, near_key(it)), time_in(act.seen_at), act.id) for it in topics],
    )


def forget_near(db: Database, topic: str) -> None:
    """Find no act any more by being near to a topic."""
    db.execute("delete from act_keys where key like ?", [f"% {near_key(topic)}"])


def record(db: Database, exchange: Exchange, page: str, acts: Sequence[Act]) -> None:
    """Note the acts that begin on a page, and that the exchange's party got a flow by the last.

    Args:
        db: the store.
        exchange: one of the person's own.
        page: the address of its page without what only marks a click; empty where unknown.
        acts: what the person did by it.
    """
    if not page:
        return
    key, at = digest(exchange.visitor.name, page), time_in(exchange.seen_at)
    for act in acts:
        row = [key, time_in(act.seen_at), act.id]
        db.execute("insert or ignore into act_pages values (?, ?, ?)", row)
    sql = "select act from act_pages where page = ? and seen_at <= ? order by seen_at desc limit 1"
    cause = db.execute(sql, [key, at]).fetchone()
    if cause is not None:
        _received(db, cause[0], exchange)


def hold(db: Database, exchange: Exchange, held: Iterable[tuple[str, str]]) -> None:
    """Note that parties hold identifiers, each (token, party), and whom that ties them to."""
    at = time_in(exchange.seen_at)
    for token, party in held:
        row = [digest(token), text_in(party), at, exchange.id]
        if db.execute("insert or ignore into holders values (?, ?, ?, ?)", row).rowcount:
            _tie(db, row)


def key_of(visitor: str, key: str) -> str:
    """A key as it is kept: each visitor's acts stand apart."""
    return text_in(f"{visitor} {key}")


def acts_about(
    db: Database, keys: Iterable[str], party: str, window: tuple[datetime, datetime]
) -> list[Act]:
    """The newest acts under each of some keys in a time, both ends included.

    Of the acts that caused a flow to a party as many again: they may be older.
    """
    since, until = map(time_in, window)
    named = {"since": since, "until": until, "party": text_in(party)}
    rows = {
        row["id"]: row
        for key in keys
        for sql in (_NEWEST_SQL, _REACHED_SQL)
        for row in db.query(sql, named | {"key": key})
    }
    return [from_row(Act, row) for row in rows.values()]


class Flow(NamedTuple):
    """The first flow that an act caused to a party."""

    seen_at: datetime
    exchange: ExchangeId


def recipients(db: Database, act: str) -> dict[str, Flow]:
    """The parties that got a flow caused by an act."""
    rows = db.execute("select party, seen_at, exchange from recipients where act = ?", [act])
    return {
        text_out(party): Flow(datetime.fromisoformat(at), ExchangeId(key))
        for party, at, key in rows
    }


def holders(db: Database, tokens: Iterable[str]) -> dict[str, Flow]:
    """The parties that hold one of some identifiers, and where each was first met with it."""
    found: dict[str, Flow] = {}
    for token in tokens:
        rows = db.execute(
            "select party, seen_at, exchange from holders where token = ?", [digest(token)]
        )
        for party, at, exchange in rows:
            found.setdefault(text_out(party), Flow(time_out(at), ExchangeId(exchange)))
    return found


def acts_until(db: Database, visitor: str, until: datetime) -> int:
    """How many acts of a visitor the record holds until then: whole days, and of the last one."""
    at = time_in(until)
    row = db.execute(
        "select (select coalesce(sum(acts), 0) from act_days where visitor = :who and day < :day)"
        " + (select count(*) from acts where visitor = :who and seen_at between :day and :at)",
        {"who": text_in(visitor), "day": at[:10], "at": at},
    ).fetchone()
    return int(row[0])


def acts_reaching(db: Database, party: str, until: datetime) -> int:
    """How many acts until then caused a flow to a party; more than 20 count as 20."""
    sql = (
        "select count(*) from (select 1 from recipients where party = ? and seen_at <= ? limit 20)"
    )
    return int(db.execute(sql, [text_in(party), time_in(until)]).fetchone()[0])


def met_on(db: Database, party: str, site: str, until: datetime) -> ExchangeId | None:
    """An exchange that shows that a party was on a site until then; None where it was not."""
    sql = "select exchange from met where party = ? and site = ? and first_seen <= ?"
    row = db.execute(sql, [text_in(party), text_in(site), time_in(until)]).fetchone()
    return ExchangeId(row[0]) if row else None


def tied(db: Database, party: str, act: str, until: datetime) -> tuple[str, ExchangeId] | None:
    """A party that got a flow by an act and holds an identifier that another one holds too."""
    row = db.execute(
        "select ties.other, ties.exchange from recipients cross join ties"
        " on ties.party = :party and ties.other = recipients.party and ties.seen_at <= :until"
        " where recipients.act = :act and recipients.seen_at <= :until"
        " order by ties.seen_at limit 1",
        {"party": text_in(party), "until": time_in(until), "act": act},
    ).fetchone()
    return (text_out(row[0]), ExchangeId(row[1])) if row else None


def drop(db: Database, exchanges: str, values: dict[str, str]) -> None:
    """Forget what stands on some exchanges, given as a select of their ids; before they go."""
    acts = f"select id from acts where exchange in {exchanges}"
    for table in ("act_keys", "act_pages", "recipients"):
        db.execute(f"delete from {table} where act in ({acts})", values)
    for table in ("recipients", "holders", "ties"):
        db.execute(f"delete from {table} where exchange in {exchanges}", values)


def recount(db: Database) -> None:
    """Count anew where parties met the person, and acts by day, after something was deleted."""
    db.execute("delete from met")
    db.execute(
        "insert into met select party, site, count(*), min(recipients.seen_at),"
        " max(recipients.seen_at), min(recipients.exchange)"
        " from recipients join acts on acts.id = act group by party, site"
    )
    db.execute("delete from act_days")
    db.execute(
        "insert into act_days select visitor, substr(seen_at, 1, 10), count(*) from acts"
        " group by 1, 2"
    )


def again(db: Database) -> None:
    """Enter all acts anew."""
    db.execute("delete from act_keys")
    db.execute("delete from act_days")
    enter(db, (), [from_row(Act, row) for row in db.query("select * from acts")])


def _day(act: Act) -> tuple[str, str]:
    return text_in(act.visitor), time_in(act.seen_at)[:10]


def _keys(acts: Iterable[Act]) -> Iterable[tuple[str, str, str]]:
    for act in acts:
        for key in keys_of(act):
            yield key_of(act.visitor, key), time_in(act.seen_at), act.id


def _received(db: Database, act: str, exchange: Exchange) -> None:
    at, party = time_in(exchange.seen_at), text_in(exchange.party)
    row = [act, party, at, exchange.id]
    if not db.execute("insert or ignore into recipients values (?, ?, ?, ?)", row).rowcount:
        return
    db.execute(
        "insert into met values (:party, :site, 1, :at, :at, :exchange)"
        " on conflict do update set acts = acts + 1, first_seen = min(first_seen, :at),"
        " last_seen = max(last_seen, :at)",
        {"party": party, "site": text_in(exchange.site or ""), "at": at, "exchange": exchange.id},
    )


def _tie(db: Database, row: list[str]) -> None:
    token, party, at, exchange = row
    others = db.execute(
        "select party from holders where token = ? and party <> ? limit ?", [token, party, _HOLDERS]
    ).fetchall()
    pairs = [pair for (other,) in others for pair in ((party, other), (other, party))]
    db.conn.executemany(
        "insert or ignore into ties values (?, ?, ?, ?)",
        [(one, other, at, exchange) for one, other in pairs],
    )
