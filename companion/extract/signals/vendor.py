"""Fields whose meaning their vendor documents: observed, no guess about the value is needed."""

import re
from collections.abc import Iterable, Iterator

from companion.extract import taxonomies
from companion.extract.signals.claim import NOBODY, Claim
from companion.extract.signals.scene import FLAT, TREES, Datum, Scene
from companion.extract.signals.score import facts
from companion.extract.signals.tokens import tokens
from companion.extract.vendors.load import Field
from companion.model import Figure, Level, SignalKind

_EMPTY = frozenset({"", "null", "undefined", "(not set)", "[object object]", "nan", "n/a"})
_NO_IDENTIFIER = _EMPTY | {"0", "-1", "n", "na", "none", "-", "false", "true"}
_NO_VALUES = {SignalKind.IDENTIFIER: _NO_IDENTIFIER, SignalKind.TRAIT: _EMPTY | NOBODY - {"0"}}
_TEMPLATE = re.compile(r"\$|\{|%%|\[[A-Z_]+\]$|<|.*\s")  # a place to be filled in: $UID, {uid}
_SHORTEST = 4  # signs of an identifier


def documented_claims(
    datum: Datum, fields: Iterable[Field], scene: Scene
) -> tuple[bool, Iterable[Claim]]:
    """Whether the datum is documented, and what the first fitting field says about the person."""
    field = next((it for it in fields if _fits(it, datum)), None)
    if field is None:
        return False, ()
    return True, _claims(field, datum, scene)


def _fits(field: Field, datum: Datum) -> bool:
    if not _carried(field.carrier, datum) or field.direction not in {None, datum.direction}:
        return False
    if field.carrier == "inside":
        return field.at == f"{datum.parent}.{datum.name}"
    if field.carrier != "tree" or "." not in field.at:
        return True
    path = ".".join((*datum.keys, datum.name))
    above, _, last = field.at.rpartition(".")
    if last.endswith("*"):
        path = path.removesuffix(datum.name).rstrip(".")
        return path == above or path.endswith(f".{above}")
    return path == field.at or path.endswith(f".{field.at}")


def _carried(wanted: str, datum: Datum) -> bool:
    if wanted == "cookie":
        return datum.carrier == "cookie" and not datum.nested
    if wanted == "inside":
        return datum.carrier == "cookie" and datum.nested
    if wanted == "tree":
        return datum.carrier in TREES
    return wanted == "any" or datum.carrier in FLAT


def _claims(field: Field, datum: Datum, scene: Scene) -> Iterator[Claim]:
    if field.kind is None:
        return
    empty = _NO_VALUES.get(field.kind, _EMPTY)
    value = tuple(it for it in datum.several if it.strip().lower() not in empty)
    if not value or scene.deletes(datum):
        return
    text = value[0] if len(value) == 1 and isinstance(datum.value, str) else value
    figures: dict[str, Figure | tuple[Figure, ...]] = {"vendor": field.vendor, "says": field.says}
    known: tuple[str, ...] = ()
    if field.kind is SignalKind.IDENTIFIER:
        if len(value[0]) < _SHORTEST or _TEMPLATE.match(value[0]):
            return
        known = tokens(value[0])
        figures |= {**facts(datum, scene, named=True).figures(), "class": "identifier"}
        if field.relay and not scene.foreign:
            figures["relay"] = field.relay
    elif field.kind is SignalKind.SEGMENT and (number := _taxonomy(datum)):
        figures |= taxonomies.figures(number, value)
    yield Claim(
        kind=field.kind,
        name=_name(field, datum, scene),
        value=text,
        confidence=Level.OBSERVED,
        rule=f"vendor:{field.vendor}",
        tokens=known,
        figures=figures,
    )


def _taxonomy(datum: Datum) -> str:
    """The number of the taxonomy that the codes of a bid request's segments are of (`segtax`)."""
    trail = datum.leaf.trail
    while trail is not None:
        trail, _, node, *_ = trail
        extension = node.get("ext") if isinstance(node, dict) else None
        if isinstance(extension, dict) and isinstance(extension.get("segtax"), int):
            return str(extension["segtax"])
    return ""


def _name(field: Field, datum: Datum, scene: Scene) -> str:
    if not field.name:
        above = field.at.rpartition(".")[0] if field.carrier == "tree" else ""
        return f"{above}.{datum.name}" if above else datum.name
    if not field.of:
        return field.name
    return field.name.replace("{}", datum.near(field.of))
