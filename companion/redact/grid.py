"""Every way in which a seed may be written: normalised, hashed, encoded.

Normalisations are those that the large recipients ask for (Google, Meta, Snap, UID2); hashes and
encodings the short list of the method book, section 3, after Senol et al. 2022 (Leaky Forms).
"""

import base64
import hashlib
import html
import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote, quote_plus

from companion.redact.seeds import Seed

HASHES = ("md5", "sha1", "sha256", "sha512")
SHORTEST = 5
"""A form with fewer characters is only looked for under a telling name."""

_GOOGLE = ("gmail.com", "googlemail.com")
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


class Form(NamedTuple):
    """One way to write a seed; `cased` when only this upper and lower case is it."""

    text: str
    chain: str
    cased: bool = False


def forms(seed: Seed) -> Iterator[Form]:
    """Every form that is long enough to be looked for anywhere, the plainest first."""
    normal = {text: how for text, how in normalised(seed) if len(text) >= SHORTEST}
    for text, how in normal.items():
        for written in _written(text):
            yield Form(written, how)
    for text, how in normal.items():
        of = f" of {how}" if how else ""
        for coded in _base64(text.encode()):
            yield Form(coded, f"b64{of}", cased=True)
        for name in HASHES:
            digest = hashlib.new(name, text.encode(), usedforsecurity=False)
            yield Form(digest.hexdigest(), f"{name}{of}")
            for coded in _base64(digest.digest()):
                yield Form(coded, f"{name}{of}", cased=True)


def normalised(seed: Seed) -> Iterator[tuple[str, str]]:
    """The value as typed and as recipients want it, with how in words."""
    value = seed.value.strip()
    yield value, ""
    yield value.lower(), "lower-cased"
    yield value.upper(), "upper-cased"
    special = {"email": _email, "phone": _phone, "birthdate": _date, "name": _name}.get(
        seed.field, _words
    )
    yield from special(value)


def _email(value: str) -> Iterator[tuple[str, str]]:
    local, _, domain = value.lower().partition("@")
    if domain in _GOOGLE:
        bare = local.partition("+")[0].replace(".", "")
        for name in _GOOGLE:
            yield f"{bare}@{name}", "without dots and extension"
    if "+" in local:
        yield f"{local.partition('+')[0]}@{domain}", "without extension"


def _phone(value: str) -> Iterator[tuple[str, str]]:
    digits = re.sub(r"\D", "", value)
    whole = digits.removeprefix("00")
    yield f"+{whole}", "international"
    yield whole, "digits"
    yield f"00{whole}", "international with 00"
    for code in (1, 2, 3):  # a country's code has one to three digits
        national = whole[code:].lstrip("0")
        if len(national) >= 8 and not digits.startswith("0"):
            yield f"0{national}", "national"


def _date(value: str) -> Iterator[tuple[str, str]]:
    if found := _DATE.fullmatch(value):
        year, month, day = found.groups()
        yield f"{year}{month}{day}", "without dashes"
        for mark in "./-":
            yield mark.join((day, month, year)), "day first"
        yield f"{month}/{day}/{year}", "month first"


def _words(value: str) -> Iterator[tuple[str, str]]:
    words = value.lower().split()
    if len(words) > 1:
        yield "".join(words), "lower-cased without spaces"


def _name(value: str) -> Iterator[tuple[str, str]]:
    yield from _words(value)
    words = value.lower().split()
    yield from ((word, "one word of it") for word in words if len(words) > 1)


def _written(text: str) -> Iterator[str]:
    """As it stands in text, in an address, in HTML and in JSON."""
    escaped = text.encode("ascii", "backslashreplace").decode()
    ways = (
        text,
        quote(text, safe=""),
        quote_plus(text),
        quote(quote(text, safe=""), safe=""),
        html.escape(text),
        text.replace("@", "&#64;"),
        text.replace("@", "\\u0040"),
        re.sub(r"\\x(..)", r"\\u00\1", escaped),
    )
    yield from dict.fromkeys(ways)


def _base64(raw: bytes) -> Iterator[str]:
    """Standard and URL-safe, without padding: with it, the same characters stand before it."""
    standard = base64.b64encode(raw).decode().rstrip("=")
    yield from dict.fromkeys((standard, standard.translate(str.maketrans("+/", "-_"))))
