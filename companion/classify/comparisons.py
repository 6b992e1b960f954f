"""What rounds with strangers show of a site's places, in the words of a test and its verdict."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

import numpy as np

from companion.classify.detector import Compared
from companion.classify.record import Record
from companion.compare.assemble import by_place
from companion.compare.claims import Verdict, verdicts
from companion.compare.levels import not_tested
from companion.compare.measure import measure
from companion.compare.rules import rule
from companion.model import Act, Figure, Item, digest

_WORD = re.compile(r"[^\W\d_]{4,}")

type Figures = dict[str, Figure | tuple[Figure, ...]]


def judged(site: str, record: Record) -> dict[str, Verdict]:
    """The verdict on each place of a site at which strangers' lists are there to compare."""
    places = by_place(record.rounds(site))
    things = record.things(site) if places else {}
    family = [
        measure(
            rounds,
            dice(site, place),
            matches=follows(record.acts(), things, rounds[0].seen_at),
        )
        for place, rounds in places.items()
    ]
    return {one.measured.place: one for one in verdicts(family)}


def dice(*what: str) -> np.random.Generator:
    """Random numbers that are the same whenever the same thing is judged."""
    return np.random.default_rng(int(digest(*what), 16))


def compared(verdict: Verdict) -> Compared:
    """A verdict as a test."""
    one = verdict.measured
    return Compared(
        surface=one.place,
        n=one.n,
        verdict=verdict.word,
        why=verdict.sentence,
        effect=one.effect.mean if one.n else None,
        interval=one.effect.interval,
        p=one.p,
        q=verdict.q,
        family=verdict.family,
    )


def wanted(place: str) -> Compared:
    """A comparison that nobody made yet."""
    needed = int(rule("rounds"))
    return Compared(surface=place, n=0, verdict="not_tested", why=not_tested(0, needed))


def figures(verdict: Verdict) -> Figures:
    """The figures behind a verdict, for the claim it carries."""
    one = verdict.measured
    low, high = one.effect.interval or (None, None)
    return {
        "n": one.n,
        "statistic": one.effect.mean,
        "effect": one.effect.mean,
        "interval": (low, high),
        "p": one.p,
        "q": verdict.q,
        "p_headline": verdict.headline,
        "p_because": one.because,
        "because_by": one.way,
        "p_outside": one.outside,
        "strangers": one.strangers,
        "tests_in_family": verdict.family,
        "verdict": verdict.word,
    }


def follows(
    acts: Sequence[Act], things: Mapping[str, Item], before: datetime
) -> Callable[[str], bool]:
    """Whether an item follows what the person did before: its topics, or words of its title."""
    done = [act for act in acts if act.seen_at < before]
    topics = {topic for act in done for topic in act.topics}
    words = {word for act in done for word in _words(act.text)}

    def match(key: str) -> bool:
        item = things.get(key)
        if item is None:
            return False
        return not (topics.isdisjoint(item.topics) and words.isdisjoint(_words(item.title)))

    return match


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))
