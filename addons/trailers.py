"""Ends an HTTP/1.1 body that headers follow like one that none follow.

mitmproxy breaks off at such headers, and the client waits without end for what it never gets.
A proxy may leave them out (RFC 9110, 6.5.1). In HTTP/2 they pass, and nothing is done here.
"""

from h11 import Data, EndOfMessage
from h11._readers import ChunkedReader
from h11._receivebuffer import ReceiveBuffer
from mitmproxy.addonmanager import Loader
from mitmproxy.proxy.layers.http import _http1


class Untrailed(ChunkedReader):
    """Reads chunks, and keeps nothing of what stands after the last."""

    def __call__(self, buf: ReceiveBuffer) -> Data | EndOfMessage | None:
        """The next piece, the end, or None where more is needed."""
        event = super().__call__(buf)
        return EndOfMessage() if isinstance(event, EndOfMessage) else event


class Trailers:
    """Acts once, before the proxy runs."""

    def load(self, _loader: Loader) -> None:
        """Have mitmproxy read chunks so."""
        _http1.ChunkedReader = Untrailed  # type: ignore[attr-defined]
