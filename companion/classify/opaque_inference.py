"""Readable labels that no act in the record could explain, or that are surer than acts allow."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from companion.classify.detector import Claim, Silence, detector
from companion.classify.evidence import values
from companion.classify.inference import Wording, by_party, claim, labels
from companion.classify.record import Record
from companion.classify.thresholds import threshold
from companion.classify.wording import counted, day, short
from companion.ledger.causes import Candidate, causes, explained, profile_of, unrelated
from companion.ledger.delivered import of_signal
from companion.ledger.overreach import fast, over, specificity, stated
from companion.model import Evidence, FindingKind, Level, Signal, SignalKind

_LOOKED_AT = 10  # acts that came to the party


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A label at its first sight, with the likeliest act behind it.

    `p` says how well that explains it, `over` how far the label goes beyond it; both 0 to 1.
    `unexplained`: no act that came to the party by any way has enough to do with it; a label that
    came by a partner is no opaque one. `confidence` was sent beside it, `acts` counts those of the
    person that came to the party.
    """

    signal: Signal
    nearest: Candidate | None
    p: float
    unexplained: bool
    over: float
    confidence: float | None
    acts: int

    @property
    def fast(self) -> bool:
        """Whether it was surer than so few acts allow."""
        return fast(self.acts, self.confidence)


@detector(FindingKind.OPAQUE_INFERENCE, version="3", needs="body")
def opaque_inference(site: str, record: Record) -> Iterator[Claim | Silence]:
    """A label about you was passed on, and nothing you did in this record explains it.

    Why it is shown:
        When you can recall what led to a label you can judge it. Here no page, search or click
        in the record has to do with it, or the label was sure of itself after very few of them,
        so it came from somewhere you cannot see.

    Innocent readings:
        - The profile may be older than this record.
        - You may have told it in an account, or it may come from somebody in your household.
        - It may be a guess from your place, your device or the time of day.

    What cannot be seen:
        - What you did before the record began, on other devices or outside the web.
        - Purchases and lists that companies hand to each other.
        - Likeness without a word in common, where the model that tells topics is not installed.
    """
    found = [it for it in labels(site, record) if _readable(it)]
    if not found:
        yield Silence(n=0, why="0 labels looked at, none is without an act")
        return
    # Judged as of the last label: what came later, elsewhere, changes nothing here.
    until = max(it.seen_at for it in found)
    acts, days = record.facts.acts_until(until), (until - record.begins).days
    if days < threshold("opaque_days") or acts < threshold("opaque_acts"):
        yield Silence(
            n=acts,
            verdict="not_tested",
            why=f"Too little data: {counted(acts, 'act')} in {counted(days, 'day')};"
            f" {threshold('opaque_acts'):.0f} in {threshold('opaque_days'):.0f} are needed.",
        )
        return
    weighed = {key: _weighed(site, same[0], record) for key, same in _same(found).items()}
    raised = [it for it in found if (w := weighed[_key(it)]).unexplained or w.fast]
    for signals in by_party(raised).values():
        first = {_key(it): weighed[_key(it)] for it in signals}
        yield _claim(site, record, signals, list(first.values()))
    if not raised:
        yield Silence(
            n=len(found), why=f"{counted(len(found), 'label')} looked at, none is without an act"
        )


def _claim(
    site: str, record: Record, signals: Sequence[Signal], weighed: Sequence[Weighed]
) -> Claim:
    unexplained = [it for it in weighed if it.unexplained]
    until = max(it.seen_at for it in signals)
    nearest = max(unexplained or weighed, key=lambda it: it.p).nearest
    wording = Wording(
        noun="a label about you that no act in the record explains"
        if unexplained
        else "a label about you that was sure of itself after few acts",
        reason=_reason(record, until, weighed),
        level=Level.POSSIBLE,
    )
    made = claim(site, record, signals, wording)
    return Claim(
        party=made.party,
        confidence=made.confidence,
        title=made.title,
        why=made.why,
        evidence=made.evidence + _acts(nearest),
        measure={
            **made.measure,
            "acts": record.facts.acts_until(until),
            "best_p": round(max(it.p for it in weighed), 3),
            "over": round(max(it.over for it in weighed), 3),
            "acts_that_reached": min(it.acts for it in weighed),
            "fast": sum(it.fast for it in weighed),
        },
        first_seen=made.first_seen,
        last_seen=made.last_seen,
        contexts=made.contexts,
        circumstances=made.circumstances,
    )


def _reason(record: Record, until: datetime, weighed: Sequence[Weighed]) -> str:
    told = []
    unexplained = [it for it in weighed if it.unexplained]
    if unexplained:
        acts = counted(record.facts.acts_until(until), "act")
        nearest = max(unexplained, key=lambda it: it.p).nearest
        none = f"None of {acts} since {day(record.begins)} has to do with it"
        told.append(f"{none}." if nearest is None else f"{none} enough; {_nearest(nearest)}")
    for it in weighed:
        if it.fast and it.confidence is not None:
            told.append(
                f"{short(', '.join(values(it.signal)), 40)}: stated as {it.confidence:.0%} sure"
                f" after {counted(it.acts, 'act')} that came to {it.signal.party}."
            )
            break
    return " ".join(
        (*told, "Possible, not shown; what would settle it: an answer about its source.")
    )


def _nearest(nearest: Candidate) -> str:
    what = short(nearest.act.text, 60)
    return f"the nearest is “{what}” on {day(nearest.act.seen_at)} ({nearest.p:.2f} of 1)."


def _acts(nearest: Candidate | None) -> tuple[Evidence, ...]:
    if nearest is None:
        return ()
    return (Evidence(act=nearest.act.id, note="the nearest act in the record"),)


def _weighed(site: str, first: Signal, record: Record) -> Weighed:
    text = " ".join(values(first))
    delivered = of_signal(first, record.facts.topics(text))
    best = causes(delivered, record.facts, limit=_LOOKED_AT)
    confidence = _confidence(site, first, record)
    p = explained(best)
    specific = confidence if confidence is not None else specificity(text)
    return Weighed(
        signal=first,
        nearest=best[0] if best else None,
        p=p,
        unexplained=unrelated(best, profiled=bool(profile_of(delivered, record.facts))),
        over=over(p, _weight(first), specific),
        confidence=confidence,
        acts=record.facts.acts_reaching(first.party, first.seen_at),
    )


def _confidence(site: str, label: Signal, record: Record) -> float | None:
    """How sure the party said it was: a score in the same object."""
    above = label.locator.rpartition("/")[0]
    for it in record.signals(site, SignalKind.SCORE):
        if (it.exchange, it.locator.rpartition("/")[0]) == (label.exchange, above) and above:
            return stated(values(it)[0])
    return None


def _weight(signal: Signal) -> float:
    weight = signal.figures.get("sensitive_weight", 0)
    return float(weight) if isinstance(weight, int | float) else 0.0


def _same(found: Sequence[Signal]) -> Mapping[tuple[object, ...], list[Signal]]:
    """The sights of each label, oldest first."""
    same: defaultdict[tuple[object, ...], list[Signal]] = defaultdict(list)
    for it in found:
        same[_key(it)].append(it)
    return same


def _key(signal: Signal) -> tuple[object, ...]:
    return signal.party, signal.name, signal.value


def _readable(signal: Signal) -> bool:
    """A label in words; a code is never guessed at, and a score has no cause to look for."""
    return signal.kind is not SignalKind.SCORE and of_signal(signal).readable
