"""`companion probe`: what a stranger gets, with a second stranger as the noise."""

from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import click

from companion.cli._behind import LEAST_GAP, Words, behind, sites
from companion.cli._options import db_option, tell


def _urls(_ctx: click.Context, _parameter: click.Parameter, value: Words) -> Words:
    for url in value:
        try:
            parts = urlsplit(url)
            good = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
        except ValueError:
            good = False
        if not good or any(c <= " " or c == "\x7f" for c in url):
            raise click.BadParameter(f"{url!r} is no web address, such as https://news.example/")
    return tuple(url.partition("#")[0] for url in value)


@click.command()
@click.argument("urls", nargs=-1, metavar="URL…", callback=_urls)
@db_option
@click.option("--rounds", type=click.IntRange(1, 100), default=1, help="How often; default: once.")
@click.option("--gap", type=click.IntRange(0), help="Minutes between two rounds; at least 11.")
@click.option(
    "--dry-run", is_flag=True, help="Show to the letter what would be sent; send nothing."
)
@click.option(
    "--site", "on", multiple=True, callback=sites, help="From now on, ask a site so as you browse."
)
@click.option("--off", multiple=True, callback=sites, help="No longer ask a site so.")
@click.option("--json", "form", flag_value="json", help="Print the tests as in the export.")
@click.option("--csv", "form", flag_value="csv", help="Write the tests as CSV (with -o DIR).")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Folder for --csv.")
@behind
def command(
    urls: Words,
    db: Path,
    rounds: int,
    gap: int | None,
    dry_run: bool,
    on: Words,
    off: Words,
    form: str | None,
    output: Path | None,
    allow_target: Words,
    upstream: str,
    upstream_ca: Path | None,
) -> None:
    """Ask for addresses as two strangers would, and compare with what you got there last.

    Strangers send no cookie that identifies; a round is two of them within one minute. Your own
    list was recorded earlier, so what differs is at most possible: a list of yours within the
    same minute takes `companion watch --twins SITE`. Without URL: what was asked so far.
    """
    from companion.cli import _probing
    from companion.live.proxy import ProxyOptions
    from companion.settings import data_folder

    if form == "csv" and output is None:
        raise click.UsageError("--csv writes a file: name a folder for it with -o DIR")
    pause = _gap(urls, gap, allow_target)
    _switch(data_folder(db) / "settings.toml", on, off)
    options = ProxyOptions(
        store=db,
        folder=data_folder(db),
        allow_targets=allow_target,
        upstream=upstream,
        upstream_ca=upstream_ca,
        twin_gap=max(0, pause * 60 - 5),  # the next round is not to miss it by a breath
    )
    if not urls:
        if not (on or off):
            _probing.status(db)
    elif dry_run:
        _probing.show_plan(options, urls)
    else:
        _probing.ask(options, urls, _probing.Rounds(rounds, pause, quiet=form is not None))
        if form:
            _probing.write_tests(db, urls, output if form == "csv" else None)


def _gap(urls: Words, gap: int | None, allowed: Words) -> int:
    """Minutes between two rounds: servers of one's own need none."""
    from companion.compare.repeat import is_own_web

    parts = [urlsplit(url) for url in urls]
    own = all(
        is_own_web(it.hostname or "") or f"{it.hostname}:{it.port}" in allowed for it in parts
    )
    if gap is not None and gap < LEAST_GAP and not own:
        raise click.UsageError(f"--gap is at least {LEAST_GAP} minutes: sites remember for ten")
    if gap is None:
        return 0 if own else LEAST_GAP
    return gap


def _switch(path: Path, on: Words, off: Words) -> None:
    """Keep which sites are asked as the person browses."""
    from companion.settings import load, save

    if not (on or off):
        return
    settings = load(path)
    twins = dict.fromkeys([*(site for site in settings.twins if site not in off), *on])
    again = tuple(site for site in settings.self_copies if site not in off)
    save(path, replace(settings, twins=tuple(twins), self_copies=again))
    for site in on:
        tell(f"while you browse {site} it is asked as two strangers too; --off {site} ends that")
    for site in off:
        tell(f"{site} is no longer asked as strangers")
