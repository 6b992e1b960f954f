"""The authority vouches for `.test` only, and keeps its files to their owner."""

import ssl

import pytest
from cryptography import x509

from companion.smallweb import ca


@pytest.fixture
def authority(tmp_path):
    return ca.create(tmp_path / "web")


def _handshake(authority, host):
    """Shakes hands in memory; raises what the client thinks of the certificate."""
    up, down = ssl.MemoryBIO(), ssl.MemoryBIO()
    trusting = ssl.create_default_context(cafile=str(authority.file))
    client = trusting.wrap_bio(down, up, server_hostname=host)
    server = authority.context(host).wrap_bio(up, down, server_side=True)
    for side in (client, server, client, server, client):
        try:
            side.do_handshake()
        except ssl.SSLWantReadError:
            continue
    return client.getpeercert()


def test_a_leaf_for_test_is_trusted(authority):
    assert _handshake(authority, "news.test")["subjectAltName"] == (("DNS", "news.test"),)


def test_a_leaf_for_any_other_name_is_not(authority):
    with pytest.raises(ssl.SSLCertVerificationError, match="permitted subtree"):
        _handshake(authority, "news.example")


def test_the_folder_and_its_files_are_their_owners_alone(authority):
    authority.context("news.test")
    assert authority.folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in authority.folder.iterdir()} == {0o600}


def test_the_key_of_the_authority_is_never_written(authority):
    assert b"PRIVATE" not in authority.file.read_bytes()
    assert [path.name for path in authority.folder.iterdir()] == ["ca.pem"]


def test_the_constraint_stands_in_the_certificate(authority):
    constraint = authority.certificate.extensions.get_extension_for_class(x509.NameConstraints)
    assert constraint.critical
    assert constraint.value.permitted_subtrees == [x509.DNSName("test")]
