"""`companion open`: the screen on what is recorded."""

from pathlib import Path

import click

from companion.cli._options import db_option


@click.command()
@db_option
def command(db: Path) -> None:
    """Show what is recorded, without recording."""
    from companion.live.watch import screen
    from companion.store.open import open_store

    open_store(db).close()
    screen(db)
