"""What sort of value a scalar is, and how a text measures as a title."""

import re
from enum import StrEnum
from functools import lru_cache

SAMPLES = 24  # values of a column that are looked at for its kind


type Scalar = str | int | float | bool | None


class Kind(StrEnum):
    """The sorts of scalar values in items."""

    BOOL = "bool"
    NUMBER = "number"
    NULL = "null"
    URL = "url"
    IMAGE = "img"
    ICON = "icon"
    DATE = "date"
    NUMERIC = "numeric"
    ID = "id"
    CONSTANT = "constant"
    TEXT = "text"


_URL = re.compile(
    r"(?:https?:)?//\S+|[/#?]\S*|\.{1,2}/\S*|www\.\S+|[\w.-]+\.html?(?:[?#]\S*)?", re.I
)
_IMAGE = re.compile(r"\.(?:jpe?g|png|webp|gif|avif)(?:[?#/!:@]|$)|^data:image/", re.I)
_ICON = re.compile(r"\.svg(?:[?#]|$)|^data:image/svg", re.I)
_DATE = re.compile(
    r"\d{4}-\d\d-\d\d(?:[T ]\S+)?|\d{4}/\d\d/\d\d(?:[T ]\S+)?|\w{3}, \d{1,2} \w{3} \d{4}.*"
    r"|\d{1,2}[./]\d{1,2}[./]\d{2,4}(?:[ ,].{0,12})?"
    r"|[^\W\d]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}.{0,16}"
    r"|\d{1,2}\.? [^\W\d]{3,9}\.?,? \d{4}.{0,16}"
)
_NUMERIC = re.compile(r"[\d\s.,:%+/$€£¥-]+")
_ID = re.compile(
    r"(?=.*[\d_])[A-Za-z0-9_-]{11,}={0,2}|(?=.*\d)[!-~]{24,}|[0-9a-fA-F-]{8,}|[\w.-]{1,40}(?::[\w./@-]+){1,6}"
)
_CONSTANT = re.compile(r"[A-Z]+(?:_[A-Z]+)+|[A-Z]{5,}")
_WRITINGS = (
    (Kind.DATE, _DATE),
    (Kind.NUMERIC, _NUMERIC),
    (Kind.CONSTANT, _CONSTANT),
    (Kind.ID, _ID),
)
_CJK = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def kind(value: object) -> Kind:
    """The sort of a scalar."""
    if isinstance(value, str):
        return _of_text(value)
    if value is None:
        return Kind.NULL
    return Kind.BOOL if isinstance(value, bool) else Kind.NUMBER


@lru_cache(maxsize=16_384)
def _of_text(text: str) -> Kind:
    text = text.strip()
    if not text:
        return Kind.NULL
    if " " in text:
        return _of_words(text)
    if _URL.fullmatch(text) or text.startswith("data:image"):
        return _of_address(text)
    return next((kind for kind, pattern in _WRITINGS if pattern.fullmatch(text)), Kind.TEXT)


def _of_words(text: str) -> Kind:
    if _NUMERIC.fullmatch(text):
        return Kind.NUMERIC
    return Kind.DATE if _DATE.fullmatch(text) else Kind.TEXT


def _of_address(text: str) -> Kind:
    if _ICON.search(text):
        return Kind.ICON
    return Kind.IMAGE if _IMAGE.search(text) else Kind.URL


def is_cjk(text: str) -> bool:
    """Whether words are not set apart by spaces in this text."""
    return not text.isascii() and len(_CJK.findall(text)) * 3 >= len(text)


def count_words(text: str) -> int:
    """Words of a text; in scripts without spaces four characters count as one."""
    return max(len(text) // 4, 1) if is_cjk(text) else len(text.split())


def has_letter(text: str) -> bool:
    """Whether there is a letter of any script."""
    return text[:1].isalpha() or any(map(str.isalpha, text))


def middle(numbers: list[int]) -> float:
    """The median; 0 of nothing."""
    if not numbers:
        return 0.0
    ordered, half = sorted(numbers), len(numbers) // 2
    return float(ordered[half]) if len(numbers) % 2 else (ordered[half - 1] + ordered[half]) / 2
