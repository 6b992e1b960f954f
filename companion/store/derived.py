"""What is computed from the facts: cleared before it is computed again."""

from companion.store import ledger
from companion.store.database import Database
from companion.store.keeping import ALONE, UNNEEDED

_WHOLE = ("findings", "tests", "unlabelled", "uncovered")
_FOUND = ("signals", "slates", "acts", "sightings")
"""Of an exchange whose body is not kept, this is all there is."""
_KNOWN_BY = (("tokens", "signal", "signals"), ("item_keys", "slate", "slates"))


def clear(db: Database) -> None:
    """Delete everything derived, except what was found in bodies that are not kept."""
    for table in (*_WHOLE, *ledger.TABLES):
        db.execute(f"delete from {table}")
    for table in _FOUND:
        db.execute(f"delete from {table} where exchange not in ({_without(*ALONE)})")
    db.execute(f"delete from coverage where exchange not in ({_without(UNNEEDED, *ALONE)})")
    for table, key, of in _KNOWN_BY:
        db.execute(f"delete from {table} where {key} not in (select number from {of})")
    ledger.again(db)


def _without(*why: str) -> str:
    """The exchanges that lack a body for one of these reasons, as a select."""
    whys = ", ".join(f"'{word}'" for word in why)
    return (
        "select id from exchanges"
        f" where request_missing in ({whys}) or response_missing in ({whys})"
    )
