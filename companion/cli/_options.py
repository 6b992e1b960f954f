"""Options and a store that several commands share."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import click

type Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def _db(_ctx: click.Context, _parameter: click.Parameter, value: Path | None) -> Path:
    from companion.settings import default_db

    return (value or default_db()).absolute()


db_option: Decorator = click.option(
    "--db",
    type=click.Path(path_type=Path, dir_okay=False),
    callback=_db,
    help="The store; default: in your data folder.",
)


def tell(line: str) -> None:
    """Say something beside what a command prints."""
    click.echo(f"companion: {line}", err=True)


def _since(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> datetime | None:
    from companion.cli._times import parse_since

    return parse_since(value) if value else None


def filters(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--site`, `--kind`, `--since`, and the form of the answer."""
    for option in (
        click.option("-o", "--output", type=click.Path(path_type=Path), help="Folder for --csv."),
        click.option("--csv", "form", flag_value="csv", help="Write a CSV file (with -o DIR)."),
        click.option("--json", "form", flag_value="json", help="Print the array of the export."),
        click.option("--since", callback=_since, help="Only since a time (RFC 3339) or 7d."),
        click.option("--kind", help="Only this kind."),
        click.option("--site", help="Only this site."),
        db_option,
    ):
        command = option(command)
    return command
