"""`companion why`: how something came about, in words, with evidence."""

import sys
from pathlib import Path

import click

from companion.cli._options import db_option


@click.command()
@click.argument("wanted", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@db_option
def command(wanted: str, as_json: bool, db: Path) -> None:
    """How a finding, signal, list, entry of a list (LIST/RANK) or act came about.

    Names the acts that could be behind it, the way each could have come to the party, and who else
    could know.
    """
    from companion.cli._document import current
    from companion.extract.owners import owner_of
    from companion.report import json, paths
    from companion.store.asked import why

    with current(db) as store:
        found = why(store, owner_of, wanted)
    if as_json:
        json.write(paths.path(found), sys.stdout)
    else:
        click.echo("\n".join(paths.path_lines(found)))
