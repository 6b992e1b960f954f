"""`companion analyze`: everything derived, brought up to date."""

import os
from pathlib import Path

import click

from companion.cli._options import db_option


@click.command()
@db_option
@click.option("--rebuild", is_flag=True, help="Recompute all from the evidence, with the same ids.")
@click.option("--follow", is_flag=True, help="Go on with what arrives, until told to end.")
@click.option("--parent", type=int, default=os.getppid, hidden=True)
def command(db: Path, rebuild: bool, follow: bool, parent: int) -> None:
    """Bring every derived table up to date."""
    if follow:
        from companion.live.analyzer import follow as follow_journal

        follow_journal(db, parent)
        return
    from companion.cli._document import current

    with current(db) as store:
        if rebuild:
            from companion import pipeline
            from companion.store import exchanges

            total = exchanges.count(store)
            with click.progressbar(length=total, label="rebuilding") as bar:
                pipeline.rebuild(pipeline.start(store, db), bar.update)
    click.echo("companion: up to date")
