"""`companion import`: one's own captures, or a stranger's for comparison."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from companion.cli._options import db_option, tell

if TYPE_CHECKING:
    from companion.pipeline import Journey

_TURNS = 50
"""Turns of either after an import; what is left then waits for `companion analyze`."""


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@db_option
@click.option(
    "--visitor",
    default="",
    help="Whose browser it was; default: self, or with --role control the file's name.",
)
@click.option(
    "--role",
    type=click.Choice(["self", "control"]),
    default="self",
    help="control: a stranger's capture, for comparison; never taken for your own.",
)
@click.option(
    "--seeds",
    "seeds_file",
    type=click.Path(path_type=Path),
    help="Your data to watch for, one field=value a line.",
)
def command(
    files: tuple[Path, ...], db: Path, visitor: str, role: str, seeds_file: Path | None
) -> None:
    """Import captures: HAR 1.2, mitmproxy flow and WARC files, and gzip of each."""
    from companion import pipeline
    from companion.errors import CompanionError
    from companion.intake.amend import add_seeds
    from companion.intake.files import import_file
    from companion.model import Role, Visitor
    from companion.redact.seeds import read
    from companion.store.open import open_store

    if role == "control" and visitor == "self":
        raise click.UsageError("a control is not the self: name another with --visitor")
    failed = False
    with open_store(db) as store:
        if seeds_file:
            add_seeds(store, db, list(read(seeds_file)), lambda _: None)
        journey = pipeline.start(store, db, deep=True)
        for path in files:
            name = visitor or ("self" if role == "self" else path.stem)
            whose = Visitor(name=name, role=Role(role))
            size = path.stat().st_size if path.exists() else 0
            try:
                with click.progressbar(length=max(size, 1), label=f"reading {path.name}") as bar:
                    told = import_file(journey, path, whose, bar.update)
            except CompanionError as error:
                click.echo(f"companion: {error}", err=True)
                failed = True
            else:
                click.echo("\n".join(told.lines()))
        _tell_more(journey, db)
    if failed:
        raise click.exceptions.Exit(2)
    tell("look closer with companion open, or companion report")


def _tell_more(journey: "Journey", path: Path) -> None:
    """The topics of what was imported and how much was read, as far as that takes a moment."""
    from companion.intake.keeping import Keeping
    from companion.store import topics

    keeping = Keeping(journey.db, path)
    for _ in range(_TURNS):
        if not journey.label():
            break
    journey.judge()
    for _ in range(_TURNS):
        if not journey.cover() + keeping.step():
            break
    if left := topics.left(journey.db):
        tell(f"topics of {left:,} exchanges are still to be told: companion analyze")
