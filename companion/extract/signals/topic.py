"""Interests that the browser itself names to a party: the header of the Topics API."""

import re
from collections.abc import Iterator

from companion.extract.signals.claim import Claim
from companion.extract.signals.rules import signal_of_exchange
from companion.extract.signals.scene import Scene, Spot
from companion.model import Direction, Level, SignalKind

HEADER = "sec-browsing-topics"
_GROUP = re.compile(r"\(([\d ]*)\);v=([\w.:]+)")


@signal_of_exchange
def topic(scene: Scene) -> Iterator[tuple[Spot, Claim]]:
    """The topic numbers of Sec-Browsing-Topics, with configuration, taxonomy and model."""
    header = scene.exchange.request.header(HEADER)
    groups = [(numbers.split(), version) for numbers, version in _GROUP.findall(header)]
    numbers = tuple(number for several, _ in groups for number in several)
    if numbers:
        yield (
            Spot(f"header:{HEADER}", Direction.SENT),
            Claim(
                value=numbers,
                kind=SignalKind.TOPIC,
                name=HEADER,
                confidence=Level.OBSERVED,
                rule="topic",
                figures={"taxonomy": groups[0][1]},
            ),
        )
