"""The numbers detectors decide by; each stands in thresholds.toml with its source and date."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@cache
def table() -> Mapping[str, Mapping[str, str | int | float]]:
    """Every threshold by name: its value, unit, source and date."""
    text = files("companion.classify").joinpath("thresholds.toml").read_text("utf-8")
    return MappingProxyType(tomllib.loads(text))


def threshold(name: str) -> float:
    """The value of a threshold; a KeyError names one that does not exist."""
    return float(table()[name]["value"])
