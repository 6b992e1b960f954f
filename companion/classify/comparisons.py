"""What rounds with strangers show of a site's places, in the words of a test and its verdict."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime

import numpy as np

from companion.classify.detector import Compared
from companion.classify.record import Record
from companion.classify.wording import moment
from companion.compare.assemble import by_place
from companion.compare.claims import Verdict, verdicts
from companion.compare.drift import drift
from companion.compare.levels import not_tested
from companion.compare.measure import measure
from companion.compare.round import Round
from companion.compare.rules import rule
from companion.compare.sides import Sides, side_by_side
from companion.ledger.words import STEM, alike, content
from companion.model import Act, Cause, Evidence, Figure, Item, SlateId, digest

_COMMON = 0.1
"""Share of texts from which on a word says nothing of any of them."""
_SAME = 0.8
"""Likeness from which on two words are the same: walk, walks."""

type Figures = dict[str, Figure | tuple[Figure, ...]]


def judged(site: str, record: Record) -> dict[str, Verdict]:
    """The verdict on each place of a site at which strangers' lists are there to compare."""
    places = by_place(record.rounds(site))
    things = record.things(site) if places else {}
    family = [
        measure(
            rounds,
            dice(site, place),
            matches=follows(record.acts(), things, rounds[-1].seen_at),
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


def delivered(*rounds: Round) -> tuple[Evidence, ...]:
    """The person's list and two strangers' of some rounds; the second stranger's is the noise."""
    kept = {it.key: it for it in rounds if it.slates}
    return tuple(
        Evidence(slate=SlateId(key), note=f"what {who} got on {moment(it.seen_at)}")
        for it in kept.values()
        for who, key in [
            ("you", it.slates[0]),
            *(("a stranger", key) for key in it.slates[len(it.mine) :][:2]),
        ]
    )


def figures(verdict: Verdict, rounds: Sequence[Round]) -> Figures:
    """The figures behind a verdict, for the claim it carries."""
    one = verdict.measured
    beside = next((it for one in reversed(rounds) if (it := side_by_side(one))), None)
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
        **(_beside(beside) if beside else {}),
        **course(rounds, dice(one.site, one.place)),
    }


def _beside(sides: Sides) -> Figures:
    """The last round side by side, by every measure."""
    told: Figures = {
        "overlap": sides.alike.overlap,
        "overlap_least": sides.alike.least,
        "overlap_residual": sides.alike.residual,
        "jaccard": sides.alike.jaccard,
        "edits": sides.alike.edits,
        "order": sides.alike.order,
        "personal_ranks": sides.personal,
        "only_you": len(sides.beside.only_first),
        "only_strangers": len(sides.beside.only_second),
        "moved": len(sides.beside.moved),
    }
    return told | ({"noise_overlap": sides.noise.overlap} if sides.noise else {})


def course(rounds: Sequence[Round], random: np.random.Generator) -> Figures:
    """How the difference went from day to day, where there are several."""
    found = drift(rounds, random)
    if found is None:
        return {}
    told: Figures = {
        "drift_days": found.days,
        "drift_breaks": tuple(it.isoformat() for it in found.breaks),
        "day_to_day": found.mine,
        "day_to_day_strangers": found.theirs,
    }
    if found.trend:
        told |= {"drift_p": found.trend.p, "drift_slope": found.trend.slope}
    return told


def follows(
    acts: Sequence[Act], things: Mapping[str, Item], before: datetime
) -> Callable[[str], bool]:
    """Whether an item follows what the person did before: its topics, or words of its title.

    Only what was the person's own idea counts: what a list suggested would follow that list. Words
    of many titles say nothing, nor do those that stand in many acts on a site, such as its name.
    """
    done = [act for act in acts if act.seen_at < before and act.cause is Cause.OWN]
    topics = {topic for act in done for topic in act.topics}
    words: defaultdict[str, list[str]] = defaultdict(list)
    for word in _said(done) - _common(_words(item.title) for item in things.values()):
        words[word[:STEM]].append(word)

    def match(key: str) -> bool:
        item = things.get(key)
        if item is None:
            return False
        if not topics.isdisjoint(item.topics):
            return True
        return any(alike([it], words[it[:STEM]]) >= _SAME for it in _words(item.title))

    return match


def _said(acts: Iterable[Act]) -> set[str]:
    sites: defaultdict[str, list[set[str]]] = defaultdict(list)
    for act in acts:
        sites[act.site].append(_words(act.text))
    return {word for said in sites.values() for word in set().union(*said) - _common(said)}


def _common(texts: Iterable[set[str]]) -> set[str]:
    """Words of so many texts that they say nothing of any of them."""
    held = list(texts)
    counts = Counter(word for text in held for word in text)
    return {word for word, count in counts.items() if count > max(2, _COMMON * len(held))}


def _words(text: str) -> set[str]:
    return set(content(text))
