"""`companion seeds`: the person's own data to watch for; never shown again whole."""

from pathlib import Path

import click

from companion.cli._options import db_option, tell


@click.group()
def command() -> None:
    """Your own data to watch for: e-mail, phone, name, postcode, street, birthdate, any word."""


@command.command("add")
@click.argument("seed", metavar="FIELD[=VALUE]")
@db_option
def add(seed: str, db: Path) -> None:
    """Watch for a value, from now on and in what is already kept; asks for it when left out."""
    from companion.intake.amend import add_seeds
    from companion.redact.seeds import parse
    from companion.store import exchanges
    from companion.store.open import open_store

    field, equals, value = seed.partition("=")
    if not equals:
        value = click.prompt(f"{field} (not shown)", hide_input=True)
    given = parse(f"{field}={value}")
    with open_store(db) as store:
        total = exchanges.count(store)
        with click.progressbar(length=total, label="looking again") as bar:
            changed = add_seeds(store, db, list(given), bar.update)
    click.echo(f"companion: watching for {field}; {changed} kept exchanges were redacted")


@command.command("list")
@db_option
def list_(db: Path) -> None:
    """Show field, length and the last two characters of each."""
    from companion.redact import seeds
    from companion.redact.key import store_key
    from companion.settings import data_folder

    folder = data_folder(db)
    held = seeds.load(folder, store_key(folder))
    if not held:
        tell("nothing to watch for yet: companion seeds add email asks for yours")
    for one in held:
        click.echo(f"{one.field:12} {len(one.value):3} characters, ends in {one.value[-2:]}")


@command.command("remove")
@click.argument("field")
@db_option
def remove(field: str, db: Path) -> None:
    """Stop watching for every value of a field; what was redacted stays redacted."""
    from companion.redact import seeds
    from companion.redact.key import store_key
    from companion.settings import data_folder

    folder = data_folder(db)
    gone = seeds.remove(folder, store_key(folder), field)
    click.echo(f"companion: {gone} value{'' if gone == 1 else 's'} of {field} removed")
    if not gone:
        raise click.exceptions.Exit(1)
