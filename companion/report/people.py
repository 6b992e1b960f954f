"""What tells of people in a text, an address or a list: taken out before it is given away."""

import re
import tomllib
from functools import cache
from importlib.resources import files

_MAIL = re.compile(r"[\w.+-]+(?:@|%40)[\w-]+\.[\w.-]+")
_HANDLE = re.compile(r"(?<![\w@/.])@\w{2,}")
_V4 = re.compile(r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.]*\d)")
_V6 = re.compile(r"(?<![\w:])(?:[0-9a-fA-F]{1,4}:){3,7}[0-9a-fA-F:]{1,}(?![\w:])")
_NUMBER = re.compile(r"(?<![\w.:/-])\+?\(?\d(?:[ ()/.-]{0,2}\d){6,}(?![\w:-])")
_ACCOUNT = re.compile(r"(?<!\w)[A-Z]{2}\d\d(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?(?!\w)")
_DATE = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}\.\d{1,2}\.\d{4}")
_WORD = re.compile(r"\w+")
_ENDING = 2
"""Letters of an ending: friends, Freunde, Nachrichten."""
_LEAST = 7
"""Digits of the shortest telephone number."""


def without_people(text: str) -> str:
    """A text without mail and network addresses, names of accounts, telephone and bank numbers."""
    text = _MAIL.sub("…@…", text)
    text = _ACCOUNT.sub("…", text)
    for pattern in (_V4, _V6):
        text = pattern.sub("…", text)
    text = _HANDLE.sub("@…", text)
    return _NUMBER.sub(_number, text)


def without_account(path: str) -> str:
    """The path of an address without the name of an account in it."""
    parts = path.split("/")
    for at, part in enumerate(parts):
        if part.startswith(("@", "~", "%40")):
            parts[at] = "@…"
        elif at and part and parts[at - 1].lower() in _words("paths"):
            parts[at] = "…"
    return "/".join(parts)


def of_people(heading: str) -> bool:
    """Whether a list with this heading is one of people."""
    known = _words("headings")
    found = (word.lower() for word in _WORD.findall(heading))
    return any(word[: len(word) - cut] in known for word in found for cut in range(_ENDING + 1))


def _number(found: re.Match[str]) -> str:
    """A number long enough to call; a date is none."""
    if _DATE.fullmatch(found[0]) or sum(map(str.isdigit, found[0])) < _LEAST:
        return found[0]
    return "…"


@cache
def _words(table: str) -> frozenset[str]:
    data = tomllib.loads(files(__package__).joinpath("people.toml").read_text("utf-8"))
    return frozenset(data[table]["words"])
