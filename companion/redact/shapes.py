"""Numbers known by their shape and check digits: payment cards and bank accounts."""

import re
from collections.abc import Iterator
from typing import NamedTuple

# First digits and lengths by network, ISO/IEC 7812: Visa, Mastercard, Discover, UnionPay, JCB,
# American Express, Diners. Thirteen and nineteen digits are left to telling names: too many
# other numbers have them.
_CARD = re.compile(
    rb"(?<![\w.%-])(?:(?:4\d{3}|5[1-5]\d\d|2[2-7]\d\d|6(?:011|4[4-9]\d|5\d\d|2\d\d)|35[2-8]\d)"
    rb"(?:[ +-]?\d{4}){3}|3[47]\d\d[ +-]?\d{6}[ +-]?\d{5}"
    rb"|3(?:0[0-5]|[68]\d)\d[ +-]?\d{6}[ +-]?\d{4})(?![\w-]|\.\d)"
)
_IBAN = re.compile(
    rb"(?<![A-Za-z0-9])[A-Z]{2}\d\d(?:[ +]?[A-Z0-9]{4}){2,7}(?:[ +]?[A-Z0-9]{1,3})?(?![A-Z0-9])",
    re.I,
)
# Outlines, in which a fixed string is found much faster than these patterns: digits are 0,
# letters A, gaps within cards -, all else x.
_DIGITS, _LETTERS = b"0123456789", b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_CARD_OUTLINE = bytes(
    ord("0") if byte in _DIGITS else ord("-") if byte in b" +-" else ord("x") for byte in range(256)
)
_IBAN_OUTLINE = bytes(
    ord("0") if byte in _DIGITS else ord("A") if byte in _LETTERS else ord("x")
    for byte in range(256)
)
_CARD_MARKS = (b"0" * 14, b"0000-0000-0000-", b"0000-000000-0000")
_IBAN_MARK = b"xAA00"
# Length by country, from the IBAN Registry of SWIFT, release 98.
_IBAN_LENGTHS = {
    "AD": 24, "AE": 23, "AL": 28, "AT": 20, "AZ": 28, "BA": 20, "BE": 16, "BG": 22, "BH": 22,
    "BR": 29, "BY": 28, "CH": 21, "CR": 22, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "DO": 28,
    "EE": 20, "EG": 29, "ES": 24, "FI": 18, "FO": 18, "FR": 27, "GB": 22, "GE": 22, "GI": 23,
    "GL": 18, "GR": 27, "GT": 28, "HR": 21, "HU": 28, "IE": 22, "IL": 23, "IQ": 23, "IS": 26,
    "IT": 27, "JO": 30, "KW": 30, "KZ": 20, "LB": 28, "LC": 32, "LI": 21, "LT": 20, "LU": 20,
    "LV": 21, "LY": 25, "MC": 27, "MD": 24, "ME": 22, "MK": 19, "MR": 27, "MT": 31, "MU": 30,
    "NL": 18, "NO": 15, "PK": 24, "PL": 28, "PS": 29, "PT": 25, "QA": 29, "RO": 24, "RS": 22,
    "SA": 24, "SC": 31, "SE": 24, "SI": 19, "SK": 24, "SM": 27, "ST": 25, "SV": 28, "TL": 23,
    "TN": 24, "TR": 26, "UA": 29, "VA": 22, "VG": 24, "XK": 20,
}  # fmt: skip


class Shape(NamedTuple):
    """A number that its check digits confirm."""

    start: int
    end: int
    kind: str
    number: str


def shapes(data: bytes) -> Iterator[Shape]:
    """The card and bank account numbers in some bytes."""
    yield from _cards(data)
    yield from _accounts(data)


def _cards(data: bytes) -> Iterator[Shape]:
    outline = data.translate(_CARD_OUTLINE)
    for mark in _CARD_MARKS:
        for at in _places(outline, mark):
            found = _CARD.match(data, at)
            number = re.sub(rb"\D", b"", found[0]).decode() if found else ""
            if found and luhn(number):
                yield Shape(*found.span(), "card", number)


def _accounts(data: bytes) -> Iterator[Shape]:
    for at in _places(b"x" + data.translate(_IBAN_OUTLINE), _IBAN_MARK):
        found = _IBAN.match(data, at)
        number = found[0].translate(None, b" +").decode().upper() if found else ""
        if found and iban(number):
            yield Shape(*found.span(), "iban", number)


def _places(outline: bytes, mark: bytes) -> Iterator[int]:
    at = outline.find(mark)
    while at >= 0:
        yield at
        at = outline.find(mark, at + len(mark))


def luhn(number: str) -> bool:
    """Whether the last digit is the check digit of the others, ISO/IEC 7812-1 annex B."""
    total = 0
    for place, digit in enumerate(reversed(number)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0 and len(set(number)) > 1


def iban(number: str) -> bool:
    """Whether the check digits are right, ISO 13616: modulo 97 is 1, and the length fits."""
    if _IBAN_LENGTHS.get(number[:2]) != len(number):
        return False
    digits = "".join(str(int(letter, 36)) for letter in number[4:] + number[:4])
    return int(digits) % 97 == 1
