"""Planted worlds: weeks of acts on fourteen sites, and parties of which it is known what they know.

A party gives the person a label once: up to three days after the first act on a subject that it
got a flow by, or, where it was on none, that a party got one by with whom it shares an identifier.
It delivers the label again and again afterwards. Some labels have no act behind them at all.
"""

import json
import random
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from companion.model import Exchange, Message
from tests.builders import NOON, an_exchange

SITES = 14
PARTIES = 10
PRESENT = 0.5  # share of sites a party is on
DAYS = 42
ACTS_A_DAY = 6
LABELLED = 0.6  # share of the subjects a party knows of that it makes a label of
UNCAUSED = 0.25  # share of the other subjects that it makes a label of all the same
AGAIN = 3  # times a label is delivered after the first
NEAR = 0.75  # share of labels that share a word with some titles
LIVED = 2 / 3  # share of subjects that the person cares for; the others only labels speak of
PERSON = "k3jd92hf83hd7w2q"
type Subject = Mapping[str, Sequence[str]]

JSON = (("content-type", "application/json"),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """A label at its first delivery; `cause` is the address of the page behind it, or None.

    `tied`: the party had it from its partner. `near`: it shares a word with some titles.
    """

    exchange: Exchange
    cause: str | None
    tied: bool = False
    near: bool = True


@dataclass(slots=True)
class World:
    """Everything that happened, and what is known of it."""

    chance: random.Random
    days: int = DAYS
    exchanges: list[Exchange] = field(default_factory=list)
    labels: list[Planted] = field(default_factory=list)
    _known: set[tuple[int, str]] = field(default_factory=set)

    def lived(self) -> "World":
        """Live all days."""
        subjects = _subjects()
        names = sorted(subjects)
        self.chance.shuffle(names)
        own, other = names[: int(len(names) * LIVED)], names[int(len(names) * LIVED) :]
        weights = [1 / (place + 2) for place in range(len(own))]  # some matter more than others
        present = [
            {site for site in range(SITES) if self.chance.random() < PRESENT}
            for _ in range(PARTIES)
        ]
        for number in range(self.days * ACTS_A_DAY):
            at = NOON + timedelta(minutes=24 * 60 / ACTS_A_DAY * number)
            (name,) = self.chance.choices(own, weights)
            self._act(name, subjects[name], present, at)
        for party in range(PARTIES):
            for name in other:
                if self.chance.random() < UNCAUSED:
                    at = NOON + timedelta(days=self.chance.uniform(1, self.days))
                    self._label(party, subjects[name], at, None)
        self.exchanges.sort(key=lambda it: it.seen_at)
        return self

    def _act(self, name: str, subject: Subject, present: Sequence[set[int]], at: datetime) -> None:
        site = self.chance.randrange(SITES)
        title = self.chance.choice(subject["titles"])
        url = f"https://site{site}.example/{len(self.exchanges)}"
        html = f"<html><title>{title}</title>".encode()
        self.exchanges.append(
            an_exchange(url, page=url, site=f"site{site}.example", seen_at=at, body=html)
        )
        there = [party for party, sites in enumerate(present) if site in sites]
        for place, party in enumerate(there):
            self.exchanges.append(_flow(party, url, site, at + timedelta(seconds=place + 1)))
        partners = [party for party in range(PARTIES) if party not in there and party ^ 1 in there]
        for party in (*there, *partners):
            if (party, name) not in self._known:
                self._known.add((party, name))
                if self.chance.random() < LABELLED:
                    later = at + timedelta(hours=self.chance.uniform(1, 72))
                    self._label(party, subject, later, url, tied=party in partners)

    def _label(
        self, party: int, subject: Subject, at: datetime, cause: str | None, *, tied: bool = False
    ) -> None:
        near = self.chance.random() < NEAR
        label = self.chance.choice(subject["near" if near else "far"])
        first = self._deliver(party, label, at)
        self.labels.append(Planted(exchange=first, cause=cause, tied=tied, near=near))
        for _ in range(AGAIN):
            self._deliver(party, label, at + timedelta(days=self.chance.uniform(0.1, 20)))

    def _deliver(self, party: int, label: str, at: datetime) -> Exchange:
        site = f"site{self.chance.randrange(SITES)}.example"
        body = json.dumps({"user": {"id": f"{PERSON}{party // 2:04}", "segments": [label]}})
        told = an_exchange(
            f"https://party{party}.example/v1/profile?n={len(self.exchanges)}",
            page=f"https://{site}/",
            site=site,
            seen_at=at,
            response=Message(headers=JSON, body=body.encode()),
        )
        self.exchanges.append(told)
        return told


def _flow(party: int, url: str, site: int, at: datetime) -> Exchange:
    """A pair of parties shares one identifier of the person."""
    address = f"https://party{party}.example/c?uid={PERSON}{party // 2:04}"
    return an_exchange(
        address,
        page=url,
        site=f"site{site}.example",
        seen_at=at,
        received=(("content-type", "image/gif"),),
    )


def worlds(seeds: Sequence[int], days: int = DAYS) -> Iterator[World]:
    """A world for each seed."""
    for seed in seeds:
        yield World(random.Random(seed), days).lived()


def _subjects() -> Mapping[str, Subject]:
    text = Path(__file__).with_name("subjects.toml").read_text("utf-8")
    return tomllib.loads(text)
