"""Key-values by which ads are chosen: of the ad manager's tag, its requests, and header bidding."""

from collections.abc import Iterator

from companion.extract.signals.claim import Claim
from companion.extract.signals.rules import signal
from companion.extract.signals.scene import Datum, Scene, Where
from companion.model import Level, SignalKind

_TAGS = frozenset({"setTargeting", "googletag", "cust_params", "prev_scp", "scp", "adTargeting"})
_BIDS = ("hb_", "amznbid", "amzniid", "amznp", "amznsz")


def _wants(where: Where) -> bool:
    return where.parent in _TAGS or where.name.startswith(_BIDS)


@signal(_wants)
def targeting(datum: Datum, scene: Scene) -> Iterator[Claim]:
    """A key-value that was given to the system that chooses the ads."""
    yield Claim(
        kind=SignalKind.TARGETING,
        name=datum.name,
        confidence=Level.OBSERVED,
        rule="targeting",
    )
