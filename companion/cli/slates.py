"""`companion slates`: every list that was delivered to you, as it was ranked."""

from typing import Any

import click

from companion.cli._listing import show
from companion.cli._options import filters

_COLUMNS = (
    ("surface", 14),
    ("personalized", 13),
    ("site", 22),
    ("party", 22),
    ("total", 5),
    ("heading", 50),
)


@click.command()
@filters
def command(**given: Any) -> None:
    """Every list that was delivered to you, as it was ranked."""
    show("slates", _COLUMNS, **given)
