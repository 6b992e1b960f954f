"""What an audit does, as a plan says it: visitors with their acts, places to watch, repetitions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

SUBJECT, STRANGER = "subject", "stranger"
MEASURES = ("lists", "prices", "identifiers", "consent")
BLOCKS, REPEATS = 10, 2
GAP_MINUTES, WITHIN_SECONDS, PACE_SECONDS = 11.0, 60.0, 2.0
PRICE_STRANGERS = 5
"""Fresh strangers that a round of prices needs (method book, section 12)."""


@dataclass(frozen=True, slots=True)
class Act:
    """One thing a visitor does: `kind` visit, search, click, wait or scroll, and what with."""

    kind: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Player:
    """A visitor of a plan; in every block it is played by `repeats` fresh browsers.

    `role` is subject (whose lists are asked about) or stranger (whom they are held against).
    `banner` is what it does with a consent banner: accept, reject or ignore.
    """

    name: str
    role: str
    repeats: int = REPEATS
    language: str = ""
    gpc: bool = False
    banner: str = "ignore"
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A page that is watched: every list on it, or those under a heading or in a container."""

    name: str
    url: str
    heading: str = ""
    container: str = ""
    measures: tuple[str, ...] = MEASURES


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """A small web that the audit starts for itself: its dials and seed."""

    seed: int = 0
    dials: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A whole plan. Minutes are from the start of one block to that of the next.

    `within` is how many seconds the loads of one place in one block may lie apart; `pace` the
    pause between two steps of one visitor. `hash` is the SHA-256 of the text and the seed.
    """

    title: str
    question: str
    seed: int
    players: tuple[Player, ...]
    places: tuple[Place, ...]
    text: str
    hash: str
    blocks: int = BLOCKS
    gap: float = GAP_MINUTES
    within: float = WITHIN_SECONDS
    pace: float = PACE_SECONDS
    world: World | None = None

    @property
    def subjects(self) -> tuple[Player, ...]:
        """Whose lists are asked about."""
        return tuple(one for one in self.players if one.role == SUBJECT)

    @property
    def strangers(self) -> tuple[Player, ...]:
        """Whom they are held against, all together."""
        return tuple(one for one in self.players if one.role == STRANGER)

    @property
    def strangers_a_block(self) -> int:
        """How many fresh strangers each block has."""
        return sum(one.repeats for one in self.strangers)
