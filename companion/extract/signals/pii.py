"""The person's own data on their way: made from the list of what was taken out before keeping."""

from collections.abc import Iterator

from companion.extract.signals.claim import Claim
from companion.extract.signals.rules import signal_of_exchange
from companion.extract.signals.scene import Scene, Spot
from companion.model import Level, SignalKind


@signal_of_exchange
def pii(scene: Scene) -> Iterator[tuple[Spot, Claim]]:
    """A seed of the person that stood in the exchange; its value is never written."""
    for taken in scene.exchange.redactions:
        if taken.kind != "seed":
            continue
        under = taken.locator.rpartition(" >> ")[2] or taken.locator
        name = under.rpartition("/")[2].rpartition(":")[2] or under
        told = f"{name}: {taken.chain}" if taken.chain else name
        yield (
            Spot(taken.locator, taken.direction),
            Claim(
                value=f"seed:{taken.field}",
                kind=SignalKind.PII,
                name=told,
                confidence=Level.OBSERVED,
                rule="pii",
                figures={"field": taken.field, "chain": taken.chain, "token": taken.token},
            ),
        )
