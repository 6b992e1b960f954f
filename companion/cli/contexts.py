"""`companion contexts`: the parts of life that your sites belong to."""

from typing import Any

import click

from companion.cli._listing import show
from companion.cli._options import filters

_COLUMNS = (("name", 16), ("sensitive", 9), ("sites", 90))


@click.command()
@filters
def command(**given: Any) -> None:
    """The parts of life that your sites belong to."""
    show("contexts", _COLUMNS, **given)
