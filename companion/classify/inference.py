"""Labels about the person, by party: what the detectors of inferences have in common."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from companion.classify.detector import Claim
from companion.classify.evidence import contexts, shown, surest, tally, values
from companion.classify.parties import called, same_company
from companion.classify.record import Record
from companion.classify.severity import Circumstances
from companion.classify.thresholds import threshold
from companion.classify.wording import counted, listed, moment, said, short
from companion.labels import folded, named, speaks_alone
from companion.model import Direction, Level, Signal, SignalKind

TITLE = 160  # signs a title should stay within
SHORTEST = 20  # signs of a label that a title always has
SPARED = 6  # signs for commas and for how many more there are
KINDS = (SignalKind.SEGMENT, SignalKind.TRAIT, SignalKind.SCORE)


def labels(site: str, record: Record) -> list[Signal]:
    """Segments, traits and scores on a site without an explanation beside them.

    One object's code and words are one label.
    """
    return list(folded(unexplained(site, record, record.signals(site, *KINDS))))


def unexplained(site: str, record: Record, signals: Sequence[Signal]) -> list[Signal]:
    """The signals in whose own container nothing was delivered that explains them."""
    reasons = {_container(it) for it in record.signals(site, SignalKind.EXPLANATION)}
    return [it for it in signals if _container(it) not in reasons]


def _container(signal: Signal) -> tuple[str, str]:
    """The object that a signal stands in."""
    return signal.exchange, signal.locator.rpartition("/")[0]


def by_party(signals: Sequence[Signal]) -> Mapping[str, list[Signal]]:
    """Signals grouped by the party that sent or received them, in order of appearance."""
    parties: defaultdict[str, list[Signal]] = defaultdict(list)
    for signal in signals:
        parties[signal.party].append(signal)
    return parties


def level(signals: Sequence[Signal]) -> Level:
    """The level of a party's labels: a generic rule that hit once is only possible."""
    best = surest(signals)
    if best is Level.LIKELY and not any(
        len({it.exchange for it in same}) >= threshold("inference_flows")
        for same in _by_name(signals)
    ):
        return Level.POSSIBLE
    return best


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What one detector calls the labels, its reason in one sentence, and a level of its own."""

    noun: str
    reason: str
    level: Level | None = None


def claim(site: str, record: Record, signals: Sequence[Signal], wording: Wording) -> Claim:
    """The claim about the labels that one party sent or received on a site."""
    first, party = signals[0], signals[0].party
    how = wording.level or level(signals)
    told = said_of(signals)
    alike = [it for it in signals if it.direction is first.direction]
    did = (
        f"your browser told {called(record, party)}"
        if first.direction is Direction.SENT
        else f"{called(record, party)} told your browser"
    )
    inside = party != site and same_company(record, site, party)
    opening = said(how, f"on {moment(first.seen_at)} {did} {wording.noun}: ")
    return Claim(
        party=party,
        confidence=how,
        title=titled(opening, tuple(said_of(alike).values()), f" (on {site})"),
        why=f"{counted(len(told), 'label')} in {first.locator} and like places. {wording.reason}",
        evidence=shown(first_and_last(signals)),
        measure=tally(signals)
        | {
            "labels": tuple(told),
            "direction": first.direction.value,
            "label_kinds": tuple(dict.fromkeys(it.kind.value for it in signals)),
        },
        first_seen=first.seen_at,
        last_seen=signals[-1].seen_at,
        contexts=contexts(signals),
        circumstances=Circumstances(inside=inside),
    )


def said_of(signals: Sequence[Signal]) -> Mapping[str, str]:
    """Each label once: with its name and code, exactly as sent, and as a title says it.

    A segment in words is one label, under whatever names it stood; a score is one by its name,
    whatever its figure: the first is told.
    """
    told: dict[str, tuple[str, str]] = {}
    for signal in signals:
        for label in values(signal):
            whole = named(signal, label)
            alone = speaks_alone(signal.kind, label)
            same = signal.name if signal.kind is SignalKind.SCORE else whole
            told.setdefault(label if alone else same, (whole, f'"{label}"' if alone else whole))
    return dict(told.values())


def first_and_last(signals: Sequence[Signal]) -> list[Signal]:
    """Where each datum stood first, in that order, then where it stood last."""
    first: dict[tuple[object, ...], Signal] = {}
    last: dict[tuple[object, ...], Signal] = {}
    for signal in signals:
        same = (signal.name, signal.value, signal.direction)
        first.setdefault(same, signal)
        last[same] = signal
    again = [it for same, it in last.items() if it is not first[same]]
    return [*first.values(), *sorted(again, key=lambda it: it.seen_at)]


def titled(opening: str, told: Sequence[str], ending: str) -> str:
    """A title with its first two labels, cut to the room there is (one if small), and the count."""
    left = TITLE - len(opening) - len(ending)
    named_here = 2 if left > 2 * SHORTEST else 1
    shown = told[:named_here]
    room = max(SHORTEST, left // len(shown) - SPARED)
    more = [f"{len(told) - len(shown)} more"] if len(told) > len(shown) else []
    return f"{opening}{listed([*(short(text, room) for text in shown), *more])}{ending}"


def _by_name(signals: Sequence[Signal]) -> Iterator[list[Signal]]:
    names: defaultdict[str, list[Signal]] = defaultdict(list)
    for signal in signals:
        names[signal.name].append(signal)
    yield from names.values()
