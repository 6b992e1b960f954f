"""A chain with some of its exchanges as one file that others can check: a ZIP of JSON."""

import base64
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from companion.chain.contents import commitment, contents
from companion.chain.link import Link, Opening, Salts
from companion.chain.signature import Signature
from companion.chain.stamp import Stamp
from companion.errors import UnreadableInput
from companion.model import Exchange

_CHAIN, _SIGNATURES, _KEY, _READ_ME, _STAMPS = (
    "chain.jsonl", "signatures.json", "evidence.pub", "README.txt", "stamps.json",
)  # fmt: skip
_LARGEST = 64 << 20
"""Bytes of one part of a bundle; a larger one is refused unread."""
_WORDS = """Evidence recorded by Companion.

chain.jsonl      every link of the chain in its order; those of exchanges that are not in this
                 bundle, or were forgotten, show a commitment and nothing else
exchanges/N.json the facts of the exchange of link N, exactly as they are vouched for
bodies/N.*       its bodies, decoded, after personal data and sign-ins were taken out
signatures.json  Ed25519 signatures over heads of the chain, with the time by the clock of the
                 machine that recorded
stamps.json      where others stamped heads of the chain (RFC 3161): their answers, in Base64
evidence.pub     the key to check them with: compare it with the one you were given

companion verify FILE --key evidence.pub

The chain shows that nothing was changed, added or left out between what was kept and this file.
It does not show that the machine that recorded told the truth.
"""

type Find = Callable[[str], Exchange | None]


def write(
    target: Path,
    links: Iterable[Link],
    signatures: Mapping[int, Signature],
    public_key: bytes,
    find: Find,
) -> int:
    """Write a bundle (a file of its owner's alone is made before); how many exchanges it holds.

    `find` gives the exchanges to include by their id; None leaves one out, and its salts with it.

    Raises:
        UnreadableInput: it can't be written.
    """
    written = 0
    try:
        target.touch(mode=0o600)
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as bundle:
            bundle.writestr(_READ_ME, _WORDS)
            bundle.writestr(_KEY, public_key)
            bundle.writestr(_SIGNATURES, json.dumps([_signature(it) for it in signatures.values()]))
            lines = []
            for link in links:
                exchange = find(link.exchange) if link.exchange else None
                lines.append(json.dumps(_row(link, shown=exchange is not None)))
                if exchange and link.opening:
                    _put(bundle, link, link.opening, exchange)
                    written += 1
            bundle.writestr(_CHAIN, "\n".join(lines) + "\n")
    except OSError as error:
        raise UnreadableInput(
            f"{target} can't be written ({error.strerror}): name another"
        ) from error
    return written


def add_stamps(target: Path, stamps: Iterable[Stamp]) -> None:
    """Add time stamps to a bundle that was just written."""
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as bundle:
        bundle.writestr(_STAMPS, json.dumps([_stamp(it) for it in stamps]))


