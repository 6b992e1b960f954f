"""Where the same identifier was met in several parts of life."""

from typing import NamedTuple

from companion.model import SignalId
from companion.store import rollups
from companion.store.database import Database
from companion.store.rows import text_out

_SQL = """
    with met as (
        select token, site, max(signal) as signal from tokens where site <> ''
        group by token, site
    )
    select met.token, met.site, signals.id, signals.party
    from met join signals on signals.number = met.signal
    where signals.visitor = :visitor
        and met.token in (select token from met group by token having count(*) > 1)
    order by met.token, met.site
"""


class Meeting(NamedTuple):
    """The newest time that a value was met on a site: by whom, and where that stands."""

    site: str
    context: str
    party: str
    signal: SignalId


def crossings(db: Database, visitor: str) -> list[tuple[Meeting, ...]]:
    """For each value that was met in two or more known parts of life, where it was met.

    Values themselves are not given: what they are stands in the signals.
    """
    parts = rollups.contexts(db)
    values: dict[str, list[Meeting]] = {}
    for token, site, signal, party in db.execute(_SQL, {"visitor": visitor}):
        name = text_out(site)
        if name in parts:
            met = Meeting(name, parts[name], text_out(party), SignalId(signal))
            values.setdefault(token, []).append(met)
    found = dict.fromkeys(tuple(it) for it in values.values() if len({m.context for m in it}) > 1)
    return list(found)
