"""`companion slates`: every list that was delivered to you, as it was ranked."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from companion.cli._listing import show
from companion.cli._options import filters

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
    from companion.cli._lists import lines

    return lines(rows)


def _explained(page: str, db: Path) -> Iterator[str]:
    from companion.cli._explained import lines
    from companion.cli._page import opened
    from companion.extract.slates.explain import explain

    found = opened(page, db)
    return lines(explain(found.exchange, found.others))
