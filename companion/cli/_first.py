"""`companion` alone: three questions at the first start, then everything at once."""

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlsplit

import click

from companion.cli._options import unlock
from companion.settings import Settings, data_folder, default_db, load, save

_MEANT = {"UK": "GB"}


def first_start() -> None:
    """Ask what is not known yet, then record and show, or play the demo."""
    db = default_db()
    unlock(db)
    place = data_folder(db) / "settings.toml"
    settings = load(place)
    if not settings.start:
        settings = _ask(settings)
        save(place, settings)
        click.echo(f"Kept in {place}; edit or delete it to be asked again.\n")
    _go(settings)


def _ask(settings: Settings) -> Settings:
    click.echo("Companion shows how the web personalizes itself around you. Three questions:\n")
    country = click.prompt(
        "1. Which country do you live in? (two letters such as DE; it decides your rights)",
        value_proc=_country,
    )
    scope = click.prompt(
        "2. Look into every site, or only into the sites you name? (all, named)",
        value_proc=_one_of("all", "named"),
        default="all",
    )
    inspect: tuple[str, ...] = ()
    if scope == "named":
        click.echo("   What other companies get to know on them is not seen unless you name those.")
        inspect = click.prompt("   Which sites? (separated by spaces)", value_proc=_sites)
    start = click.prompt(
        "3. Begin with the demo (made-up sites, no internet) or live? (demo, live)",
        value_proc=_one_of("demo", "live"),
        default="demo",
    )
    return replace(settings, country=country, scope=scope, inspect=inspect, start=start)


def _country(text: str) -> str:
    code = text.strip().upper()
    if len(code) != 2 or not code.isascii() or not code.isalpha():
        raise click.BadParameter("write the two letters of a country, such as DE, FR, GB or US")
    return _MEANT.get(code, code)


def _one_of(*words: str) -> Callable[[str], str]:
    """One of some words, or how it begins."""

    def chosen(text: str) -> str:
        begun = text.strip().lower()
        found = [word for word in words if begun and word.startswith(begun)]
        if len(found) != 1:
            raise click.BadParameter(f"write {' or '.join(words)}")
        return found[0]

    return chosen


def _sites(text: str) -> tuple[str, ...]:
    """Hosts, also where whole addresses were pasted."""
    hosts = tuple(dict.fromkeys(_host(word) for word in text.replace(",", " ").split()))
    if not hosts:
        raise click.BadParameter("name at least one, such as news.example")
    return hosts


def _host(word: str) -> str:
    """The host of an address as it goes over the wire."""
    try:
        host = urlsplit(word if "//" in word else f"//{word}").hostname or ""
        host = host.removeprefix("www.").strip(".").encode("idna").decode()
    except ValueError:
        host = ""
    if "." not in host:
        raise click.BadParameter(
            f"{word} is no site: write it as it stands above a page, such as news.example"
        )
    return host


def _go(settings: Settings) -> None:
    from companion.cli.demo import command as demo
    from companion.cli.watch import command as watch

    chosen = demo if settings.start == "demo" else watch
    chosen.main([], standalone_mode=False)
