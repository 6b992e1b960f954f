"""What the record holds of one party, each question answered from an index."""

from collections.abc import Callable, Iterator

from companion.ledger.timeline import Met, Sight, Tie
from companion.model import Act, ExchangeId, Owner, Signal
from companion.store import rollups
from companion.store.database import Database
from companion.store.rows import from_row, text_in, text_out, time_out

ACTS = 50
SIGHTS = 200
"""Acts and labels that are read of one party: the newest acts, the first labels by name."""
_KINDS = "('segment', 'trait', 'score', 'topic', 'targeting', 'location', 'pii')"

type OwnerOf = Callable[[str], Owner | None]


def met(db: Database, party: str) -> tuple[Met, ...]:
    """The sites a party met the person on, by acts, the first first."""
    lives = rollups.contexts(db)
    rows = db.execute(
        "select site, acts, first_seen, last_seen, exchange from met where party = ?"
        " order by first_seen, site",
        [text_in(party)],
    )
    return tuple(
        Met(
            site=text_out(site),
            context=lives.get(text_out(site)),
            acts=acts,
            first_seen=time_out(first),
            last_seen=time_out(last),
            exchange=ExchangeId(exchange),
        )
        for site, acts, first, last, exchange in rows
    )


def sights(db: Database, party: str, visitor: str = "self") -> tuple[Sight, ...]:
    """Each label and personal datum of a party, oldest first, at its first and last sight."""
    found = [_sight(db, party, visitor, label) for label in _labels(db, party)]
    return tuple(sorted(filter(None, found), key=lambda it: (it.first.seen_at, it.first.id)))


def ties(db: Database, party: str, owner_of: OwnerOf) -> tuple[Tie, ...]:
    """Parties that hold an identifier of this one, and those of the same company."""
    rows = db.execute(
        "select other, seen_at, exchange from ties where party = ? order by seen_at, other",
        [text_in(party)],
    )
    shared = [
        Tie(party=text_out(other), seen_at=time_out(at), exchange=ExchangeId(exchange))
        for other, at, exchange in rows
    ]
    return (*shared, *_siblings(db, party, owner_of))


def acts(db: Database, party: str, limit: int = ACTS) -> tuple[tuple[Act, ExchangeId], ...]:
    """The newest acts that caused a flow to a party, each with that flow."""
    rows = db.query(
        "select acts.*, recipients.exchange as flow from recipients"
        " cross join acts on acts.id = recipients.act"
        " where recipients.party = ? order by recipients.seen_at desc limit ?",
        [text_in(party), limit],
    )
    return tuple((from_row(Act, row), ExchangeId(row["flow"])) for row in rows)


def known(db: Database, party: str) -> bool:
    """Whether the record has anything of a party."""
    sql = (
        "select exists (select 1 from parties where party = :it)"
        " or exists (select 1 from met where party = :it)"
    )
    return bool(db.execute(sql, {"it": text_in(party)}).fetchone()[0])


def _labels(db: Database, party: str) -> Iterator[tuple[str, str, str]]:
    """Kind, name and value of each label, one step of the index each, however often it came."""
    at = ("", "", "")
    for _ in range(SIGHTS):
        row = db.execute(
            "select kind, name, value from signals indexed by signals_labels"
            f" where party = ? and kind in {_KINDS} and (kind, name, value) > (?, ?, ?)"
            " order by kind, name, value limit 1",
            [text_in(party), *at],
        ).fetchone()
        if row is None:
            return
        at = row
        yield at


def _sight(db: Database, party: str, visitor: str, label: tuple[str, str, str]) -> Sight | None:
    first, last = (_signal(db, party, visitor, (*label, way)) for way in ("asc", "desc"))
    return Sight(first=first, last=last) if first and last else None


def _signal(
    db: Database, party: str, visitor: str, wanted: tuple[str, str, str, str]
) -> Signal | None:
    *label, way = wanted
    rows = db.query(
        "select * from signals indexed by signals_labels"
        f" where party = ? and kind = ? and name = ? and value = ? and kind in {_KINDS}"
        f" and visitor = ? order by seen_at {way} limit 1",
        [text_in(party), *label, text_in(visitor)],
    )
    row = next(iter(rows), None)
    return from_row(Signal, row) if row else None


def _siblings(db: Database, party: str, owner_of: OwnerOf) -> Iterator[Tie]:
    owner = owner_of(party)
    if owner is None:
        return
    rows = db.execute("select party, min(first_seen) from met group by party").fetchall()
    for name, first in rows:
        other = text_out(name)
        same = owner_of(other) if other != party else None
        if same is not None and same.name == owner.name:
            yield Tie(party=other, seen_at=time_out(first), owner=owner.name)
