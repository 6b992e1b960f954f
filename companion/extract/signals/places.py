"""Whether the keys above a field are about the person or about what is on offer."""

import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

from companion.extract.signals.names import words


def about_person(keys: Iterable[str]) -> bool:
    """Whether a key says that what stands below is about the person."""
    return _any(keys, _table("person"))


def about_content(keys: Iterable[str]) -> bool:
    """Whether a key says that what stands below is about products, articles, pages, settings."""
    return _any(keys, _table("content"))


def is_layer(name: str) -> bool:
    """Whether a variable is a page's data layer: a queue of what it tells its tags."""
    return _any((name,), _table("layer"))


def nearest(path: Sequence[str]) -> int:
    """What the nearest telling key says, the innermost last: 1 the person, -2 content, 0 nothing.

    A key that says both is about content. Farther keys name the page or the script that all of it
    stands in, but for one of several persons in an array: those commented, wrote or reviewed.
    """
    for at in range(len(path) - 1, -1, -1):
        if about_content((path[at],)):
            return -2
        if about_person((path[at],)):
            outside = path[:at]
            return -2 if any(map(str.isdigit, outside)) and about_content(outside) else 1
    return 0


def _any(keys: Iterable[str], known: frozenset[str]) -> bool:
    return any(word in known for key in keys for word in words(key))


@cache
def _table(about: str) -> frozenset[str]:
    text = files("companion.extract.signals").joinpath("places.toml").read_text("utf-8")
    return frozenset(tomllib.loads(text)[about])
