"""`companion` alone: three questions at the first start, then everything at once."""

from dataclasses import replace

import click

from companion.settings import Settings, data_folder, default_db, dump, load


def first_start() -> None:
    """Ask what is not known yet, then record and show, or play the demo."""
    db = default_db()
    place = data_folder(db) / "settings.toml"
    settings = load(place)
    if not settings.start:
        settings = _ask(settings)
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        place.touch(mode=0o600)
        place.write_text(dump(settings), "utf-8")
        click.echo(f"Kept in {place}; edit or delete it to be asked again.\n")
    _go(settings)


def _ask(settings: Settings) -> Settings:
    click.echo("Companion shows how the web personalizes itself around you. Three questions:\n")
    country = click.prompt(
        "1. Which country do you live in? (two letters such as DE; it decides your rights)",
        value_proc=_country,
    )
    scope = click.prompt(
        "2. Look into every site, or only into the sites you name?",
        type=click.Choice(["all", "named"]),
        default="all",
    )
    inspect: tuple[str, ...] = ()
    if scope == "named":
        named = click.prompt("   Which sites? (separated by spaces)")
        inspect = tuple(named.lower().split())
    start = click.prompt(
        "3. Begin with the demo (made-up sites, no internet) or live?",
        type=click.Choice(["demo", "live"]),
        default="demo",
    )
    return replace(settings, country=country, scope=scope, inspect=inspect, start=start)


def _country(text: str) -> str:
    code = text.strip().upper()
    if len(code) != 2 or not code.isascii() or not code.isalpha():
        raise click.BadParameter("write the two letters of a country, such as DE, FR, GB or US")
    return code


def _go(settings: Settings) -> None:
    from companion.cli.demo import command as demo
    from companion.cli.watch import command as watch

    chosen = demo if settings.start == "demo" else watch
    chosen.main([], standalone_mode=False)
