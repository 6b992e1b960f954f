"""Checking a chain: the first exchange that was altered, and what can't be told."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from companion.chain.link import START, Link, head
from companion.chain.sign import is_signed
from companion.chain.signature import Signature

type Holds = Callable[[Link], bool]


@dataclass(slots=True)
class Verdict:
    """What a chain shows; `altered` is one line on the first thing that was changed, or empty.

    `kept` exchanges were found as they were; `gaps` links vouch for what was forgotten, amended or
    is not in the bundle; `signed` is the number of the last link under a signature. `notes` say
    what the chain itself can't tell.
    """

    altered: str = ""
    links: int = 0
    kept: int = 0
    gaps: int = 0
    signed: int = 0
    signatures: int = 0
    notes: list[str] = field(default_factory=list)


def verify(
    links: Iterable[Link],
    signatures: Mapping[int, Signature],
    key: Ed25519PublicKey,
    holds: Holds,
) -> Verdict:
    """Walk a chain from its first link and stop at the first that does not fit.

    `holds` says whether the exchange of a link that has one is as it was. A chain that was cut off
    at its end and lost its last signatures can't be told from one that ended there: compare its
    last head with one noted elsewhere.
    """
    verdict, before = Verdict(), START
    for link in links:
        if fault := _fault(link, before, verdict.links + 1):
            verdict.altered = fault
            return verdict
        verdict.links += 1
        if link.exchange is None:
            verdict.gaps += 1
        elif holds(link):
            verdict.kept += 1
        else:
            verdict.altered = f"exchange {link.exchange} (link {link.number}) is not as it was kept"
            return verdict
        if signed := signatures.get(link.number):
            if not is_signed(key, link.head, signed):
                verdict.altered = f"the signature on link {link.number} is not of this key"
                return verdict
            verdict.signatures, verdict.signed = verdict.signatures + 1, link.number
        before = link.head
    if missing := [number for number in signatures if number > verdict.links]:
        verdict.altered = f"links up to {max(missing)} were signed, {verdict.links} are left"
    return verdict


def _fault(link: Link, before: bytes, expected: int) -> str:
    if link.number != expected:
        return f"link {expected} is gone: next comes {link.number}"
    if link.head != head(before, link.number, link.amends, link.commitment):
        return f"link {link.number} does not follow from the one before it"
    return ""
