"""Whether pages, counts and keeping cost the same with a million rows as with ten thousand."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from companion.store import exchanges, findings, rollups, signals, slates
from companion.store.open import Database, open_store
from tests.accuracy.report import Report
from tests.builders import a_finding, a_signal, a_slate, an_exchange

SMALL, LARGE = 10_000, 1_000_000
RATIO = 1.5
TIMES = 200
SITES = 40
BATCHES = 60
TOKEN = "k3jd92hf83hd7w2q"

type Query = Callable[[Database, int], object]

PAGES: dict[str, Query] = {
    "newest exchanges": lambda db, _rows: exchanges.page(db),
    "exchanges in the middle": lambda db, rows: exchanges.page(db, before=rows // 2),
    "exchanges of a site": lambda db, _rows: exchanges.page(db, site="s7.example"),
    "newest signals": lambda db, _rows: signals.page(db),
    "signals of a kind": lambda db, _rows: signals.page(db, kind="identifier"),
    "signals of a site": lambda db, _rows: signals.page(db, site="s7.example"),
    "newest lists": lambda db, _rows: slates.page(db),
    "lists of a sort": lambda db, _rows: slates.page(db, surface="recommendation"),
    "findings": lambda db, _rows: findings.page(db),
    "sites of a token": lambda db, _rows: signals.sites_sharing(db, [TOKEN]),
    "count, window, sites": lambda db, _rows: (
        exchanges.count(db), exchanges.window(db), exchanges.sites(db), exchanges.has_demo(db)
    ),
}  # fmt: skip


def run(report: Report) -> None:
    """Both stores stand open; they are asked for the same in turn."""
    with tempfile.TemporaryDirectory() as folder:
        stores = {rows: filled(Path(folder) / f"{rows}.db", rows) for rows in (SMALL, LARGE)}
        worst = 0.0
        for name, query in PAGES.items():
            few, many = (_median(query, stores[rows], rows) for rows in (SMALL, LARGE))
            report.line(f"{name}: {few * 1e3:.2f} ms at 10 k, {many * 1e3:.2f} ms at 1 M rows")
            worst = max(worst, many / few)
        report.check_at_most("slowest page, 1 M / 10 k rows", worst, RATIO)
        few, many = (median(_kept(db)) for db in stores.values())
        report.line(f"a batch of 20 kept: {few * 1e3:.1f} ms at 10 k, {many * 1e3:.1f} ms at 1 M")


def _median(query: Query, db: Database, rows: int) -> float:
    return median(_timed(lambda: query(db, rows)) for _ in range(TIMES))


def _timed(call: Callable[[], object]) -> float:
    began = perf_counter()
    call()
    return perf_counter() - began


def _kept(db: Database) -> list[float]:
    return [_timed(lambda turn=turn: _keep(db, turn)) for turn in range(BATCHES)]


def _keep(db: Database, turn: int) -> None:
    """Twenty exchanges with a body, two identifiers each and a list, in one transaction."""
    made = [
        an_exchange(id=f"{turn:08x}{n:08x}", body=f"{turn} {n} ".encode() * 400) for n in range(20)
    ]
    with db.atomic():
        exchanges.keep(db, made)
        for one in made:
            values = [f"{one.id}{side}" for side in "ab"]
            found = [a_signal(exchange=one.id, name=value, value=value) for value in values]
            signals.replace(db, one.id, found)
        slates.replace(db, made[0].id, [a_slate(exchange=made[0].id)])


def filled(path: Path, rows: int) -> Database:
    """A store whose tables hold so many rows each, over forty sites; lists and findings fewer."""
    db = open_store(path)
    with db.atomic():
        exchanges.keep(db, [an_exchange()])
        signals.put(db, [a_signal()])
        slates.put(db, [a_slate()])
        findings.put(db, [a_finding()])
        for table, many in (("exchanges", rows), ("signals", rows), ("slates", rows // 20)):
            _multiply(db, table, many)
        db.execute("insert or ignore into tokens select ?, site, number from signals", [TOKEN])
        rollups.recount(db)
    return db


def _multiply(db: Database, table: str, rows: int) -> None:
    """Copy the one row of a table, each copy with an id and a site of its own."""
    columns = [column.name for column in db[table].columns if column.name != "number"]
    chosen = ", ".join(
        {
            "id": "'x' || n.i",
            "exchange": "'x' || n.i",
            "site": f"'s' || (n.i % {SITES}) || '.example'",
        }.get(name, name)
        for name in columns
    )
    db.execute(
        f"with recursive n(i) as (select 1 union all select i + 1 from n where i < ?)"
        f" insert into {table} ({', '.join(columns)}) select {chosen} from n,"
        f" (select * from {table} limit 1)",
        [rows],
    )
