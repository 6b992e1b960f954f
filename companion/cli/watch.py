"""`companion watch`: proxy, analyzer, browser and screen on live traffic."""

from pathlib import Path

import click

from companion.cli._behind import behind, twins
from companion.cli._options import db_option, tell


@click.command()
@db_option
@click.option("--no-browser", is_flag=True, help="Do not start a browser.")
@click.option("--headless", is_flag=True, help="Record only: no screen and no browser.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Proxy port; 0: a free one.")
@behind
@twins
def command(
    db: Path,
    no_browser: bool,
    headless: bool,
    port: int,
    allow_target: tuple[str, ...],
    upstream: str,
    upstream_ca: Path | None,
    twins: tuple[str, ...],
    self_copies: tuple[str, ...],
    gap: int,
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
        twins=twins,
        self_copies=self_copies,
        twin_gap=gap * 60,
    )
    if headless:
        record(options, _announce, tell)
    else:
        watch(options, _announce, tell, with_browser=not no_browser)


def _announce(line: str) -> None:
    click.echo(line)
    tell("recording; Ctrl-C ends it")
