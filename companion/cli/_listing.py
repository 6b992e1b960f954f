"""What the list commands share: the array of the export, as a table, JSON or CSV."""

import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from companion.cli._options import tell

type Json = dict[str, Any]
type Columns = tuple[tuple[str, int], ...]
type Blocks = Callable[[list[Json]], Iterable[str]]


def show(
    name: str,
    shape: Columns | Blocks,
    *,
    db: Path,
    site: str | None,
    kind: str | None,
    since: datetime | None,
    form: str | None,
    output: Path | None,
) -> None:
    """Print an array of the export: as a table of fields with their widths, or as lines."""
    from companion.cli._document import array, current
    from companion.store import exchanges

    filters = {"site": site, "kind": kind, "since": since}
    with current(db) as store:
        rows = list(array(store, name, **{key: value for key, value in filters.items() if value}))
        kept = exchanges.count(store)
    if form == "csv" and output is None:
        raise click.UsageError("--csv writes a file: name a folder for it with -o DIR")
    if form:
        write(name, rows, output if form == "csv" else None)
    elif rows:
        _printed(rows, shape)
    elif kept:
        tell(f"no {name} of what you asked for, in a record of {kept:,} exchanges")
    else:
        tell("nothing here yet (companion import FILE, or companion watch)")


def write(name: str, rows: list[Json], output: Path | None) -> None:
    """Print an array as it stands in the export; with a folder, write it there as CSV."""
    if output is not None:
        from companion.report.csv import write_array as write_csv

        click.echo(write_csv(name, rows, output))
        return
    from companion.report.json import write_array

    write_array(rows, sys.stdout)
    click.echo()


def _printed(rows: list[Json], shape: Columns | Blocks) -> None:
    for line in table(rows, shape) if isinstance(shape, tuple) else shape(rows):
        click.echo(line)


def table(rows: list[Json], columns: Columns) -> Iterator[str]:
    from companion.report.plain import plain

    yield "  ".join(f"{name:<{width}}"[:width] for name, width in columns).rstrip()
    for row in rows:
        cells = [f"{plain(_text(name, row), width):<{width}}" for name, width in columns]
        yield "  ".join(cells).rstrip()


def _text(name: str, row: Json) -> str:
    value = row[name]
    if name == "value" and row.get("kind") in ("identifier", "location"):
        from companion.report.share import masked

        return ", ".join(map(masked, value)) if isinstance(value, list) else masked(value)
    if isinstance(value, list):
        return (
            f"{len(value)}" if value and isinstance(value[0], dict) else ", ".join(map(str, value))
        )
    if name.endswith("seen"):
        return str(value)[:16].replace("T", " ")
    return "" if value is None else str(value)
