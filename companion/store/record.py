"""The person's own record, as the detectors look at it."""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import UTC, datetime
from functools import cached_property, lru_cache

from companion.compare.assemble import rounds
from companion.compare.prices import price_rounds
from companion.compare.round import PriceRound, Round
from companion.model import (
    Act,
    Exchange,
    ExchangeId,
    Item,
    Measured,
    Owner,
    Role,
    Signal,
    SignalKind,
    Slate,
)
from companion.store import acts, captures, exchanges, measured, rollups, signals, slates
from companion.store.database import Database
from companion.store.deliveries import Deliveries, deliveries
from companion.store.facts import StoredFacts

_EMPTY = datetime(1970, 1, 1, tzinfo=UTC)
_SITES = 8
"""Of how many sites the signals and acts are held at once; detectors ask for them repeatedly."""


class StoredRecord:
    """One visitor's record in a store, read for one round of judging."""

    def __init__(
        self, db: Database, owner_of: Callable[[str], Owner | None], visitor: str = "self"
    ) -> None:
        self._db = db
        self._owner_of = owner_of
        self.visitor = visitor
        self.facts = StoredFacts(db, owner_of, visitor)
        self._files_of = lru_cache(_SITES)(self._read_files)
        self._signals_on = lru_cache(_SITES)(self._read_signals)
        self._acts_on = lru_cache(_SITES)(self._read_acts)
        self._deliveries_on = lru_cache(_SITES)(self._read_deliveries)

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

    def imported(self, site: str) -> bool:
        """Whether anything on the pages of a site was imported from a file."""
        return bool(self._files_of(site))

    def limits(self, site: str) -> tuple[str, ...]:
        """What the files of a site's exchanges can't show."""
        return captures.limits(self._db, self.visitor, self._files_of(site))

    @cached_property
    def _contexts(self) -> dict[str, str]:
        return rollups.contexts(self._db)

    def signals(self, site: str, *kinds: SignalKind) -> tuple[Signal, ...]:
        """Signals on the pages of a site, oldest first; of all kinds when none is named."""
        every = self._signals_on(site)
        return tuple(one for one in every if one.kind in kinds) if kinds else every

    def sightings(self, token: str) -> tuple[Signal, ...]:
        """Identifier signals that carry the token, on every site, oldest first."""
        return _oldest_first(signals.sightings(self._db, token, self.visitor))

    def profiles(self, site: str) -> tuple[Signal, ...]:
        """Identifiers that strangers got or sent on a site, of their own."""
        return tuple(signals.of_strangers(self._db, site)) if self._compared else ()

    def slates(self, site: str) -> tuple[Slate, ...]:
        """Lists delivered on a site, oldest first."""
        return _oldest_first(slates.as_said(self._db, site, self.visitor))

    def strangers(self, site: str) -> tuple[Slate, ...]:
        """The lists that strangers got on a site, those of ads too, oldest first."""
        return _oldest_first(slates.of_strangers(self._db, site))

    def rounds(self, site: str) -> tuple[Round, ...]:
        """What the person and strangers got at the same places of a site, within one minute."""
        found = self._deliveries_on(site)
        return tuple(rounds(found.lists, found.blanks))

    def price_rounds(self, site: str) -> tuple[PriceRound, ...]:
        """What the person and strangers were asked for the same things within one minute."""
        return tuple(price_rounds(self._deliveries_on(site).lists))

    def things(self, site: str) -> Mapping[str, Item]:
        """The entries of the lists that are compared, by key, whoever got them."""
        return self._deliveries_on(site).things

    def acts(self, site: str | None = None) -> tuple[Act, ...]:
        """What the person did on a site, or anywhere, oldest first."""
        return self._acts_on(site)

    def acts_in(self, contexts: Collection[str]) -> tuple[Act, ...]:
        """What the person did in some parts of life, the newest of each; oldest first."""
        return tuple(acts.within(self._db, contexts, self.visitor))

    def acts_on(self, topic: str) -> tuple[Act, ...]:
        """What the person did on a topic, oldest first."""
        return tuple(acts.on(self._db, topic, self.visitor))

    def exchange(self, key: ExchangeId) -> Exchange | None:
        """An exchange without its bodies; None when it is not kept."""
        return exchanges.get(self._db, key, with_bodies=False)

    def items(self, key: str) -> tuple[tuple[Slate, Item], ...]:
        """Entries of lists on any site whose id or address is the key, oldest first."""
        found = slates.items(self._db, key, self.visitor)
        return tuple(sorted(found, key=lambda it: it[0].seen_at))

    def owner(self, party: str) -> Owner | None:
        """The company behind a party, where a source names it."""
        return self._owner_of(party)

    def context(self, site: str) -> str | None:
        """The part of life a site belongs to, where it is known."""
        return self._contexts.get(site)

    def measured(self, site: str) -> tuple[Measured, ...]:
        """What was measured of contested findings on a site, in the order of measuring."""
        return tuple(measured.each(self._db, site=site))

    @cached_property
    def _compared(self) -> bool:
        return any(row.role is Role.CONTROL for row in rollups.visitors(self._db))

    @cached_property
    def _imported(self) -> bool:
        return exchanges.any_from(self._db, self.visitor, "import")

    def _read_files(self, site: str) -> tuple[str, ...]:
        return exchanges.files(self._db, self.visitor, site) if self._imported else ()

    def _read_deliveries(self, site: str) -> Deliveries:
        return deliveries(self._db, site)

    def _read_signals(self, site: str) -> tuple[Signal, ...]:
        return _oldest_first(signals.each(self._db, site=site, visitor=self.visitor))

    def _read_acts(self, site: str | None) -> tuple[Act, ...]:
        return _oldest_first(acts.each(self._db, site=site, visitor=self.visitor))


def _oldest_first[T: (Signal, Slate, Act)](things: Iterable[T]) -> tuple[T, ...]:
    """By time, then in the order of arrival: a file imported later may hold what came earlier."""
    return tuple(sorted(things, key=lambda it: it.seen_at))
