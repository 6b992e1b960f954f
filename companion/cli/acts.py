"""`companion acts`: what you did, and whose idea it was."""

import sys
from pathlib import Path
from typing import Any

import click

from companion.cli._listing import show
from companion.cli._options import filters

_COLUMNS = (("kind", 7), ("cause", 10), ("site", 24), ("context", 12), ("text", 80))
_WEEKS = (("site", 34), ("week", 12), ("own", 6), ("suggested", 9), ("unknown", 9))


@click.command()
@filters
@click.option(
    "--weeks",
    is_flag=True,
    help="Count by site and week whose idea it was: own, suggested, unknown.",
)
def command(weeks: bool, **given: Any) -> None:
    """What you did, and whose idea it was; `companion why ID` shows the loop an act closes."""
    if not weeks:
        show("acts", _COLUMNS, **given)
        return
    if given["form"] == "csv" or given["kind"]:
        raise click.UsageError("--weeks goes with --site, --since and --json")
    rows = _counted(given["db"], given["site"], given["since"])
    if given["form"] == "json":
        from companion.report.json import write_array

        write_array(rows, sys.stdout)
        click.echo()
        return
    from companion.cli._listing import table

    click.echo("\n".join(table(rows, _WEEKS)))


def _counted(db: Path, site: str | None, since: Any) -> list[dict[str, Any]]:
    from companion.cli._document import current
    from companion.store import acts

    with current(db) as store:
        return [
            {
                "site": it.site,
                "week": it.begins,
                "own": it.own,
                "suggested": it.suggested,
                "unknown": it.unknown,
            }
            for it in acts.weeks(store, site=site, since=since)
        ]
