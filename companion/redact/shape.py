"""Secrets that are known by their shape: numbers of cards and of bank accounts."""

import re

_CARD = re.compile(r"(?:\d[ -]?){12,18}\d")
_ISSUER = re.compile(r"4|5[1-5]|2[2-7]|3[47]|6(?:011|5)|35")
_IBAN = re.compile(r"[A-Z]{2}\d{2}(?: ?[A-Z0-9]{2,4}){3,8}")


def is_card(value: str) -> bool:
    """Whether a value is a card number: an issuer's first digits, and ISO/IEC 7812-1's check."""
    if not _CARD.fullmatch(value.strip()):
        return False
    digits = re.sub(r"\D", "", value)
    if not _ISSUER.match(digits) or not 13 <= len(digits) <= 19:
        return False
    total = 0
    for place, digit in enumerate(reversed(digits)):
        worth = int(digit) * (1 + place % 2)
        total += worth - 9 if worth > 9 else worth
    return total % 10 == 0


def is_iban(value: str) -> bool:
    """Whether a value is an IBAN, by ISO 13616's check modulo 97."""
    text = value.strip().upper()
    if not _IBAN.fullmatch(text):
        return False
    compact = text.replace(" ", "")
    turned = compact[4:] + compact[:4]
    return int("".join(str(int(letter, 36)) for letter in turned)) % 97 == 1
