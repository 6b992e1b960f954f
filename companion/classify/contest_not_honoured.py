"""What was contested and is met as before, counted before and after."""

from collections.abc import Iterator

from companion.classify.detector import Claim, Silence, detector
from companion.classify.record import Record
from companion.classify.severity import Circumstances
from companion.classify.wording import counted, day
from companion.model import ContestId, Evidence, FindingKind, Level, Measured

STILL = "no effect"


@detector(FindingKind.CONTEST_NOT_HONOURED, version="1")
def contest_not_honoured(site: str, record: Record) -> Iterator[Claim | Silence]:
    """What you contested was met again after the time the other side had.

    Why it is shown:
        The same thing was counted in the same way before you acted and after the waiting time,
        with nothing of your own in the way.

    Innocent readings:
        - The request may have gone astray, or still be worked on.
        - Pages or answers that were kept somewhere may be older than the change.
        - The choice may hold for another device, browser or account than this one.

    What cannot be seen:
        - What the company keeps or uses without its showing in your browser.
        - Why it is met again.
    """
    measured = record.measured(site)
    first = {it.contest: it for it in measured if not it.verdict}
    last = {it.contest: it for it in measured if it.verdict}
    parties: dict[str, list[Measured]] = {}
    for it in last.values():
        if it.verdict == STILL and it.contest in first:
            parties.setdefault(it.party, []).append(it)
    claims = [_claim(max(some, key=lambda it: it.severity), first) for some in parties.values()]
    yield from claims
    if not last:
        yield Silence(n=0, why="No contest was checked on this site.", verdict="not_tested")
    elif not claims:
        told = all(it.verdict == "worked" for it in last.values())
        why = "; ".join(it.why for it in last.values())
        verdict = "no_difference" if told else "inconclusive"
        yield Silence(n=sum(it.n for it in last.values()), why=why, verdict=verdict)


def _claim(after: Measured, first: dict[ContestId, Measured]) -> Claim:
    before = first[after.contest]
    looks = counted(after.n, "page load")
    return Claim(
        party=after.party,
        confidence=Level.LIKELY,
        title=f"Likely: contested on {day(before.until)}, and from {day(after.since)} met again in "
        f"{after.hits} of {looks}: {after.party} on {after.site}",
        why=f"What was contested: {after.title}. {after.why}",
        evidence=(*_shown(before, "before acting"), *_shown(after, after.when)),
        measure={
            "n": after.n,
            "hits": after.hits,
            "n_before": before.n,
            "hits_before": before.hits,
            "check": after.when,
            "contested": after.kind.value,
            "contest": after.contest,
        },
        first_seen=before.since,
        last_seen=after.until,
        circumstances=Circumstances(contested=after.severity),
    )


def _shown(measured: Measured, when: str) -> tuple[Evidence, ...]:
    note = f"measured {when}: met in {measured.hits} of {counted(measured.n, 'page load')}"
    return tuple(Evidence(exchange=it, note=note) for it in measured.evidence)
