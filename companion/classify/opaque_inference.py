"""Readable labels about the person that no act in the record could explain."""

import re
from collections.abc import Iterator, Sequence

from companion.classify.detector import Claim, Silence, detector
from companion.classify.evidence import values
from companion.classify.inference import Wording, by_party, claim, labels
from companion.classify.record import Record
from companion.classify.thresholds import threshold
from companion.classify.wording import counted, day
from companion.model import Act, FindingKind, Level, Signal, SignalKind

WORD = re.compile(r"[^\W\d_]{4,}")


@detector(FindingKind.OPAQUE_INFERENCE, version="1", needs="body")
def opaque_inference(site: str, record: Record) -> Iterator[Claim | Silence]:
    """A label about you was passed on, and nothing you did in this record explains it.

    Why it is shown:
        When you can recall what led to a label you can judge it. Here no page, search or click
        in the record has to do with it, so it came from somewhere you cannot see.

    Innocent readings:
        - The profile may be older than this record.
        - You may have told it in an account, or it may come from somebody in your household.
        - It may be a guess from your place, your device or the time of day.

    What cannot be seen:
        - What you did before the record began, on other devices or outside the web.
        - Purchases and lists that companies hand to each other.
    """
    acts = [it for it in record.acts() if it.seen_at <= record.ends]
    found = [it for it in labels(site, record) if _readable(it)]
    if not _enough(record, acts):
        yield Silence(
            n=len(acts),
            verdict="not_tested",
            why=f"Too little data: {counted(len(acts), 'act')} in {counted(_days(record), 'day')};"
            f" {threshold('opaque_acts'):.0f} in {threshold('opaque_days'):.0f} are needed.",
        )
        return
    unexplained = [it for it in found if not _explained(it, acts)]
    for signals in by_party(unexplained).values():
        yield _claim(site, record, signals, acts)
    if not unexplained:
        yield Silence(
            n=len(found), why=f"{counted(len(found), 'label')} looked at, none is without an act"
        )


def _claim(site: str, record: Record, signals: Sequence[Signal], acts: Sequence[Act]) -> Claim:
    wording = Wording(
        noun="a label about you that no act in the record explains",
        reason=f"None of {counted(len(acts), 'act')} since {day(record.begins)} has to do with it. "
        "Possible, not shown; what would settle it: an answer about its source.",
        level=Level.POSSIBLE,
    )
    return claim(site, record, signals, wording)


def _enough(record: Record, acts: Sequence[Act]) -> bool:
    enough = _days(record) >= threshold("opaque_days")
    return enough and len(acts) >= threshold("opaque_acts")


def _days(record: Record) -> int:
    return (record.ends - record.begins).days


def _readable(signal: Signal) -> bool:
    """A label in words; a code is never guessed at, and a score has no cause to look for."""
    return signal.kind is not SignalKind.SCORE and bool(_words(" ".join(values(signal))))


def _explained(signal: Signal, acts: Sequence[Act]) -> bool:
    """Whether an act before the label's first sight shares a word or a part of life with it."""
    wanted = _words(" ".join((signal.name, *values(signal))))
    return any(it.seen_at <= signal.seen_at and wanted & _words(_said(it)) for it in acts)


def _said(act: Act) -> str:
    return " ".join((act.text, act.site, act.context or "", *act.topics))


def _words(text: str) -> frozenset[str]:
    """Beginnings of words, so that "running" and "runs" meet."""
    return frozenset(word[:4].lower() for word in WORD.findall(text))
