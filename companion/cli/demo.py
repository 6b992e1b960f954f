"""`companion demo`: the small web, lived by a scripted person through the real proxy."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from companion.smallweb.truth import Comparison


@click.command()
@click.option(
    "--db",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The demo's own store; default: demo.db in your data folder. It is begun afresh.",
)
@click.option("--headless", is_flag=True, help="No screen: print a summary and exit.")
@click.option(
    "--dials",
    type=click.Path(path_type=Path, dir_okay=False),
    help="How strongly each harm happens, 0 to 1 (TOML).",
)
@click.option("--seed", type=int, default=0, help="Chooses what is picked by chance.")
@click.option("--truth", is_flag=True, help="Hold the findings against what was planted.")
def command(db: Path | None, headless: bool, dials: Path | None, seed: int, truth: bool) -> None:
    """Made-up sites that personalize for real, on this machine alone, and what they infer.

    A visible part in a real browser, then twelve weeks lived at speed. No internet is needed.
    """
    from companion.cli._demo import Demo
    from companion.settings import default_db

    place = (db or default_db().with_name("demo.db")).absolute()
    demo = Demo(place, dials=dials, seed=seed, seen=not headless)
    if headless or truth:
        click.echo("made-up data: these sites, people and prices do not exist")
        with click.progressbar(length=demo.days, label="living twelve weeks") as bar:
            demo.run(bar.update, lambda line: click.echo(f"\n{line}"))
        _summary(place)
    else:
        click.echo("starting a small web on this machine, a proxy and a browser (made-up data)")
        demo.show()
        click.echo(f"Look again: companion open --db {place}")
    if truth and not _truth(demo.truth()):
        raise click.exceptions.Exit(1)


def _summary(place: Path) -> None:
    from companion.report.priorities import folded, headlines
    from companion.store import exchanges, findings
    from companion.store.open import open_store

    with open_store(place, readonly=True) as store:
        found = list(findings.each(store))
        mine = exchanges.own(store)
        copies = exchanges.count(store) - mine
        click.echo(f"{mine} exchanges recorded, {copies} more as strangers to compare with")
        click.echo(f"{len(found)} findings. First:")
    shown = headlines(found)
    for one in shown:
        click.echo(f"  [{one.confidence.value}, severity {int(one.severity)}] {one.title}")
    for party, count in folded(found, shown):
        click.echo(f"  and {count} more about {party}")
    click.echo(f"Look closer: companion open --db {place}")


def _truth(told: "Comparison") -> bool:
    for name in ("found", "missed", "invented", "unlooked"):
        claims = getattr(told, name)
        click.echo(f"{name}: {len(claims)}")
        for claim in claims:
            click.echo(f"  {claim.kind} on {claim.site} by {claim.party}")
    return told.holds
