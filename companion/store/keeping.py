"""Which bodies stay: those in which something was found, all, or none."""

from collections.abc import Sequence
from dataclasses import replace

from companion.model import Exchange, Origin
from companion.store import bodies, exchanges, progress
from companion.store.database import Database

UNNEEDED = "not kept: nothing in it was needed"
UNWANTED = "not kept: read, then dropped as you chose"
LOST = "lost: the store was damaged"
ALONE = (UNWANTED, LOST)
"""Why a body that came whole is not there; of these two, what was found in it is all there is."""
DEFAULT = "evidence"
_CHOSEN = "bodies kept"
_OUTSIDE = ("cookie:", "header:", "query:", "path:")
"""How the locators of things begin that do not stand in a body."""


def follow(db: Database, mode: str) -> None:
    """Have all that is kept looked at again, where the person has chosen otherwise since."""
    if (progress.fact(db, _CHOSEN) or DEFAULT) != mode:
        with db.atomic():
            db.execute("insert or ignore into unsettled select id from exchanges")
            progress.keep_fact(db, _CHOSEN, mode)


def step(db: Database, mode: str, limit: int = 100) -> int:
    """Let go of the bodies of some exchanges that wait for it; how many were looked at.

    One waits until how much of it was read is counted. The pages of an audit are its evidence and
    stay. For the evidence chain a body that goes is no change, messages of a WebSocket that go are
    an amendment.

    Args:
        db: the store.
        mode: "evidence", "all" or "nothing", as in the settings.
        limit: how many exchanges are looked at.
    """
    waiting = [key for (key,) in db.execute(_WAITING, [limit]).fetchall()]
    if waiting:
        with db.atomic():
            if mode != "all":
                _settle(db, waiting, everything=mode == "nothing")
            db.conn.executemany(
                "delete from unsettled where exchange = ?", [(key,) for key in waiting]
            )
    return len(waiting)


def is_dropped(exchange: Exchange) -> bool:
    """Whether a body of it is gone that came whole."""
    return not _whys(exchange).isdisjoint((UNNEEDED, *ALONE))


def is_alone(exchange: Exchange) -> bool:
    """Whether a body is gone in which something was found: its results are all there is."""
    return not _whys(exchange).isdisjoint(ALONE)


def _whys(exchange: Exchange) -> set[str]:
    return {exchange.request.missing, exchange.response.missing}


def left(db: Database) -> int:
    """How many still wait."""
    return int(db.execute("select count(*) from unsettled").fetchone()[0])


_WAITING = (
    "select exchange from unsettled where exchange not in (select exchange from uncovered) limit ?"
)
_FOUND = """
    select locator, 'received' from slates where exchange = :key union all
    select locator, direction from signals where exchange = :key
"""


def _settle(db: Database, keys: Sequence[str], *, everything: bool) -> None:
    gone: list[str] = []
    sighted = _sighted(db, keys)
    for key in keys:
        needed = _needed(db, key) | ({"response"} if key in sighted else set())
        for part in ("request", "response", "sockets"):
            if everything or part not in needed:
                why = UNWANTED if part in needed else UNNEEDED
                gone += _quieten(db, key, why) if part == "sockets" else _drop(db, key, part, why)
    bodies.drop(db, gone)


def _sighted(db: Database, keys: Sequence[str]) -> set[str]:
    """Pages whose lists a later page may show to be none: they are read again then."""
    marks = ", ".join("?" * len(keys))
    rows = db.execute(f"select exchange from sightings where exchange in ({marks})", list(keys))
    return {key for (key,) in rows}


def _needed(db: Database, key: str) -> set[str]:
    """The parts of an exchange in which something was found; an act is told from all of it."""
    rows = db.execute(_FOUND, {"key": key})
    needed = {_part(*row) for row in rows if not row[0].startswith(_OUTSIDE)}
    if db.execute("select 1 from acts where exchange = ?", [key]).fetchone():
        needed |= {"request", "response"}
    return needed


def _part(locator: str, direction: str) -> str:
    if locator.startswith("ws:"):
        return "sockets"
    return "request" if direction == "sent" else "response"


def _drop(db: Database, key: str, side: str, why: str) -> list[str]:
    """Let a body go; under what it was kept."""
    row = db.execute(
        f"select {side}_body from exchanges where id = ? and origin <> ?", [key, Origin.AUDIT.value]
    ).fetchone()
    if row is None or row[0] is None:
        return []
    db.execute(
        f"update exchanges set {side}_body = null, {side}_missing = ? where id = ?", [why, key]
    )
    return [row[0]]


def _quieten(db: Database, key: str, why: str) -> list[str]:
    """Let the messages of a WebSocket go."""
    found = exchanges.get(db, key)
    if found is not None and found.sockets and found.origin is not Origin.AUDIT:
        answer = found.response
        told = replace(answer, missing=why) if answer.body is None else answer
        exchanges.keep(db, [replace(found, sockets=(), response=told)])
    return []
