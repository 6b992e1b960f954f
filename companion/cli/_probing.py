"""Asking as strangers, round after round, and what is told of it."""

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import click

from companion.cli._asked import answered, planned
from companion.cli._document import Json, array, current
from companion.cli._listing import write
from companion.cli._options import tell
from companion.decode.hosts import site_of
from companion.errors import CompanionError
from companion.live.probe import Asked, Wanted, default_headers
from companion.live.probe import ask as ask_once
from companion.live.proxy import ProxyOptions
from companion.report.plain import plain
from companion.settings import load
from companion.store import exchanges, progress, rounds
from companion.store.open import Database

SHOWN = 20
WHY_POSSIBLE = (
    "no claim yet: what you got was recorded earlier, not within the same minute, so a difference"
    " is at most possible; companion watch --twins SITE makes rounds with you in them"
)

type Urls = tuple[str, ...]


class Rounds(NamedTuple):
    """How many rounds, how many minutes apart, and whether to keep what came to ourselves."""

    many: int
    pause: int
    quiet: bool


def ask(options: ProxyOptions, urls: Urls, how: Rounds) -> None:
    """Ask for addresses and show what came, each time.

    Raises:
        CompanionError: at some address nothing could be asked for.
    """
    wanted, options = _prepared(options, urls)
    asked: list[Asked] = []
    for number in range(how.many):
        if number:
            _wait(how.pause * 60, f"until round {number + 1} of {how.many}")
        tell(f"round {number + 1} of {how.many}: asking as two strangers")
        asked = ask_once(options, wanted)
        if not how.quiet:
            _show(options.store, asked)
        if all(one.why for one in asked):
            break
    _raise(asked)


def show_plan(options: ProxyOptions, urls: Urls) -> None:
    """Show to the letter what would be sent."""
    wanted, options = _prepared(options, urls)
    asked = ask_once(options, wanted, dry=True)
    click.echo("\n".join(line for one in asked for line in planned(one)))
    tell("nothing was sent")
    _raise(asked)


def write_tests(db: Path, urls: Urls, output: Path | None) -> None:
    """Print the tests of the sites of addresses as in the export, or write them as CSV."""
    sites = dict.fromkeys(map(site_of, urls))
    with current(db) as store:
        rows: list[Json] = [row for site in sites for row in array(store, "tests", site=site)]
    write("tests", rows, output)


def status(db: Path) -> None:
    """What is switched on, and what was asked so far."""
    settings = load(db.with_name(db.name + ".d") / "settings.toml")
    with current(db) as store:
        lines = [*_status(store, settings.twins, settings.self_copies)]
    click.echo("\n".join(lines))


def _status(store: Database, twins: Urls, again: Urls) -> Iterator[str]:
    yield f"asked as strangers while you browse: {', '.join(twins) or 'no site'}"
    yield f"asked again in your name: {', '.join(again) or 'no site'}"
    found = rounds.copies(store)
    yield f"strangers: {found.strangers}; sent in your name: {found.mine}"
    yield from (f"  missing {n}: {plain(why)}" for why, n in found.missing.items())
    for name, n in progress.counters(store).items():
        what, _, host = name.partition(" ")
        if what == "unsent":
            yield f"  not sent to {plain(host)}: {n}"
        elif what == "copies-refused":
            yield f"  {plain(host)} refused, and was left alone for a day: {n} times"
    for one in rounds.latest(store, SHOWN):
        yield f"{one.seen_at:%Y-%m-%d %H:%M} {one.round.rpartition('/')[2]} {plain(one.url)}"
        yield from (f"    {plain(note)}" for note in one.notes)


def _prepared(options: ProxyOptions, urls: Urls) -> tuple[list[Wanted], ProxyOptions]:
    settings = load(options.folder / "settings.toml")
    with current(options.store) as store:
        made_up = exchanges.has_demo(store) and exchanges.all_demo(store)
        wanted = [_wanted(store, url, settings.language) for url in urls]
    return wanted, replace(options, origin="demo") if made_up else options


def _wanted(store: Database, url: str, language: str) -> Wanted:
    """An address as the person's browser asked for it last."""
    mine = rounds.newest(store, url, site_of(url))
    if mine is None:
        return Wanted(url, default_headers(language))
    return Wanted(url, mine.request.headers, mine.response.media_type, mine.page or "")


def _show(db: Path, asked: list[Asked]) -> None:
    with current(db) as store:
        mine = [rounds.newest(store, one.url, site_of(one.url)) for one in asked]
        for one, own in zip(asked, mine, strict=True):
            click.echo("\n".join(answered(store, one, own)))
    if any(mine):
        click.echo(WHY_POSSIBLE)


def _wait(seconds: int, label: str) -> None:
    with click.progressbar(range(seconds), label=label) as bar:
        for _ in bar:
            time.sleep(1)


def _raise(asked: list[Asked]) -> None:
    if refused := [one for one in asked if one.why]:
        first = refused[0]
        raise CompanionError(
            f"{plain(first.url)} is not asked for: {plain(first.why)}"
            + (f" (and {len(refused) - 1} more)" if refused[1:] else "")
        )
