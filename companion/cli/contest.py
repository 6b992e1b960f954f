"""`companion contest`: routes for a finding, letters, cases and their clocks."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import click

from companion.cli import _cases
from companion.cli._options import db_option, tell

_finding = click.argument("finding")
_route = click.option("--route", required=True, help="Id of a route, as `routes` names it.")


@click.group()
def command() -> None:
    """What you can do about a finding: routes, letters, cases and their clocks.

    Information, not advice. Companion never sends anything by itself.
    """


@command.command()
@_finding
@db_option
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def routes(finding: str, db: Path, as_json: bool) -> None:
    """The ways to contest a finding, best first: those that reveal nothing about you."""
    import json
    from dataclasses import asdict

    from companion.cli._contest import Desk
    from companion.report.plain import plain

    with Desk(db) as desk:
        found = desk.routes(finding)
    if as_json:
        click.echo(json.dumps([asdict(route) for route in found], indent=2, default=str))
        return
    for route in found:
        click.echo(f"\n{route.kind.value.upper()}  {plain(route.title)}   [{route.id}]")
        told = {
            "to": route.to,
            "link": route.link,
            "path": route.path,
            "changes": route.changes,
            "costs": route.costs,
            "takes": route.takes,
            "tells them": route.reveals,
            "rests on": "; ".join(law.name for law in route.law),
            "the law sets": route.law[0].period if route.law else "",
            "source": route.trust.words(),
        }
        for name, value in told.items():
            if value:
                click.echo(f"    {name:13}{plain(value)}")
    if not desk.country:
        tell(f'letters depend on where you live: write country = "DE", say, in {desk.settings}')


@command.command()
@_finding
@_route
@db_option
@_cases.as_json_option
def start(finding: str, route: str, db: Path, as_json: bool) -> None:
    """Take a finding along a route: a case that begins as a draft."""
    from companion.cli._contest import Desk

    with Desk(db) as desk:
        case = desk.start(finding, route, datetime.now(UTC))
    if as_json:
        _cases.show(case)
        return
    click.echo(f"companion: case {case.id} is {case.state}; `companion contest move` goes on")


@command.command()
@_finding
@_route
@db_option
@click.option("--language", default="en", help="en, de, fr or es.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "html", "mailto", "json"]),
    default="text",
)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--mail", "form", flag_value="mailto", help="As a draft in your mail program.")
@click.option("--json", "form", flag_value="json", help="As JSON: subject, parts and exhibits.")
def letter(
    finding: str, route: str, db: Path, language: str, form: str, output: Path | None
) -> None:
    """Write the letter of a route, with the evidence as numbered exhibits; you send it, or not."""
    from companion.cli._contest import Desk
    from companion.report.file import writing

    with Desk(db) as desk:
        written = desk.letter(finding, route, language, datetime.now(UTC).date())
    forms: dict[str, Callable[[], str]] = {
        "markdown": written.markdown,
        "html": written.html,
        "mailto": written.mailto,
        "json": lambda: _cases.letter(written),
    }
    text = forms.get(form, written.text)()
    if output is None:
        click.echo(text)
        if form == "mailto" and sys.stdout.isatty():
            click.launch(text)
        return
    with writing(output) as target:
        target.write(text)
    click.echo(f"companion: {output}")


@command.command("list")
@db_option
@click.option("--json", "as_json", is_flag=True, help="Print the array of the export.")
def list_(db: Path, as_json: bool) -> None:
    """Your cases: their state, and when the law wants an answer."""
    import json

    from companion.cli._contest import Desk
    from companion.report.document import contest

    now = datetime.now(UTC)
    with Desk(db) as desk:
        cases = desk.cases()
        pending = {case.id: desk.due(case, now) for case in cases}
    if as_json:
        click.echo(json.dumps([contest(case) for case in cases], indent=2))
        return
    if not cases:
        tell("no cases yet: companion contest start FINDING --route ROUTE begins one")
    for case in cases:
        due = f"answer due {case.due:%Y-%m-%d}" if case.due else "no date is set by law"
        click.echo(f"{case.id}  {case.state:14} {due:26} {case.route}")
        for name, day in pending[case.id][:1]:
            how = "is due: companion contest check " + case.id if day <= now else f"from {day:%F}"
            click.echo(f"    check {name} {how}")


@command.command()
@click.argument("case")
@click.argument("state")
@click.option("--note", default="", help="What happened, in your words.")
@db_option
@_cases.as_json_option
def move(case: str, state: str, note: str, db: Path, as_json: bool) -> None:
    """Say what became of a case: sent, acknowledged, answered or closed."""
    from companion.cli._contest import Desk

    with Desk(db) as desk:
        moved = desk.move(case, state, note, datetime.now(UTC))
    if as_json:
        _cases.show(moved)
        return
    due = f"; an answer is due by {moved.due:%Y-%m-%d}" if moved.due else ""
    click.echo(f"companion: case {moved.id} is {moved.state}{due}")


@command.command()
@click.argument("case")
@db_option
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def check(case: str, db: Path, as_json: bool) -> None:
    """Did it work? Measure again what is due, with the shield off: worked, no effect, can't tell.

    Exits with 1 when what was contested is met as before.
    """
    import json
    from dataclasses import asdict

    from companion.cli._contest import Desk

    with Desk(db) as desk:
        made = desk.check(case, datetime.now(UTC))
    if as_json:
        click.echo(json.dumps([asdict(it) for it in made], indent=2, default=str))
    else:
        for it in made:
            click.echo(f"{it.when}: {it.why}")
    if any(it.verdict == "no effect" for it in made):
        raise SystemExit(1)


for _one in (_cases.reply, _cases.close, _cases.next_, _cases.calendar, _cases.shield):
    command.add_command(_one)
