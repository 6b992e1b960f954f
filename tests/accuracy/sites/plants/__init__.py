"""What sites and their partners do: one function each, in files by trade.

A planter is marked with the share of sites that have it. Shapes follow vendors' public documents
and what public pages look like; the documents stand beside each family.
"""

import pkgutil
from collections.abc import Callable
from functools import cache
from importlib import import_module

from tests.accuracy.sites.site import Site
from tests.accuracy.sites.view import View

type Planter = Callable[[View], None]


def planter(share: float) -> Callable[[Planter], Planter]:
    """Mark a function as something that a share of sites does."""

    def mark(plant: Planter) -> Planter:
        plant.share = share
        return plant

    return mark


@cache
def planters() -> dict[str, Planter]:
    """Every planter of this package by its name."""
    found = {}
    for module in pkgutil.iter_modules(__path__):
        of = vars(import_module(f"{__name__}.{module.name}"))
        found |= {name: it for name, it in of.items() if hasattr(it, "share")}
    return found


def chosen(site: Site) -> list[Planter]:
    """What a site does."""
    return [
        plant for name, plant in planters().items() if site.rng("has", name).random() < plant.share
    ]
