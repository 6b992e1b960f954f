"""Many made-up surfaces at once: personal by some share, drifting, or split into test groups."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np

from companion.compare.matrix import distances
from companion.compare.permutation import statistics
from companion.compare.round import Ranking, Round
from tests.compare.worlds import BASE, a_round, changed, drifted, noisy, when

P = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class Surface:
    """How a surface treats people.

    `personal` is the share of entries that are the person's own; `drift` how many entries leave
    between rounds. `arm` entries differ between two arms of a test: the person is in the second,
    a stranger in the first with the chance `others`.
    """

    personal: float = 0.0
    drift: int = 0
    arm: int = 0
    others: float = 0.5
    rounds: int = 5

    def matches(self, rng: np.random.Generator) -> Callable[[str], bool] | None:
        """Whether items follow the person's acts: in a test group they do by chance alone."""
        if not self.arm:
            return None
        liked = {f"arm {at}": rng.random() < 0.3 for at in range(len(BASE))}
        liked |= {key: rng.random() < 0.3 for key in BASE}
        return lambda key: liked.get(key, crc32(key.encode()) % 10 < 3)


def surfaces(kind: Surface, rng: np.random.Generator, count: int) -> Iterator[list[Round]]:
    """The rounds of some surfaces of one kind."""
    for _ in range(count):
        own = changed(BASE, round(kind.personal * len(BASE)), "mine", rng)
        arms = (BASE, changed(BASE, kind.arm, "arm", rng))
        yield [_round(number, kind, own, arms, rng) for number in range(kind.rounds)]


def _round(
    number: int, kind: Surface, own: Ranking, arms: Sequence[Ranking], rng: np.random.Generator
) -> Round:
    if kind.drift:
        own, arms = drifted(number, kind.drift), (drifted(number, kind.drift),) * 2
    mine = arms[1] if kind.arm else own
    theirs = [arms[int(rng.random() >= kind.others)] for _ in range(2)]
    return a_round(
        number,
        seen_at=when(number, count=kind.rounds),
        mine=(noisy(rng, mine), noisy(rng, mine)),
        strangers=tuple(noisy(rng, one) for one in theirs),
    )


def squares(kind: Surface, rng: np.random.Generator, count: int) -> np.ndarray:
    """T of every round and labeling, (surfaces, rounds, labelings)."""
    rounds = [one for made in surfaces(kind, rng, count) for one in made]
    found = distances([[*one.mine, *one.strangers] for one in rounds], P)
    values = statistics(np.array(found), 2)
    return values.reshape(count, kind.rounds, -1)
