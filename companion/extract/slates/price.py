"""Prices as decimal strings with an ISO 4217 currency; None where a writing is ambiguous."""

import re
import tomllib
from decimal import Decimal, InvalidOperation
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from companion.extract.slates.values import Scalar

_NUMBER = re.compile(r"\d[\d.,'\u2019\u00a0\u202f ]*\d|\d")
_SPACES = re.compile(r"[\s'\u2019\u00a0\u202f]")
_LONGEST = 60
_SHORT = 40  # characters of a text that only states a price
_LETTERS = 8  # letters of such a text: a code, a unit
_SIGNS = "$€£¥₹₽₩₺₴₪"
_WORDS = ("zł", "kr", "Ft", "Kč", "lei")
_MARKS = (*_SIGNS, *_WORDS)
_SIGN = re.compile(
    rf"[{_SIGNS}]\s*\d|\d[\s.,\u2013-]*[{_SIGNS}]|(?<![^\W\d_])(?:{'|'.join(_WORDS)})(?![^\W\d_])"
)
_CODE = re.compile(r"[A-Z]{3}")
_ISO = re.compile(r"(?<![A-Z])[A-Z]{3}(?![A-Z])")


class Price(NamedTuple):
    """An amount as a decimal string, and its currency; None for what is not known."""

    amount: str | None = None
    currency: str | None = None


class Scene(NamedTuple):
    """Where a price stands: the language and country that its writing follows, "" if unknown."""

    language: str = ""
    country: str = ""


@cache
def _data() -> dict[str, dict[str, str]]:
    return tomllib.loads(files(__package__).joinpath("currencies.toml").read_text("utf-8"))


@lru_cache(maxsize=16_384)
def states_price(text: str) -> bool:
    """Whether a text is an amount of money and little else: `CHF 5.\u2013`, `1 kg = 3,20 €`."""
    if len(text) > _SHORT or not any(map(str.isdigit, text)):
        return False
    if sum(map(str.isalpha, text)) > _LETTERS:
        return False
    return names_money(text) or any(code in _data()["names"] for code in _ISO.findall(text))


def may_state(lines: str) -> bool:
    """Whether some texts, a line each, can state prices; quick to deny."""
    signed = any(map(lines.__contains__, _MARKS)) and names_money(lines)
    return signed or _CODE.search(lines) is not None


def names_money(text: str) -> bool:
    """Whether a sign of money stands at a number somewhere in a text."""
    return _SIGN.search(text) is not None


def price(value: Scalar, scene: Scene, currency: Scalar = None, scale: int = 1) -> Price:
    """The price that a value states; `scale` is 100 where it counts cents."""
    known = _iso(currency)
    if isinstance(value, bool) or value is None:
        return Price()
    if not isinstance(value, str):
        return Price(_plain(Decimal(str(value)), scale), known)
    text = value[:_LONGEST]
    known = known or _stated(text, scene)
    numbers = _NUMBER.findall(text)
    if not numbers:
        return Price()
    amount = _amount(numbers[0], scene, known)
    return Price(None if amount is None else _plain(amount, scale), known)


def _iso(currency: Scalar) -> str | None:
    code = str(currency or "").strip().upper()
    return code if code in _data()["names"] else None


def _stated(text: str, scene: Scene) -> str | None:
    """The currency that a text names, by code or by sign."""
    for code in _ISO.findall(text):
        if code in _data()["names"]:
            return str(code)
    for sign, code in _data()["signs"].items():
        if sign in text:
            return code
    for sign, countries in (("$", "dollar"), ("kr", "krone"), ("¥", "yen")):
        if sign in text:
            return _data()[countries].get(scene.country)
    return None


def _amount(digits: str, scene: Scene, currency: str | None) -> Decimal | None:
    """The number that some digits write; None when a separator can be read both ways."""
    digits = _SPACES.sub("", digits)
    points, commas = digits.count("."), digits.count(",")
    if points and commas:
        decimal = "." if digits.rfind(".") > digits.rfind(",") else ","
    elif points + commas == 0:
        decimal = "."
    else:
        decimal = _single(digits, "." if points else ",", scene, currency)
    if not decimal:
        return None
    grouping = "," if decimal == "." else "."
    try:
        return Decimal(digits.replace(grouping, "").replace(decimal, "."))
    except InvalidOperation:
        return None


def _single(digits: str, sign: str, scene: Scene, currency: str | None) -> str:
    """Which sign is the decimal one where only one sort stands; "" when that is unknown."""
    other = "," if sign == "." else "."
    if digits.count(sign) > 1:
        return other
    if len(digits) - digits.rfind(sign) - 1 != 3:
        return sign
    if currency in _data()["whole"]:
        return other
    usual = _data()["decimal"].get(scene.language)
    return usual or ""


def _plain(amount: Decimal, scale: int) -> str:
    found = amount / scale if scale > 1 else amount
    return f"{found:f}"
