"""`companion doctor`: what of the set-up works, what does not, and the command that mends it."""

from pathlib import Path

import click

from companion.cli._options import db_option

_MARKS = {True: "works ", False: "wrong ", None: "note  "}


@click.command()
@db_option
@click.option(
    "--repair", is_flag=True, help="Copy what can be read of a damaged store to a new one."
)
def command(db: Path, repair: bool) -> None:
    """Say what of the set-up works, what does not and the one command that mends it."""
    from companion.live.checks import checks

    if repair:
        _repair(db)
        return
    wrong = 0
    for found in checks(db):
        click.echo(f"{_MARKS[found.works]} {found.what}")
        if found.mend:
            click.echo(f"       → {found.mend}")
        wrong += found.works is False
    if wrong:
        raise click.exceptions.Exit(1)


def _repair(db: Path) -> None:
    """Mend the store, and say what was done; nothing is deleted."""
    from companion.errors import StoreUnavailable
    from companion.intake.repair import mend

    if not db.exists():
        raise StoreUnavailable(f"{db} is not there: nothing to repair")
    if not mend(db, lambda line: click.echo(f"companion: {line}")):
        click.echo(f"companion: {db} is whole: nothing to repair")
