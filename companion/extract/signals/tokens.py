"""The forms by which the same identifier is known again in another carrier."""

import re
from collections.abc import Iterator
from functools import lru_cache

from companion.extract.signals.shape import bits, is_time, plain

SHORTEST = 8  # characters; with the bits below: Privacy Badger's rule for a shared substring
FEWEST_BITS = 33.0
MOST = 6
LONGEST = 512  # characters that are looked at

_BREAKS = re.compile(r"[^A-Za-z0-9_=-]+")  # where Englehardt & Narayanan 2016 split a value
_PAIR = re.compile(r"(?<![0-9])[0-9]{6,13}\.[0-9]{6,13}(?![0-9])")  # random number and first visit
_UUID = re.compile(r"(?i)(?<![0-9a-f])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f])")
_HEX = re.compile(r"(?i)[0-9a-f-]+")


@lru_cache(maxsize=4_096)
def tokens(value: str) -> tuple[str, ...]:
    """The whole value and its telling parts, hexadecimal ones in lower case, without doubles.

    Each is at least 8 characters and 33 bits and no moment in time: "GA1.2.1418992272.1383681826"
    gives itself and "1418992272.1383681826".
    """
    parts = _parts(value[:LONGEST].strip('"'))
    kept = dict.fromkeys(_fold(part) for part in parts if _telling(part))
    return tuple(kept)[:MOST]


def _parts(value: str) -> Iterator[str]:
    yield value
    for uuid in _UUID.findall(value):
        yield uuid
        yield uuid.replace("-", "")
    yield from _PAIR.findall(value)
    for piece in _BREAKS.split(value):
        yield piece
        name, sign, rest = piece.rstrip("=").partition("=")
        if sign:
            yield rest
            yield name


def _telling(part: str) -> bool:
    return (
        len(part) >= SHORTEST
        and bits(part) >= FEWEST_BITS
        and not is_time(part)
        and (not plain(part) or plain(part) == "structure")
    )


def _fold(part: str) -> str:
    return part.lower() if _HEX.fullmatch(part) else part
