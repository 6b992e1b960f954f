"""The normal forms of a person's datum, as recipients document them (Google, Meta, Snap, UID2)."""

import re
from unicodedata import combining, normalize

from companion.redact.seeds import Seed

_TWO_DIGIT_CODES = frozenset(
    {
        *("20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46"),
        *("47", "48", "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63"),
        *("64", "65", "66", "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98"),
    }
)  # ITU-T E.164, list of country codes; 1 and 7 have one digit, all others three
_DATE = re.compile(r"(\d{4})[-./]?(\d\d)[-./]?(\d\d)|(\d\d?)[./](\d\d?)[./](\d{4})")


def canonical(seed: Seed) -> str:
    """The one form that stands for all forms of a seed."""
    text = " ".join(seed.value.split()).lower()
    if seed.field == "phone":
        return re.sub(r"\D", "", text).lstrip("0")
    return text


def forms(seed: Seed) -> dict[str, str]:
    """The normal forms of a seed by what was done to it; "" is the value as given."""
    text = " ".join(seed.value.split())
    made = {"": text, "lower-cased": text.lower()}
    made |= _FORMS.get(seed.field, _word_forms)(text)
    return {how: form for how, form in made.items() if form}


def _email_forms(text: str) -> dict[str, str]:
    local, _, domain = text.lower().partition("@")
    made = {
        "upper-cased": text.upper(),
        "without extension": f"{local}@{domain}".rpartition(".")[0],
    }
    if domain in {"gmail.com", "googlemail.com"}:
        bare = local.partition("+")[0]
        made["without tag"] = f"{bare}@{domain}"
        made["without dots"] = f"{local.replace('.', '')}@{domain}"
        made["without dots and tag"] = f"{bare.replace('.', '')}@{domain}"
        made["without dots and tag, at gmail.com"] = f"{bare.replace('.', '')}@gmail.com"
    return made


def _phone_forms(text: str) -> dict[str, str]:
    digits = re.sub(r"\D", "", text)
    if text.lstrip().startswith(("+", "00")):
        number = digits.removeprefix("00")
        national = number[_code_length(number) :]
        return {
            "with + and country code": f"+{number}",
            "digits with country code": number,
            "with 00 and country code": f"00{number}",
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
        "month first, as digits": f"{month}{day}{year}",
    }


def _word_forms(text: str) -> dict[str, str]:
    bare = "".join(letter for letter in normalize("NFKD", text.lower()) if not combining(letter))
    return {
        "without spaces": _joined(text.lower()),
        "without accents": bare,
        "without accents and spaces": _joined(bare),
    }


def _name_forms(text: str) -> dict[str, str]:
    words = text.lower().split()
    turned = {"last name first": " ".join(words[-1:] + words[:-1])} if len(words) > 1 else {}
    return _word_forms(text) | {"upper-cased": text.upper()} | turned


def _gender_forms(text: str) -> dict[str, str]:
    return {"first letter": text[:1].lower(), "upper-cased": text[:1].upper()}


def _joined(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())


_FORMS = {
    "email": _email_forms,
    "phone": _phone_forms,
    "birthdate": _date_forms,
    "name": _name_forms,
    "gender": _gender_forms,
}
