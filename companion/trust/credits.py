"""How far it goes on a site, and what the site did right, each with its denominator."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from companion.classify.choices import Choice
from companion.model import FindingKind, Measured, Personalized, Surface, Test
from companion.report.build import Credit
from companion.store.trust import Datum, Listed
from companion.trust.weeks import PERSONAL, passed_on, picked

WORKED = "worked"
DECIDED = (WORKED, "no effect")
ENDLESS = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """Of the lists a site delivered in a part of life, how many are what; None: none is known."""

    context: str | None
    lists: int
    personal: int
    same: int

    @property
    def untested(self) -> int:
        """How many were not compared, or not often enough."""
        return self.lists - self.personal - self.same


def extents(lists: Iterable[Listed]) -> list[Extent]:
    """How far it goes, by part of life; ads are left out: they are not compared."""
    found: dict[str | None, Counter[Personalized]] = {}
    for one in lists:
        if one.surface is not Surface.AD:
            found.setdefault(one.context, Counter())[one.personalized] += 1
    return [
        Extent(
            context=context,
            lists=counts.total(),
            personal=sum(counts[it] for it in PERSONAL),
            same=counts[Personalized.REFUTED],
        )
        for context, counts in sorted(found.items(), key=lambda it: it[0] or "")
    ]


def beside(site: str, lists: Iterable[Listed]) -> Iterator[Credit]:
    """What stood beside picked lists: a label, a reason, a control."""
    held = [it for it in lists if picked(it)]
    told = {
        "said beside a picked list that it was picked": [it.disclosed is True for it in held],
        "gave a reason with a picked list": [bool(it.reasons) for it in held],
        "put a control beside a picked list": [it.control for it in held],
    }
    for what, done in told.items():
        if any(done):
            yield Credit(site=site, what=what, times=sum(done), chances=len(done))


def refused(
    site: str, data: Sequence[Datum], chosen: Sequence[Choice], blind: Collection[FindingKind]
) -> Iterator[Credit]:
    """Refusals after which nothing of the person's was seen going to another company."""
    if {FindingKind.CONSENT_IGNORED, FindingKind.TRACKING_IDENTIFIER} & set(blind):
        return
    ends = [*(it.at for it in chosen[1:]), ENDLESS]
    clean = []
    for choice, end in zip(chosen, ends, strict=False):
        after = [it for it in data if it.last > choice.at and it.first <= end]
        if choice.refused and choice.made and after:
            clean.append(not any(passed_on(site, it) for it in after))
    if any(clean):
        what = "passed nothing of yours on after a refusal, as far as seen"
        yield Credit(site=site, what=what, times=sum(clean), chances=len(clean))


def contested(site: str, checks: Iterable[Measured]) -> Iterator[Credit]:
    """Contests whose last check could tell, and how many of them worked."""
    last = {it.contest: it.verdict for it in checks if it.verdict in DECIDED}
    worked = sum(it == WORKED for it in last.values())
    if worked:
        what = "did what was asked for, by the last check that could tell"
        yield Credit(site=site, what=what, times=worked, chances=len(last))


def apart(site: str, looked: Iterable[Test], met: Collection[FindingKind]) -> Iterator[Credit]:
    """Chances to reuse what another part of life taught, where none was seen taken."""
    kind = FindingKind.CROSS_CONTEXT_REUSE
    n = sum(it.n for it in looked if it.kind is kind and it.verdict == "no_difference")
    if n and kind not in met:
        what = "showed no reuse from another part of life, in what was looked at"
        yield Credit(site=site, what=what, times=n, chances=n)
