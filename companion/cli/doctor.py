"""`companion doctor`: what of the set-up works, what does not, and the command that mends it."""

from pathlib import Path

import click

from companion.cli._options import db_option

_MARKS = {True: "works ", False: "wrong ", None: "note  "}


@click.command()
@db_option
def command(db: Path) -> None:
    """Say what of the set-up works, what does not and the one command that mends it."""
    from companion.live.checks import checks

    wrong = 0
    for found in checks(db):
        click.echo(f"{_MARKS[found.works]} {found.what}")
        if found.mend:
            click.echo(f"       → {found.mend}")
        wrong += found.works is False
    if wrong:
        raise click.exceptions.Exit(1)
