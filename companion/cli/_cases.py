"""What becomes of a case: replies, its end, the calendar; and the shield."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from companion.cli._options import db_option, tell

if TYPE_CHECKING:
    from companion.contest.letter import Letter
    from companion.model import Contest

as_json_option = click.option("--json", "as_json", is_flag=True, help="As JSON.")


@click.command()
@click.argument("case")
@click.argument("what")
@db_option
@as_json_option
def reply(case: str, what: str, db: Path, as_json: bool) -> None:
    """Keep an answer with its case: a text FILE, or the words themselves."""
    from companion.cli._contest import Desk

    now = datetime.now(UTC)
    with Desk(db) as desk:
        kept = desk.reply(case, _text(what), now)
        steps = desk.next_steps(case, now)
    if as_json:
        show(kept)
        return
    click.echo(f"companion: case {kept.id} is {kept.state}")
    for step in steps:
        click.echo(f"    next: {step.words}{f'   [{step.route}]' if step.route else ''}")


@click.command()
@click.argument("case")
@click.option("--note", default="", help="Why, in your words.")
@db_option
@as_json_option
def close(case: str, note: str, db: Path, as_json: bool) -> None:
    """End a case; its measurements and replies stay."""
    from companion.cli._contest import Desk

    with Desk(db) as desk:
        kept = desk.move(case, "closed", note, datetime.now(UTC))
    if as_json:
        show(kept)
    else:
        click.echo(f"companion: case {kept.id} is closed")


@click.command("next")
@click.argument("case")
@db_option
@as_json_option
def next_(case: str, db: Path, as_json: bool) -> None:
    """What you can do next about a case, and whom to turn to."""
    import json
    from dataclasses import asdict

    from companion.cli._contest import Desk
    from companion.report.plain import plain

    with Desk(db) as desk:
        steps = desk.next_steps(case, datetime.now(UTC))
    if as_json:
        click.echo(json.dumps([asdict(step) for step in steps], indent=2))
        return
    for step in steps:
        click.echo(f"{plain(step.words)}{f'   [{step.route}]' if step.route else ''}")
        for it in step.addresses:
            where = ", ".join(filter(None, (it.email, it.webform or it.web)))
            click.echo(f"    {plain(it.to)}: {plain(where)}")


@click.command()
@db_option
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False))
@as_json_option
def calendar(db: Path, output: Path | None, as_json: bool) -> None:
    """Write an iCalendar file: days the law sets, courtesy dates, when to measure again."""
    import json
    from dataclasses import asdict

    from companion.cli._contest import Desk
    from companion.contest.calendar import calendar as written
    from companion.errors import UnreadableInput

    now = datetime.now(UTC)
    with Desk(db) as desk:
        entries = desk.entries(now)
    if as_json:
        click.echo(json.dumps([asdict(it) for it in entries], indent=2, default=str))
    if output is None:
        if not as_json:
            raise UnreadableInput("say where to: companion contest calendar -o FILE.ics")
        return
    try:
        output.touch(mode=0o600)
        output.write_bytes(written(entries, now))
    except OSError as error:
        raise UnreadableInput(f"{output} can't be written ({error.strerror})") from error
    if not as_json:
        click.echo(f"companion: {output} ({len(entries)} days)")


@click.group(invoke_without_command=True)
@click.pass_context
def shield(ctx: click.Context) -> None:
    """What is held back on the way out, by your choice; off unless you switch it on."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


@shield.command()
@click.argument("kind", type=click.Choice(["gpc", "withhold", "block"]))
@click.argument("of")
@click.option("--name", default="", help="For withhold: the cookie or parameter.")
@db_option
def on(kind: str, of: str, name: str, db: Path) -> None:
    """Send Sec-GPC: 1, withhold a value, or block: for a site or party. Holds at once."""
    from companion.cli._contest import Desk
    from companion.contest.shield import Action, ActionKind

    wanted = Action(kind=ActionKind(kind), of=of.lower(), name=name, since=datetime.now(UTC))
    with Desk(db) as desk:
        desk.shield_on(wanted)
    click.echo(f"companion: on: {wanted.words}; nothing is measured there meanwhile")


@shield.command()
@click.argument("of", default="")
@db_option
def off(of: str, db: Path) -> None:
    """Switch off what is about a site or party, or everything."""
    from companion.cli._contest import Desk

    with Desk(db) as desk:
        count = desk.shield_off(of.lower(), datetime.now(UTC))
    click.echo(f"companion: {count} switched off")


@shield.command("list")
@db_option
@as_json_option
def list_(db: Path, as_json: bool) -> None:
    """What is on, what was, and how often each changed a request."""
    import json
    from dataclasses import asdict

    from companion.cli._contest import Desk
    from companion.report.plain import plain

    with Desk(db) as desk:
        actions = [(it, desk.uses(it)) for it in desk.shields()]
    if as_json:
        rows = [asdict(it) | {"uses": uses} for it, uses in actions]
        click.echo(json.dumps(rows, indent=2, default=str))
        return
    if not actions:
        tell("nothing is held back")
    for it, uses in actions:
        state = f"on since {it.since:%F %H:%M}" if it.until is None else f"off {it.until:%F %H:%M}"
        click.echo(f"{state:22} {plain(it.words)}  ({uses} times)")


def _text(what: str) -> str:
    from companion.errors import UnreadableInput

    path = Path(what)
    try:
        return path.read_text("utf-8") if path.is_file() else what
    except (OSError, UnicodeDecodeError) as error:
        if isinstance(error, OSError) and error.strerror == "File name too long":
            return what
        raise UnreadableInput(f"{path} is no text that can be read: save it as text") from error


def show(case: "Contest") -> None:
    """Print a case as the export has it."""
    import json

    from companion.report.document import contest

    click.echo(json.dumps(contest(case), indent=2))


def letter(written: "Letter") -> str:
    """A letter as JSON: to whom, about what, its text, its exhibits."""
    import json
    from dataclasses import asdict

    names = ("kind", "language", "to", "subject", "date")
    told = {name: getattr(written, name) for name in names}
    exhibits = [asdict(it) for it in written.exhibits]
    return json.dumps(told | {"text": written.text(), "exhibits": exhibits}, indent=2, default=str)
