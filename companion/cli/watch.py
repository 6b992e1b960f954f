"""`companion watch`: proxy, analyzer, browser and screen on live traffic."""

import re
from pathlib import Path

import click

from companion.cli._options import db_option, tell

type Words = tuple[str, ...]


def _targets(_ctx: click.Context, _parameter: click.Parameter, value: Words) -> Words:
    for target in value:
        host, _, port = target.rpartition(":")
        if not (host and port.isdecimal() and 0 < int(port) < 65536):
            raise click.BadParameter(f"{target!r} is not HOST:PORT, such as 127.0.0.1:8080")
    return value


def _upstream(_ctx: click.Context, _parameter: click.Parameter, value: str) -> str:
    if value and not re.fullmatch(r"https?://[^/@\s]+:\d{1,5}/?", value):
        raise click.BadParameter(f"{value!r} is no proxy URL, such as http://127.0.0.1:3128")
    return value


def _authority(_ctx: click.Context, _parameter: click.Parameter, value: Path | None) -> Path | None:
    if value and b"-----BEGIN CERTIFICATE-----" not in value.read_bytes():
        raise click.BadParameter(f"{value} is no certificate in PEM form")
    return value and value.absolute()


@click.command()
@db_option
@click.option("--no-browser", is_flag=True, help="Do not start a browser.")
@click.option("--headless", is_flag=True, help="Record only: no screen and no browser.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Proxy port; 0: a free one.")
@click.option(
    "--allow-target",
    multiple=True,
    metavar="HOST:PORT",
    callback=_targets,
    help="A private or loopback server of your own; may be repeated.",
)
@click.option(
    "--upstream", default="", callback=_upstream, help="URL of a further proxy behind this one."
)
@click.option(
    "--upstream-ca",
    type=click.Path(path_type=Path, exists=True, dir_okay=False, readable=True),
    callback=_authority,
    help="Authority (PEM) that the servers behind it are signed by.",
)
def command(
    db: Path,
    no_browser: bool,
    headless: bool,
    port: int,
    allow_target: tuple[str, ...],
    upstream: str,
    upstream_ca: Path | None,
) -> None:
    """Record live traffic and show what is found, until you close the screen or press Ctrl-C."""
    from companion.live.proxy import ProxyOptions
    from companion.live.watch import record, watch
    from companion.settings import data_folder

    options = ProxyOptions(
        store=db,
        folder=data_folder(db),
        port=port,
        allow_targets=allow_target,
        upstream=upstream,
        upstream_ca=upstream_ca,
    )
    if headless:
        record(options, _announce, tell)
    else:
        watch(options, _announce, tell, with_browser=not no_browser)


def _announce(line: str) -> None:
    click.echo(line)
    tell("recording; Ctrl-C ends it")
