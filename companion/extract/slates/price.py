"""Prices as decimal strings with an ISO 4217 currency; None where a writing is ambiguous."""

import re
import tomllib
from decimal import Decimal, InvalidOperation
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from companion.extract.slates.values import Scalar

_NUMBER = re.compile(r"\d[\d.,'\u2019\u00a0\u202f ]*\d|\d")
_SPACES = re.compile(r"[\s'\u2019\u00a0\u202f]")
_SIGNED = re.compile(r"[.,]")
_GROUPING = re.compile(r"[.,](?=\d{3}(?!\d))")
_WORD = re.compile(r"[^\W\d_]+")
_CENTS_BEHIND = re.compile(r"(\d)\s*([€$£])\s*(\d\d)\s*$")  # 12€99
_LONGEST = 60
_SHORT = 40  # characters of a text that only states a price
_LETTERS = 8  # letters of such a text: a code, a unit
_SIGNS = "$€£¥₹₽₩₺₴₪₱฿₫"
_WORDS = ("zł", "kr", "Ft", "Kč", "lei", "Rp", "RM", "TL", "円", "元")
_MARKS = (*_SIGNS, *_WORDS)
_DASHES = (":-", ",-", ":\u2013", ",\u2013")  # written for no cents
_SIGN = re.compile(
    rf"\d\s?[:,][-\u2013](?!\d)|[{_SIGNS}]\s*\d|\d[\s.,\u2013-]*[{_SIGNS}]|(?<![^\W\d_])(?:{'|'.join(_WORDS)})(?![^\W\d_])"
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
def _data() -> dict[str, dict[str, Any]]:
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
    signed = any(map(lines.__contains__, (*_MARKS, *_DASHES))) and names_money(lines)
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
    digits = _asked(text)
    amount = _amount(digits, scene, known) if digits else None
    if digits is None:
        return Price()
    return Price(None if amount is None else _plain(amount, scale), known)


def _asked(text: str) -> str | None:
    """The digits of what is asked now, of all the numbers in a text; None without any.

    Of several the first that is money, unless a word says that it is what was asked before.
    """
    text = _CENTS_BEHIND.sub(r"\1,\3 \2", text)
    found = list(_NUMBER.finditer(text))
    if not found:
        return None
    money = [it for it in found if _is_money(text, it)] or found
    starts = [0, *(it.end() for it in money)]
    now = [
        it
        for start, it in zip(starts, money, strict=False)
        if not _says("before", text[start : it.start()])
    ]
    return str((now or money)[0][0])


def _is_money(text: str, number: re.Match[str]) -> bool:
    before, after = (
        text[: number.start()].rstrip(),
        text[number.end() :].lstrip(" \u00a0\u202f.,-\u2013"),
    )
    return before.endswith(_MARKS) or after.startswith(_MARKS)


def amounts(text: str) -> list[Decimal]:
    """The amounts of money in a text, as far as they can be read without knowing its language."""
    if len(text) > _LONGEST:
        return []
    found = (_amount(it[0], Scene(), None) for it in _NUMBER.finditer(text) if _is_money(text, it))
    return [it for it in found if it is not None]


def said_of(text: str) -> frozenset[str]:
    """What the words around an amount say of it: `before`, `besides`, `monthly`."""
    if len(text) > _LONGEST:
        return frozenset()
    return frozenset(it for it in ("before", "besides", "monthly") if _says(it, text))


@lru_cache(maxsize=4_096)
def _says(notion: str, text: str) -> bool:
    """Whether a word of a notion of prices stands in a text."""
    said = " ".join(_WORD.findall(text.casefold()))
    return any(f" {word} " in f" {said} " for word in _data()["words"][notion])


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
            return str(code)
    for sign, countries in (("$", "dollar"), ("kr", "krone"), ("¥", "yen")):
        if sign in text:
            return _code(_data()[countries].get(scene.country))
    return None


def _code(found: object) -> str | None:
    return str(found) if found else None


def _amount(digits: str, scene: Scene, currency: str | None) -> Decimal | None:
    """The number that some digits write; None when a separator can be read both ways."""
    digits = _joined(digits)
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


def _joined(digits: str) -> str:
    """Digits without the spaces that group them by three; two behind a space are cents."""
    joined, *others = (str(it) for it in _SPACES.split(digits) if it)
    for part in others:
        if part[0] in ".," or joined[-1] in ".," or len(_SIGNED.split(part)[0]) == 3:
            joined += part
        elif len(part) == 2 and part.isdecimal() and part is others[-1]:
            return f"{_GROUPING.sub('', joined)}.{part}"
        else:
            break
    return joined.rstrip(".,")


def _single(digits: str, sign: str, scene: Scene, currency: str | None) -> str:
    """Which sign is the decimal one where only one sort stands; "" when that is unknown."""
    other = "," if sign == "." else "."
    if digits.count(sign) > 1:
        return other
    if len(digits) - digits.rfind(sign) - 1 != 3:
        return sign
    if currency in _data()["whole"]:
        return other
    return str(_data()["decimal"].get(scene.language, ""))


def _plain(amount: Decimal, scale: int) -> str:
    found = amount / scale if scale > 1 else amount
    return f"{found:f}"
