"""Time stamps of others on the evidence chain, as they came."""

from companion.chain.stamp import Stamp
from companion.store.database import Database
from companion.store.rows import text_in, text_out


def put(db: Database, stamp: Stamp) -> None:
    """Keep a stamp."""
    with db.atomic():
        db.execute(
            "insert into stamps (link, authority, answer) values (?, ?, ?)",
            [stamp.number, text_in(stamp.authority), stamp.answer],
        )


def each(db: Database) -> list[Stamp]:
    """Every stamp, in the order they came."""
    rows = db.execute("select link, authority, answer from stamps order by number")
    return [
        Stamp(number=link, authority=text_out(authority), answer=answer)
        for link, authority, answer in rows
    ]
