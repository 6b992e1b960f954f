"""Evidence looked up in a store."""

from companion.model import Act, ActId, Exchange, ExchangeId, Signal, SignalId, Slate, SlateId
from companion.store import acts, exchanges, signals, slates
from companion.store.open import Database


class StoredEvidence:
    """What a finding points at, read from a store; None for what is no longer kept."""

    def __init__(self, store: Database) -> None:
        self._store = store

    def exchange(self, key: ExchangeId) -> Exchange | None:
        """An exchange with its bodies."""
        return exchanges.get(self._store, key)

    def signal(self, key: SignalId) -> Signal | None:
        """A signal."""
        return signals.get(self._store, key)

    def slate(self, key: SlateId) -> Slate | None:
        """A list."""
        return slates.get(self._store, key)

    def act(self, key: ActId) -> Act | None:
        """Something the person did."""
        return acts.get(self._store, key)
