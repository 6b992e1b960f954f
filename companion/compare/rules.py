"""The numbers comparisons are judged by; each stands in rules.toml with its source and date."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@cache
def table() -> Mapping[str, Mapping[str, str | int | float]]:
    """Every rule by name: its value, unit, source and date."""
    text = files("companion.compare").joinpath("rules.toml").read_text("utf-8")
    return MappingProxyType(tomllib.loads(text))


def rule(name: str) -> float:
    """The value of a rule; a KeyError names one that does not exist."""
    return float(table()[name]["value"])
