"""A real recommender: what someone has looked at decides what they are shown next.

Content-based: an interest is the time-weighted share of acts on a topic. Chance comes from the
seed and the day, so that lists hold still within a day and two strangers get the same.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from companion.smallweb.catalogue import Piece
from companion.smallweb.dials import share
from companion.smallweb.world import Act

_HALF_LIFE_DAYS = 21.0
_DAY_WEIGHT = 0.5


@dataclass(frozen=True, slots=True)
class Taste:
    """Interests by topic (they sum to 1; empty for a stranger) and what was seen already.

    `narrowed` from 0 to 1 is how far the choice of topics is cut down to the strongest.
    `faded` topics are left out for this person, though they stay in the catalogue.
    """

    interests: Mapping[str, float]
    seen: frozenset[str] = frozenset()
    narrowed: float = 0.0
    faded: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Pick:
    """A piece in a list; `personal` tells that it stands there because of who is looking."""

    piece: Piece
    personal: bool = False


STRANGER = Taste({})


def interests(acts: Iterable[Act], now: datetime) -> dict[str, float]:
    """How strongly each topic draws somebody who did these acts."""
    weights: defaultdict[str, float] = defaultdict(float)
    for act in acts:
        days = (now - act.at).total_seconds() / 86_400
        weights[act.topic] += 0.5 ** (days / _HALF_LIFE_DAYS)
    total = sum(weights.values())
    return {topic: weights[topic] / total for topic in sorted(weights, key=lambda t: -weights[t])}


def everyone(catalogue: Iterable[Piece], salt: object) -> list[Piece]:
    """The order that all get: how popular a piece is, and the mood of the day (`salt`)."""

    def place(piece: Piece) -> tuple[float, str]:
        of_the_day = _DAY_WEIGHT * share(salt, piece.id)
        return (1 - _DAY_WEIGHT) * share("popular", piece.id) + of_the_day, piece.id

    return sorted(catalogue, key=place)


def chosen(catalogue: Sequence[Piece], taste: Taste, salt: object) -> list[Piece]:
    """The order in which pieces suit a taste; pieces seen come last, strangers get none."""
    kept = _topics(taste)

    def fit(piece: Piece) -> tuple[bool, float]:
        chance = 0.4 + share(salt, "fit", piece.id)
        return piece.id in taste.seen, -kept[piece.topic] * chance

    return sorted((piece for piece in catalogue if piece.topic in kept), key=fit)


def mixed(
    catalogue: Sequence[Piece], taste: Taste, personal: float, salt: object, length: int
) -> list[Pick]:
    """A list of `length`, of which a share `personal` is for this taste and the rest for all."""
    own = chosen(catalogue, taste, salt)[: round(personal * length)]
    ours, places = {piece.id for piece in own}, len(own)
    common = [
        piece
        for piece in everyone(catalogue, salt)
        if piece.id not in ours and piece.topic not in taste.faded
    ]
    picks: list[Pick] = []
    for rank in range(1, min(length, places + len(common)) + 1):
        due = not common or places - len(own) < rank * places / length
        picks.append(Pick(own.pop(0), True) if due else Pick(common.pop(0)))
    return picks


def _topics(taste: Taste) -> dict[str, float]:
    """The interests that are still served: all of them, down to one when fully narrowed."""
    ranked = sorted(taste.interests.items(), key=lambda it: -it[1])
    keep = max(1, round(len(ranked) * (1 - taste.narrowed)))
    return dict(ranked[:keep])
