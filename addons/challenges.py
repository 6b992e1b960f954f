"""Tells the person when a site takes the proxy for a robot.

Nothing is disguised: what is offered is to let that host pass uninspected.
"""

import time
from collections.abc import Callable

from mitmproxy.http import HTTPFlow

from addons import flow as flows
from addons.edge import Edge
from addons.robots import Watch, marks


class Challenges:
    """Looks at the answers to page loads."""

    def __init__(self, edge: Edge, clock: Callable[[], float] = time.monotonic) -> None:
        self.edge = edge
        self._clock = clock
        self._watch = Watch(marks())

    def responseheaders(self, flow: HTTPFlow) -> None:
        """Note the host as soon as its answers show it."""
        if not self._watch.suspects and flows.status(flow) == 200:
            return  # as nearly always
        page = flows.page(flow) if flows.is_recorded(flow) else None
        if page is not None and (why := self._watch.observe(page, self._clock())):
            self.edge.note("challenge", host=page.host, why=why, status=page.status)
