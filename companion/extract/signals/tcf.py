"""IAB consent strings: the core of TCF 2, vendors with consent, US Privacy, the GPP header.

Source: IAB Tech Lab, "Consent string and vendor list formats v2" and "Global Privacy Platform:
consent string specification". Read by hand: published decoders accept broken strings in silence.
"""

import re
from dataclasses import dataclass
from datetime import datetime

from companion.extract.signals.bitstring import Bits

PURPOSES = 24
_US = re.compile(r"1[YN-]{3}$")
_LETTERS = re.compile(r"[A-Z]{4}")
_RANGES_MOST = 4_096


@dataclass(frozen=True, slots=True)
class Consent:
    """The core of a TCF 2 string; purposes count from 1.

    `vendors` is how many have consent, `vendors_interest` how many claim a legitimate interest;
    None where the string was cut before its end.
    """

    version: int
    created: datetime
    updated: datetime
    cmp_id: int
    language: str
    list_version: int
    policy: int
    purposes: tuple[int, ...]
    interests: tuple[int, ...]
    country: str
    vendors: int | None
    vendors_interest: int | None


def decode(text: str) -> Consent | None:
    """The core of a TCF 2 string; None for anything else."""
    core = text.partition(".")[0]
    if not core.startswith("C") or len(core) < 36:
        return None
    try:
        return _core(Bits(core))
    except (ValueError, OverflowError):
        return None


def us_privacy(text: str) -> dict[str, str] | None:
    """What "1YNN" says: notice given, sale opted out, under a service provider agreement."""
    if _US.match(text) is None:
        return None
    return {"notice": text[1], "opted_out": text[2], "lspa": text[3]}


def gpp_sections(text: str) -> tuple[int, ...] | None:
    """The section ids of a GPP string; None for anything else."""
    header = text.partition("~")[0]
    if not header.startswith("DB"):
        return None
    try:
        bits = Bits(header)
        bits.take(6 + 6)  # the type, that of a header, and the version: together "DB"
        return _sections(bits)
    except ValueError:
        return None


def _core(bits: Bits) -> Consent | None:
    version, created, updated = bits.number(6), bits.moment(), bits.moment()
    cmp_id = bits.number(12)
    bits.take(12 + 6)  # version and screen of the consent programme
    language, list_version, policy = bits.letters(), bits.number(12), bits.number(6)
    bits.take(1 + 1 + 12)  # service specific, non-standard texts, special features
    purposes, interests = bits.chosen(PURPOSES), bits.chosen(PURPOSES)
    bits.take(1)  # purpose one treatment
    country = bits.letters()
    plausible = version == 2 and cmp_id > 0 and 2018 <= created.year <= 2040
    if not plausible or not _LETTERS.fullmatch(language + country):
        return None
    vendors = _vendors(bits)
    return Consent(
        version=version,
        created=created,
        updated=updated,
        cmp_id=cmp_id,
        language=language,
        list_version=list_version,
        policy=policy,
        purposes=purposes,
        interests=interests,
        country=country,
        vendors=vendors,
        vendors_interest=None if vendors is None else _vendors(bits),
    )


def _vendors(bits: Bits) -> int | None:
    try:
        return _count(bits)
    except ValueError:
        return None


def _count(bits: Bits) -> int:
    """How many vendors have consent: a bit each, or ranges."""
    most, is_range = bits.number(16), bits.number(1)
    if not is_range:
        return len(bits.chosen(most))
    count = 0
    for _ in range(min(bits.number(12), _RANGES_MOST)):
        several, first = bits.number(1), bits.number(16)
        count += (bits.number(16) - first + 1) if several else 1
    return count


def _sections(bits: Bits) -> tuple[int, ...]:
    found: list[int] = []
    last = 0
    for _ in range(min(bits.number(12), 100)):
        several = bits.number(1)
        first = last + bits.fibonacci()
        last = first + bits.fibonacci() if several else first
        found += range(first, min(last, first + 100) + 1)
    return tuple(found)
