"""Copies of one request, and what became of each: what is sent, left out, and missing."""

import asyncio
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from random import Random

from mitmproxy.http import HTTPFlow

from addons import flow as flows
from addons.robots import Page, symptom
from companion.compare.stranger import Fields, stranger

STRANGERS = ("C1", "C2")
SELF = "U2"
CONDITIONS = ("if-none-match", "if-modified-since", "if-match", "if-range", "range")
"""Headers by which the answer may be none at all."""

type Write = Callable[[HTTPFlow, tuple[str, ...]], None]


@dataclass(slots=True, eq=False)
class Copy:
    """One request to be sent for comparison.

    `notes` say what of the person's request it has, in names; `answered` is set once it is over.
    """

    flow: HTTPFlow
    notes: tuple[str, ...]
    wanted: str
    answered: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def place(self) -> str:
        """Its place in the round, KEY/ARM."""
        return str(self.flow.metadata[flows.ROUND])

    @property
    def host(self) -> str:
        """The host it goes to."""
        return self.flow.request.host


def copies(flow: HTTPFlow, key: str, *, again: bool, random: Random) -> list[Copy]:
    """The copies of a round in random order; `again`: one in the person's name, too."""
    made = [_stranger(flow, f"{key}/{arm}", random) for arm in STRANGERS]
    if again:
        made.append(_again(flow, f"{key}/{SELF}"))
    random.shuffle(made)
    return made


def missing(page: Page, media_type: str, wanted: str, known: frozenset[str]) -> tuple[str, bool]:
    """Why the answer to a copy can't be compared, by its structure; and whether to ask no more.

    Args:
        page: what is seen of the answer.
        media_type: its kind.
        wanted: the kind of the person's answer; empty where there was none.
        known: headers by which protection services say that an answer is a challenge.
    """
    if page.status == 429 or symptom(page._replace(html=True, length=0), known) in (
        "challenge",
        "refused",
    ):
        return f"it was refused or asked for a proof of being human ({page.status})", True
    if page.status in (401, 407):
        return f"it was asked to sign in ({page.status})", False
    if page.status != 200:
        return f"it was answered with status {page.status}", False
    if wanted and media_type != wanted:
        return f"it was answered with {media_type or 'no kind named'} instead of {wanted}", False
    return "", False


def _stranger(flow: HTTPFlow, place: str, random: Random) -> Copy:
    sent = stranger(flows.sent(flow), random)
    notes = (
        "copy of a request as a stranger sends it",
        f"sent too: {_named(sent.kept)}",
        f"left out: {_named(sent.dropped)}",
    )
    return _copy(flow, place, sent.headers, notes)


def _again(flow: HTTPFlow, place: str) -> Copy:
    fields = tuple(
        (name, value) for name, value in flows.sent(flow) if name.lower() not in CONDITIONS
    )
    return _copy(flow, place, fields, ("copy of a request, sent in your name with your cookies",))


def _copy(flow: HTTPFlow, place: str, fields: Fields, notes: tuple[str, ...]) -> Copy:
    made = flows.repeated(flow, fields)
    made.metadata[flows.ROUND] = place
    return Copy(made, notes, flows.asked(flow).kind)


def _named(parts: Collection[str]) -> str:
    return ", ".join(parts) or "nothing"
