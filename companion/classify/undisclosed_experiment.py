"""Experiments named in what was delivered, or seen as groups among strangers."""

from collections.abc import Iterator, Sequence

from companion.classify.detector import Claim, Said, Silence, detector
from companion.classify.evidence import contexts, shown, surest, tally, values
from companion.classify.inference import by_party, unexplained
from companion.classify.parties import called, same_company
from companion.classify.record import Record
from companion.classify.severity import Circumstances
from companion.classify.split import Split, as_test, first_of_each, split_places
from companion.classify.thresholds import threshold
from companion.classify.wording import counted, listed, moment, said
from companion.model import FindingKind, Level, Signal, SignalKind

OFF = frozenset({"false", "off", "0"})
RULES = ("ruleId", "rule_id")
"""Names of fields that tell how a switch was decided, not that there is a test."""


@detector(FindingKind.UNDISCLOSED_EXPERIMENT, version="2", needs="body")
def undisclosed_experiment(site: str, record: Record) -> Iterator[Said]:
    """You were put into a variant of an experiment, and nothing at that place told you.

    Why it is shown:
        A test shows different people different pages, orders or offers to learn how they act.
        What you get then depends on a draw, and you cannot know that others get something else.

    Innocent readings:
        - Most tests compare layouts or speed and do not concern you as a person.
        - A switch may have been left in place after its test ended.
        - A notice elsewhere on the site may tell of tests.
        - Groups among strangers may come from different servers or from a list that is dealt anew.

    What cannot be seen:
        - What the other variants look like, unless they are listed.
        - Experiments whose assignment stays on the server.
    """
    named = record.signals(site, SignalKind.EXPERIMENT)
    found = unexplained(site, record, [it for it in named if allocated(it)])
    named_by = by_party(found)
    for signals in named_by.values():
        yield _claim(site, record, signals)
    grouped = split_places(site, record)
    yield from map(as_test, grouped)
    seen = [it for it in grouped if it.sizes and it.party not in named_by]
    yield from (_seen(site, record, it) for it in first_of_each(seen))
    if not found and not seen:
        yield Silence(
            n=len(named),
            why=f"{counted(len(named), 'switch', 'switches')} looked at, "
            "none names an experiment with variants",
        )


def allocated(signal: Signal) -> bool:
    """Whether an experiment is named with the person's variant; a plain feature switch is none.

    Where the payload tells how many variants there are, a single one is a release.
    """
    variants = signal.figures.get("variants")
    if isinstance(variants, int | float):
        return variants >= threshold("experiment_variants")
    if {it.lower() for it in values(signal)} & OFF or signal.name.endswith(RULES):
        return False
    return signal.confidence is Level.OBSERVED or "experiment" in signal.figures


def level(signals: Sequence[Signal]) -> Level:
    """Observed where the payload names variants or a vendor documents the field."""
    if any("variants" in it.figures for it in signals):
        return Level.OBSERVED
    return surest(signals)


def _seen(site: str, record: Record, one: Split) -> Claim:
    """Strangers fall into groups and the person stays in one; nothing names an experiment."""
    return Claim(
        party=one.party,
        confidence=Level.LIKELY,
        title=said(
            Level.LIKELY,
            f"from {moment(one.first)} to {moment(one.last)} {called(record, one.party)} gave "
            f"visitors one of {len(one.sizes)} versions of {one.what} on {site}, and you always "
            "the same one",
        ),
        why=f"{sum(one.sizes)} strangers fell into groups of {listed(map(str, one.sizes))}, and "
        "the same groups came again in a second half of the rounds. A difference between you and "
        "strangers may come from this as well as from a profile; both may be true.",
        evidence=one.evidence,
        measure={
            "n": sum(one.sizes),
            "statistic": one.tightness,
            "silhouette": one.tightness,
            "groups": one.sizes,
            "place": one.place,
        },
        first_seen=one.first,
        last_seen=one.last,
    )


def _name(signal: Signal) -> str:
    return str(signal.figures.get("experiment") or signal.name)


def _claim(site: str, record: Record, signals: Sequence[Signal]) -> Claim:
    first, party = signals[0], signals[0].party
    tests = tuple(dict.fromkeys(_name(it) for it in signals))
    how, variant = level(signals), ", ".join(values(first))
    return Claim(
        party=party,
        confidence=how,
        title=said(
            how,
            f"on {moment(first.seen_at)} {called(record, party)} had you in variant {variant} "
            f"of the experiment {tests[0]} on {site}",
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
