"""A report gathered from a store."""

from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from companion.cli._document import current
from companion.cli._evidence import StoredEvidence
from companion.contest import exhibits as contest
from companion.contest.exhibits import exhibits, masked
from companion.extract.owners import owner_of
from companion.model import Finding
from companion.report.build import MOST_EXHIBITS, About, Credit, Exhibit, Report, Sources, build
from companion.report.excerpts import Excerpt, excerpt
from companion.store import captures, exchanges, findings, progress, tests
from companion.store.open import Database
from companion.trust.account import account

MOST_COUNTED = 20_000
"""Lists of a site that its credits are counted from, the newest."""


def gather(db: Path) -> Report:
    """Everything a report shows, from a store brought up to date."""
    with current(db) as store:
        evidence = StoredEvidence(store)

        def opened(finding: Finding) -> tuple[Exhibit, ...]:
            shown = exhibits(finding, evidence, most=MOST_EXHIBITS)
            return tuple(_opened(one, evidence) for one in shown)

        return build(
            about(store),
            findings.each(store),
            list(tests.each(store)),
            credited(store),
            Sources(owner_of, opened),
        )


def _opened(exhibit: contest.Exhibit, evidence: StoredEvidence) -> Exhibit:
    exchange = evidence.exchange(exhibit.exchange)
    found = (
        excerpt(exchange, exhibit.locator, exhibit.value) if exchange and exhibit.value else None
    )
    return Exhibit(
        note=exhibit.note,
        seen_at=exhibit.time,
        address=exhibit.request,
        locator=exhibit.locator,
        excerpt=found
        and Excerpt(value=found.value, before=masked(found.before), after=masked(found.after)),
    )


def about(store: Database) -> About:
    """What is known of the record."""
    window = exchanges.window(store)
    files = captures.all_captures(store)
    return About(
        made_at=datetime.now(UTC),
        version=version("companion"),
        begins=window[0] if window else None,
        ends=window[1] if window else None,
        exchanges=exchanges.own(store),
        compared=exchanges.count(store) - exchanges.own(store),
        sites=len(exchanges.sites(store)),
        made_up=exchanges.has_demo(store),
        gaps=tuple(progress.gaps(store)),
        limits=tuple(dict.fromkeys(limit for file in files for limit in file.limits)),
        captures=tuple((file.name, file.creator, file.sha256) for file in files),
        uninspected=tuple(
            name.removeprefix("uninspected ")
            for name in progress.counters(store)
            if name.startswith("uninspected ")
        ),
        excluded=int(progress.fact(store, "excluded") or 0),
    )


def credited(store: Database) -> list[Credit]:
    """What sites did right, with denominators, those of one site together."""
    return [
        credit
        for row in sorted(exchanges.sites(store))
        for credit in account(store, row.site, most=MOST_COUNTED).credits
    ]
