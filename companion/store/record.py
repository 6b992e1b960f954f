"""The person's own record, as the detectors look at it."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cached_property

from companion.model import Act, Exchange, ExchangeId, Item, Owner, Signal, SignalKind, Slate
from companion.store import acts, captures, exchanges, signals, slates
from companion.store.open import Database

_EMPTY = datetime(1970, 1, 1, tzinfo=UTC)


class StoredRecord:
    """One visitor's record in a store, read for one round of judging."""

    def __init__(
        self, db: Database, owner_of: Callable[[str], Owner | None], visitor: str = "self"
    ) -> None:
        self._db = db
        self._owner_of = owner_of
        self.visitor = visitor

    @cached_property
    def _window(self) -> tuple[datetime, datetime]:
        return exchanges.window(self._db, self.visitor) or (_EMPTY, _EMPTY)

    @property
    def begins(self) -> datetime:
        """When the record begins."""
        return self._window[0]

    @property
    def ends(self) -> datetime:
        """When the record ends."""
        return self._window[1]

    @cached_property
    def imported(self) -> bool:
        """Whether any of it was imported from a file."""
        return exchanges.any_from(self._db, self.visitor, "import")

    @cached_property
    def limits(self) -> tuple[str, ...]:
        """What the imported files can't show; nothing when a live recording stands beside them."""
        return captures.limits(self._db, self.visitor)

    @cached_property
    def _contexts(self) -> dict[str, str]:
        rows = self._db.query(
            "select distinct site, context from exchanges where site is not null"
            " and context is not null and visitor = ?",
            [self.visitor],
        )
        return {row["site"]: row["context"] for row in rows}

    def signals(self, site: str, *kinds: SignalKind) -> list[Signal]:
        """Signals on the pages of a site, oldest first; of all kinds when none is named."""
        held = {"site": site, "visitor": self.visitor}
        if not kinds:
            return list(signals.each(self._db, **held))
        found = [one for kind in kinds for one in signals.each(self._db, kind=kind.value, **held)]
        return sorted(found, key=lambda one: one.seen_at)

    def sightings(self, token: str) -> list[Signal]:
        """Identifier signals that carry the token, on every site, oldest first."""
        return signals.sightings(self._db, token, self.visitor)

    def slates(self, site: str) -> list[Slate]:
        """Lists delivered on a site, oldest first."""
        return list(slates.each(self._db, site=site, visitor=self.visitor))

    def acts(self, site: str | None = None) -> list[Act]:
        """What the person did on a site, or anywhere, oldest first."""
        return list(acts.each(self._db, site=site, visitor=self.visitor))

    def exchange(self, key: ExchangeId) -> Exchange | None:
        """An exchange without its bodies; None when it is not kept."""
        return exchanges.get(self._db, key, with_bodies=False)

    def items(self, key: str) -> list[tuple[Slate, Item]]:
        """Entries of lists on any site whose id or address is the key, oldest first."""
        return list(slates.items(self._db, key, self.visitor))

    def owner(self, party: str) -> Owner | None:
        """The company behind a party, where a source names it."""
        return self._owner_of(party)

    def context(self, site: str) -> str | None:
        """The part of life a site belongs to, where it is known."""
        return self._contexts.get(site)
