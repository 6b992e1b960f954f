"""Options and a store that several commands share."""

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import click

type Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


_NEED_NO_KEY = ("encrypt", "uninstall")
"""Commands that ask for a passphrase themselves, or do without."""


def _db(ctx: click.Context, _parameter: click.Parameter, value: Path | None) -> Path:
    from companion.settings import default_db

    path = (value or default_db()).absolute()
    if ctx.info_name not in _NEED_NO_KEY and not ctx.resilient_parsing:
        unlock(path)
    return path


def unlock(path: Path) -> None:
    """Ask for the passphrase of an encrypted store, where this process has no key to it yet."""
    from companion import sealing
    from companion.settings import data_folder

    folder = data_folder(path)
    if sealing.is_sealed(folder) and not sealing.is_unlocked(folder):
        sealing.unlock(sealing.key_from(folder, passphrase()))


def passphrase(*, twice: bool = False) -> str:
    """Ask for a passphrase, unseen where somebody types it; else the next line that is piped in."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    said: str = click.prompt(
        "Passphrase of the store", hide_input=True, confirmation_prompt=twice, err=True
    )
    return said


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
