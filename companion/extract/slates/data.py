"""Weights and words of list finding, from the TOML files beside this one."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def _table(name: str) -> Mapping[str, object]:
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text("utf-8"))


@cache
def weights(section: str) -> Mapping[str, float]:
    """The points of one section of weights.toml, by evidence."""
    found = _table("weights")[section]
    assert isinstance(found, dict)  # noqa: S101 - the file is ours and a test reads all of it
    return found


@cache
def threshold() -> float:
    """The score from which on a list is a slate."""
    return float(str(_table("weights")["threshold"]))


@cache
def priors() -> Mapping[str, float]:
    """Title points by name, as a key or as one word of a compound key."""
    found = _table("keys")["title"]
    assert isinstance(found, dict)  # noqa: S101 - as above
    return found


@cache
def words(section: str, notion: str) -> frozenset[str]:
    """The words of one notion in a section of keys.toml."""
    found = _table("keys")[section]
    assert isinstance(found, dict)  # noqa: S101 - as above
    return frozenset(found[notion])
