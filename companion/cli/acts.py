"""`companion acts`: what you did, and whose idea it was."""

from typing import Any

import click

from companion.cli._listing import show
from companion.cli._options import filters

_COLUMNS = (("kind", 7), ("cause", 10), ("site", 24), ("context", 12), ("text", 80))


@click.command()
@filters
def command(**given: Any) -> None:
    """What you did, and whose idea it was."""
    show("acts", _COLUMNS, **given)
