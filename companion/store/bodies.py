"""Bodies as they are kept: compressed, and each content once."""

import hashlib
from collections.abc import Iterable

import zstandard

from companion.store.database import Database

_LEVEL = 3


def digest_of(body: bytes | None) -> str | None:
    """The SHA-256 under which a body is kept."""
    return None if body is None else hashlib.sha256(body).hexdigest()


def keep(db: Database, bodies: Iterable[bytes | None]) -> None:
    """Keep bodies that are not kept yet."""
    packer = zstandard.ZstdCompressor(level=_LEVEL)
    for body in bodies:
        key = digest_of(body)
        if body is None or db.execute("select 1 from bodies where sha256 = ?", [key]).fetchone():
            continue
        db.execute("insert into bodies values (?, ?)", [key, packer.compress(body)])


def get(db: Database, key: str | None) -> bytes | None:
    """A body by its SHA-256; None when it is not kept."""
    if key is None:
        return None
    row = db.execute("select content from bodies where sha256 = ?", [key]).fetchone()
    return zstandard.ZstdDecompressor().decompress(row[0]) if row else None


def drop(db: Database, keys: Iterable[str]) -> None:
    """Delete those of some bodies that no exchange has any more."""
    db.conn.executemany(
        "delete from bodies where sha256 = :key"
        " and not exists (select 1 from exchanges where request_body = :key)"
        " and not exists (select 1 from exchanges where response_body = :key)",
        [{"key": key} for key in dict.fromkeys(keys)],
    )


def drop_unused(db: Database) -> None:
    """Delete the bodies that no exchange has any more."""
    db.execute(
        "delete from bodies where sha256 not in (select request_body from exchanges"
        " where request_body is not null union select response_body from exchanges"
        " where response_body is not null)"
    )
