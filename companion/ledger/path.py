"""The way from what the person did to what was delivered, as steps with their evidence."""

from dataclasses import dataclass
from datetime import datetime

from companion.ledger.causes import Candidate
from companion.model import Evidence, Slate


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A party that knows, or could know, the same: how, since when, and what shows it."""

    party: str
    how: str
    since: datetime
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Loop:
    """An act that took an entry of a list, and what led to the list. No verdict.

    `first` is the likeliest act behind the entry and `sent` who got a flow by it; `entered` counts
    the entries of the list that were not in it `before`, None where it came for the first time.
    `rank` was taken; `sent_again` got a flow by that.
    """

    first: Candidate | None
    sent: tuple[str, ...]
    list: Slate
    before: Slate | None
    entered: int | None
    rank: int
    title: str
    sent_again: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """What could be behind some labels: of the `acts` since `begins`, the likeliest.

    `readable` is false where they are codes that nobody guesses at.
    """

    begins: datetime
    acts: int
    causes: tuple[Candidate, ...]
    readable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """What is asked about, how it came, what could be behind it, and who else could know.

    `what` is finding, signal, slate, item or act. Without `causes`, none of the `acts` since
    `begins` has to do with it; `readable` is false where it is a code that nobody guesses at.
    """

    what: str
    title: str
    why: str
    begins: datetime
    acts: int
    evidence: tuple[Evidence, ...] = ()
    causes: tuple[Candidate, ...] = ()
    readable: bool = True
    others: tuple[Known, ...] = ()
    loop: Loop | None = None
