"""How alike two texts are by what they are near to, where a model told their profiles."""

from collections.abc import Iterable, Mapping
from math import sqrt

type Profile = Mapping[str, float]
"""How much of a text each topic has; empty where nobody told."""


def together(profiles: Iterable[Profile]) -> Profile:
    """The profile of several texts that say one thing."""
    found: dict[str, float] = {}
    for profile in profiles:
        for topic, weight in profile.items():
            found[topic] = found.get(topic, 0.0) + weight
    return found


def alike(one: Profile, other: Profile) -> float:
    """The cosine of two profiles, 0 to 1."""
    length = sqrt(_square(one) * _square(other))
    both = sum(weight * other.get(topic, 0.0) for topic, weight in one.items())
    return both / length if length else 0.0


def _square(profile: Profile) -> float:
    return sum(weight**2 for weight in profile.values())
