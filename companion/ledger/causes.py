"""Which acts could explain what was delivered: likeness, reach and time (method book, §11).

P = likeness x reach x exp(-days / 30), for the best of all acts before the first sight. Likeness
and reach have weights of our own, so that nothing built on them alone is more than possible. Where
a model told what texts are near to, likeness goes by that; else by whether their topics are one.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from companion.ledger import profiles
from companion.ledger.delivered import Delivered
from companion.ledger.profiles import Profile
from companion.ledger.said import said_by
from companion.ledger.words import alike, content, stems
from companion.model import Act, ExchangeId
from companion.topics.table import context_of

FADES_DAYS = 30
RECALLABLE, WEAK = 0.6, 0.3
UNRELATED = 0.12
"""Likeness and time of the best act, told by profiles, below which none has to do with it."""
WITHIN = 0.9
"""An act's P to that of a newer one with the same title, from which on the older one is shown."""
BEST = 3
SAME_TOPIC, SAME_LIFE = 0.8, 0.3
LOOKED_BACK = timedelta(days=120)
"""After that not even a perfect likeness weighs more than 0.02."""


type Window = tuple[datetime, datetime]
"""From and until when, both included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How what an act was about could come to a party.

    `value` is 1 where a flow that the act caused went to the party, 0.5 where the party or its
    company was on that page or site, 0.3 where it is tied to one that was, 0 else. `how` says so
    in words; `exchange` shows it, where one does.
    """

    value: float
    how: str
    exchange: ExchangeId | None = None


class Facts(Protocol):
    """What is asked of the record."""

    @property
    def begins(self) -> datetime:
        """When the record begins."""

    def acts_about(self, keys: Iterable[str], party: str, window: Window) -> Sequence[Act]:
        """The newest acts of a time under one of some keys (`keys_of`), more of a party's own."""

    def reach(self, act: Act, party: str, until: datetime) -> Reach:
        """How what an act was about could have come to a party until then."""

    def topics(self, text: str) -> tuple[str, ...]:
        """The topics of a text."""

    def profile(self, text: str) -> Profile:
        """What a text is near to; empty where no model told it."""

    def acts_until(self, until: datetime) -> int:
        """How many acts the record holds until then."""

    def acts_reaching(self, party: str, until: datetime) -> int:
        """How many acts until then caused a flow to a party; more than 20 count as 20."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An act that could explain something; `p` is likeness x reach x time, 0 to 1."""

    act: Act
    likeness: float
    reach: Reach
    days: float
    p: float

    @property
    def near(self) -> float:
        """Likeness and time alone, whatever its way to the party; 0 to 1."""
        return self.likeness * math.exp(-self.days / FADES_DAYS)

    @property
    def recallable(self) -> bool:
        """Whether the person could tell that it led to it."""
        return self.p >= RECALLABLE


def causes(delivered: Delivered, facts: Facts, limit: int = BEST) -> tuple[Candidate, ...]:
    """The acts that could explain it, the likeliest first; none where no act has to do with it.

    Of acts with one title the first that explains it nearly as well is there, once: what came of
    it may have come of that already.
    """
    since = delivered.seen_at - LOOKED_BACK
    keys = wanted(delivered, facts)
    near = [
        (likeness(delivered, act, facts) * _fading(delivered, act), act)
        for act in facts.acts_about(keys, delivered.party, (since, delivered.seen_at))
    ]
    near.sort(key=lambda it: (it[0], it[1].seen_at, it[1].id), reverse=True)
    found: dict[str, Candidate] = {}
    least = 0.0
    for most, act in near:
        # Reach is at most 1: those that follow can't be likelier than the ones found.
        if most == 0 or most < WITHIN * least:
            break
        if (it := _candidate(delivered, act, facts)).p > 0:
            found[act.text] = _first(found.get(act.text), it)
            best = sorted((one.p for one in found.values()), reverse=True)
            least = best[limit - 1] if len(best) >= limit else 0.0
    return tuple(sorted(found.values(), key=_order, reverse=True)[:limit])


