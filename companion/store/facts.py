"""What the ledger asks of the record, answered by a store."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from functools import cached_property, lru_cache

from companion.ledger.causes import Reach, Window
from companion.ledger.profiles import Profile
from companion.model import Act, Owner
from companion.store import exchanges, ledger, progress, topics
from companion.store.database import Database
from companion.topics.lexicon import by_words

_SENT, _NEAR, _TIED = 1.0, 0.5, 0.3
_HELD = 1_000


class StoredFacts:
    """One visitor's acts and where what they were about could come to."""

    def __init__(
        self, db: Database, owner_of: Callable[[str], Owner | None], visitor: str = "self"
    ) -> None:
        self._db = db
        self._owner_of = owner_of
        self._visitor = visitor
        self.topics = lru_cache(_HELD)(self._topics)
        self.profile = lru_cache(_HELD)(self._profile)
        self._recipients = lru_cache(_HELD)(lambda act: ledger.recipients(db, act))
        self.acts_until = lru_cache(_HELD)(self._acts_until)

    @cached_property
    def begins(self) -> datetime:
        """When the record begins."""
        window = exchanges.window(self._db, self._visitor)
        return window[0] if window else datetime.min.replace(tzinfo=UTC)

    def acts_about(self, keys: Iterable[str], party: str, window: Window) -> Sequence[Act]:
        """The newest acts of a time under one of some keys, more of those that a party got."""
        return ledger.acts_about(self._db, map(self._key, keys), party, window)

    def reach(self, act: Act, party: str, until: datetime) -> Reach:
        """How what an act was about could have come to a party until then."""
        if party == act.site:
            return Reach(value=_SENT, how="it happened on its own site", exchange=act.exchange)
        there = self._recipients(act.id).get(party)
        if there is not None and there.seen_at <= until:
            return Reach(value=_SENT, how="it got a flow by this act", exchange=there.exchange)
        return self._near(act, party, until) or self._tied(act, party, until)

    def acts_reaching(self, party: str, until: datetime) -> int:
        """How many acts until then caused a flow to a party; more than 20 count as 20."""
        return ledger.acts_reaching(self._db, party, until)

    def _acts_until(self, until: datetime) -> int:
        """How many acts the record holds until then."""
        return ledger.acts_until(self._db, self._visitor, until)

    def _key(self, key: str) -> str:
        return ledger.key_of(self._visitor, key)

    def _near(self, act: Act, party: str, until: datetime) -> Reach | None:
        """The party was on the site at another time, or its company got a flow."""
        if met := ledger.met_on(self._db, party, act.site, until):
            return Reach(value=_NEAR, how=f"it was present on {act.site}", exchange=met)
        owner = self._owner_of(party)
        for other, flow in self._recipients(act.id).items() if owner else ():
            same = self._owner_of(other) if flow.seen_at <= until else None
            if same and owner and same.name == owner.name:
                how = f"{other} of the same company ({owner.name}) got a flow by this act"
                return Reach(value=_NEAR, how=how, exchange=flow.exchange)
        return None

    def _tied(self, act: Act, party: str, until: datetime) -> Reach:
        """The party holds an identifier that one which got a flow holds too."""
        if found := ledger.tied(self._db, party, act.id, until):
            other, exchange = found
            how = f"it shares an identifier with {other}, which got a flow by this act"
            return Reach(value=_TIED, how=how, exchange=exchange)
        return Reach(value=0.0, how="no way from this act to it is in the record")

    def _topics(self, text: str) -> tuple[str, ...]:
        """The topics of a text, as the labeller told them that was there last."""
        known = topics.known(self._db, self._labeller, [text]) if self._labeller else {}
        return known.get(text) or by_words(text)

    def _profile(self, text: str) -> Profile:
        """What a text is near to, as the labeller told that was there last."""
        if not self._labeller:
            return {}
        return topics.profiles(self._db, self._labeller, [text]).get(text, {})

    @cached_property
    def _labeller(self) -> str:
        return progress.fact(self._db, topics.LABELLER)
