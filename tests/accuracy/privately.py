"""Planted worlds in which something private comes up elsewhere, and such in which it only seems so.

Forty days: ads on a news site, open acts on other sites, and from some day on private acts on a
forum that the person marked. The exchange that sells the ads was on the forum.
"""

import random
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

from companion.model import ActKind, Item, Surface
from tests.builders import NOON, MemoryRecord, a_record, a_slate, an_act

DAYS = 40
BEGINS = NOON - timedelta(days=DAYS)
SITE, FORUM, PARTY = "news.example", "forum.example", "ads.example"
CONTEXTS = {SITE: "news", FORUM: "health", "shop.example": "shopping", "blog.example": "home"}
LIVED = 8  # ordinary subjects that a person cares for
ADS, ACTS = 3, 4  # a day
FOLLOWS = 0.4  # chance that a private subject is advertised on a day after it was read of

type Texts = Mapping[str, Sequence[str]]


@dataclass(slots=True, kw_only=True)
class Life:
    """A person's forty days; `planted` are the ads that follow what was done in private."""

    record: MemoryRecord
    planted: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What sort of world: which of the private subjects are followed, and what else explains it.

    `path`: whether the exchange got anything from the forum. `begins`: the first private day.
    `others_too`: strangers get the ads, and got them before. `openly`, `here`: the person reads of
    it in a shop, or on the news site. `unread`: the ads are on what somebody else reads of.
    """

    follows: bool = True
    path: bool = True
    begins: int = 15
    others_too: bool = False
    openly: bool = False
    here: bool = False
    unread: bool = False


@dataclass(slots=True)
class _Made:
    chance: random.Random
    things: list = field(default_factory=list)

    def act(self, text: str, site: str, day: float, kind: ActKind = ActKind.VISIT) -> None:
        """Something done; each is the flow that came to the exchange."""
        self.things.append(
            an_act(
                kind=kind,
                text=text,
                site=site,
                context=CONTEXTS[site],
                seen_at=BEGINS + timedelta(days=day + self.chance.random() / 3),
                exchange=f"a{len(self.things)}",
            )
        )

    def ads(self, titles: Sequence[str], day: float, visitor: str = "self") -> None:
        """A list of ads on the news site."""
        self.things.append(
            a_slate(
                surface=Surface.AD,
                party=PARTY,
                site=SITE,
                visitor=visitor,
                seen_at=BEGINS + timedelta(days=day + 0.5),
                exchange=f"s{len(self.things)}",
                items=tuple(
                    Item(rank=rank, item=title, title=title) for rank, title in enumerate(titles, 1)
                ),
            )
        )


def lived(kind: Kind, half: str, seed: int) -> Life:
    """The life of one person."""
    made = _Made(random.Random(seed))
    chance, private = made.chance, _private(half)
    names = sorted(private)
    chance.shuffle(names)
    read, other = names[:3], names[3:5]
    open_subjects = chance.sample(sorted(_ordinary()), LIVED)
    planted: set[str] = set()
    for day in range(DAYS):
        for _ in range(ACTS):
            name = chance.choice(open_subjects)
            made.act(chance.choice(_ordinary()[name]["titles"]), _open_site(chance), day)
        shown = [chance.choice(_ordinary()[chance.choice(sorted(_ordinary()))]["titles"])]
        shown += [chance.choice(_ordinary()[name]["near"]) for name in open_subjects[: ADS - 1]]
        followed = other if kind.unread else read
        if day >= kind.begins:
            name = chance.choice(read)
            _reads(made, kind, private[name], day)
        for name in followed:
            on = kind.others_too or day > kind.begins + 1
            if kind.follows and on and chance.random() < FOLLOWS / len(followed):
                shown.append(chance.choice(private[name]["ads"]))
                planted.add(shown[-1])
        made.ads(shown, day)
        if kind.others_too:
            made.ads([chance.choice(private[name]["ads"]) for name in read], day, "C1")
    record = a_record(*made.things, contexts=CONTEXTS, begins=BEGINS)
    if not kind.path:
        away = {(it.id, PARTY): 0.0 for it in record.every_act if it.site == FORUM}
        record = replace(record, reaches=away)
    real = kind == Kind(begins=kind.begins)
    return Life(record=record, planted=frozenset(planted) if real else frozenset())


def _reads(made: _Made, kind: Kind, texts: Texts, day: int) -> None:
    for _ in range(2):
        made.act(made.chance.choice(texts["titles"]), FORUM, day)
    if made.chance.random() < 0.5:
        word = max(texts["titles"][0].split(), key=len).strip(",?:")
        made.act(word, FORUM, day, ActKind.SEARCH)
    if kind.openly or kind.here:
        for title in texts["titles"]:
            made.act(title, SITE if kind.here else "shop.example", day)
        made.act(texts["ads"][0], SITE if kind.here else "shop.example", day)


def lives(kind: Kind, half: str, count: int) -> Iterator[Life]:
    """So many people."""
    for seed in range(count):
        yield lived(kind, half, seed)


def _open_site(chance: random.Random) -> str:
    return chance.choice(["shop.example", "blog.example", SITE])


def _private(half: str) -> Mapping[str, Texts]:
    return tomllib.loads(Path(__file__).with_name("private.toml").read_text("utf-8"))[half]


def _ordinary() -> Mapping[str, Texts]:
    return tomllib.loads(Path(__file__).with_name("subjects.toml").read_text("utf-8"))
