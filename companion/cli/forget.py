"""`companion forget`: deletes, and proves it."""

from datetime import datetime
from pathlib import Path

import click

from companion.cli._options import _since, db_option


@click.command()
@db_option
@click.option("--all", "everything", is_flag=True, help="Everything recorded, seeds included.")
@click.option("--site", help="All that was recorded on a site.")
@click.option("--context", help="All that was recorded in a part of life (companion contexts).")
@click.option("--party", help="All that was sent to a party or came from it, on every site.")
@click.option("--before", callback=_since, help="All before a time (RFC 3339) or older than 30d.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def command(
    db: Path,
    everything: bool,
    site: str | None,
    context: str | None,
    party: str | None,
    before: datetime | None,
    yes: bool,
) -> None:
    """Delete by site, part of life, party, age or all; check that the bytes are gone."""
    from companion.intake.amend import forget
    from companion.live.recording import running
    from companion.settings import data_folder
    from companion.store.forget import Part
    from companion.store.open import open_store

    part = Part(everything=everything, site=site, context=context, party=party, before=before)
    if sum((everything, *(it is not None for it in (site, context, party, before)))) != 1:
        raise click.UsageError(
            "say one of --all, --site NAME, --context NAME, --party NAME, --before TIME"
        )
    if running(data_folder(db)):
        raise click.UsageError("a recording runs on this store: end it first")
    if not yes:
        what = "everything" if everything else site or context or party or f"all before {before}"
        click.confirm(f"Forget {what} for good?", abort=True)
    with open_store(db) as store:
        gone, left = forget(store, db, part)
    click.echo(f"companion: {gone} exchanges forgotten")
    if left:
        click.echo(f"companion: {left} of their ids are still in the files: run it again", err=True)
        raise click.exceptions.Exit(1)
    click.echo("companion: looked through the files: none of their ids is left")
