"""A record for the ledger, held in a list."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from companion.ledger.causes import Reach, keys_of
from companion.model import Act
from companion.topics.lexicon import by_words


@dataclass(frozen=True, kw_only=True)
class MemoryFacts:
    """Every act reaches every party, but where `reaches` says otherwise by act and party."""

    every_act: Sequence[Act] = field(default_factory=list)
    reaches: dict[tuple[str, str], float] = field(default_factory=dict)
    profiles: dict[str, dict[str, float]] = field(default_factory=dict)
    begins: datetime = datetime(2026, 4, 3, 12, 0, tzinfo=UTC)

    def acts_about(self, keys, party, window):
        """The acts of a time under one of some keys."""
        wanted = set(keys)
        since, until = window
        return [
            it for it in self.every_act if since <= it.seen_at <= until and keys_of(it) & wanted
        ]

    def reach(self, act, party, until):
        """As told; 1 without a word on it."""
        return Reach(value=self.reaches.get((act.id, party), 1.0), how="it got a flow by this act")

    def topics(self, text):
        """By words."""
        return by_words(text)

    def profile(self, text):
        """As told; empty without a word on it."""
        return self.profiles.get(text, {})

    def acts_until(self, until):
        """How many acts the record holds until then."""
        return sum(it.seen_at <= until for it in self.every_act)

    def acts_reaching(self, party, until):
        """How many acts until then caused a flow to a party."""
        done = [it for it in self.every_act if it.seen_at <= until]
        return min(20, sum(self.reach(it, party, until).value == 1 for it in done))
