"""`companion uninstall`: what Companion keeps on this machine, removed."""

import shutil
from pathlib import Path

import click

from companion.cli._options import db_option


@click.command()
@db_option
@click.option("--yes", is_flag=True, help="Do not ask.")
def command(db: Path, yes: bool) -> None:
    """Remove the store, its journal, keys, authority, seeds and browser profiles."""
    from companion.browser.start import profiles_place
    from companion.live.recording import running
    from companion.settings import data_folder
    from companion.store.convert import leftovers
    from companion.store.repair import damaged

    folder = data_folder(db)
    if running(folder):
        raise click.UsageError("a recording runs on this store: end it first")
    places = [db, db.with_name(db.name + "-wal"), db.with_name(db.name + "-shm"), folder]
    places += [*damaged(db), *leftovers(db)]
    places.append(profiles_place(folder))
    there = [place for place in places if place.exists()]
    for place in there:
        click.echo(f"  {place}")
    if not there:
        click.echo("companion: nothing is there to remove")
        return
    if not yes:
        click.confirm("Remove these for good?", abort=True)
    for place in there:
        shutil.rmtree(place) if place.is_dir() else place.unlink()
    click.echo("companion: removed; the program itself goes with: pipx uninstall companion")
