"""`companion findings`: what may be said, one claim a line, with how sure and how grave it is."""

from typing import Any

import click

from companion.cli._listing import show
from companion.cli._options import filters

_COLUMNS = (
    ("id", 16),
    ("severity", 8),
    ("confidence", 10),
    ("kind", 24),
    ("site", 24),
    ("party", 24),
    ("title", 90),
)


@click.command()
@filters
def command(**given: Any) -> None:
    """What may be said: one claim a line, with how sure and how grave it is."""
    show("findings", _COLUMNS, **given)
