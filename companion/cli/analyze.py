"""`companion analyze`: everything derived, brought up to date."""

from pathlib import Path

import click

from companion.cli._options import db_option


@click.command()
@db_option
@click.option("--rebuild", is_flag=True, help="Recompute all from the evidence, with the same ids.")
@click.option("--follow", is_flag=True, help="Go on with what arrives, until told to end.")
def command(db: Path, rebuild: bool, follow: bool) -> None:
    """Bring every derived table up to date."""
    from companion import pipeline
    from companion.intake.journal import drain
    from companion.store.open import open_store

    if follow:
        from companion.live.analyzer import follow as follow_journal

        follow_journal(db)
        return
    with open_store(db) as store:
        journey = pipeline.start(store, db)
        taken = drain(journey, db)
        if rebuild:
            from companion.store import exchanges

            total = exchanges.count(store)
            with click.progressbar(length=total, label="rebuilding") as bar:
                pipeline.rebuild(journey, bar.update)
    click.echo(f"companion: up to date; {taken} exchanges taken from the journal")
