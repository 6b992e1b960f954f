"""Options for what lies behind the proxy, and for asking again: shared by watch and probe."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

type Words = tuple[str, ...]

LEAST_GAP = 11
"""Minutes between two rounds at one surface; less is for servers of one's own."""


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


def sites(_ctx: click.Context, _parameter: click.Parameter, value: Words) -> Words:
    """Hosts or registrable domains as the person wrote them, in lower case."""
    for site in value:
        if not re.fullmatch(r"[^\s/:@\"']+", site):
            raise click.BadParameter(f"{site!r} is no site, such as news.example")
    return tuple(site.lower() for site in value)


def behind(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--allow-target`, `--upstream`, `--upstream-ca`."""
    for option in (
        click.option(
            "--upstream-ca",
            type=click.Path(path_type=Path, exists=True, dir_okay=False, readable=True),
            callback=_authority,
            help="Authority (PEM) that the servers behind it are signed by.",
        ),
        click.option(
            "--upstream",
            default="",
            callback=_upstream,
            help="URL of a further proxy behind this one.",
        ),
        click.option(
            "--allow-target",
            multiple=True,
            metavar="HOST:PORT",
            callback=_targets,
            help="A private or loopback server of your own; may be repeated.",
        ),
    ):
        command = option(command)
    return command


def twins(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--twins`, `--self-copies`, `--gap`."""
    for option in (
        click.option(
            "--gap",
            type=click.IntRange(LEAST_GAP),
            default=LEAST_GAP,
            help="Minutes between two rounds at one sort of page.",
        ),
        click.option(
            "--self-copies",
            multiple=True,
            metavar="SITE",
            callback=sites,
            help="Ask a site again in your name too; trains what it thinks of you.",
        ),
        click.option(
            "--twins",
            multiple=True,
            metavar="SITE",
            callback=sites,
            help="Ask a site again as two strangers, to compare; may be repeated.",
        ),
    ):
        command = option(command)
    return command
