"""The one-user score: how much single flows speak for a value being an identifier."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from companion.extract.signals.scene import Datum, Scene
from companion.extract.signals.shape import bits
from companion.model import Direction, Figure


@dataclass(frozen=True, slots=True)
class Limits:
    """The numbers of thresholds.toml; characters, days, bits and points."""

    shortest: int
    longest: int
    length_points: int
    too_short_points: int
    bits: float
    bits_points: int
    many_bits: float
    many_bits_points: int
    lasting_days: float
    lasting_points: int
    long_days: float
    long_points: int
    named_points: int
    placed_points: int
    likely: int
    possible: int


@dataclass(frozen=True, slots=True)
class Facts:
    """What one flow shows of a value; lifetime in days, 0 where it is unknown or the session's."""

    score: int
    bits: float
    lifetime: float = 0.0
    by_server: bool = False
    http_only: bool = False

    def figures(self) -> dict[str, Figure]:
        """As a signal keeps them; lifetime and setter only of a cookie that is being set."""
        found: dict[str, Figure] = {"score": self.score, "bits": round(self.bits, 1)}
        if self.by_server:
            found |= {"lifetime_days": round(self.lifetime, 1), "set_by": "server"}
        return found | {"http_only": True} if self.http_only else found


@cache
def limits() -> Limits:
    """The numbers the score is counted with."""
    text = (Path(__file__).parent / "thresholds.toml").read_text("utf-8")
    return Limits(**tomllib.loads(text)["identifier"])


def facts(datum: Datum, scene: Scene, *, named: bool) -> Facts:
    """The score of a datum and what it rests on; `named` when the name is one of an identifier."""
    value = datum.several[0]
    made = scene.cookies.get(datum.name) if datum.carrier == "cookie" else None
    if made is None or datum.direction is Direction.SENT:
        return Facts(score(value, 0.0, named=named), bits(value))
    points = score(value, made.lifetime, named=named)
    return Facts(points, bits(value), made.lifetime, by_server=True, http_only=made.http_only)


def score(value: str, lifetime: float, *, named: bool) -> int:
    """Points for a value that is to stay `lifetime` days; plain values are sorted out before."""
    by, carried = limits(), bits(value)
    points = by.length_points if by.shortest <= len(value) <= by.longest else 0
    points += by.too_short_points * (len(value) < by.shortest)
    points += by.bits_points * (carried >= by.bits) + by.many_bits_points * (
        carried >= by.many_bits
    )
    points += by.lasting_points * (lifetime >= by.lasting_days)
    points += by.long_points * (lifetime >= by.long_days)
    return points + by.named_points * named
