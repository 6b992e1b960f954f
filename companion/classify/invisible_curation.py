"""Personal lists that do not say that they are personal, or not why."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from companion.classify.comparisons import compared, delivered, figures, judged, wanted
from companion.classify.detector import MEASURED, Claim, Said, Silence, detector
from companion.classify.parties import called
from companion.classify.record import Record
from companion.classify.severity import Circumstances
from companion.classify.thresholds import threshold
from companion.classify.wording import counted, listed, moment, said
from companion.compare.claims import Verdict
from companion.model import (
    Evidence,
    FindingKind,
    Level,
    Personalized,
    Slate,
    Surface,
)

PERSONAL = frozenset({Personalized.DECLARED, Personalized.MEASURED})


@detector(FindingKind.INVISIBLE_CURATION, version="2", needs="body")
def invisible_curation(site: str, record: Record) -> Iterator[Said]:
    """A list was chosen for you, and what was delivered did not say so, or not why.

    Why it is shown:
        Somebody chose these entries out of many for you. Where no note or reason stands beside
        the list, it looks like the way things are, and you cannot tell what was left out.

    Innocent readings:
        - The same list may go to everyone: only a comparison with strangers can tell.
        - The reason may be added by the page's script, or stand in a menu or in the terms.
        - Place, language, device or a test group may make the difference, not your profile.
        - Strangers are visitors who are not signed in; if you are, that alone may make it.

    What cannot be seen:
        - What the page showed in the end: only what was delivered is known.
        - What others got, as long as no comparison was made.
    """
    verdicts = judged(site, record)
    yield from map(compared, verdicts.values())
    personal = [it for it in _as_measured(record.slates(site), verdicts) if _personal(it)]
    for place in dict.fromkeys(it.place for it in personal if it.place not in verdicts):
        yield wanted(place)
    parties: defaultdict[str, list[Slate]] = defaultdict(list)
    for slate in personal:
        if not _explained(slate):
            parties[slate.party].append(slate)
    for slates in parties.values():
        yield _claim(site, record, slates, verdicts)
    if not parties:
        yield Silence(
            n=len(personal),
            why=f"{counted(len(personal), 'personal list')} delivered, none without a reason",
        )


def _as_measured(slates: Sequence[Slate], verdicts: Mapping[str, Verdict]) -> list[Slate]:
    """Lists with what a comparison says of their place, where it says something."""
    found = {place: MEASURED.get(one.word) for place, one in verdicts.items()}
    return [replace(it, personalized=found.get(it.place) or it.personalized) for it in slates]


def _personal(slate: Slate) -> bool:
    return slate.personalized in PERSONAL and slate.surface is not Surface.AD


def _explained(slate: Slate) -> bool:
    return slate.disclosed is True and _reason(slate)


def _reason(slate: Slate) -> bool:
    return bool(slate.explanation) or any(it.reason for it in slate.items)


def _half_visible(slate: Slate) -> bool:
    """A heading says that the list is personal, and no reason says why."""
    return slate.disclosed is True


def _claim(
    site: str, record: Record, slates: Sequence[Slate], verdicts: Mapping[str, Verdict]
) -> Claim:
    ordered = sorted(slates, key=_weight)
    best, party = ordered[0], ordered[0].party
    level, verdict = _level(best), verdicts.get(best.place)
    measured = best.personalized is Personalized.MEASURED
    rounds = [it for it in record.rounds(site) if it.place == best.place] if verdict else []
    return Claim(
        party=party,
        confidence=level,
        title=said(level, _title(site, called(record, party), best)),
        why=_why(slates, best, verdict),
        evidence=(*_evidence(ordered), *delivered(*rounds[-1:])),
        measure={"n": len(slates)}
        | dict(best.figures)
        | (figures(verdict, rounds) if verdict else {})
        | {
            "lists": len(slates),
            "days": len({it.seen_at.date() for it in slates}),
            "half_visible": sum(_half_visible(it) for it in slates),
            "places": tuple(dict.fromkeys(it.place for it in slates)),
            "items": best.total,
            "personalized": best.personalized.value,
            "disclosure": best.disclosure,
        },
        first_seen=min(it.seen_at for it in slates),
        last_seen=max(it.seen_at for it in slates),
        contexts=tuple(dict.fromkeys(it.context for it in slates if it.context)),
        circumstances=Circumstances(
            measured=measured and not _half_visible(best), eased=bool(best.controls)
        ),
    )


def _weight(slate: Slate) -> tuple[bool, bool, bool]:
    """Measured lists first, then those without any note, then those delivered as a page."""
    measured = slate.personalized is Personalized.MEASURED
    return not measured, _half_visible(slate), slate.disclosure == "delivered"


def _level(slate: Slate) -> Level:
    """Declared only: possible. Measured: likely, unless there is nothing to judge the note by."""
    if slate.personalized is Personalized.MEASURED and slate.disclosed is not None:
        return Level.LIKELY
    return Level.POSSIBLE


def _title(site: str, party: str, slate: Slate) -> str:
    by = "" if slate.party == site else f" of {party}"
    head = f"on {moment(slate.seen_at)} {site} delivered {_what(slate)}{by}"
    if _half_visible(slate):
        return f"{head}, no reason given"
    if slate.disclosure == "delivered":
        return f"{head}, no note in what was delivered"
    return f"{head}, no note beside it"


def _what(slate: Slate) -> str:
    if slate.personalized is Personalized.MEASURED:
        return f"a list {_heading(slate)} that was measured to differ because of you"
    return f"a personal list {_heading(slate)}"


def _heading(slate: Slate) -> str:
    return f'headed "{slate.heading}"' if slate.heading else "without a heading"


def _why(slates: Sequence[Slate], best: Slate, verdict: Verdict | None) -> str:
    first = listed([it.title for it in best.items], limit=3)
    if verdict:
        settled = verdict.sentence
    elif best.personalized is Personalized.MEASURED:
        settled = "It was compared with what strangers got."
    else:
        settled = (
            "What was delivered calls it personal; a comparison with strangers would settle it."
        )
    return (
        f"{counted(len(slates), 'delivery', 'deliveries')} of it; it began with {first}. {settled}"
    )


def _evidence(slates: Sequence[Slate]) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(
            slate=it.id,
            locator=it.locator,
            note=f"{counted(it.total, 'entry', 'entries')} delivered on {moment(it.seen_at)}",
        )
        for it in slates[: int(threshold("evidence_shown"))]
    )
