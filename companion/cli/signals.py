"""`companion signals`: every datum about you that was sent or received."""

from typing import Any

import click

from companion.cli._listing import show
from companion.cli._options import filters

_COLUMNS = (
    ("kind", 11),
    ("direction", 9),
    ("party", 24),
    ("site", 22),
    ("name", 22),
    ("value", 40),
    ("confidence", 9),
)


@click.command()
@filters
def command(**given: Any) -> None:
    """Every datum about you that was sent or received."""
    show("signals", _COLUMNS, **given)
