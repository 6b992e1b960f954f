"""`companion unknown`: how much of what third parties sent and got could be read, and what not."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from companion.cli._options import db_option, tell

if TYPE_CHECKING:
    from companion.store.open import Database

_LISTED = 50
_NEWEST = 500
"""Exchanges with a host that a skeleton is made from."""


@click.command()
@click.option("--site", help="Only this site.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@click.option(
    "--skeleton",
    metavar="HOST",
    help="Print a vendor file to start from, by what is recorded of a host; no value is in it.",
)
@db_option
def command(site: str | None, as_json: bool, skeleton: str | None, db: Path) -> None:
    """How much of what third parties sent and got was decoded, and where nothing is known."""
    from companion.cli._document import current
    from companion.report import json, unread
    from companion.store import coverage

    with current(db) as store:
        if skeleton:
            _print_skeleton(store, skeleton.lower())
            return
        _count_rest(store)
        found = [
            unread.Unread(it, coverage.unknown(store, it.site, _LISTED))
            for it in coverage.sites(store, site)
        ]
    if as_json:
        json.write_array(list(map(unread.row, found)), sys.stdout)
        click.echo()
    elif found:
        click.echo("\n".join(line for it in found for line in unread.lines(it)))
    else:
        tell("no exchanges with third parties are recorded of what you asked for")


def _count_rest(store: "Database") -> None:
    """What still waits to be counted."""
    from companion import covering
    from companion.store import coverage

    if waiting := coverage.left(store):
        with click.progressbar(length=waiting, label="counting", file=sys.stderr) as bar:
            while done := covering.step(store):
                bar.update(done)


def _print_skeleton(store: "Database", host: str) -> None:
    from collections import deque
    from datetime import UTC, datetime

    from companion.errors import UnreadableInput
    from companion.extract.urls import host_of
    from companion.extract.vendors.skeleton import skeleton
    from companion.store import exchanges

    met = exchanges.each(store, text=host, visitor="self")  # an alias has another party
    newest = deque((it for it in met if _is_at(host, host_of(it.url))), maxlen=_NEWEST)
    if not newest:
        raise UnreadableInput(
            f"{host}: nothing is recorded of it; companion unknown lists hosts that are"
        )
    click.echo(skeleton(host, newest, datetime.now(UTC).date()), nl=False)


def _is_at(host: str, other: str) -> bool:
    return other == host or other.endswith(f".{host}")
