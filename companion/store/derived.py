"""What is computed from the facts: cleared before it is computed again."""

from companion.store import ledger
from companion.store.database import Database

_TABLES = (
    *(
        "signals",
        "tokens",
        "slates",
        "item_keys",
        "acts",
        "findings",
        "tests",
        "unlabelled",
        "sightings",
        "coverage",
        "uncovered",
    ),
    *ledger.TABLES,
)


def clear(db: Database) -> None:
    """Delete everything derived."""
    for table in _TABLES:
        db.execute(f"delete from {table}")
