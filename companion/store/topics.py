"""Topics that were told of titles, kept by hash; what waits to be told; what the person agreed to.

Labels are kept so that a rebuild gives the same and costs nothing. Of sensitive topics only those
that the person agreed to are in them.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime

from companion.model import ExchangeId, digest
from companion.store import ledger
from companion.store.database import Database
from companion.store.rows import text_in, text_out, time_in

LABELLER = "labeller"
"""The fact that names who told topics last."""
_AT_ONCE = 500


def known(db: Database, labeller: str, texts: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """What a labeller told of those of the texts that it was asked about before."""
    keys = {digest(labeller, text): text for text in texts}
    wanted = list(keys)
    found = {}
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        for key, told in db.execute(f"select key, topics from labels where key in ({marks})", some):
            found[keys[key]] = tuple(part for part in text_out(told).split(",") if part)
    return found


def keep(db: Database, labeller: str, told: Mapping[str, tuple[str, ...]]) -> None:
    """Keep what a labeller told of texts; the texts themselves are not kept."""
    db.conn.executemany(
        "insert or replace into labels values (?, ?)",
        [(digest(labeller, text), text_in(",".join(topics))) for text, topics in told.items()],
    )


def profiles(db: Database, labeller: str, texts: Iterable[str]) -> dict[str, Mapping[str, float]]:
    """The profiles of those of the texts that a labeller was asked about before."""
    sql = "select profile from profiles where key = ?"
    rows = {text: db.execute(sql, [digest(labeller, text)]).fetchone() for text in texts}
    return {text: json.loads(row[0]) for text, row in rows.items() if row}


def keep_profiles(db: Database, labeller: str, told: Mapping[str, Mapping[str, float]]) -> None:
    """Keep the profiles of texts; the texts themselves are not kept."""
    db.conn.executemany(
        "insert or replace into profiles values (?, ?)",
        [(digest(labeller, text), json.dumps(dict(profile))) for text, profile in told.items()],
    )


def wait(db: Database, exchange: ExchangeId) -> None:
    """Note that an exchange has titles whose topics are still to be told."""
    db.execute("insert or ignore into unlabelled values (?)", [exchange])


def waiting(db: Database, limit: int) -> list[ExchangeId]:
    """Exchanges whose titles are still to be told, some of them."""
    rows = db.execute("select exchange from unlabelled limit ?", [limit])
    return [ExchangeId(key) for (key,) in rows]


def left(db: Database) -> int:
    """How many exchanges have titles that are still to be told."""
    return int(db.execute("select count(*) from unlabelled").fetchone()[0])


def done(db: Database, exchanges: Iterable[ExchangeId]) -> None:
    """Note that their titles are told."""
    db.conn.executemany("delete from unlabelled where exchange = ?", [(it,) for it in exchanges])


def agreed(db: Database) -> dict[str, datetime]:
    """The sensitive topics that the person agreed to have kept, and when."""
    rows = db.execute("select topic, agreed_at from agreed order by topic")
    return {text_out(topic): datetime.fromisoformat(at) for topic, at in rows}


def agree(db: Database, topic: str, now: datetime) -> None:
    """Keep a sensitive topic from now on; what was withheld is asked about again."""
    with db.atomic():
        db.execute("insert or ignore into agreed values (?, ?)", [text_in(topic), time_in(now)])
        _again(db, "topics = ''")


def disagree(db: Database, topic: str) -> None:
    """Take it back: where it was told, it is told anew without it."""
    with db.atomic():
        db.execute("delete from agreed where topic = ?", [text_in(topic)])
        _again(db, f"',' || topics || ',' like '%,{topic},%'")
        db.execute("delete from profiles where profile like ?", [f'%"{topic}"%'])
        ledger.forget_near(db, topic)


def _again(db: Database, which: str) -> None:
    """Forget some labels, and have every exchange with titles looked at again."""
    db.execute(f"delete from labels where {which}")
    for table in ("acts", "slates"):
        db.execute(f"insert or ignore into unlabelled select exchange from {table}")
