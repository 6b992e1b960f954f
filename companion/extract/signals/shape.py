"""What a value looks like by itself: how many bits it can carry, and whether it is something plain.

The bits follow Privacy Badger's way of counting; the plain forms are those that published studies
filtered out before calling a value an identifier (Englehardt & Narayanan 2016, CrumbCruncher 2022).
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from math import log2
from string import ascii_lowercase, digits

_IGNORED = frozenset("._-x")
_CLASSES = (
    (frozenset("01"), 1.0),
    (frozenset(digits), log2(10)),
    (frozenset(digits + "abcdef"), 4.0),
    (frozenset(ascii_lowercase), log2(26)),
    (frozenset(digits + ascii_lowercase), log2(36)),
)
_BASE64 = 6.0
_LONG = 256
_READ = 200  # signs that are looked at

# One expression, read left to right; the group that matches says what the value looks like.
_PLAIN = re.compile(
    r"""
      (?P<boolean>(?:true|false|null|undefined|none|yes|no|on|off|nan)$)
    | (?P<number>[-+]?\d{0,7}(?:[.,]\d+)?%?$)
    | (?P<structure>[{\[<(])
    | (?P<url>(?:[a-z][a-z0-9+.-]{1,11}:)?//|www\.|(?:data|mailto|blob|about|javascript):)
    | (?P<path>/[a-z][\w-]*(?:/|$))
    | (?P<date>(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])(?:[-/.]\d{1,2})?(?:$|[T\s_,;-])
        |\d{1,2}[-/.]\d{1,2}[-/.](?:\d{2}|(?:19|20)\d\d)(?:$|[T\s,])
        |(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s)
    | (?P<size>\d{2,5}[x*]\d{2,5}(?:[x|,*].*)?$)
    | (?P<version>v?\d{1,5}(?:\.\d{1,5}){1,4}(?:[-+][a-z]+[\w.]*)?$)
    | (?P<money>[€$£¥]\s?\d[\d.,]*$|\d[\d.,]*\s?[€$£¥]$)
    | (?P<colour>\#[0-9a-f]{3,8}$|rgba?\(|hsla?\()
    | (?P<agent>mozilla/|.*applewebkit)
    | (?P<locale>[a-z]{2}[-_][a-z]{2,4}(?:[-_;,].*)?$)
    | (?P<file>[\w.%-]+\.(?:js|mjs|css|png|jpe?g|gif|svg|webp|avif|ico|html?|php|json|xml|woff2?|ttf
        |mp[34]|webm|pdf|aspx?|jsp|txt|map)(?:$|\?))
    | (?P<host>(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,18}(?:$|[/:]))
    """,
    re.VERBOSE | re.IGNORECASE,
)
_RUNS = re.compile(r"[A-Za-z]+|[0-9]+")
_VOWELS = frozenset("aeiouyAEIOUY")
_HEXADECIMAL = frozenset("0123456789abcdefABCDEF-")
_EPOCHS = {10: 1, 13: 1_000, 16: 1_000_000}
_EPOCH_FROM = 946_684_800  # 2000-01-01
_EPOCH_TO = 2_208_988_800  # 2040-01-01


def bits(value: str) -> float:
    """How many bits a value can carry at most: length times the bits of its smallest alphabet."""
    return float(len(value)) if len(value) > _LONG else _bits(value)


@lru_cache(maxsize=8192)
def _bits(value: str) -> float:
    folded = value.lower() if value.islower() or value.isupper() else value
    seen = set(folded) - _IGNORED
    per_sign = next((size for signs, size in _CLASSES if seen <= signs), _BASE64)
    return len(value) * per_sign


def plain(value: str) -> str:
    """What a value evidently is when it is no identifier: "date", "word", "url"; "" when opaque."""
    return _plain(value[:_READ])


@lru_cache(maxsize=8192)
def _plain(value: str) -> str:
    matched = _PLAIN.match(value)
    if matched:
        return matched.lastgroup or ""
    if value.isdigit():
        return _plain_digits(value)
    if any(sign.isspace() for sign in value) or not value.isascii() or "..." in value:
        return "text"
    if "@" in value:
        return "address"
    signs = len(set(value.lower()) - {"-", "_", "."})
    if signs <= 3 or (signs <= 5 and len(value) >= 16):
        return "filler"
    return "word" if _wordy(value) else ""


def is_time(value: str) -> bool:
    """Whether a row of digits reads as a moment: seconds, milliseconds or a compact date."""
    return value.isdigit() and _plain_digits(value) in {"timestamp", "date"}


def _plain_digits(value: str) -> str:
    size = len(value)
    if size in _EPOCHS and _EPOCH_FROM <= int(value) // _EPOCHS[size] < _EPOCH_TO:
        return "timestamp"
    if size in {8, 12, 14, 17} and _compact_date(value):
        return "date"
    if len(set(value)) <= 2:
        return "filler"
    return "" if size > 7 else "number"


def _compact_date(value: str) -> bool:
    return (
        "19" <= value[:2] <= "20"
        and "01" <= value[4:6] <= "12"
        and "01" <= value[6:8] <= "31"
        and (len(value) == 8 or value[8:10] <= "23")
    )


def _wordy(value: str) -> bool:
    """Whether words make up most of a value: slugs, labels, keys of a message catalogue."""
    if set(value) <= _HEXADECIMAL and any(sign.isdigit() for sign in value):
        return False
    letters = sum(sign.isalpha() for sign in value)
    in_words = sum(len(run) for run in _words(value))
    numbers = sum(sign.isdigit() for sign in value)
    if not numbers:
        return letters <= 20 or in_words >= 0.6 * letters
    return in_words >= 0.6 * (letters + numbers)


def _words(value: str) -> Iterator[str]:
    for run in _RUNS.findall(value):
        if len(run) == 4 and run[:2] in {"19", "20"} and run.isdigit():
            yield run
        uniform = run[1:].islower() or run.isupper()
        if len(run) > 2 and uniform and _VOWELS.intersection(run) and not _clotted(run):
            yield run


def _clotted(run: str) -> bool:
    """Whether more consonants stand together than a word has."""
    together = 0
    for sign in run:
        together = 0 if sign in _VOWELS else together + 1
        if together > 5:
            return True
    return False
