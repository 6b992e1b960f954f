"""Values that let the recipient recognise this browser or person again.

Only what one flow shows is judged here: the one-user score over length, bits, lifetime and name.
Whether a value comes back on other days and at other parties is judged over all stored sightings.
Consent states, protections against forgery, sign-ins, sessions, load balancers, request numbers
and public ids of sites are classes of their own and make no signal.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from companion.decode.nesting import inner, may_hold
from companion.extract.signals.claim import Claim
from companion.extract.signals.names import NameClass, class_of, unsure
from companion.extract.signals.places import about_content, about_person
from companion.extract.signals.rules import signal
from companion.extract.signals.scene import FLAT, TREES, Datum, Scene, Where
from companion.extract.signals.score import facts, limits
from companion.extract.signals.shape import bits, plain
from companion.extract.signals.tokens import tokens
from companion.model import Direction, Level, SignalKind

_CARRIERS = FLAT | TREES | {"path"}
_KNOWN = frozenset({NameClass.IDENTIFIER, NameClass.CLICK})
_USABLE = _KNOWN | {NameClass.UNKNOWN}
_BARE = frozenset({"id", "key", "value", "code", "hash"})
_APART = frozenset(NameClass) - _USABLE
_ONE_PIECE = re.compile(r"[\w.+/~*!-]+={0,2}")
_APPLICATION = ("client_id", "clientid")  # the public id of a programme, where people sign in
_SIGNING_IN = ("oauth", "authorize", "login", "signin", "sso", "session", "redirect_uri")
_SHOWN = ("font/", "text/css", "video/", "audio/", "image/")
_NAME_LENGTH = 80
_PIXEL = 1_500  # bytes; a smaller image is there to be asked for, not to be looked at


def _wants(where: Where) -> bool:
    if where.carrier not in _CARRIERS or len(where.name) > _NAME_LENGTH:
        return False
    if where.carrier == "path":  # named by the segment before it: /visitors/ID
        return about_person((where.name,))
    kind = class_of(where.name)
    if where.carrier in FLAT:
        return kind in _USABLE
    if where.name.lower() in _BARE:
        return about_person((where.parent,))
    if kind is NameClass.UNKNOWN:
        return where.direction is Direction.SENT
    return kind in _KNOWN


@signal(_wants)
def identifier(datum: Datum, scene: Scene) -> Iterator[Claim]:
    """A value with the length, the bits and the name or the lifetime of an identifier."""
    value = datum.text
    if (
        len(datum.several) > 1
        or not _opaque(value, scene, in_path=datum.carrier == "path")
        or not _readable(datum, scene)
    ):
        return
    kind = _class(datum, scene)
    if kind not in _USABLE or (kind is NameClass.UNKNOWN and not _telling(datum, scene)):
        return
    known = tokens(value)
    if _wraps(value):
        return
    if not _ONE_PIECE.fullmatch(value) and not set(known) - {value}:
        return
    measured = facts(datum, scene, named=kind in _KNOWN)
    if kind is NameClass.IDENTIFIER and _of_person(datum):
        measured = replace(measured, score=measured.score + limits().placed_points)
    if measured.score < limits().possible:
        return
    likely = measured.lifetime >= limits().long_days and measured.score >= limits().likely
    yield Claim(
        kind=SignalKind.IDENTIFIER,
        name=datum.name,
        confidence=Level.LIKELY if likely else Level.POSSIBLE,
        rule="identifier",
        value=value,
        tokens=known,
        figures={**measured.figures(), "class": kind.value or "identifier"},
    )


def _readable(datum: Datum, scene: Scene) -> bool:
    """Not a cookie taken away, nor inside a consent cookie, nor the number an answer carries."""
    if datum.carrier == "header" and datum.direction is Direction.RECEIVED and not datum.nested:
        return False
    if datum.carrier == "cookie" and datum.nested and class_of(datum.leaf.path[0]) in _APART:
        return False
    return not scene.deletes(datum)


def _opaque(value: str, scene: Scene, *, in_path: bool) -> bool:
    return (
        len(value) >= limits().shortest
        and not plain(value)
        and value not in scene.agent
        and (in_path or value.lower() not in scene.addresses)
        and not any(token in value for token in scene.redacted)
    )


def _wraps(value: str) -> bool:
    """Whether a value is only the coding of others, which are looked at by themselves."""
    return may_hold(value) and any(it.value for it in inner(value))


def _of_person(datum: Datum) -> bool:
    """Whether it stands right below a key that means the person, and not one of several."""
    in_place = datum.carrier in TREES and about_person((datum.parent,))
    return in_place and not about_content(datum.keys) and not _delivered_list(datum)


def _class(datum: Datum, scene: Scene) -> NameClass:
    """The class of the name, read in its place: "id" means a person under "user" alone."""
    if datum.carrier == "path":
        return NameClass.IDENTIFIER if scene.foreign else NameClass.PUBLIC
    kind, name = class_of(datum.name), datum.name.lower()
    personal = about_person((datum.parent,))
    bare = name in _BARE and datum.carrier in TREES and personal and not _delivered_list(datum)
    if bare or (kind is NameClass.UNKNOWN and _in_ids(datum)):
        return NameClass.IDENTIFIER
    if kind is not NameClass.IDENTIFIER or datum.carrier == "cookie":
        return kind
    if name.endswith(_APPLICATION) and not personal and _names_application(datum, scene):
        return NameClass.PUBLIC
    if datum.carrier in TREES and not _may_be_about_person(datum, scene, personal):
        return NameClass.PUBLIC
    return kind


def _in_ids(datum: Datum) -> bool:
    """Whether it is sent under a name of its own among several ids: `userIds`, by partner."""
    above = datum.parent
    sent = datum.carrier in TREES and datum.direction is Direction.SENT
    return sent and above.endswith("s") and class_of(above[:-1]) is NameClass.IDENTIFIER


def _delivered_list(datum: Datum) -> bool:
    return datum.direction is Direction.RECEIVED and datum.in_list


def _names_application(datum: Datum, scene: Scene) -> bool:
    if datum.direction is Direction.RECEIVED:
        return True
    address = scene.exchange.url.lower()
    return any(word in address for word in _SIGNING_IN)


def _may_be_about_person(datum: Datum, scene: Scene, personal: bool) -> bool:
    """Whether a name in a tree can mean the person: not in a list of content they were given."""
    if about_content(datum.keys) or _delivered_list(datum):
        return False
    if datum.direction is Direction.SENT or personal or not unsure(datum.name):
        return True
    return scene.foreign and len(datum.keys) <= 1


def _telling(datum: Datum, scene: Scene) -> bool:
    """Whether a value under a name that says nothing can be an identifier by its place alone."""
    if datum.carrier == "cookie":
        return True
    return (
        datum.direction is Direction.SENT
        and datum.carrier != "header"
        and scene.foreign
        and bits(datum.text) >= limits().many_bits
        and not _fetches_content(scene)
    )


def _fetches_content(scene: Scene) -> bool:
    answer = scene.exchange.response
    kind = answer.media_type
    if kind.startswith("image/"):
        return max(answer.length, len(answer.body or b"")) > _PIXEL
    return kind.startswith(_SHOWN) or kind.endswith("javascript")
