"""`companion slates`: every list that was delivered to you, as it was ranked."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from companion.cli._listing import show
from companion.cli._options import filters

_SHOWN = 20
_SAYS = {"declared": "says it is personal", "measured": "measured to be personal"}

type Json = dict[str, Any]


@click.command()
@filters
@click.option(
    "--html",
    "page",
    metavar="FILE|URL",
    help="Explain for a saved page, or one that is recorded, why each list was or was not taken.",
)
def command(page: str | None, **given: Any) -> None:
    """Every list that was delivered to you, with its entries in their order."""
    if page is None:
        show("slates", _blocks, **given)
        return
    for line in _explained(page, given["db"]):
        click.echo(line)


def _blocks(rows: list[Json]) -> Iterator[str]:
    """Each list as it was delivered: its heading, then its entries by rank."""
    from companion.report.plain import plain

    for row in rows:
        told = [row["surface"], _SAYS.get(row["personalized"]), row["site"], row["seen_at"][:16]]
        heading = plain(row["heading"] or "(no heading)", 60)
        yield "  ·  ".join(filter(None, [heading, *told]))
        for item in row["items"][:_SHOWN]:
            mark = "[ad] " if item["sponsored"] else ""
            reason = f"  — {plain(item['reason'], 60)}" if item["reason"] else ""
            yield f"  {item['rank']:4}  {mark}{plain(item['title'], 76)}{reason}"
        if row["total"] > _SHOWN:
            yield f"        and {row['total'] - _SHOWN} more"
        yield ""


def _explained(page: str, db: Path) -> Iterator[str]:
    from companion.cli._page import opened
    from companion.extract.slates.explain import explain
    from companion.report.plain import plain

    for verdict in explain(opened(page, db)):
        mark = "TAKEN    " if verdict.taken else "not taken"
        yield f"{mark}  {plain(verdict.heading or '(no heading)', 60)}  ({verdict.total} entries)"
        yield f"           {plain(verdict.why, 200)}"
        yield f"           at {plain(verdict.locator, 200)}"
        for title in verdict.titles:
            yield f"             · {plain(title, 80)}"
        points = ", ".join(f"{name} {value:+.1f}" for name, value in verdict.evidence)
        yield f"           {points}"
        yield ""
