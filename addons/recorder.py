"""Records what passes to the journal of a store: `mitmdump -s addons/recorder.py`.

What is kept of an exchange is written before the browser gets it, so that nothing the browser
has is missing from the record, however the proxy ends.
"""

import logging
from pathlib import Path

from mitmproxy import ctx
from mitmproxy.addonmanager import Loader
from mitmproxy.http import HTTPFlow

from addons import flow as flows
from addons.certificates import Certificates
from addons.challenges import Challenges
from addons.edge import Edge
from addons.lean import Lean
from addons.parent import Parent
from addons.scope import Scope
from addons.shield import Shield
from addons.streaming import LARGE, Plan, Tee, plan
from addons.targets import Targets
from addons.together import Together
from addons.trailers import Trailers
from addons.twins import Twins
from companion.model import Origin
from companion.settings import default_db

log = logging.getLogger(__name__)


class Recorder:
    """Writes one record for each exchange, several for one that comes in pieces."""

    def __init__(self, edge: Edge) -> None:
        self.edge = edge

    def load(self, loader: Loader) -> None:
        """Add the options that say where to record, and what it is that is recorded."""
        loader.add_option("companion_db", str, "", "The store to record to; empty: your own.")
        loader.add_option(
            "companion_origin",
            str,
            Origin.LIVE.value,
            "Whether real browsing is recorded, a made-up web, or an audit.",
            choices=[Origin.LIVE.value, Origin.DEMO.value, Origin.AUDIT.value],
        )

    def configure(self, updated: set[str]) -> None:
        """Open the journal before the first connection; an error here ends the start."""
        if not updated & {"companion_db", "companion_origin"}:
            return
        db = Path(ctx.options.companion_db) if ctx.options.companion_db else default_db()
        try:
            self.edge.open(db.expanduser().absolute(), Origin(ctx.options.companion_origin))
        except OSError as error:
            log.error("%s can't be recorded to (%s): name another companion_db", db, error.strerror)
            return
        self.edge.note("started")
        log.info("Companion records to %s", db)

    def done(self) -> None:
        """End the run."""
        self.edge.note("stopped")
        self.edge.close()

    def responseheaders(self, flow: HTTPFlow) -> None:
        """Decide whether the answer passes piece by piece, while that can be decided."""
        if not flows.is_recorded(flow):
            return
        said = flows.answer(flow)
        planned = plan(said) if said else Plan.WHOLE
        if planned is Plan.UNKEPT:
            flow.metadata[flows.UNKEPT] = True
        if planned in (Plan.WHOLE, Plan.UNKEPT) or flow.response is None:
            return
        kept = planned is Plan.PIECES
        flow.response.stream = Tee(flow.id, self.edge.write, LARGE if kept else 0)
        self.edge.write(flows.opened(flow, self._alias(flow), kept=kept))

    def response(self, flow: HTTPFlow) -> None:
        """Write the exchange, or the end of one that came in pieces."""
        if not flows.is_recorded(flow):
            return
        tee = flow.response.stream if flow.response else None
        if isinstance(tee, Tee):
            self.edge.write(flows.closed(flow, tee))
        elif flow.websocket is not None:
            self.edge.write(flows.opened(flow, self._alias(flow)))
        else:
            self.edge.write(flows.exchange(flow, self._alias(flow)))

    def error(self, flow: HTTPFlow) -> None:
        """Write what there is of an exchange that failed."""
        self.response(flow)

    def websocket_message(self, flow: HTTPFlow) -> None:
        """Write a message, in either direction."""
        if flows.is_recorded(flow):
            self.edge.write(flows.newest_message(flow))

    def websocket_end(self, flow: HTTPFlow) -> None:
        """Write the end of a WebSocket."""
        if flows.is_recorded(flow):
            self.edge.write(flows.closed(flow))

    def _alias(self, flow: HTTPFlow) -> str:
        return self.edge.aliases.get(flow.request.host, "")


edge = Edge()
scope = Scope(edge)
parts = (
    Lean(),
    Trailers(),
    scope,
    Targets(edge),
    Challenges(edge),
    Certificates(edge),
    Shield(edge),
    Twins(edge, scope.settings),
    Recorder(edge),
    Parent(),
)
addons = [Together(edge, *parts)]
