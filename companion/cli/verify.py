"""`companion verify`: whether the evidence is as it was kept."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from companion.cli._options import db_option

if TYPE_CHECKING:
    from companion.chain.verify import Verdict

_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command()
@db_option
@click.argument("bundle", required=False, type=_FILE)
@click.option("--key", type=_FILE, help="The public key you were given (evidence.pub).")
@click.option("--write", type=click.Path(path_type=Path), help="Write a bundle others can check.")
@click.option("--stamp", metavar="URL", help="Have the chain stamped by a time stamp authority.")
@click.option("--roots", type=_FILE, help="Certificates (PEM) to check time stamps against.")
@click.option("--site", help="With --write: only the exchanges on the pages of a site.")
def command(
    db: Path,
    bundle: Path | None,
    key: Path | None,
    write: Path | None,
    stamp: str | None,
    roots: Path | None,
    site: str | None,
) -> None:
    """Check the evidence chain of the store, or of a BUNDLE that somebody gave you.

    Exits with 1 and names the first exchange that was altered. With --write FILE the chain and its
    exchanges go into a bundle that can be checked without the store; those of other sites, and
    those you forgot, are in it as a commitment that tells nothing.

    With --stamp URL somebody else says when the chain stood as it does (RFC 3161): they get a
    digest that tells nothing, and the address you ask from. Nothing is asked without it.
    """
    from companion.cli import _chain, _stamps

    if bundle and write:
        raise click.UsageError("a bundle is checked, or one is written: not both")
    if stamp and (bundle or write):
        raise click.UsageError("the store is stamped by itself: first --stamp, then the rest")
    if write:
        click.echo(f"companion: {_chain.write(db, write, site)} exchanges in {write}")
        return
    if stamp:
        click.echo(f"companion: {_stamps.stamp(db, stamp)}")
    _tell(_chain.of_bundle(bundle, key, roots) if bundle else _chain.of_store(db, key, roots))


def _tell(verdict: "Verdict") -> None:
    for note in verdict.notes:
        click.echo(f"companion: {note}", err=True)
    if verdict.altered:
        click.echo(f"companion: altered: {verdict.altered}", err=True)
        raise click.exceptions.Exit(1)
    click.echo(
        f"companion: {verdict.kept:,} exchanges are as they were kept; {verdict.gaps:,} links stand"
        f" for what was forgotten, amended or left out; signed up to link {verdict.signed:,}"
        f" of {verdict.links:,}"
    )
