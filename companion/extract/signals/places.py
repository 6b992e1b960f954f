"""Whether the keys above a field are about the person or about what is on offer."""

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from companion.extract.signals.names import words


def about_person(keys: Iterable[str]) -> bool:
    """Whether a key says that what stands below is about the person."""
    return _any(keys, _table("person"))


def about_content(keys: Iterable[str]) -> bool:
    """Whether a key says that what stands below is about products, articles, pages, settings."""
    return _any(keys, _table("content"))


def _any(keys: Iterable[str], known: frozenset[str]) -> bool:
    return any(word in known for key in keys for word in words(key))


@cache
def _table(about: str) -> frozenset[str]:
    text = files("companion.extract.signals").joinpath("places.toml").read_text("utf-8")
    return frozenset(tomllib.loads(text)[about])
