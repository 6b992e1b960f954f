"""`companion timeline`: what a party could know by when, from which acts, through whom."""

import sys
from pathlib import Path

import click

from companion.cli._options import db_option


@click.command()
@click.argument("party")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@db_option
def command(party: str, as_json: bool, db: Path) -> None:
    """What a party could know by when, from which acts of yours, through whom."""
    from companion.cli._document import current
    from companion.decode.hosts import registrable
    from companion.extract.owners import owner_of
    from companion.report import json, paths
    from companion.store.asked import timeline_of

    with current(db) as store:
        found = timeline_of(store, owner_of, registrable(party.lower()) or party.lower())
    if as_json:
        json.write(paths.timeline(found), sys.stdout)
    else:
        click.echo("\n".join(paths.timeline_lines(found)))
