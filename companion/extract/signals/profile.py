"""What somebody holds the person to be, by the generic rules: segments, traits, scores, places.

A key is worth 2 points (1 when it means the person only in the right place), a fitting value 1, a
place about the person 1; a place about content takes 2 away. 3 points make a signal, possible; with
a user id in the same object likely. What a vendor documents has gone before and is observed.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from companion.extract.signals.claim import NOBODY, Claim
from companion.extract.signals.names import NameClass, class_of, words
from companion.extract.signals.places import about_content, about_person, nearest
from companion.extract.signals.rules import signal
from companion.extract.signals.scene import FLAT, TREES, Datum, Scene, Where
from companion.model import Direction, Level, SignalKind

_USER_IDS = (
    "userId",
    "user_id",
    "uid",
    "visitorId",
    "visitor_id",
    "customerId",
    "profileId",
    "anonymousId",
)
_APART = {NameClass.CONSENT, NameClass.ANTIFORGERY, NameClass.SESSION, NameClass.INFRASTRUCTURE}
_NEEDED = 3
_TELLING = frozenset(("label", "age", "gender", "postcode", "coordinate", "measure", "code"))
_LABEL_LENGTH = 60
_TOWNS = frozenset({"city", "town", "stadt", "ort", "ville", "ciudad"})
_MEASURES = frozenset(
    ("low", "medium", "med", "high", "very_low", "very_high", "hot", "warm", "cold")
)
_GENDERS = frozenset(
    ("m", "f", "male", "female", "man", "woman", "w", "d", "nonbinary", "non-binary", "diverse")
)
_AGE = re.compile(r"(?:\d{1,3}(?:\s?[-_]\s?\d{1,3}|\+)?|(?:under|over|below|above)[\s_]?\d{2})$")
_NUMBER = re.compile(r"-?\d{1,12}(?:\.\d+)?%?$")
_LABEL = re.compile(r"(?:[^<>{}\[\]/\\=;]|(?<=\s)>(?=\s))+$")  # "Health > Back pain" is one
_ADDRESS = re.compile(r"(?:\d{1,3}\.){3}\d{1,3}$|(?=.*:.*:)[0-9a-f:]{6,45}$")
_POSTCODE = re.compile(r"(?=.*\d)[A-Za-z0-9][A-Za-z0-9 -]{2,9}$")
_EMPTY = frozenset(
    {"", "null", "none", "undefined", "n/a", "na", "true", "false", "unknown", "[]", "{}"}
)


@dataclass(frozen=True, slots=True)
class _Key:
    kind: SignalKind
    shape: str
    weight: int
    phrase: tuple[str, ...]


def _wants(where: Where) -> bool:
    if where.carrier not in FLAT | TREES or len(where.name) > _LABEL_LENGTH:
        return False
    own = _key(where.name)
    if where.carrier in FLAT:
        return own is not None and class_of(where.name) not in _APART
    above = _key(where.parent)
    keys = [key for key in (own, above) if key is not None]
    if about_content((where.parent,)):  # takes more away than a weak key can have
        return any(key.weight > 1 for key in keys)
    return bool(keys)


@signal(_wants)
def profile(datum: Datum, scene: Scene) -> Iterator[Claim]:
    """A segment, trait, score or place of the person under a telling key."""
    key, name = _hit(datum)
    if key is None or not _SHAPES[key.shape](datum):
        return
    points = key.weight + 1 + _place(datum, scene, key)
    if points < _NEEDED or _is_content(datum, scene):
        return
    named = datum.carrier in TREES and bool(datum.near(*_USER_IDS))
    yield Claim(
        kind=key.kind,
        name=name,
        confidence=Level.LIKELY if points > _NEEDED and named else Level.POSSIBLE,
        rule=f"profile:{' '.join(key.phrase)}",
        figures={"score": points},
    )


def _hit(datum: Datum) -> tuple[_Key | None, str]:
    """The key that speaks, and the name of the signal: with the key above where that one speaks."""
    own, above = _key(datum.name), _key(datum.parent)
    if above is None or datum.carrier not in TREES:
        return own, datum.name
    name = f"{datum.parent}.{datum.name}"
    if above.kind is SignalKind.LOCATION or datum.name.lower() not in _names():
        scored = own is None and above.kind is not SignalKind.SCORE and _is_number(datum.text)
        if scored and "affinit" in datum.parent.lower():
            return _Key(SignalKind.SCORE, "measure", above.weight, above.phrase), name
        return own, datum.name
    if own is not None and own.kind is SignalKind.SCORE and _is_number(datum.text):
        return _Key(SignalKind.SCORE, "measure", above.weight, above.phrase), name
    return above, name


def _place(datum: Datum, scene: Scene, key: _Key) -> int:
    if datum.carrier in FLAT:
        if datum.nested and about_person((datum.parent,)):
            return 1
        told = datum.direction is Direction.SENT and scene.foreign
        return int(told and (key.shape in _TELLING or _names_town(datum, key)))
    before = " ".join(words(datum.name)[: -len(key.phrase)])
    personal, above = int(about_person((before,))), nearest(datum.above)
    located = _is_located(datum, key)
    return personal + above if above < 0 else max(personal, above, located)


def _names_town(datum: Datum, key: _Key) -> bool:
    """Whether a place is written out: codes of a region are settings as often."""
    return key.phrase[-1] in _TOWNS and not any(map(str.isdigit, datum.text))


def _is_located(datum: Datum, key: _Key) -> bool:
    """Whether a place stands beside the network address it was told by."""
    return key.kind is SignalKind.LOCATION and any(
        (own := _key(name)) is not None and own.shape == "internet" and isinstance(value, str)
        for name, value in datum.beside.items()
    )


def _is_content(datum: Datum, scene: Scene) -> bool:
    """Lists handed to the browser and schema.org data are about what is on offer."""
    if datum.direction is Direction.SENT or datum.carrier in FLAT:
        return False
    return (datum.in_list and datum.name.lower() not in _names()) or bool(datum.near("@type"))


def _is_number(text: str) -> bool:
    return _NUMBER.match(text) is not None


def _is_label(datum: Datum) -> bool:
    values = [value for value in datum.several if value.lower() not in _EMPTY | {"0", "-1"}]
    return bool(values) and all(
        len(value) <= _LABEL_LENGTH * 10
        and _LABEL.match(value) is not None
        and not value.startswith("__")
        for value in values
    )


def _is_code(datum: Datum) -> bool:
    text = datum.text.lower()
    return text not in NOBODY | _EMPTY - {"true"} and len(text) <= _LABEL_LENGTH


def _is_measure(datum: Datum) -> bool:
    return _is_number(datum.text) or datum.text.lower() in _MEASURES


def _is_place(datum: Datum) -> bool:
    text = datum.text
    return (
        1 < len(text) <= _LABEL_LENGTH
        and text.lower() not in _EMPTY
        and _LABEL.match(text) is not None
    )


def _is_coordinate(datum: Datum) -> bool:
    text = datum.text
    return _is_number(text) and "." in text and abs(float(text.rstrip("%"))) <= 180


_SHAPES: Mapping[str, Callable[[Datum], bool]] = {
    "label": _is_label,
    "code": _is_code,
    "age": lambda datum: _AGE.match(datum.text) is not None and datum.text != "0",
    "gender": lambda datum: datum.text.lower() in _GENDERS,
    "measure": _is_measure,
    "place": _is_place,
    "postcode": lambda datum: _POSTCODE.match(datum.text) is not None,
    "coordinate": _is_coordinate,
    "internet": lambda datum: _ADDRESS.match(datum.text.lower()) is not None,
}


@lru_cache(maxsize=16_384)
def _key(name: str) -> _Key | None:
    """The longest key of the table that ends a name; "userAgeGroup" ends in age group."""
    parts = words(name)
    found = [key for key in _keys() if parts[-len(key.phrase) :] == key.phrase]
    return max(found, key=lambda key: (len(key.phrase), key.weight), default=None)


@cache
def _table() -> Mapping[str, Any]:
    text = files("companion.extract.signals").joinpath("profile.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def _keys() -> tuple[_Key, ...]:
    return tuple(
        _Key(SignalKind(entry.get("kind", name)), entry["shape"], weight, tuple(phrase.split()))
        for name, entry in _table().items()
        if isinstance(entry, dict) and "shape" in entry
        for strength, weight in (("strong", 2), ("weak", 1))
        for phrase in entry.get(strength, ())
    )


@cache
def _names() -> frozenset[str]:
    return frozenset(_table()["plain"]["names"])
