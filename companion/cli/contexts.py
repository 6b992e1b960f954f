"""`companion contexts`: the parts of life that your sites belong to, and your own word on them."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from companion.cli._listing import show
from companion.cli._options import db_option, filters

if TYPE_CHECKING:
    from companion.intake.words import Word

_COLUMNS = (("name", 16), ("sensitive", 9), ("sites", 90))


@click.group(invoke_without_command=True)
@filters
@click.pass_context
def command(ctx: click.Context, /, **given: Any) -> None:
    """The parts of life that your sites belong to; your own word on a site or a time wins.

    A part of life is one of those listed, or casual, research, private, or a name of your own.
    """
    if ctx.invoked_subcommand is None:
        show("contexts", _COLUMNS, **given)


@command.command("mark")
@click.argument("name")
@click.option("--site", default="", help="This site: for good, or in the time that you name.")
@click.option("--now", "which", flag_value="now", help="The page you are on, until now.")
@click.option("--last", type=click.IntRange(1, 1440), metavar="MINUTES", help="The last minutes.")
@click.option("--next", "coming", type=click.IntRange(1, 1440), metavar="MINUTES")
@db_option
def mark(
    name: str, site: str, which: str | None, last: int | None, coming: int | None, db: Path
) -> None:
    """Say which part of life a site belongs to, or a time; without both: the last 30 minutes."""
    from companion.cli._document import current
    from companion.intake import words

    if sum(it is not None for it in (which, last, coming)) > 1:
        raise click.UsageError("name one time: --now, --last or --next")
    site = _site(site)
    now = datetime.now(UTC)
    with current(db) as store:
        if site and not (which or last or coming):
            _told(words.mark_site(store, site, name))
            return
        window = (now - timedelta(minutes=last or 30), now)
        if coming:
            window = (now, now + timedelta(minutes=coming))
        elif which:
            window = words.this_page(store, now)
        _told(words.mark_time(store, name, window, now, site))


@command.command("marks")
@db_option
def marks_(db: Path) -> None:
    """Your own words, each with what takes it back."""
    from companion.cli._document import current
    from companion.report.plain import plain
    from companion.store import marks, moments

    with current(db) as store:
        for site, context in marks.all_marks(store).items():
            click.echo(f"{plain(site, 40):40}  {plain(context, 40)}")
        for it in moments.each(store):
            where = plain(it.site, 40) if it.site else "everything"
            span = f"{it.begins:%Y-%m-%d %H:%M} to {it.ends:%H:%M} UTC"
            click.echo(f"{it.number:<6} {where:33}  {plain(it.context, 40)}  {span}")


@command.command("unmark")
@click.argument("which", metavar="SITE|NUMBER")
@db_option
def unmark(which: str, db: Path) -> None:
    """Take your word on a site or a time back; what the table and the titles say holds again."""
    from companion.cli._document import current
    from companion.intake import words

    with current(db) as store:
        if which.isdigit():
            changed = words.unmark_time(store, int(which))
        else:
            changed = words.unmark_site(store, _site(which))
    click.echo(f"companion: taken back; {changed:,} exchanges belong to another part of life now")


@command.command("agree")
@click.argument("topic", required=False)
@db_option
def agree(topic: str | None, db: Path) -> None:
    """Have a sensitive topic of what you read and get kept; without a topic: what you agreed to.

    That a well-known site belongs to that part of life is kept then, too.
    """
    from companion.cli._document import current
    from companion.intake import words
    from companion.store import topics
    from companion.topics.table import sensitive

    with current(db) as store:
        if topic is None:
            kept = topics.agreed(store)
            for name in sensitive():
                click.echo(f"{name:16}  {'kept' if name in kept else 'not kept'}")
            return
        words.agree(store, topic, datetime.now(UTC))
    click.echo(f"companion: {topic} is kept from now on, on this machine alone")
    click.echo("           companion analyze tells it of what is recorded already")


@command.command("disagree")
@click.argument("topic")
@db_option
def disagree(topic: str, db: Path) -> None:
    """Have a sensitive topic kept no longer, and taken out of what is recorded."""
    from companion import pipeline
    from companion.cli._document import current
    from companion.intake import words

    with current(db) as store:
        words.disagree(store, topic)
        journey = pipeline.start(store, db)
        while journey.label():
            pass
        journey.judge()
    click.echo(f"companion: {topic} is not kept any more")


def _site(name: str) -> str:
    from companion.decode.hosts import registrable

    return registrable(name.lower()) if name else ""


def _told(word: "Word") -> None:
    what = word.site or "that time"
    back = word.site or (word.moment and word.moment.number)
    click.echo(
        f"companion: {what} belongs to {word.context} ({word.changed:,} exchanges changed);"
        f" companion contexts unmark {back} takes it back"
    )
