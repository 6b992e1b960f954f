"""How well signals were told: planted against given.

A planted fact is told when one exchange that carries it gives signals of a kind accepted for it
that hold every label. A signal is right when each of its labels stands for a fact of its kind in
its exchange. The same datum to the same party counts once, however often it went.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from re import split

from companion.model import Signal, SignalKind
from tests.accuracy.sites.truth import Alike, Fact, Step

LOOSE = frozenset({"identifier", "consent", "experiment", "explanation"})
CUT = 200
LEAST = 6
PRECISION, RECALL = 0.97, 0.95

type Told = tuple[Step, Sequence[Signal]]


@dataclass(slots=True)
class Score:
    """Counts by kind, and by sort for look-alikes; `notes` say what went wrong."""

    planted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    claimed: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    alikes: Counter[str] = field(default_factory=Counter)
    mistaken: Counter[str] = field(default_factory=Counter)
    mistaken_as: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)

    def __add__(self, other: "Score") -> "Score":
        mine, its = self.parts(), other.parts()
        return Score(*[a + b for a, b in zip(mine, its, strict=True)], self.notes + other.notes)

    def parts(self) -> tuple[Counter[str], ...]:
        """Every count."""
        return (
            self.planted,
            self.found,
            self.claimed,
            self.right,
            self.alikes,
            self.mistaken,
            self.mistaken_as,
        )

    def recall(self, kind: str) -> float:
        """The share of what is planted of a kind that was told."""
        return self.found[kind] / self.planted[kind] if self.planted[kind] else 1.0

    def precision(self, kind: str) -> float:
        """The share of what was told as a kind that is right."""
        return self.right[kind] / self.claimed[kind] if self.claimed[kind] else 1.0

    def alike_share(self, kind: str) -> float:
        """The share of look-alikes that were told as a kind."""
        return self.mistaken_as[kind] / max(self.alikes.total(), 1)


def score(told: Iterable[Told]) -> Score:
    """The score of one visitor's session on one site."""
    facts: dict[tuple, bool] = {}
    claims: dict[tuple, bool] = {}
    alikes: dict[tuple, set[str]] = {}
    notes: dict[tuple, str] = {}
    for step, signals in told:
        party = step.exchange.party
        for it in step.facts:
            if not it.open:
                key = (it.kind, it.values, party)
                facts[key] = facts.get(key, False) or found(it, signals)
                notes.setdefault(
                    key,
                    f"missed {it.kind} {it.values} in {step.exchange.method} "
                    f"{step.exchange.url[:160]}",
                )
        for it in signals:
            key = (str(it.kind), it.name, it.value, party)
            claims[key] = claims.get(key, True) and right(it, step.facts)
            if not claims[key]:
                notes[key] = (
                    f"false {it.kind} {it.name}={it.value!r} ({it.rule}, {it.confidence}"
                    f") at {it.locator} in {step.exchange.url[:120]}"
                )
        for alike in step.alikes:
            kinds = {
                str(it.kind) for it in signals if mistaken(alike, it) and not right(it, step.facts)
            }
            alikes.setdefault((alike.sort, alike.value, party), set()).update(kinds)
    return _counted(facts, claims, alikes, notes)


def _counted(facts: dict, claims: dict, alikes: dict, notes: dict) -> Score:
    total = Score()
    for key, good in facts.items():
        total.planted[key[0]] += 1
        total.found[key[0]] += good
        total.notes += [] if good else [notes[key]]
    for key, good in claims.items():
        total.claimed[key[0]] += 1
        total.right[key[0]] += good
        total.notes += [] if good else [notes[key]]
    for (sort, _, _), kinds in alikes.items():
        total.alikes[sort] += 1
        total.mistaken[sort] += bool(kinds)
        for kind in kinds:
            total.mistaken_as[kind] += 1
    return total


def found(fact: Fact, signals: Iterable[Signal]) -> bool:
    """Whether signals of an accepted kind hold every label of a fact, or what stands for it."""
    texts = [text for it in signals if it.kind in fact.kinds for text in labels(it)]
    every = all(any(same(it, text, fact.kind) for text in texts) for it in fact.values)
    return every or any(same(it, text, fact.kind) for it in fact.known_as for text in texts)


def right(signal: Signal, facts: Iterable[Fact]) -> bool:
    """Whether every label of a signal stands for some fact of its kind."""
    known = [text for it in facts if signal.kind in it.kinds for text in (*it.values, *it.known_as)]
    whole = (signal.value,) if isinstance(signal.value, str) else signal.value
    if signal.kind == SignalKind.IDENTIFIER and all("[seed:" in it for it in whole):
        return any(it.kind == SignalKind.PII for it in facts)  # a hashed address is both
    return all(
        any(same(it, text, signal.kind) for it in known)
        or all(any(same(it, one, signal.kind) for it in known) for one in _parted(text))
        for text in whole
    )


def mistaken(alike: Alike, signal: Signal) -> bool:
    """Whether a signal tells a look-alike."""
    return any(same(alike.value, text, "") for text in labels(signal))


def labels(signal: Signal) -> list[str]:
    """The texts of a signal's value: whole, and parted where several stand in one."""
    whole = [signal.value] if isinstance(signal.value, str) else list(signal.value)
    return [*whole, *(one for text in whole for one in _parted(text))]


def same(wanted: str, text: str, kind: str) -> bool:
    """Whether two texts are one datum; of long ones a part will do for some kinds."""
    a, b = wanted[:CUT].casefold().strip('"'), text[:CUT].casefold().strip('"')
    if a == b or _number(a) == _number(b) is not None:
        return True
    return kind in LOOSE and min(len(a), len(b)) >= LEAST and (a in b or b in a)


def _parted(text: str) -> list[str]:
    return [it.strip(' []"') for it in split(r"[,;|~]", text) if it.strip(' []"')]


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


KINDS = tuple(str(it) for it in SignalKind)
