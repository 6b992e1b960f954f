"""What a report says, put together from findings, tests and what is known of the record."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from companion.model import Finding, FindingKind, Owner, Test
from companion.report.excerpts import Excerpt
from companion.report.grid import Grid, grid
from companion.report.priorities import headlines, rank

SILENT = ("no_difference", "inconclusive", "not_tested", "missing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """One piece of evidence, opened: when and where it was exchanged, and the words around it."""

    note: str
    seen_at: datetime | None = None
    address: str = ""
    locator: str = ""
    excerpt: Excerpt | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """What a site did right: of `chances`, how often."""

    site: str
    what: str
    times: int
    chances: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A finding with its evidence opened, who is behind the party, what the site did right."""

    finding: Finding
    owner: Owner | None
    exhibits: tuple[Exhibit, ...]
    more_evidence: int
    credits: tuple[Credit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What is known of the record itself; `compared` are exchanges that were not the person's."""

    made_at: datetime
    version: str
    begins: datetime | None
    ends: datetime | None
    exchanges: int
    sites: int
    made_up: bool
    gaps: tuple[tuple[datetime, str], ...]
    limits: tuple[str, ...]
    captures: tuple[tuple[str, str, str], ...]
    uninspected: tuple[str, ...]
    excluded: int
    compared: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """What was looked for without a finding, for the same reason, on some sites.

    `n` counts what was compared or looked at on all of them together.
    """

    kind: FindingKind
    verdict: str
    why: str
    sites: tuple[str, ...]
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything a report shows, in its order."""

    about: About
    headlines: tuple[Shown, ...]
    findings: tuple[Shown, ...]
    grid: Grid
    silent: tuple[Silence, ...]
    credits: tuple[Credit, ...]
    methods: tuple[tuple[str, str], ...]
    owners: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """How to look up what a finding points at."""

    owner: Callable[[str], Owner | None]
    exhibits: Callable[[Finding], tuple[Exhibit, ...]]


MOST_EXHIBITS = 5


def build(
    about: About,
    findings: Iterable[Finding],
    tests: Sequence[Test],
    credited: Sequence[Credit],
    sources: Sources,
) -> Report:
    """A report; the three findings that matter most first, each of another kind.

    Credits of one site stand together.
    """
    held = sorted(findings, key=rank, reverse=True)
    right = {site: tuple(them) for site, them in groupby(credited, lambda it: it.site)}
    shown = {one.id: _shown(one, sources, right.get(one.site, ())) for one in held}
    owners = {(it.owner.name, it.owner.source, it.owner.date) for it in shown.values() if it.owner}
    return Report(
        about=about,
        headlines=tuple(shown[one.id] for one in headlines(held)),
        findings=tuple(shown.values()),
        grid=grid(held),
        silent=silences(tests),
        credits=tuple(credited),
        methods=tuple(sorted({(one.detector, one.detector_version) for one in held})),
        owners=tuple(sorted(owners)),
    )


def silences(tests: Iterable[Test]) -> tuple[Silence, ...]:
    """Tests without a finding, those of one kind and one reason together; tested ones first."""
    alike: dict[tuple[FindingKind, str, str], list[Test]] = {}
    for test in tests:
        if test.verdict in SILENT:
            alike.setdefault((test.kind, test.verdict, test.why), []).append(test)
    order = sorted(alike, key=lambda it: (SILENT.index(it[1]), list(FindingKind).index(it[0])))
    return tuple(
        Silence(
            kind=kind,
            verdict=verdict,
            why=why,
            sites=tuple(dict.fromkeys(test.site for test in alike[kind, verdict, why])),
            n=sum(test.n for test in alike[kind, verdict, why]),
        )
        for kind, verdict, why in order
    )


def _shown(finding: Finding, sources: Sources, credited: tuple[Credit, ...]) -> Shown:
    opened = sources.exhibits(finding)[:MOST_EXHIBITS]
    return Shown(
        finding=finding,
        owner=sources.owner(finding.party),
        exhibits=opened,
        more_evidence=len(finding.evidence) - len(opened),
        credits=credited,
    )
