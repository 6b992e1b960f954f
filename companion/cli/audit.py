"""`companion audit`: scripted visitors in a real browser, repeated, with controls."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from companion.cli._options import tell

if TYPE_CHECKING:
    from companion.audit.plan import Plan


@click.command()
@click.argument("plan", required=False)
@click.option(
    "--db",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The audit's own store; default: audits/NAME.db in your data folder.",
)
@click.option("--plans", "listed", is_flag=True, help="List the plans that come along.")
@click.option("--dry-run", is_flag=True, help="Say what would be done and what it can show.")
@click.option("--seed", type=int, help="Takes the place of the plan's seed.")
@click.option("--headless", is_flag=True, help="Browsers without windows.")
@click.option("--json", "as_json", is_flag=True, help="Print the results as JSON.")
@click.option(
    "--report",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write one HTML file with methods, results and exhibits.",
)
@click.option(
    "--allow-target",
    multiple=True,
    metavar="HOST:PORT",
    help="A private or loopback server of your own; may be repeated.",
)
def command(
    plan: str | None,
    db: Path | None,
    listed: bool,
    dry_run: bool,
    seed: int | None,
    headless: bool,
    as_json: bool,
    report: Path | None,
    allow_target: tuple[str, ...],
) -> None:
    """Run a plan: visitors, acts, places to watch; PLAN is a TOML file or the name of one listed.

    Begun again after any stop, it goes on where it was. It ends with a table of every comparison.
    """
    from companion.audit.forecast import BEFORE, forecast
    from companion.audit.library import found
    from companion.audit.read import load

    if listed or plan is None:
        _list()
        return
    path = found(plan)
    read = load(path, seed)
    if dry_run:
        for line in forecast(read):
            click.echo(line)
        return
    if read.world is None:
        tell(BEFORE)
    else:
        tell("made-up data: these sites, people and prices do not exist")
    _run(read, db or _default(path), headless=headless, targets=allow_target)
    _show(read, db or _default(path), as_json=as_json, report=report)


def _list() -> None:
    from companion.audit.library import plans

    for path, plan in plans():
        click.echo(f"{path.stem}: {plan.title}\n    {plan.question}\n    {path}")
    click.echo("companion audit NAME --dry-run says what one does")


def _default(plan: Path) -> Path:
    from companion.settings import default_db

    return default_db().with_name("audits") / f"{plan.stem}.db"


def _run(plan: "Plan", db: Path, *, headless: bool, targets: tuple[str, ...]) -> None:
    from companion.audit.run import Told, prepare, run
    from companion.audit.run import left as still_to_do
    from companion.audit.seat import Setting, browser
    from companion.cli._demo import has_display
    from companion.settings import data_folder
    from companion.store.open import open_store

    place = db.absolute()
    with open_store(place) as store:
        prepare(store, place, plan)
        todo = len(still_to_do(store))
    if not todo:
        tell(f"every visit is done: {place}")
        return
    setting = Setting(
        folder=data_folder(place),
        program=browser(),
        headless=headless or not has_display(),
        pace=plan.pace,
        allow_targets=targets,
    )
    with click.progressbar(length=todo, label="visits", file=sys.stderr) as bar:
        run(plan, place, setting, Told(step=bar.update, say=lambda line: tell(f"\n{line}")))


def _show(plan: "Plan", db: Path, *, as_json: bool, report: Path | None) -> None:
    import json

    from companion.audit.page import render
    from companion.audit.results import results
    from companion.audit.shown import document, table
    from companion.report.file import writing
    from companion.store.open import open_store

    with open_store(db.absolute()) as store:
        found = results(store, plan)
        if report:
            with writing(report) as target:
                target.write(render(store, plan, found))
    if as_json:
        click.echo(json.dumps(document(plan, found), indent=1))
    else:
        for line in table(found):
            click.echo(line)
    if report:
        tell(report.absolute().as_uri())
    tell(f"everything it rests on: companion export --db {db}")
