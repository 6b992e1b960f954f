"""Time stamps of others on the evidence chain: asked for, and told with the verdict."""

import urllib.request
from collections.abc import Callable, Sequence
from http.client import HTTPException
from pathlib import Path

from companion.chain.link import Link
from companion.chain.stamp import Stamp, ask, read, read_roots
from companion.chain.verify import Verdict
from companion.cli._document import current
from companion.errors import CompanionError
from companion.report.plain import plain
from companion.store import links, stamps

_TYPE = "application/timestamp-query"
_SECONDS = 20
_LARGEST = 1 << 20
"""Bytes of an answer; a larger one is none."""


def stamp(db: Path, url: str) -> str:
    """Have the newest head stamped by somebody else; when they say that was.

    Raises:
        CompanionError: nothing is recorded, or no stamp was given.
    """
    with current(db) as store:
        newest = links.last(store)
        if newest is None:
            raise CompanionError("nothing is recorded that could be stamped")
        stamped = ask(url, newest.number, newest.head, post)
        stamps.put(store, stamped)
    return f"link {newest.number} stamped at {read(stamped, newest.head, ()).stamped_at}"


def read_stamps(
    checked: Verdict,
    kept: Sequence[Stamp],
    link: Callable[[int], Link | None],
    roots: Path | None,
) -> None:
    """Add what time stamps say; one that does not hold counts as altered."""
    trusted = read_roots(roots.read_bytes(), str(roots)) if roots else []
    for one in kept:
        found = link(one.number)
        said = read(one, found.head if found else b"", trusted)
        where = f"the time stamp of {plain(one.authority, 80)} on link {one.number}"
        if said.fault:
            checked.altered = checked.altered or f"{where}: {said.fault}"
        elif trusted:
            checked.notes.append(f"{where} holds: {said.stamped_at}")
        else:
            checked.notes.append(f"{where} says {said.stamped_at}; --roots FILE checks who signed")


def post(url: str, query: bytes) -> bytes:
    """Send a query over the network.

    Raises:
        CompanionError: there is no answer, or the address is none of the web.
    """
    if not url.startswith(("https://", "http://")):
        raise CompanionError(f"{url} is no address of a time stamp authority: https://…")
    asked = urllib.request.Request(url, data=query, headers={"content-type": _TYPE})  # noqa: S310 - checked above
    try:
        with urllib.request.urlopen(asked, timeout=_SECONDS) as answer:  # noqa: S310 - checked above
            found: bytes = answer.read(_LARGEST)
    except (OSError, ValueError, HTTPException) as error:
        why = getattr(error, "reason", None) or type(error).__name__
        raise CompanionError(f"{url} can't be asked ({why}): try again, or another") from error
    return found
