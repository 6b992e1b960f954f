"""An audit's visits: each browser's turn in a block, what its pages looked like, wire bytes.

No real person is in such a store, so everything is kept as it was.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from companion.store.bodies import digest_of
from companion.store.database import Database
from companion.store.rows import text_in, text_out, time_in
from companion.store.table import Table

PLANNED, BEGUN, DONE, MISSING = "planned", "begun", "done", "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One fresh browser in one block: `player` is the visitor of the plan that it plays.

    `status` is planned, begun, done or missing; `tries` counts how often it was begun, so more
    than one says that it was broken off and repeated. `why` says what is missing. `browser` is
    what the browser told pages about itself, as JSON.
    """

    id: str
    block: int
    player: str
    role: str
    status: str = PLANNED
    tries: int = 0
    began: datetime | None = None
    ended: datetime | None = None
    why: str = ""
    browser: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One load of a watched place in one visit: the rendered text and a picture (PNG).

    `why` says why it can't be compared; empty where it can. `page` is where the browser arrived.
    """

    id: str
    visit: str
    place: str
    page: str
    seen_at: datetime
    status: int
    why: str = ""
    text: str = ""


_TABLE = Table("visits", Visit, since="began")
_VIEWS = Table("views", View)
put, get, each = _TABLE.put, _TABLE.get, _TABLE.each
views = _VIEWS.each


def put_views(db: Database, held: Iterable[tuple[View, bytes]]) -> None:
    """Keep loads of places, each with its picture."""
    for view, picture in held:
        _VIEWS.put(db, [view])
        db.execute("update views set picture = ? where id = ?", [picture, view.id])


def picture(db: Database, view: str) -> bytes:
    """What a load looked like; empty when there is none."""
    row = db.execute("select picture from views where id = ?", [view]).fetchone()
    return bytes(row[0] or b"") if row else b""


def put_wire(db: Database, exchange: str, side: str, body: bytes) -> None:
    """Keep a body as it came over the wire, where it was coded."""
    db.execute(
        "insert or replace into wires values (?, ?, ?, ?)", [exchange, side, digest_of(body), body]
    )


def wire(db: Database, exchange: str, side: str) -> bytes | None:
    """A body as it came over the wire; None where that is the body that is kept anyway."""
    row = db.execute(
        "select body from wires where exchange = ? and side = ?", [exchange, side]
    ).fetchone()
    return bytes(row[0]) if row else None


def put_certificates(db: Database, visit: str, chains: Mapping[str, bytes]) -> None:
    """Keep what hosts proved themselves with: chains in PEM form."""
    for host, chain in chains.items():
        db.execute(
            "insert or replace into certificates values (?, ?, ?)", [visit, text_in(host), chain]
        )


def certificates(db: Database, visit: str) -> Iterator[tuple[str, bytes]]:
    """Hosts and their chains, as one visit met them."""
    for host, chain in db.execute(
        "select host, chain from certificates where visit = ? order by host", [visit]
    ):
        yield text_out(host), bytes(chain)


def last_began(db: Database, block: int) -> datetime | None:
    """When a block was begun last; None when it never was."""
    row = db.execute("select max(began) from visits where block = ?", [block]).fetchone()
    return datetime.fromisoformat(row[0]) if row[0] else None


def begin(db: Database, visit: str, at: datetime) -> None:
    """Note that a visit has begun; one that never ends is seen by that."""
    db.execute(
        "update visits set status = ?, tries = tries + 1, began = ?, ended = null where id = ?",
        [BEGUN, time_in(at), visit],
    )
