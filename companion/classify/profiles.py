"""The second-profile test: is what strangers got beside a value of the person's.

After CrumbCruncher (2022) and Englehardt and Narayanan (2016): one's own in every profile, the
same again in the same profile, and unlike between profiles.
"""

from collections import defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import combinations

from companion.classify.identity import Strength, strength
from companion.classify.thresholds import threshold
from companion.model import Level, Signal


class Profiles(StrEnum):
    """What strangers' values say of a value."""

    OWN = "own"  # each profile has one of its own, and keeps it
    SAME = "same"  # a stranger has the very same: it tells nobody apart
    UNKNOWN = "unknown"


def second_profile(own: Sequence[Signal], theirs: Sequence[Signal]) -> Profiles:
    """What strangers got from the same party under the same name says of one value.

    Args:
        own: all sightings of one value of the person's.
        theirs: identifiers of strangers, of any party and name.
    """
    first = own[0]
    beside = [it for it in theirs if (it.party, it.name) == (first.party, first.name)]
    if any(it.value == first.value for it in beside):
        return Profiles.SAME
    kept = _kept(beside)
    if len(kept) < threshold("profiles") or not _again(own):
        return Profiles.UNKNOWN
    apart = all(_unlike(*pair) for pair in combinations([str(first.value), *kept], 2))
    return Profiles.OWN if apart else Profiles.UNKNOWN


def beyond_doubt(own: Sequence[Signal]) -> Strength:
    """The strength of a value that passed the test."""
    known = strength(own)
    score, lifetime = (known.score, known.lifetime) if known else (0.0, 0.0)
    return Strength(level=Level.OBSERVED, score=score, lifetime=lifetime)


def _kept(signals: Sequence[Signal]) -> list[str]:
    """The value of each stranger that came again in another exchange, and never another."""
    held: defaultdict[str, list[Signal]] = defaultdict(list)
    for it in signals:
        held[it.visitor].append(it)
    return [
        str(same[0].value)
        for same in held.values()
        if _again(same) and len({it.value for it in same}) == 1
    ]


def _again(signals: Sequence[Signal]) -> bool:
    return len({it.exchange for it in signals}) > 1


def _unlike(one: str, other: str) -> bool:
    """Ratcliff and Obershelp's likeness is below what two users' values have."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio() < threshold("profiles_alike")
