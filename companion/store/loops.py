"""The loop that an act closes: what led to the list it was taken from, and what it sent."""

from companion.ledger.causes import causes
from companion.ledger.delivered import of_item
from companion.ledger.path import Loop
from companion.model import Act, Item, Slate
from companion.store import ledger, slates
from companion.store.database import Database
from companion.store.facts import StoredFacts
from companion.store.rows import from_row, text_in, time_in

_BACK = 200  # lists of the site that are looked through for the one before


def loop(db: Database, act: Act, facts: StoredFacts) -> Loop | None:
    """The loop of an act that took an entry of a list; None for any other act."""
    slate = slates.get(db, act.slate) if act.slate else None
    item = _taken(slate, act) if slate else None
    if slate is None or item is None:
        return None
    best = causes(of_item(slate, item, facts.topics(item.title)), facts, limit=1)
    before = _before(db, slate)
    return Loop(
        first=best[0] if best else None,
        sent=tuple(ledger.recipients(db, best[0].act.id)) if best else (),
        list=slate,
        before=before,
        entered=_entered(slate, before) if before else None,
        rank=item.rank,
        title=item.title,
        sent_again=tuple(ledger.recipients(db, act.id)),
    )


def _taken(slate: Slate, act: Act) -> Item | None:
    """The entry that was taken: the act says its rank."""
    rank = act.text.rpartition("(rank ")[2].partition(" ")[0].rstrip(")")
    return next((it for it in slate.items if str(it.rank) == rank), None)


def _before(db: Database, slate: Slate) -> Slate | None:
    """The same list as it came the time before."""
    rows = db.query(
        "select * from (select * from slates where site = :site and seen_at < :at"
        " order by number desc limit :back) where place = :place and visitor = :visitor"
        " order by seen_at desc limit 1",
        {
            "site": text_in(slate.site or ""),
            "at": time_in(slate.seen_at),
            "back": _BACK,
            "place": text_in(slate.place),
            "visitor": text_in(slate.visitor),
        },
    )
    row = next(iter(rows), None)
    return from_row(Slate, row) if row else None


def _entered(slate: Slate, before: Slate) -> int:
    known = {it.item for it in before.items}
    return sum(it.item not in known for it in slate.items)
