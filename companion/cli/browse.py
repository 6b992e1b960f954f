"""`companion browse`: a browser profile of its own, recorded and saying so."""

import re
from pathlib import Path

import click

from companion.cli._options import db_option, tell


def _name(_ctx: click.Context, _parameter: click.Parameter, value: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,40}", value):
        raise click.BadParameter("write letters, digits, - and _ (at most 40)")
    return value


@click.command()
@click.argument("url", default="")
@click.option(
    "--as",
    "name",
    default="everyday",
    callback=_name,
    help="Keep a profile of its own for a persona.",
)
@db_option
def command(url: str, name: str, db: Path) -> None:
    """Open a dedicated browser profile that is recorded, and says so.

    Uses the recording that runs on the store; without one, records until the browser is closed.
    While a persona's profile is open, what is recorded belongs to a part of life of its name.
    """
    from datetime import UTC, datetime

    from companion.live.persona import EVERYDAY, persona
    from companion.live.proxy import ProxyOptions
    from companion.live.recording import running
    from companion.live.watch import browse, browse_alone
    from companion.settings import data_folder

    folder = data_folder(db)
    with persona(db, name, lambda: datetime.now(UTC)):
        if ready := running(folder):
            browser = browse(folder, ready, name, url)
            tell(f"the profile {name} is open and recorded")
            if name != EVERYDAY:
                browser.wait()
        else:
            browse_alone(ProxyOptions(store=db, folder=folder), name, url, tell)
