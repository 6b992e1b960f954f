"""Which parameter names tell that a datum of a person stands under them."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

_WORDS = re.compile(r"[A-Z]?[a-z]+\d*|[A-Z]+(?![a-z])|\d+")


@cache
def _table() -> dict[str, Any]:
    table = tomllib.loads(files(__package__).joinpath("fields.toml").read_text("utf-8"))
    return {field: entry for field, entry in table.items() if isinstance(entry, dict)}


def tells(key: str, field: str) -> bool:
    """Whether a parameter of this name says that the field stands there."""
    entry = _table().get(field)
    wanted = set(entry["telling"]) if entry else {field, *words_of(field)}
    return not wanted.isdisjoint((*words_of(key), flat(key)))


def words_of(key: str) -> list[str]:
    """The words of a parameter's name: `billing[firstName]` is billing, first, name."""
    return [word.lower() for word in _WORDS.findall(key)]


def flat(key: str) -> str:
    """A parameter's name as one word: lower-case letters and digits."""
    return "".join(letter for letter in key.lower() if letter.isalnum())
