"""Files that were imported: their digests, and what they can't show."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from companion.store.database import Database
from companion.store.rows import from_row, text_in, text_out, to_row


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """One imported file; `limits` are sentences on what it can't show."""

    sha256: str
    name: str
    creator: str
    visitor: str
    imported_at: datetime
    exchanges: int
    unreadable: int
    skipped: int
    bodies_missing: int
    limits: tuple[str, ...]


def put(db: Database, capture: Capture) -> None:
    """Keep what is known of a file; importing it again replaces that."""
    row = to_row(capture)
    marks = ", ".join(f":{name}" for name in row)
    db.execute(f"insert or replace into captures ({', '.join(row)}) values ({marks})", row)


def all_captures(db: Database) -> list[Capture]:
    """Every imported file, in the order of import."""
    return [
        from_row(Capture, row) for row in db.query("select * from captures order by imported_at")
    ]


def limits(db: Database, visitor: str, files: Collection[str]) -> tuple[str, ...]:
    """What the files of a visitor that have these names can't show; each sentence once."""
    rows = db.query("select name, limits from captures where visitor = ?", [text_in(visitor)])
    held = [row for row in rows if text_out(row["name"]) in files]
    said = [sentence for row in held for sentence in json.loads(row["limits"])]
    return tuple(dict.fromkeys(said))
