"""What a detector says about a record, for its tests."""

from companion.classify.detector import Claim, Silence, detectors
from companion.model import FindingKind


def claims(kind: FindingKind, record, site: str = "news.example") -> list[Claim]:
    """The claims of the detector of a kind."""
    said = detectors()[kind].look(site, record)
    return [it for it in said if isinstance(it, Claim)]


def silences(kind: FindingKind, record, site: str = "news.example") -> list[Silence]:
    """What the detector of a kind looked at in vain."""
    said = detectors()[kind].look(site, record)
    return [it for it in said if isinstance(it, Silence)]
