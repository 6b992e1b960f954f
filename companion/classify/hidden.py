"""Forms in which an identifier is handed on without being legible: hashed, or encoded."""

import base64
import hashlib
from collections.abc import Iterator
from functools import lru_cache

HASHES = ("md5", "sha1", "sha256")  # what cookie-sync studies try; Englehardt & Narayanan 2016
_KEPT = 4_096  # tokens whose forms are held


@lru_cache(_KEPT)
def hidden_forms(token: str) -> tuple[tuple[str, str], ...]:
    """What a token can be known again as elsewhere, each with how it was made."""
    return tuple(_forms(token))


def _forms(token: str) -> Iterator[tuple[str, str]]:
    data = token.encode("utf-8", "surrogatepass")
    for name in HASHES:
        raw = _hashed(name, data)
        yield raw.hex(), name
        yield from ((coded, f"{name}, in Base64") for coded in _base64(raw))
        for again in HASHES:
            yield _hashed(again, raw.hex().encode()).hex(), f"{again} of its {name}"
    yield from ((coded, "Base64") for coded in _base64(data))


def _hashed(name: str, data: bytes) -> bytes:
    return hashlib.new(name, data, usedforsecurity=False).digest()


def _base64(raw: bytes) -> list[str]:
    """Both alphabets, with padding and without, each spelling once."""
    spelled = [base64.b64encode(raw).decode(), base64.urlsafe_b64encode(raw).decode()]
    return list(dict.fromkeys([*spelled, *(one.rstrip("=") for one in spelled)]))
