"""What a stranger sends of the person's request: the scene, and nothing that says who asks.

Proxy-light: standard library only. Decisions are by name and by the shape of values: a cookie of
an unknown class, or whose value could tell people apart, is left out and named. Consent is told
in long values that often hold an id besides; the id is replaced by a new one of the same shape.
"""

import re
import tomllib
from base64 import urlsafe_b64decode
from binascii import Error
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, NamedTuple
from urllib.parse import unquote

type Fields = tuple[tuple[str, str], ...]

_DATA = Path(__file__).with_suffix(".toml")
_WORD = re.compile(r"[A-Za-z][a-z0-9]*|[A-Z]+(?![a-z])")
_ESCAPE = re.compile(r"(%[0-9A-Fa-f]{2})")
_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_HEX = re.compile(r"[0-9a-fA-F-]+")
_STRING = re.compile(r"[A-Za-z0-9_-]{9,}(?:\.[A-Za-z0-9_-]+)*")
_RUN = re.compile(r"[A-Za-z0-9]{9,}")
_TAKEN_OUT = re.compile(r"\[[a-z]+:[^\]]*\]")
_STAMP = re.compile(r"(?<![A-Za-z0-9])1[5-9]\d{8}(?:\d{3})?(?![A-Za-z0-9])")
_DAY = 86_400
_TELLING = re.compile(r"\d{7,}|(?=[A-Za-z0-9]*\d)(?=[A-Za-z0-9]*[A-Za-z])[A-Za-z0-9]{10,}")
_COPIED = 8  # characters of a value from which on meeting it elsewhere is no chance
_TCF_TIMES = range(15_000_000_000, 25_000_000_000)  # deciseconds: 2017 to 2049


class Sent(NamedTuple):
    """A stranger's request: its headers, what of the person's it has, what was left out.

    `kept` and `dropped` name parts as `cookie:NAME` and `header:NAME`, without values.
    """

    headers: Fields
    kept: tuple[str, ...]
    dropped: tuple[str, ...]


def stranger(headers: Fields, random: Random) -> Sent:
    """A stranger's headers for a request of the person's.

    Args:
        headers: names and values as the person's browser sent them.
        random: where new ids in place of the person's come from.
    """
    kept, dropped, sent = [], [], []
    for name, value in headers:
        if name.lower() == "cookie":
            continue
        told = f"header:{name.lower()}"
        if _is_common(name.lower()):
            sent.append((name, value))
            kept.append(told)
        else:
            dropped.append(told)
    scene = _scene(_cookies(headers), random, dropped)
    if scene:
        sent.append(("cookie", "; ".join(f"{name}={value}" for name, value in scene)))
        kept += [f"cookie:{name}" for name, _ in scene]
    return Sent(tuple(sent), tuple(kept), tuple(dict.fromkeys(dropped)))


def carries(url: str, headers: Fields) -> str:
    """The cookie whose value also stands in the address; empty when none does.

    Such an address would tell the site who asks, whatever headers are left out.
    """
    plain = unquote(url)
    for name, value in _cookies(headers):
        bare = unquote(value)
        if len(bare) >= _COPIED and cookie_class(name) == "" and bare in plain:
            return name
    return ""


def cookie_class(name: str) -> str:
    """The class of a cookie that sets the scene, by its name; empty for every other."""
    lower, words = name.lower(), frozenset(word.lower() for word in _WORD.findall(name))
    for kind, data in _data()["cookies"].items():
        if (
            lower in data["names"]
            or lower.startswith(tuple(data["prefixes"]))
            or not words.isdisjoint(data["words"])
        ):
            return str(kind)
    return ""


def _scene(cookies: Fields, random: Random, dropped: list[str]) -> list[tuple[str, str]]:
    scene = []
    for name, value in cookies:
        kind = cookie_class(name)
        told = _told(kind, value, random)
        if told is None:
            dropped.append(f"cookie:{name}")
        else:
            scene.append((name, told))
    return scene


def _told(kind: str, value: str, random: Random) -> str | None:
    """A cookie's value as a stranger sends it; None for one that is left out."""
    if not kind or len(value) > _data()["cookies"][kind]["longest"] or _TAKEN_OUT.search(value):
        return None
    if kind == "consent":
        return _anonymous(value, random)
    return None if _TELLING.search(unquote(value)) else value


def _anonymous(value: str, random: Random) -> str:
    """A consent with new ids in place of those in it, and its times rounded to the day."""
    value = _UUID.sub(lambda found: _fresh(found[0], random), value)
    pieces = _ESCAPE.split(value)
    for at in range(0, len(pieces), 2):
        plain = _STAMP.sub(_to_the_day, pieces[at])
        pieces[at] = _STRING.sub(lambda found: _without_ids(found[0], random), plain)
    return "".join(pieces)


def _without_ids(text: str, random: Random) -> str:
    if _is_consent_string(text):
        return text
    return _RUN.sub(lambda found: _unless_plain(found[0], random), text)


def _unless_plain(run: str, random: Random) -> str:
    """A run of letters and digits made anew, unless it is a word or a day."""
    if run.isalpha() or (_STAMP.fullmatch(run) and not int(run) % _DAY):
        return run
    return _fresh(run, random)


def _is_consent_string(run: str) -> bool:
    """Whether it is the core of an IAB TCF string: version 2, made between 2017 and 2049."""
    try:
        head = int.from_bytes(urlsafe_b64decode(run[:16]), "big") >> (96 - 42)
    except (Error, ValueError):
        return False
    return head >> 36 == 2 and head & ((1 << 36) - 1) in _TCF_TIMES


def _fresh(old: str, random: Random) -> str:
    """Another text of the same shape: digits, small and capital letters stay such."""
    hexadecimal = _HEX.fullmatch(old) is not None

    def another(c: str) -> str:
        if c.isdigit():
            return random.choice("0123456789")
        letters = "abcdef" if hexadecimal else "abcdefghijklmnopqrstuvwxyz"
        return c if not c.isalpha() else random.choice(letters.upper() if c.isupper() else letters)

    return "".join(map(another, old))


def _to_the_day(found: re.Match[str]) -> str:
    unit = _DAY * 1000 if len(found[0]) > 10 else _DAY
    return str(int(found[0]) // unit * unit)


def _cookies(headers: Fields) -> Fields:
    lines = (value for name, value in headers if name.lower() == "cookie")
    pairs = (part.strip().partition("=") for line in lines for part in line.split(";"))
    return tuple((name, value) for name, _, value in pairs if name)


def _is_common(name: str) -> bool:
    known = _data()["headers"]
    return name in known["names"] or name.startswith(tuple(known["prefixes"]))


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(_DATA.read_text("utf-8"))
