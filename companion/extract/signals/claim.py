"""What a rule says about a datum."""

from typing import NamedTuple

from companion.model import NO_FIGURES, Figures, Level, SignalKind

VALUE_LENGTH = 200  # what the contract keeps of a value
NOBODY = frozenset(("anonymous", "guest", "logged_out", "logged out", "not logged in", "0"))
"""What stands where a site does not know the person: no label."""


class Claim(NamedTuple):
    """A signal without its place: the datum's. The value too is the datum's where left out."""

    kind: SignalKind
    name: str
    confidence: Level
    rule: str
    value: str | tuple[str, ...] = ""
    tokens: tuple[str, ...] = ()
    figures: Figures = NO_FIGURES
