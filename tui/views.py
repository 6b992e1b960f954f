"""What the screens show, as values that queries make and widgets read."""

from dataclasses import dataclass
from datetime import datetime

from companion.ledger.path import Behind
from companion.model import (
    Act,
    Direction,
    Evidence,
    Exchange,
    ExchangeId,
    Finding,
    FindingId,
    FindingKind,
    Level,
    Owner,
    Severity,
    Signal,
    Slate,
    Test,
)
from companion.store.others import Others
from companion.store.rounds import NO_COPIES, Copies


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What Home shows."""

    shown: tuple[Finding, ...]
    rest: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """Where the person is, and who is there with them: parties with how often they were met.

    `copies` counts what was sent to the site for comparison; `asked` are the sites that only this
    recording has asked as strangers.
    """

    site: str
    page: str
    context: str | None
    since: datetime
    here: tuple[tuple[str, Owner | None, int], ...]
    copies: Copies = NO_COPIES
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRow:
    """What the list of findings shows and sorts by."""

    id: FindingId
    kind: FindingKind
    severity: Severity
    confidence: Level
    site: str
    party: str
    title: str
    why: str
    last_seen: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place in an exchange, and what it is said to show."""

    exchange: ExchangeId
    locator: str = ""
    direction: Direction | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A piece of evidence with what it points at; None where that is no longer held."""

    evidence: Evidence
    spot: Spot | None
    thing: Signal | Slate | Act | Exchange | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """A finding with its evidence looked up."""

    finding: Finding
    owner: Owner | None
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Blindness:
    """What is known of what is missing; `files` are names with what they can't show.

    `unread` says by site how much of what third parties sent and got could be read.
    """

    losses: tuple[str, ...]
    files: tuple[tuple[str, tuple[str, ...]], ...]
    untested: tuple[str, ...]
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """What an inference rests on: the acts that could be behind it, where it was seen."""

    owner: Owner | None
    behind: Behind
    signals: tuple[Signal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """A list beside strangers': what was tested there, and counts in words.

    `first` compares with the first stranger, `noise` the two strangers; `needed` says what it
    takes for "because of you".
    """

    own: Slate
    others: Others
    tests: tuple[Test, ...]
    first: str
    noise: str
    needed: str
