"""Experiments that a payload names together with the variant this browser was given."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from companion.extract.signals.claim import Claim
from companion.extract.signals.names import holds, words
from companion.extract.signals.rules import signal
from companion.extract.signals.scene import FLAT, TREES, Datum, Scene, Where
from companion.model import Direction, Figure, Level, SignalKind

_TESTS = tuple(
    tuple(phrase.split())
    for phrase in (
        "experiment",
        "experiments",
        "exp id",
        "ab test",
        "ab tests",
        "abtest",
        "abtests",
        "split test",
        "holdout",
        "holdback",
        "control group",
        "experimentation",
        "ab variant",
        "ab group",
        "ab bucket",
        "exp bucket",
        "exp variant",
        "exp group",
        "exp cell",
        "test variant",
        "test bucket",
        "split group",
        "optimizely",
        "vwo",
    )
)
_GIVEN = tuple(
    tuple(phrase.split())
    for phrase in (
        "variant",
        "variation",
        "treatment",
        "bucket",
        "arm",
        "cell",
        "assignment",
        "variant id",
        "variation id",
        "variant name",
        "variation name",
        "test group",
        "rollout",
    )
)
_IDS = (
    "experiment",
    "experiment_id",
    "experimentId",
    "experimentKey",
    "campaign_id",
    "id",
    "key",
    "name",
)
_SHAPE = re.compile(r"[\w .:,|~/+-]{1,80}$")
_SWITCHES = frozenset(
    {"true", "false", "null", "undefined", "on", "off", "enabled", "disabled", ""}
)


@lru_cache(maxsize=8_192)
def _says(name: str, phrases: tuple[tuple[str, ...], ...]) -> bool:
    parts = words(name)
    return any(holds(parts, phrase) for phrase in phrases)


def _wants(where: Where) -> bool:
    if where.carrier not in TREES | FLAT:
        return False
    return _says(where.name, _TESTS) or (
        where.carrier in TREES and (_says(where.name, _GIVEN) or _says(where.parent, _TESTS))
    )


@signal(_wants)
def experiment(datum: Datum, scene: Scene) -> Iterator[Claim]:
    """The variant of a named experiment; a feature switch alone is no experiment."""
    if not _is_variant(datum):
        return
    if datum.carrier in FLAT:
        named = datum.name
    elif _says(datum.parent, _TESTS) or any(_says(key, _TESTS) for key in datum.keys):
        named = _named(datum, scene)
    elif _says(datum.name, _TESTS):
        named = ""
    else:
        return
    figures: dict[str, Figure] = {"experiment": named} if named else {}
    variants = datum.variants
    if variants:
        figures["variants"] = variants
    yield Claim(
        kind=SignalKind.EXPERIMENT,
        name=datum.name,
        confidence=Level.POSSIBLE,
        rule="experiment",
        figures=figures,
    )


_ASSIGNED = ("group_name", "groupName", "variant", "value", "variation")  # the best name first
_SAYING = ("inExperiment", "isInExperiment", "is_user_in_experiment", "isUserInExperiment")


def _wants_assigned(where: Where) -> bool:
    return (
        where.carrier in TREES
        and where.direction is Direction.RECEIVED
        and (where.name in _ASSIGNED)
        and not _says(where.parent, _TESTS)
    )


@signal(_wants_assigned)
def assigned(datum: Datum, scene: Scene) -> Iterator[Claim]:
    """What a flag's answer gave a browser of which it says that it is in an experiment."""
    if _in_experiment(datum.beside) and datum.name == _best(datum.beside):
        yield Claim(
            kind=SignalKind.EXPERIMENT,
            name=datum.parent or datum.name,
            confidence=Level.LIKELY,
            rule="experiment",
            figures={"experiment": datum.parent},
        )


def _best(node: Mapping[str, Any]) -> str | None:
    """Under which name an object says best which variant was given."""
    told = ((name, node.get(name)) for name in _ASSIGNED)
    return next((name for name, it in told if isinstance(it, str | int) and _names_one(it)), None)


def _names_one(value: str | int) -> bool:
    return not isinstance(value, bool) and _is_code(str(value))


def _in_experiment(node: Mapping[str, Any]) -> bool:
    reason = node.get("reason")
    said = (node, reason) if isinstance(reason, dict) else (node,)
    return any(it.get(name) is True for it in said for name in _SAYING)


def _named(datum: Datum, scene: Scene) -> str:
    """The experiment's own name: beside the variant, or the key that leads to it."""
    if _says(datum.name, _GIVEN):
        return datum.near(*_IDS) or datum.parent
    return datum.name


def _is_variant(datum: Datum) -> bool:
    return all(map(_is_code, datum.several))


def _is_code(value: str) -> bool:
    return value.lower() not in _SWITCHES and _SHAPE.match(value) is not None
