"""What a dedicated profile trusts: the key of our own certificate authority, nothing else."""

import base64
from hashlib import sha256
from pathlib import Path


def spki(certificate: Path) -> str:
    """Base64 of the SHA-256 of a certificate's SubjectPublicKeyInfo (RFC 7469, section 2.4).

    mitmproxy signs every leaf with the authority's own key, so one pin serves for all hosts.
    """
    from cryptography import x509  # noqa: PLC0415 - heavy, and only wanted here
    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415

    key = x509.load_pem_x509_certificate(certificate.read_bytes()).public_key()
    der = key.public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return base64.b64encode(sha256(der).digest()).decode()