def _first(one: Candidate | None, older: Candidate) -> Candidate:
    """The older of two acts with one title, unless it explains less well."""
    return older if one is None or older.p >= WITHIN * one.p else one


def last_support(delivered: Delivered, facts: Facts) -> Candidate | None:
    """The newest act that supports it, however long ago it was; None where none does."""
    window = (facts.begins, delivered.seen_at)
    held = facts.acts_about(wanted(delivered, facts), delivered.party, window)
    for act in sorted(held, key=lambda it: (it.seen_at, it.id), reverse=True):
        near = likeness(delivered, act, facts)
        if (
            near >= WEAK
            and near * facts.reach(act, delivered.party, delivered.seen_at).value >= WEAK
        ):
            return _candidate(delivered, act, facts)
    return None


def explained(candidates: Sequence[Candidate]) -> float:
    """P of the best candidate; 0 where there is none."""
    return max((it.p for it in candidates), default=0.0)


def keys_of(act: Act) -> frozenset[str]:
    """The keys under which an act is found again: beginnings of its words, and its topics."""
    return stems(_said(act)) | _topic_keys(act.topics)


def near_key(topic: str) -> str:
    """The key of the acts that are near to a topic."""
    return f"near {topic}"


def wanted(delivered: Delivered, facts: Facts) -> frozenset[str]:
    """The keys of the acts that could explain it."""
    near = frozenset(map(near_key, profile_of(delivered, facts)))
    return stems(delivered.words) | _topic_keys(delivered.topics) | near


def profile_of(delivered: Delivered, facts: Facts) -> Profile:
    """What it is near to; empty where no model told it."""
    return profiles.together(map(facts.profile, delivered.said))


def likeness(delivered: Delivered, act: Act, facts: Facts) -> float:
    """How much an act is about the same, 0 to 1; by words and by topics, either may do."""
    words = alike(delivered.words, _said(act))
    one, other = profile_of(delivered, facts), facts.profile(said_by(act))
    near = SAME_TOPIC * profiles.alike(one, other) if one and other else None
    by_topic = _by_topic(delivered.topics, act) if near is None else near
    return 1 - (1 - words) * (1 - by_topic)


def unrelated(candidates: Sequence[Candidate], *, profiled: bool) -> bool:
    """Whether none of the acts has enough to do with it, whatever their way to the party.

    Profiles tell of smaller likeness than words and single topics do.
    """
    nearest = max((it.near for it in candidates), default=0.0)
    return nearest < (UNRELATED if profiled else WEAK)


def _by_topic(topics: tuple[str, ...], act: Act) -> float:
    if set(topics) & set(act.topics):
        return SAME_TOPIC
    life = context_of(topics)
    return SAME_LIFE if life is not None and life in {act.context, context_of(act.topics)} else 0.0


def _candidate(delivered: Delivered, act: Act, facts: Facts) -> Candidate:
    near = likeness(delivered, act, facts)
    reach = facts.reach(act, delivered.party, delivered.seen_at)
    p = near * reach.value * _fading(delivered, act)
    return Candidate(act=act, likeness=near, reach=reach, days=_days(delivered, act), p=p)


def _fading(delivered: Delivered, act: Act) -> float:
    return math.exp(-_days(delivered, act) / FADES_DAYS)


def _days(delivered: Delivered, act: Act) -> float:
    return max(0.0, (delivered.seen_at - act.seen_at).total_seconds() / 86_400)


def _order(it: Candidate) -> tuple[float, datetime, str]:
    return it.p, it.act.seen_at, it.act.id


def _said(act: Act) -> tuple[str, ...]:
    """What an act is about: its words, its site's name and the part of life."""
    site = act.site.rpartition(".")[0].replace(".", " ").replace("-", " ")
    return content(f"{act.text} {site} {act.context or ''}")


def _topic_keys(topics: Iterable[str]) -> frozenset[str]:
    return frozenset(f"topic {it}" for it in topics)
