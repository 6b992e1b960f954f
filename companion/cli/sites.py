"""`companion sites`: the sites you were on, with how much was exchanged there."""

from typing import Any

import click

from companion.cli._listing import show
from companion.cli._options import filters

_COLUMNS = (("site", 34), ("exchanges", 9), ("parties", 8), ("first_seen", 16), ("last_seen", 16))


@click.command()
@filters
def command(**given: Any) -> None:
    """The sites you were on, with how much was exchanged there."""
    show("sites", _COLUMNS, **given)
