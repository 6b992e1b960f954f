"""What the servers share: dials, clock and truth log, and what each remembers of people."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import blake2b

from companion.smallweb.clock import Clock
from companion.smallweb.dials import Dials
from companion.smallweb.truth import Claim, Truth


@dataclass(frozen=True, slots=True)
class Act:
    """One thing a server saw somebody do, on which site, about which topic and piece."""

    at: datetime
    kind: str
    topic: str
    site: str
    piece: str = ""


@dataclass(slots=True)
class Person:
    """What one host remembers of one browser; `personal` is the person's own switch.

    `met_on` are the sites on whose pages a third party has met it.
    """

    id: str
    since: datetime
    acts: list[Act] = field(default_factory=list)
    personal: bool = True
    email: str = ""
    basket: list[str] = field(default_factory=list)
    synced: datetime | None = None
    met_on: set[str] = field(default_factory=set)

    def saw(self, act: Act) -> None:
        """Remembers an act, unless the person has switched that off."""
        if self.personal:
            self.acts.append(act)


class World:
    """One run of the small web."""

    def __init__(self, dials: Dials, clock: Clock, truth: Truth) -> None:
        self.dials = dials
        self.clock = clock
        self.truth = truth
        self._people: defaultdict[str, dict[str, Person]] = defaultdict(dict)
        self._issued = 0

    def people(self, host: str) -> dict[str, Person]:
        """Whom a host knows, by every name it knows them under."""
        return self._people[host]

    def token(self, host: str) -> str:
        """A fresh identifier, decided by the seed and how many were given out before."""
        self._issued += 1
        text = f"{self.dials.seed}\x1f{host}\x1f{self._issued}"
        return blake2b(text.encode(), digest_size=12).hexdigest()

    def plant(self, host: str, claim: Claim, what: str, who: str = "") -> None:
        """Writes into the truth log what a host has just done."""
        self.truth.write(self.clock.now(), host, claim, what, who)
