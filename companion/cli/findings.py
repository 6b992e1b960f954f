"""`companion findings`: what may be said, one claim each, with how sure and how grave it is."""

from collections.abc import Iterator
from textwrap import wrap
from typing import Any

import click

from companion.cli._listing import Json, show, table
from companion.cli._options import filters

_COLUMNS = (
    ("id", 16),
    ("severity", 3),
    ("confidence", 10),
    ("kind", 22),
    ("site", 18),
    ("party", 19),
)
_WIDTH = 98


@click.command()
@filters
def command(**given: Any) -> None:
    """What may be said: one claim each, with how sure and how grave it is."""
    show("findings", _lines, **given)


def _lines(rows: list[Json]) -> Iterator[str]:
    """Each finding as a row of the table, its title below; a hundred columns hold both."""
    from companion.report.plain import plain

    head, *facts = table(rows, _COLUMNS)
    yield head
    for line, row in zip(facts, rows, strict=True):
        yield line
        title = plain(row["title"], 300)
        yield from wrap(title, _WIDTH, initial_indent="    ", subsequent_indent="    ")
