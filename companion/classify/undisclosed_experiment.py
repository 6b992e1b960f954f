"""Experiments named in what was delivered, with the variant the person is in."""

from collections.abc import Iterator, Sequence

from companion.classify.detector import Claim, Silence, detector
from companion.classify.evidence import contexts, shown, tally, values
from companion.classify.inference import by_party
from companion.classify.parties import called, same_company
from companion.classify.record import Record
from companion.classify.severity import Circumstances
from companion.classify.thresholds import threshold
from companion.classify.wording import counted, moment, said
from companion.model import FindingKind, Level, Signal, SignalKind


@detector(FindingKind.UNDISCLOSED_EXPERIMENT, version="1")
def undisclosed_experiment(site: str, record: Record) -> Iterator[Claim | Silence]:
    """You were put into a variant of an experiment, and nothing at that place told you.

    Why it is shown:
        A test shows different people different pages, orders or offers to learn how they act.
        What you get then depends on a draw, and you cannot know that others get something else.

    Innocent readings:
        - Most tests compare layouts or speed and do not concern you as a person.
        - A switch may have been left in place after its test ended.
        - A notice elsewhere on the site may tell of tests.

    What cannot be seen:
        - What the other variants look like, unless they are listed.
        - Experiments whose assignment stays on the server.
    """
    explained = {it.exchange for it in record.signals(site, SignalKind.EXPLANATION)}
    named = record.signals(site, SignalKind.EXPERIMENT)
    found = [it for it in named if allocated(it) and it.exchange not in explained]
    for signals in by_party(found).values():
        yield _claim(site, record, signals)
    if not found:
        yield Silence(
            n=len(named),
            why=f"{counted(len(named), 'switch', 'switches')} looked at, "
            "none names an experiment with variants",
        )


def allocated(signal: Signal) -> bool:
    """Whether other variants exist beside the person's own; a plain feature switch has none."""
    variants = signal.figures.get("variants")
    if isinstance(variants, int | float):
        return variants >= threshold("experiment_variants")
    named = any(bool(signal.figures.get(name)) for name in ("holdback", "in_experiment"))
    return named or signal.confidence is Level.OBSERVED


def _claim(site: str, record: Record, signals: Sequence[Signal]) -> Claim:
    first, party = signals[0], signals[0].party
    tests = tuple(dict.fromkeys(it.name for it in signals))
    level = max((it.confidence for it in signals), key=lambda it: it.weight)
    variant = ", ".join(values(first))
    return Claim(
        party=party,
        confidence=level,
        title=said(
            level,
            f"on {moment(first.seen_at)} {called(record, party)} had you in variant {variant} "
            f"of the experiment {first.name} on {site}",
        ),
        why=f"{counted(len(tests), 'experiment')} named with your variant; the first stands in "
        f"{first.locator}. Nothing delivered at that place told you of it.",
        evidence=shown(signals),
        measure=tally(signals) | {"experiments": tests, "variant": variant},
        first_seen=first.seen_at,
        last_seen=signals[-1].seen_at,
        contexts=contexts(signals),
        circumstances=Circumstances(inside=party != site and same_company(record, site, party)),
    )
