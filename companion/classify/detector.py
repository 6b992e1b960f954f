"""What a detector is, how it is found, and how its docstring becomes the text people read.

A detector is a function of one file, named like the file. It looks at one site and yields what
may be claimed about each party there, or what it looked at in vain. Its docstring has a first
line and three sections: why it is shown, innocent readings, what cannot be seen.
"""

import inspect
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

import companion.classify
from companion.classify.record import Record
from companion.classify.severity import Circumstances
from companion.model import Evidence, Figures, FindingKind, Level, Personalized

MEASURED = {"personal": Personalized.MEASURED, "no_difference": Personalized.REFUTED}
"""What the verdict of a comparison makes of the lists at its place."""
SECTIONS = ("Why it is shown", "Innocent readings", "What cannot be seen")


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a detector says about one party on the site it looks at.

    `innocent` and `limits` are added to those of the detector's docstring.
    """

    party: str
    confidence: Level
    title: str
    why: str
    evidence: tuple[Evidence, ...]
    measure: Figures
    first_seen: datetime
    last_seen: datetime
    contexts: tuple[str, ...] = ()
    circumstances: Circumstances = field(default_factory=Circumstances)
    innocent: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """What a detector looked at and found nothing in, or why it could not look.

    `verdict` is one of those of a Test; `n` counts what was looked at.
    """

    n: int
    why: str
    verdict: str = "no_difference"


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A comparison at one place of the site (None: the whole site), whatever came of it.

    The fields are those of a Test.
    """

    surface: str | None
    n: int
    verdict: str
    why: str
    effect: float | None = None
    interval: tuple[float, float] | None = None
    p: float | None = None
    q: float | None = None
    family: int = 1


type Said = Claim | Silence | Compared
type Look = Callable[[str, Record], Iterable[Said]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A detector's docstring, taken apart."""

    summary: str
    why: str
    innocent: tuple[str, ...]
    limits: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Detector:
    """A registered detector; `needs` is a word of a record's limits that blinds it."""

    name: str
    kind: FindingKind
    version: str
    needs: str
    look: Look
    explanation: Explanation


_registry: dict[FindingKind, Detector] = {}


def detector[F: Look](kind: FindingKind, *, version: str, needs: str = "") -> Callable[[F], F]:
    """Register the function below as the detector of a kind; returns it unchanged."""

    def register(look: F) -> F:
        _registry[kind] = Detector(
            name=getattr(look, "__name__", kind.value),
            kind=kind,
            version=version,
            needs=needs,
            look=look,
            explanation=explained(inspect.getdoc(look) or ""),
        )
        return look

    return register


@cache
def detectors() -> Mapping[FindingKind, Detector]:
    """Every detector, found by importing the modules of this package, in the order of kinds."""
    for module in iter_modules(companion.classify.__path__):
        import_module(f"companion.classify.{module.name}")
    return {kind: _registry[kind] for kind in FindingKind if kind in _registry}


def explained(docstring: str) -> Explanation:
    """Take a detector's docstring apart; sections without text are empty."""
    summary, _, rest = docstring.partition("\n")
    parts: dict[str, list[str]] = {name: [] for name in SECTIONS}
    current: list[str] = []
    for line in rest.splitlines():
        heading = line.removesuffix(":")
        if heading in parts:
            current = parts[heading]
        elif line.strip():
            current.append(line.strip())
    why, innocent, limits = (parts[name] for name in SECTIONS)
    return Explanation(
        summary=summary.strip(),
        why=" ".join(why),
        innocent=_points(innocent),
        limits=_points(limits),
    )


def _points(lines: list[str]) -> tuple[str, ...]:
    """Lines that begin with a dash, each with the lines that continue it."""
    points: list[str] = []
    for line in lines:
        if line.startswith("- ") or not points:
            points.append(line.removeprefix("- "))
        else:
            points[-1] = f"{points[-1]} {line}"
    return tuple(points)
