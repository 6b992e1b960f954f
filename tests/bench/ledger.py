"""Whether a path and a timeline cost the same after a year of browsing as after a few days.

Of an exchange in twenty something the person did; each act is about two of their interests and
sent to eight parties; two labels in a hundred exchanges.
"""

import random
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import batched
from pathlib import Path
from statistics import median
from time import perf_counter

from companion.model import Act, Exchange, Signal, SignalKind
from companion.pipeline import Journey, start
from companion.store import acts, exchanges, ledger, rollups, signals
from companion.store.asked import timeline_of, why
from companion.store.open import Database, open_store
from companion.store.rows import time_in
from tests.accuracy.report import Report
from tests.builders import NOON, a_signal, an_act, an_exchange

SMALL, LARGE = 10_000, 1_000_000
RATIO, COST = 1.5, 1.2
TIMES = 60
SITES, PARTIES, PARTIES_OF_ACT = 40, 60, 8
STEP = timedelta(seconds=31)  # a million exchanges in a year
INTERESTS = [
    f"{one}{two}"
    for one in ("trail", "sauna", "cello", "bread")
    for two in ("runner", "heater", "teacher", "baker", "maker")
]
BATCH = 5_000


def run(report: Report) -> None:
    with tempfile.TemporaryDirectory() as folder:
        stores = {rows: filled(Path(folder) / f"{rows}.db", rows) for rows in (SMALL, LARGE)}
        for name, ask in QUESTIONS.items():
            few, many = (_median(ask, db) for db in stores.values())
            report.line(f"{name}: {few * 1e3:.2f} ms at 10 k, {many * 1e3:.2f} ms at 1 M exchanges")
            report.check_at_most(f"{name}, 1 M / 10 k", many / few, RATIO)
    with tempfile.TemporaryDirectory() as folder:
        ratios = [_ratio(Path(folder), turn) for turn in range(7)]
    report.check_at_most("taking in with the ledger / without", median(ratios), COST)


def _nobody(_party: str) -> None:
    return None


QUESTIONS: dict[str, Callable[[Database], object]] = {
    "why, of a label": lambda db: why(
        db, _nobody, signals.page(db, limit=1, kind="segment")[0][1].id
    ),
    "why, of an act": lambda db: why(db, _nobody, acts.page(db, limit=1)[0][1].id),
    "timeline of a party": lambda db: timeline_of(db, _nobody, "p1.example"),
}


def _median(ask: Callable[[Database], object], db: Database) -> float:
    ask(db)
    return median(_timed(lambda: ask(db)) for _ in range(TIMES))


def _timed(call: Callable[[], object]) -> float:
    began = perf_counter()
    call()
    return perf_counter() - began


class Bare(Journey):
    """A journey that enters nothing into the ledger but the words of acts."""

    def _enter(self, *_: object) -> None:
        pass


def _ratio(folder: Path, turn: int) -> float:
    """The same pages taken in with the ledger, and without it."""
    kept = [list(batch) for batch in batched(_pages(60), 100)]
    spent = []
    for kind in (Journey, Bare):
        path = folder / f"{turn}{kind.__name__}.db"
        with open_store(path) as db:
            made = start(db, path)
            journey = made if kind is Journey else Bare(db, made.secrets, signing=made.signing)
            spent.append(_timed(lambda j=journey: [j.take(batch) for batch in kept]))
    return spent[0] / spent[1]


def _pages(many: int) -> Iterator[Exchange]:
    """Pages, each with nineteen flows to parties."""
    for number in range(many):
        site = f"s{number % SITES}.example"
        url, at = f"https://{site}/{number}", NOON + timedelta(minutes=number)
        html = f"<title>{INTERESTS[number % 20]} guide</title><p>{'word ' * 400}</p>".encode()
        yield an_exchange(url, page=url, site=site, seen_at=at, body=html)
        for party in range(19):
            flow = f"https://p{party}.example/c?uid=k3jd92hf83hd{party:02}w2qk3&dl={number}"
            yield an_exchange(
                flow,
                page=url,
                site=site,
                seen_at=at + timedelta(seconds=party),
                received=(("content-type", "image/gif"),),
            )


def filled(path: Path, rows: int) -> Database:
    """A store as it is after so many exchanges; only what the questions read is in it."""
    db, chance = open_store(path), random.Random(7)
    began = NOON + STEP * (LARGE - rows)  # both records end on the same day
    with db.atomic():
        exchanges.keep(db, [an_exchange(seen_at=began)])
        for some in batched(range(rows), BATCH):
            _put_acts(db, chance, [_act(chance, it, began) for it in some if it % 20 == 0])
            signals.put(db, [_label(chance, it, began) for it in some if it % 50 == 0])
        ledger.recount(db)
        rollups.recount(db)
        for one in range(20):
            row = [f"p{one}.example", f"p{one + 1}.example", time_in(NOON), "t"]
            db.execute("insert into ties values (?, ?, ?, ?)", row)
    return db


def _act(chance: random.Random, number: int, began: datetime) -> Act:
    return an_act(
        text=" ".join(chance.sample(INTERESTS, 2)),
        site=f"s{chance.randrange(SITES)}.example",
        exchange=f"x{number}",
        seen_at=began + STEP * number,
    )


def _put_acts(db: Database, chance: random.Random, done: Sequence[Act]) -> None:
    acts.put(db, done)
    db.conn.executemany(
        "insert or ignore into recipients values (?, ?, ?, ?)",
        [
            (it.id, f"p{chance.randrange(PARTIES)}.example", time_in(it.seen_at), it.exchange)
            for it in done
            for _ in range(PARTIES_OF_ACT)
        ],
    )


def _label(chance: random.Random, number: int, began: datetime) -> Signal:
    return a_signal(
        kind=SignalKind.SEGMENT,
        name="segment",
        value=chance.choice(INTERESTS),
        party=f"p{chance.randrange(5)}.example",
        site=f"s{chance.randrange(SITES)}.example",
        exchange=f"x{number}",
        seen_at=began + STEP * number + timedelta(seconds=1),
    )
