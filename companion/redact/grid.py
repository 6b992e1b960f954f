"""The forms in which a person's datum travels: normalised, hashed, encoded.

Normal forms are those that recipients document (Google, Meta, Snap, UID2); the hashes and
encodings are the short list of the method book, section 3. Percent-encoding and Base64 of larger
texts are undone by the search itself.
"""

import base64
import hashlib
import html.entities
import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from companion.redact.seeds import Seed

HASHES = ("md5", "sha1", "sha256", "sha512")
SHORT = 5  # characters; shorter values count only under a telling name

_GAPS = (" ", "", "-", "_", ".", "+")
_TWO_DIGIT_CODES = frozenset(
    {
        *("20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46"),
        *("47", "48", "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63"),
        *("64", "65", "66", "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98"),
    }
)  # ITU-T E.164, list of country codes; 1 and 7 have one digit, all others three
_DATE = re.compile(r"(\d{4})[-./]?(\d\d)[-./]?(\d\d)|(\d\d?)[./](\d\d?)[./](\d{4})")


class Literal(NamedTuple):
    """One byte string to look for.

    `pattern` is in ASCII lower case; `exact` the spelling where case counts, else None. `chain`
    says in words how the datum was written. `telling`: counts only under a telling name; `part`:
    in what was received, too. `coded`: in the alphabet of Base64.
    """

    pattern: bytes
    exact: bytes | None
    chain: str
    telling: bool = False
    part: bool = False
    coded: bool = False


def canonical(seed: Seed) -> str:
    """The one form that stands for all forms of a seed."""
    text = " ".join(seed.value.split()).lower()
    if seed.field == "phone":
        return re.sub(r"\D", "", text).lstrip("0")
    return text


def literals(seed: Seed) -> list[Literal]:
    """Every byte string that a seed is looked for as; each once."""
    found: dict[tuple[bytes, bytes | None], Literal] = {}
    for literal in (*_plain(seed), *_hashed(seed)):
        found.setdefault((literal.pattern, literal.exact), literal)
    return list(found.values())


def forms(seed: Seed) -> dict[str, str]:
    """The normal forms of a seed by what was done to it; "" is the value as given."""
    text = " ".join(seed.value.split())
    made = {"": text, "lower-cased": text.lower()}
    made |= _FORMS.get(seed.field, _word_forms)(text)
    return {how: form for how, form in made.items() if form}


def _email_forms(text: str) -> dict[str, str]:
    local, _, domain = text.lower().partition("@")
    made = {"upper-cased": text.upper()}
    if domain in {"gmail.com", "googlemail.com"}:
        made["without dots and tag"] = local.partition("+")[0].replace(".", "") + "@" + domain
    return made


def _phone_forms(text: str) -> dict[str, str]:
    digits = re.sub(r"\D", "", text)
    if text.lstrip().startswith(("+", "00")):
        number = digits.removeprefix("00")
        national = number[_code_length(number) :]
        return {
            "with + and country code": f"+{number}",
            "digits with country code": number,
            "national digits": f"0{national}",
            "without leading zeros": national,
        }
    return {"digits": digits, "without leading zeros": digits.lstrip("0")}


def _code_length(number: str) -> int:
    if number[:1] in {"1", "7"}:
        return 1
    return 2 if number[:2] in _TWO_DIGIT_CODES else 3


def _date_forms(text: str) -> dict[str, str]:
    found = _DATE.fullmatch(text)
    if not found:
        return {}
    year, month, day = found[1] or found[6], found[2] or found[5], found[3] or found[4]
    day, month = day.zfill(2), month.zfill(2)
    return {
        "as digits": f"{year}{month}{day}",
        "year first": f"{year}-{month}-{day}",
        "day first": f"{day}.{month}.{year}",
        "day first, with slashes": f"{day}/{month}/{year}",
        "month first": f"{month}/{day}/{year}",
        "day first, as digits": f"{day}{month}{year}",
    }


def _word_forms(text: str) -> dict[str, str]:
    return {"without spaces": "".join(letter for letter in text.lower() if letter.isalnum())}


_FORMS = {
    "email": _email_forms,
    "phone": _phone_forms,
    "birthdate": _date_forms,
}


def _plain(seed: Seed) -> Iterator[Literal]:
    words = seed.value.split()
    spelled = dict(forms(seed))
    if seed.field in {"name", "street", "phone"}:
        spelled |= {f"with {gap!r}": gap.join(words) for gap in _GAPS}
    for form in dict.fromkeys(spelled.values()):
        alone = seed.field == "name" and len(words) == 1
        for spelling in _spellings(form):
            yield Literal(spelling, None, "", len(form) < SHORT, alone)
        if len(form) >= SHORT:
            yield from _base64(form.encode(), "b64")
    for part in _parts(seed):
        for spelling in _spellings(part):
            yield Literal(spelling, None, "", len(part) < SHORT, part=True)


def _hashed(seed: Seed) -> Iterator[Literal]:
    given = forms(seed) | {f"a part of it, {part}": part.lower() for part in _parts(seed)}
    for how, form in given.items():
        told = f" of {how.partition(',')[0]}" if how else ""
        for name in HASHES:
            raw = hashlib.new(name, form.encode(), usedforsecurity=False).digest()
            yield Literal(raw.hex().encode(), None, f"{name}{told}")
            yield from _base64(raw, f"{name}{told}, in b64")


def _parts(seed: Seed) -> list[str]:
    """First and last name: also sent apart, but common in what others write."""
    words = seed.value.split()
    return words if seed.field == "name" and len(words) > 1 else []


def _spellings(form: str) -> Iterator[bytes]:
    """A text in bytes, in every case of letters beyond ASCII, escaped as JSON and HTML do."""
    for text in dict.fromkeys((form, form.lower(), form.upper(), form.title())):
        yield text.encode().lower()
        if not text.isascii():
            yield text.encode("latin-1", "ignore").lower()
            yield json.dumps(text)[1:-1].encode().lower()
        yield from (spelling.encode().lower() for spelling in _entities(text))


def _entities(text: str) -> Iterator[str]:
    named = "".join(_entity(letter) for letter in text)
    for spelled in dict.fromkeys((text, named)):
        for at in ("&#64;", "&#x40;", "&commat;", "\\u0040", "@"):
            yield spelled.replace("@", at)


def _entity(letter: str) -> str:
    name = html.entities.codepoint2name.get(ord(letter))
    return f"&{name};" if name else letter


def _base64(raw: bytes, chain: str) -> Iterator[Literal]:
    for coded in (base64.b64encode(raw), base64.urlsafe_b64encode(raw)):
        core = coded.rstrip(b"=")
        yield Literal(core.lower(), core, chain, coded=True)
