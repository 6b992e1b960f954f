"""`companion analyze`: everything derived, brought up to date."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from companion.cli._options import db_option

if TYPE_CHECKING:
    from companion.pipeline import Journey
    from companion.store.open import Database


@click.command()
@db_option
@click.option("--rebuild", is_flag=True, help="Recompute all from the evidence, with the same ids.")
@click.option(
    "--deep",
    is_flag=True,
    help="Look in what is kept for your data in every hash and encoding, rare ones too.",
)
@click.option("--follow", is_flag=True, help="Go on with what arrives, until told to end.")
@click.option("--parent", type=int, default=os.getppid, hidden=True)
def command(db: Path, rebuild: bool, deep: bool, follow: bool, parent: int) -> None:
    """Bring every derived table up to date."""
    if follow:
        from companion.live.analyzer import follow as follow_journal

        follow_journal(db, parent)
        return
    from companion import pipeline
    from companion.cli._document import current
    from companion.intake.keeping import settle

    with current(db) as store:
        _forget_what_is_old(db, store)
        if deep:
            _look_again(db, store)
        if rebuild:
            from companion.store import exchanges

            total = exchanges.count(store)
            with click.progressbar(length=total, label="rebuilding") as bar:
                pipeline.rebuild(pipeline.start(store, db), bar.update)
        journey = pipeline.start(store, db)
        _tell_topics(journey)
        while journey.cover():
            pass
        settle(store, db)
    click.echo("companion: up to date")


def _look_again(db: Path, store: "Database") -> None:
    from companion.intake.amend import look_again
    from companion.store import exchanges

    with click.progressbar(length=exchanges.count(store), label="looking again") as bar:
        changed = look_again(store, db, bar.update)
    click.echo(f"companion: {changed:,} kept exchanges were redacted")


def _tell_topics(journey: "Journey") -> None:
    """The titles that still wait for the model, a few at a time."""
    from companion.store import topics

    if not (waiting := topics.left(journey.db)):
        return
    with click.progressbar(length=waiting, label="topics of titles") as bar:
        while done := journey.label():
            bar.update(done)
    journey.judge()


def _forget_what_is_old(db: Path, store: "Database") -> None:
    """What the settings don't want to keep any longer goes, and is told."""
    from datetime import UTC, datetime

    from companion import pipeline
    from companion.intake.retain import retain
    from companion.settings import data_folder, load

    settings = load(data_folder(db) / "settings.toml")
    if gone := retain(store, settings, datetime.now(UTC)):
        pipeline.start(store, db).judge()
        click.echo(f"companion: {gone:,} exchanges forgotten: too old, or too much, to be kept")
