"""The export document of a store, brought up to date first; and the arrays of the list commands."""

from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import click

from companion.contest.routes import remedies
from companion.extract.owners import owner_of
from companion.intake.current import bring_up_to_date
from companion.report import document
from companion.report.share import share_safe
from companion.store import (
    acts,
    captures,
    contests,
    exchanges,
    findings,
    marks,
    progress,
    signals,
    slates,
    tests,
)
from companion.store.open import Database, open_store

type Json = dict[str, Any]


def current(db: Path) -> Database:
    """The store, with what the journal holds taken in; a running analyzer is waited for."""
    store = open_store(db)
    if not bring_up_to_date(store, db):
        click.echo(
            "companion: the recording that runs is ahead of its analyzer: ask again", err=True
        )
    return store


def current_document(db: Path, *, redact: bool) -> Json:
    """The whole document, for sharing when asked."""
    with current(db) as store:
        names = (
            "exchanges", "acts", "signals", "slates", "findings", "tests", "offers", "contests",
        )  # fmt: skip
        arrays = {name: list(array(store, name)) for name in names}
        arrays |= {"visitors": _visitors(store), "contexts": list(array(store, "contexts"))}
        made = document.document(record(store), arrays)
    return share_safe(made) if redact else made


def array(store: Database, name: str, **filters: Any) -> Iterator[Json]:
    """The entries of one array of the export, filtered by `site`, `kind`, `since`."""
    match name:
        case "exchanges":
            for one in exchanges.each(store, with_bodies=False, **filters):
                yield document.exchange(one, owner_of(one.party))
        case "acts":
            yield from map(document.act, acts.each(store, **filters))
        case "signals":
            yield from map(document.signal, signals.each(store, **filters))
        case "slates":
            yield from map(document.slate, slates.each(store, **_by_surface(filters)))
        case "findings":
            for finding in findings.each(store, **filters):
                yield document.finding(finding, remedies(finding.kind))
        case _:
            yield from _small(store, name, **filters)


def _small(store: Database, name: str, **filters: Any) -> Iterator[Json]:
    match name:
        case "tests":
            yield from map(document.test, tests.each(store, **filters))
        case "offers":
            for slate in slates.each(store, **filters):
                yield from document.offers(slate)
        case "contests":
            yield from map(document.contest, contests.each(store))
        case "contexts":
            yield from _contexts(store)
        case "sites":
            yield from _sites(store, **filters)


def record(store: Database) -> Json:
    """What is known of the record itself."""
    window = exchanges.window(store)
    counted = progress.counters(store)
    return {
        "tool": f"companion {version('companion')}",
        "rules": version("companion"),
        "generated_at": document.moment(datetime.now(UTC)),
        "from": document.moment(window[0]) if window else None,
        "to": document.moment(window[1]) if window else None,
        "gaps": [{"at": document.moment(at), "what": what} for at, what in progress.gaps(store)],
        "browsers": sorted({capture.creator for capture in captures.all_captures(store)}),
        "excluded_hosts": int(progress.fact(store, "excluded") or 0),
        "uninspected_hosts": sum(name.startswith("uninspected ") for name in counted),
        "bodies_missing": exchanges.bodies_missing(store),
    }


def _by_surface(filters: dict[str, Any]) -> dict[str, Any]:
    """A slate's kind is its surface."""
    return {"surface" if name == "kind" else name: value for name, value in filters.items()}


def _visitors(store: Database) -> list[Json]:
    return [{"name": name, "role": role} for name, role in exchanges.visitors(store)]


def _sites(store: Database, **filters: Any) -> Iterator[Json]:
    for row in exchanges.sites(store, site=filters.get("site")):
        if not filters.get("since") or row.last_seen >= filters["since"]:
            yield row._asdict() | {
                "first_seen": document.moment(row.first_seen),
                "last_seen": document.moment(row.last_seen),
            }


def _contexts(store: Database) -> Iterator[Json]:
    from companion.extract.contexts import is_sensitive

    for name, sites in marks.contexts(store).items():
        yield {"name": name, "sensitive": is_sensitive(name), "sites": sites}
