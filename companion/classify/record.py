"""What a detector may look at: the record of one person, as a Protocol the store fulfils."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from companion.compare.round import PriceRound, Round
from companion.ledger.causes import Facts
from companion.model import (
    Act,
    Exchange,
    ExchangeId,
    Item,
    Measured,
    Owner,
    Signal,
    SignalKind,
    Slate,
)


class Record(Protocol):
    """The person's own record; a control's exchanges are in it only where they are compared.

    `begins` and `ends` are the times of the first and last exchange.
    """

    @property
    def visitor(self) -> str:
        """The name of the visitor whose record it is."""

    @property
    def begins(self) -> datetime:
        """When the record begins."""

    @property
    def ends(self) -> datetime:
        """When the record ends."""

    @property
    def facts(self) -> Facts:
        """What the ledger asks of it: acts by what they are about, and whom they came to."""

    def imported(self, site: str) -> bool:
        """Whether anything on the pages of a site was imported from a file."""

    def limits(self, site: str) -> tuple[str, ...]:
        """What the files of a site's exchanges cannot show, in sentences."""

    def signals(self, site: str, *kinds: SignalKind) -> Sequence[Signal]:
        """Signals on the pages of a site, oldest first; of all kinds when none is named."""

    def sightings(self, token: str) -> Sequence[Signal]:
        """Identifier signals that carry the token, on every site, oldest first."""

    def profiles(self, site: str) -> Sequence[Signal]:
        """Identifiers that strangers got or sent on a site, of their own."""

    def slates(self, site: str) -> Sequence[Slate]:
        """Lists delivered on a site, oldest first, with what they say of themselves."""

    def strangers(self, site: str) -> Sequence[Slate]:
        """The lists that strangers got on a site, those of ads too, oldest first."""

    def rounds(self, site: str) -> Sequence[Round]:
        """What the person and strangers got at the same places, within one minute; oldest first."""

    def price_rounds(self, site: str) -> Sequence[PriceRound]:
        """What the person and strangers were asked for the same things, within one minute."""

    def things(self, site: str) -> Mapping[str, Item]:
        """The entries of the lists that are compared, by key, whoever got them."""

    def acts(self, site: str | None = None) -> Sequence[Act]:
        """What the person did on a site, or anywhere, oldest first."""

    def acts_in(self, contexts: Collection[str]) -> Sequence[Act]:
        """What the person did in some parts of life, the newest of each; oldest first."""

    def acts_on(self, topic: str) -> Sequence[Act]:
        """What the person did on a topic, oldest first."""

    def exchange(self, key: ExchangeId) -> Exchange | None:
        """An exchange without its bodies; None when it is not kept."""

    def items(self, key: str) -> Sequence[tuple[Slate, Item]]:
        """Entries of lists on any site whose id or address is the key, oldest first."""

    def owner(self, party: str) -> Owner | None:
        """The company behind a party, where a source names it."""

    def context(self, site: str) -> str | None:
        """The part of life a site belongs to, where it is known."""

    def measured(self, site: str) -> Sequence[Measured]:
        """What was measured of contested findings on a site, in the order of measuring."""
