"""`companion update`: lists that others publish, of companies and labels, fetched if you say so."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from companion.cli._options import db_option, tell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.update.held import Held
    from companion.update.sources import Source


@click.command()
@click.argument("names", nargs=-1)
@click.option(
    "--list", "only_list", is_flag=True, help="Show what could be fetched and what is held."
)
@click.option("--yes", is_flag=True, help="Fetch what is named without asking about its licence.")
@click.option("--remove", is_flag=True, help="Remove what is named.")
@click.option(
    "--sources", "file", type=click.Path(path_type=Path), help="A TOML file of lists of your own."
)
@db_option
def command(
    names: tuple[str, ...], only_list: bool, yes: bool, remove: bool, file: Path | None, db: Path
) -> None:
    """Fetch lists of who owns what and what codes mean, each after you agreed to its licence."""
    from companion.settings import data_folder
    from companion.update import held
    from companion.update.sources import sources

    folder = data_folder(db)
    there = {it.source.name: it for it in held.held(folder)}
    known = {it.source.name: it.source for it in there.values()} | {
        it.name: it for it in sources(file)
    }
    for name in names:
        if name not in known:
            raise click.UsageError(f"{name} is no list: known are {', '.join(known)}")
    chosen = names or tuple(known)
    if remove:
        changed = [name for name in names if held.drop(folder, name)]
    else:
        for name in chosen:
            click.echo("\n".join(_about(known[name], there.get(name))))
        changed = (
            []
            if only_list
            else [n for n in chosen if _fetch(folder, known[n], there.get(n), yes and bool(names))]
        )
    if changed:
        _judge_again(db)
    if any(known[name].reads == "taxonomy" for name in changed):
        tell("labels recorded before are named with: companion analyze --rebuild")


def _about(source: "Source", one: "Held | None") -> "Iterator[str]":
    yield f"{source.name}: {source.title}, by {source.attribution}"
    yield f"  from     {source.url}"
    yield f"  licence  {source.licence}, {source.licence_url}"
    yield f"  digest   {source.sha256 or 'may change: held to what was fetched last'}"
    told = f"{_counted(one)}, version {one.version} of {one.day}" if one else "not fetched"
    yield f"  held     {told}"


def _fetch(folder: Path, source: "Source", before: "Held | None", agreed: bool) -> bool:
    """Fetch a list after its licence was agreed to; whether that changed anything."""
    from datetime import UTC, datetime

    from companion.update.fetch import fetch
    from companion.update.held import keep

    if not agreed and not _agrees(source):
        return False
    made = keep(folder, source, fetch(source.url), datetime.now(UTC))
    same = before is not None and before.sha256 == made.sha256
    click.echo(
        f"companion: {source.name}: {_counted(made)}, SHA-256 {made.sha256}"
        f"{' (as before)' if same else ''}"
    )
    return True


def _agrees(source: "Source") -> bool:
    import sys

    if not sys.stdin.isatty():
        agrees = f"companion update {source.name} --yes"
        tell(f"{source.name} is not fetched: {agrees} agrees to its licence")
        return False
    return click.confirm(f"Fetch {source.name} under {source.licence}?")


def _judge_again(db: Path) -> None:
    """Findings name who owns what: those of every site are made anew."""
    from companion import pipeline
    from companion.cli._document import current
    from companion.store import exchanges, unjudged

    with current(db) as store:
        with store.atomic():
            unjudged.add(store, [row.site for row in exchanges.sites(store)])
        pipeline.start(store, db).judge()
    click.echo("companion: findings are up to date with the lists")


def _counted(one: "Held") -> str:
    return f"{one.entries:,} entr{'y' if one.entries == 1 else 'ies'}"
