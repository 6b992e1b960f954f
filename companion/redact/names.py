"""Which names secrets stand under; the names themselves are data."""

import re
import tomllib
from functools import cache
from pathlib import Path

_DATA = Path(__file__).with_name("names.toml")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_WORD = re.compile(r"[^a-z0-9]+")
ANYWHERE = ("password", "code", "card", "iban", "authorization", "csrf")
COOKIES = (*ANYWHERE, "session")


def kind_of(name: str, *, cookie: bool) -> str:
    """The kind of secret that stands under a name; empty when none does."""
    low = name.strip().lower()
    words = _words(name)
    kinds = COOKIES if cookie else ANYWHERE
    found = next((kind for kind in kinds if low in _names(kind) or words & _parts(kind)), "")
    if found == "session" and (low in _names("keep") or words & _parts("keep")):
        return ""
    return found


def is_telling(name: str, field: str) -> bool:
    """Whether a name says that the datum of a field stands under it."""
    low = name.strip().lower()
    known = _table()["telling"].get(field, [field])
    return low in known or bool(_words(name) & set(known))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(_WORD.split(_CAMEL.sub("_", name).lower())) - {""}


@cache
def _names(kind: str) -> frozenset[str]:
    return frozenset(_table()[kind]["names"])


@cache
def _parts(kind: str) -> frozenset[str]:
    return frozenset(_table()[kind]["words"])


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(_DATA.read_text("utf-8"))
