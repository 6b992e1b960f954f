"""Whether a page of a list costs the same in a store of a million as in one of ten thousand."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from companion.store import exchanges, findings, signals, slates
from companion.store.open import Database, open_store
from tests.accuracy.report import Report
from tests.builders import a_finding, a_signal, a_slate, an_exchange

SMALL, LARGE = 10_000, 1_000_000
RATIO = 1.5
TIMES = 200
SITES = 40

type Query = Callable[[Database, int], object]

PAGES: dict[str, Query] = {
    "newest exchanges": lambda db, _rows: exchanges.page(db),
    "exchanges in the middle": lambda db, rows: exchanges.page(db, before=rows // 2),
    "exchanges of a site": lambda db, _rows: exchanges.page(db, site="s7.example"),
    "newest signals": lambda db, _rows: signals.page(db),
    "signals of a kind": lambda db, _rows: signals.page(db, kind="identifier"),
    "signals of a site": lambda db, _rows: signals.page(db, site="s7.example"),
    "newest lists": lambda db, _rows: slates.page(db),
    "findings": lambda db, _rows: findings.page(db),
}


def run(report: Report) -> None:
    """Both stores stand open; their pages are asked for in turn."""
    with tempfile.TemporaryDirectory() as folder:
        small, large = (filled(Path(folder) / f"{rows}.db", rows) for rows in (SMALL, LARGE))
        worst = 0.0
        for name, query in PAGES.items():
            taken = {rows: [] for rows in (SMALL, LARGE)}
            for _ in range(TIMES):
                for rows, db in ((SMALL, small), (LARGE, large)):
                    began = perf_counter()
                    query(db, rows)
                    taken[rows].append(perf_counter() - began)
            few, many = median(taken[SMALL]), median(taken[LARGE])
            report.line(f"{name}: {few * 1e3:.2f} ms at 10 k, {many * 1e3:.2f} ms at 1 M rows")
            worst = max(worst, many / few)
        report.check_at_most("slowest page, 1 M / 10 k rows", worst, RATIO)


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
    return db


def _multiply(db: Database, table: str, rows: int) -> None:
    """Copy the one row of a table, each copy with an id and a site of its own."""
    columns = [column.name for column in db[table].columns if column.name != "number"]
    chosen = ", ".join(
        {"id": "'x' || n.i", "site": f"'s' || (n.i % {SITES}) || '.example'"}.get(name, name)
        for name in columns
    )
    db.execute(
        f"with recursive n(i) as (select 1 union all select i + 1 from n where i < ?)"
        f" insert into {table} ({', '.join(columns)}) select {chosen} from n,"
        f" (select * from {table} limit 1)",
        [rows],
    )
