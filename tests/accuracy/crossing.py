"""Planted lives in which parties carry something from one part of life to another, or do not.

Sixty days. Each party lists four entries a day on a news site; the person turns to some topics on
sites of other parts of life from some day on. What each party does is one `Way`.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from companion.model import Item, SignalKind, Surface
from companion.topics.table import topics, weight_of
from tests.builders import NOON, MemoryRecord, a_record, a_signal, a_slate, an_act

DAYS = 60
BEGINS = NOON - timedelta(days=DAYS)
SITE = "news.example"
CONTEXTS = {SITE: "news", "shop.example": "shopping", "trip.example": "travel", "kids.example": ""}
AWAY = ("shop.example", "trip.example")
REALLY = ("identifier", "item", "topic", "strong topic")
NULLS = ("nothing", "own values", "season", "contextual", "searched here", "at home", "drift")
WAYS = REALLY + NULLS
SHARE = {"topic": 0.6, "strong topic": 0.9}
CHANCE = 0.1  # that a topic is in a day's list without any reason

PLAIN = tuple(name for name in topics() if not weight_of(name))


@dataclass(slots=True)
class Crossed:
    """A record, and the parties that really carried something over."""

    record: MemoryRecord
    really: frozenset[str]


@dataclass(slots=True)
class _Life:
    chance: random.Random
    strangers: bool
    things: list = field(default_factory=list)

    def signal(self, party: str, site: str, value: str, day: float) -> None:
        at = BEGINS + timedelta(days=day)
        key = f"i{len(self.things)}"
        self.things.append(a_signal(party=party, site=site, value=value, seen_at=at, exchange=key))

    def act(self, text: str, site: str, day: float, named: Sequence[str] = ()) -> None:
        at = BEGINS + timedelta(days=day + self.chance.random() / 4)
        self.things.append(
            an_act(
                text=text,
                site=site,
                context=CONTEXTS.get(site),
                topics=tuple(named),
                seen_at=at,
                exchange=f"a{len(self.things)}",
            )
        )

    def listed(self, party: str, day: int, entries: Sequence[Item], visitor: str = "self") -> None:
        self.things.append(
            a_slate(
                site=SITE,
                party=party,
                surface=Surface.AD,
                visitor=visitor,
                seen_at=BEGINS + timedelta(days=day + 0.6),
                exchange=f"s{len(self.things)}",
                items=tuple(entries),
            )
        )


def crossed(seed: int, ways: Sequence[str] = WAYS, *, strangers: bool = True) -> Crossed:
    """One life with a party for each of some ways."""
    life = _Life(random.Random(seed), strangers)
    names = list(PLAIN)
    life.chance.shuffle(names)
    parties = {f"p{number}.example": way for number, way in enumerate(ways)}
    for number, (party, way) in enumerate(parties.items()):
        _lived(life, party, way, names[number])
    really = frozenset(party for party, way in parties.items() if way in REALLY)
    return Crossed(a_record(*life.things, contexts=CONTEXTS, begins=BEGINS), really)


def _lived(life: _Life, party: str, way: str, topic: str) -> None:
    begins = life.chance.randint(22, 30)
    site = life.chance.choice(AWAY)
    value = f"k3jd92hf83hd{party[:2]}"
    if way in ("identifier", "own values"):
        life.signal(party, site, value, begins)
        here = value if way == "identifier" else f"z9{value[::-1]}"
        life.signal(party, SITE, here, begins + 3)
    elif way == "item":
        _item(life, party, site, begins)
    elif way != "nothing":
        _acts(life, way, topic, site, begins)
    for day in range(DAYS):
        life.listed(party, day, _entries(life.chance, _rate(way, day, begins), topic))
        if life.strangers:
            season = way == "season" and day > begins
            rate = 0.6 if season else _drift(way, day)
            life.listed(party, day, _entries(life.chance, rate, topic), "C1")


def _acts(life: _Life, way: str, topic: str, site: str, begins: int) -> None:
    """On most days from the first on: elsewhere, or here, or not at all (somebody at home)."""
    for day in range(begins, DAYS):
        if way != "at home" and life.chance.random() < 0.4:
            life.act(f"Page on it {day}", site, day, (topic,))
        if way in ("contextual", "searched here") and (day == begins or life.chance.random() < 0.4):
            life.act(f"Here on it {day}", SITE, day, (topic,))


def _item(life: _Life, party: str, site: str, begins: int) -> None:
    rod = Item(
        rank=1, item="rod", title=f"Carbon fly rod of {party}", url=f"https://{site}/p/{party}"
    )
    life.act(rod.title, site, begins)
    kind = {"kind": SignalKind.LOCATION, "exchange": f"l{party}"}
    at = BEGINS + timedelta(days=begins)
    life.things.append(a_signal(party=party, site=site, seen_at=at, **kind))
    life.listed(party, begins + 2, [rod])


def _rate(way: str, day: int, begins: int) -> float:
    if day <= begins + 1:
        return _drift(way, day)
    if way in ("season", "contextual", "searched here", "at home"):
        return 0.6
    return SHARE.get(way, _drift(way, day))


def _drift(way: str, day: int) -> float:
    """How often a topic is listed to anybody; what drifts grows slowly."""
    return 0.05 + 0.5 * day / DAYS if way == "drift" else CHANCE


def _entries(chance: random.Random, rate: float, topic: str) -> list[Item]:
    """Four entries on topics of no matter, and with this chance one on a topic."""
    named = [topic] if chance.random() < rate else []
    return [
        Item(rank=at, item=f"{one} {at}", title=f"Entry on {one} {at}", topics=(one,))
        for at, one in enumerate([*named, "weather", "weather", "weather"], 1)
    ]


def lives(
    count: int, ways: Sequence[str], begin: int, *, strangers: bool = True
) -> Iterator[Crossed]:
    """So many lives, with seeds from `begin` on."""
    for seed in range(begin, begin + count):
        yield crossed(seed, ways, strangers=strangers)
