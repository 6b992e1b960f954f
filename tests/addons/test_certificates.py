"""An audit keeps what servers proved themselves with; nobody else does."""

import pytest
from mitmproxy.certs import Cert
from mitmproxy.connection import Server
from mitmproxy.tls import TlsData

from addons.certificates import Certificates
from addons.edge import Edge
from companion.capture.tail import Reader
from companion.model import Origin
from companion.settings import data_folder
from tests.addons.certificates import self_signed


@pytest.fixture
def certificate(tmp_path):
    return self_signed(tmp_path)[1].read_bytes()


def _notes(tmp_path, origin, certificate):
    edge, db = Edge(), tmp_path / "a.db"
    edge.open(db, origin)
    conn = Server(address=("news.example", 443))
    conn.sni, conn.certificate_list = "news.example", [Cert.from_pem(certificate)]
    addon = Certificates(edge)
    for _ in range(2):
        addon.tls_established_server(TlsData(conn, None))
    edge.close()
    return Reader(data_folder(db) / "journal").batch({}).records


def test_an_audit_notes_the_chain_of_a_host_once(tmp_path, certificate):
    notes = [one for one in _notes(tmp_path, Origin.AUDIT, certificate) if one["kind"] == "note"]
    ((host, chain),) = [(note["host"], note["chain"]) for note in notes]
    assert host == "news.example"
    assert chain.startswith(b"-----BEGIN CERTIFICATE-----")


def test_a_persons_own_browsing_leaves_no_certificates(tmp_path, certificate):
    notes = [one for one in _notes(tmp_path, Origin.LIVE, certificate) if one["kind"] == "note"]
    assert notes == []
