"""Asks for addresses as two strangers, through a proxy of its own that listens to nobody."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from companion.errors import CompanionError
from companion.live.child import start
from companion.live.proxy import ProxyOptions, asking
from companion.model import Headers

_SECONDS = 120
"""A round takes a minute and a half at most, for all of its addresses."""


class Wanted(NamedTuple):
    """An address, the headers the person's browser sent there, kind and page of its answer."""

    url: str
    headers: Headers
    kind: str = ""
    page: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """One copy: its arm in the round, its headers, what was left out; `why` it was not sent."""

    arm: str
    headers: Headers
    notes: tuple[str, ...]
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was decided on an address: its round and copies, or `why` nothing was sent."""

    url: str
    round: str
    why: str
    copies: tuple[Sent, ...]


def ask(options: ProxyOptions, wanted: Sequence[Wanted], *, dry: bool = False) -> list[Asked]:
    """Ask for addresses once as two strangers each; what they get goes to the store's journal.

    Args:
        options: what lies behind the proxy, and where to record.
        wanted: what to ask for.
        dry: decide, but send nothing.

    Raises:
        CompanionError: the proxy could not do it; its last complaint is told.
    """
    options.confdir.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = options.folder / "probe.json"
    told = path.with_suffix(".told")
    try:
        path.touch(mode=0o600)
        path.write_text(json.dumps([one._asdict() for one in wanted]), "utf-8")
        told.unlink(missing_ok=True)
        child = start("probe", asking(options, path, dry=dry), options.folder)
        ended = child.wait(within=_SECONDS + _SECONDS * len(wanted) // 10)
        if not ended or not told.exists():
            raise CompanionError(f"nothing was asked ({child.complaint()}): see {child.log}")
        return [_asked(one) for one in json.loads(told.read_text("utf-8"))]
    finally:
        for file in (path, told):
            file.unlink(missing_ok=True)


def _asked(told: dict[str, Any]) -> Asked:
    copies = tuple(
        Sent(
            arm=one["arm"],
            headers=tuple((name, value) for name, value in one["headers"]),
            notes=tuple(one["notes"]),
            why=one["why"],
        )
        for one in told["copies"]
    )
    return Asked(url=told["url"], round=told["round"], why=told["why"], copies=copies)


def default_headers(language: str) -> Headers:
    """What a browser nobody has met says, where none was recorded; it says that it is Companion."""
    return (
        ("user-agent", "Mozilla/5.0 (compatible; Companion)"),
        ("accept", "text/html,application/xhtml+xml,application/json;q=0.9,*/*;q=0.8"),
        ("accept-language", language),
        ("accept-encoding", "gzip, br"),
    )
