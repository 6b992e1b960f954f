"""Notes the certificates that servers show, for an audit: evidence of whom was spoken to."""

from mitmproxy.tls import TlsData

from addons.edge import Edge
from companion.model import Origin


class Certificates:
    """Writes the chain of each server once; a person's own browsing has no use for it."""

    def __init__(self, edge: Edge) -> None:
        self.edge = edge
        self._told: set[str] = set()

    def tls_established_server(self, data: TlsData) -> None:
        """Note the host and its chain in PEM form, the server's own certificate first."""
        host = data.conn.sni or ""
        if self.edge.origin is not Origin.AUDIT or host in self._told:
            return
        self._told.add(host)
        chain = b"".join(one.to_pem() for one in data.conn.certificate_list)
        self.edge.note("certificate", host=host, chain=chain)
