"""One visit as it goes: acts, then loads of places; what can't be done is missing, and said."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from companion.audit.plan import Place, Player
from companion.audit.seat import Look, Seat
from companion.errors import CompanionError

CHALLENGES = frozenset({403, 429})


@dataclass(slots=True)
class Turn:
    """A seat, the visitor that sits on it, and what came of its visit.

    `failed` says why the visit is missing as a whole; `missing` why a place is, by its name.
    """

    seat: Seat
    player: Player
    looks: dict[str, Look] = field(default_factory=dict)
    missing: dict[str, str] = field(default_factory=dict)
    failed: str = ""
    tells: str = ""

    def arrive(self) -> None:
        """Open the browser and do the visitor's acts.

        Raises:
            CompanionError: proxy or browser do not start, which is nothing that a site did.
        """
        self.seat.open()
        doing = "nothing"
        try:
            for act in self.player.acts:
                doing = f"{act.kind} {act.what!r}"
                self.seat.do(act)
        except CompanionError as error:
            self.failed = f"{doing}: {error}"

    def look(self, place: Place, left_alone: set[str]) -> None:
        """Load a place; a site that takes the visitor for a robot is left alone from then on."""
        host = urlsplit(place.url).hostname or ""
        if self.failed:
            return
        if host in left_alone:
            self.missing[place.name] = "left alone: the site had answered with a challenge"
            return
        try:
            look = self.seat.look(place.url)
        except CompanionError as error:
            self.missing[place.name] = str(error)
            return
        self.looks[place.name] = look
        if why := refused(look.seen.status):
            self.missing[place.name] = why
        if look.seen.status in CHALLENGES:
            left_alone.add(host)

    def leave(self) -> None:
        """Ask the browser what it tells about itself, and end it."""
        try:
            if not self.failed:
                self.tells = self.seat.tells()
        except CompanionError as error:
            self.failed = str(error)
        finally:
            self.seat.close()


def refused(status: int) -> str:
    """Why an answer of this status can't be compared; empty where it can."""
    if status in CHALLENGES:
        return f"the site answered {status}: a challenge, not a page"
    return "" if 200 <= status < 300 else f"the site answered {status or 'nothing'}"