class Bundle:
    """A bundle that is read; everything in it may be hostile.

    Raises:
        UnreadableInput: it is no bundle, or a part is missing, damaged or too large.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._zip = zipfile.ZipFile(path)
        except (OSError, zipfile.BadZipFile) as error:
            raise UnreadableInput(f"{path} is no bundle of evidence: check the name") from error

    def links(self) -> Iterator[Link]:
        """Its links, in order."""
        for number, line in enumerate(self._read(_CHAIN).splitlines(), 1):
            try:
                yield _link(json.loads(line))
            except (ValueError, KeyError, TypeError) as error:
                raise UnreadableInput(f"{self._path}: line {number} of {_CHAIN} is damaged") from (
                    error
                )

    def signatures(self) -> dict[int, Signature]:
        """Its signatures by the link they stand on."""
        try:
            rows = json.loads(self._read(_SIGNATURES))
            return {row["number"]: _read_signature(row) for row in rows}
        except (ValueError, KeyError, TypeError) as error:
            raise UnreadableInput(f"{self._path}: {_SIGNATURES} is damaged") from error

    def stamps(self) -> list[Stamp]:
        """The time stamps on it; none in a bundle of an earlier version."""
        if _STAMPS not in self._zip.NameToInfo:
            return []
        try:
            return [
                Stamp(
                    number=int(row["number"]),
                    authority=str(row["authority"]),
                    answer=base64.b64decode(row["answer"], validate=True),
                )
                for row in json.loads(self._read(_STAMPS))
            ]
        except (ValueError, KeyError, TypeError) as error:
            raise UnreadableInput(f"{self._path}: {_STAMPS} is damaged") from error

    def public_key(self) -> bytes:
        """The key that lies in it: proves nothing unless it is the one that was given."""
        return self._read(_KEY)

    def holds(self, link: Link) -> bool:
        """Whether what the bundle says of an exchange is what its link vouches for."""
        opened = link.opening
        if opened is None:
            return False
        whole = self._read(f"exchanges/{link.number}.json")
        if commitment(opened.salts.whole, whole) != link.commitment:
            return False
        try:
            facts = json.loads(whole)
            promised = {side: facts[side]["body"] for side in ("request", "response")}
        except (ValueError, KeyError, TypeError):
            return False
        salts = {"request": opened.salts.request, "response": opened.salts.response}
        return facts.get("id") == link.exchange and all(
            self._body_holds(f"bodies/{link.number}.{side}", salts[side], promised[side])
            for side in promised
        )

    def _body_holds(self, name: str, salt: bytes, promised: str | None) -> bool:
        if name not in self._zip.NameToInfo:
            return True  # a body that is not kept is no change
        return promised is not None and commitment(salt, self._read(name)).hex() == promised

    def _read(self, name: str) -> bytes:
        try:
            if self._zip.getinfo(name).file_size > _LARGEST:
                raise UnreadableInput(f"{self._path}: {name} is larger than any we write")
            return self._zip.read(name)
        except (KeyError, OSError, zipfile.BadZipFile, ValueError) as error:
            raise UnreadableInput(f"{self._path}: {name} is missing or damaged") from error


def _put(bundle: zipfile.ZipFile, link: Link, opened: Opening, exchange: Exchange) -> None:
    facts = contents(exchange, _hex(opened.request), _hex(opened.response))
    bundle.writestr(f"exchanges/{link.number}.json", facts)
    for side, message in (("request", exchange.request), ("response", exchange.response)):
        if message.body is not None:
            bundle.writestr(f"bodies/{link.number}.{side}", message.body)


def _row(link: Link, *, shown: bool) -> dict[str, Any]:
    row: dict[str, Any] = {
        "number": link.number,
        "amends": link.amends,
        "commitment": link.commitment.hex(),
        "head": link.head.hex(),
    }
    if shown and link.opening:
        salts = link.opening.salts
        row |= {
            "exchange": link.exchange,
            "salts": [salts.whole.hex(), salts.request.hex(), salts.response.hex()],
        }
    return row


def _link(row: dict[str, Any]) -> Link:
    opened = None
    if "salts" in row:
        whole, request, response = (bytes.fromhex(salt) for salt in row["salts"])
        salts = Salts(whole=whole, request=request, response=response)
        opened = Opening(salts=salts, request=None, response=None)
    return Link(
        number=int(row["number"]),
        amends=int(row["amends"]),
        commitment=bytes.fromhex(row["commitment"]),
        head=bytes.fromhex(row["head"]),
        exchange=row.get("exchange"),
        opening=opened,
    )


def _stamp(stamp: Stamp) -> dict[str, Any]:
    answer = base64.b64encode(stamp.answer).decode()
    return {"number": stamp.number, "authority": stamp.authority, "answer": answer}


def _signature(signed: Signature) -> dict[str, Any]:
    return {
        "number": signed.number,
        "signed_at": signed.signed_at.astimezone(UTC).isoformat(timespec="microseconds"),
        "signature": signed.signature.hex(),
    }


def _read_signature(row: dict[str, Any]) -> Signature:
    return Signature(
        number=int(row["number"]),
        signed_at=datetime.fromisoformat(row["signed_at"]),
        signature=bytes.fromhex(row["signature"]),
    )


def _hex(committed: bytes | None) -> str | None:
    return None if committed is None else committed.hex()
