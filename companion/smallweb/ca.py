"""The demo's certificate authority: it may vouch for `.test` only, and its key is never written.

Each start makes a new one. A browser or proxy that trusts it trusts it for nothing but the small
web, since the name constraint is part of the certificate (RFC 5280, section 4.2.1.10).
"""

import ssl
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

_DAY = timedelta(days=1)
_LIFE = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Authority:
    """A certificate authority for `.test`, with the folder where its leaves are written."""

    folder: Path
    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey

    @property
    def file(self) -> Path:
        """The certificate to trust, as PEM."""
        return self.folder / "ca.pem"

    def context(self, host: str) -> ssl.SSLContext:
        """A server context that shows a fresh leaf for `host`."""
        key = ec.generate_private_key(ec.SECP256R1())
        leaf = _signed(self, key, host)
        path = self.folder / f"{host}.pem"
        _write(path, leaf.public_bytes(Encoding.PEM) + _pem(key))
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(path)
        return context


def create(folder: Path) -> Authority:
    """A new authority in `folder` (made 0700; files 0600)."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    folder.chmod(0o700)
    key = ec.generate_private_key(ec.SECP256R1())
    name = _name("Companion small web (made up, .test only)")
    only_test = x509.NameConstraints(
        permitted_subtrees=[x509.DNSName("test")], excluded_subtrees=None
    )
    signing = x509.KeyUsage(
        digital_signature=True,
        key_cert_sign=True,
        crl_sign=True,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )
    certificate = (
        _builder(name, name, key)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(only_test, critical=True)
        .add_extension(signing, critical=True)
        .sign(key, hashes.SHA256())
    )
    authority = Authority(folder, certificate, key)
    _write(authority.file, certificate.public_bytes(Encoding.PEM))
    return authority


def _signed(authority: Authority, key: ec.EllipticCurvePrivateKey, host: str) -> x509.Certificate:
    issuer = authority.key.public_key()
    return (
        _builder(_name(host), authority.certificate.subject, key)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer), critical=False)
        .sign(authority.key, hashes.SHA256())
    )


def _builder(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey
) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _DAY)
        .not_valid_after(now + _LIFE)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def _name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def _pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def _write(path: Path, data: bytes) -> None:
    path.touch(mode=0o600)
    path.chmod(0o600)
    path.write_bytes(data)
