"""Experiments that a payload names together with the variant this browser was given."""

import re
from collections.abc import Iterator
from functools import lru_cache

from companion.extract.signals.claim import Claim
from companion.extract.signals.names import holds, words
from companion.extract.signals.rules import signal
from companion.extract.signals.scene import FLAT, TREES, Datum, Scene, Where
from companion.model import Figure, Level, SignalKind

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


def _named(datum: Datum, scene: Scene) -> str:
    """The experiment's own name: beside the variant, or the key that leads to it."""
    if _says(datum.name, _GIVEN):
        return datum.near(*_IDS) or datum.parent
    return datum.name


def _is_variant(datum: Datum) -> bool:
    return not any(
        value.lower() in _SWITCHES or _SHAPE.match(value) is None for value in datum.several
    )
