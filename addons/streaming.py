"""Which answers pass through piece by piece, and how much of them is kept.

A body that mitmproxy holds back until it is whole can't be streamed later, so this is decided
when the headers are there. What is no stream is held back and becomes one record.
"""

import time
from collections.abc import Callable
from enum import Enum
from typing import NamedTuple

from companion.capture.frames import Record

LARGE = 2 << 20
"""Bytes: an answer declared longer than this is streamed, and no more than this of it is kept."""
SMALL = 64 << 10
"""Bytes: media declared no longer than this cost less held back than passed on in pieces."""

_NO_BODY = (101, 204, 205, 304)
_MEDIA = (
    "image/",
    "video/",
    "audio/",
    "font/",
    "application/font-",
    "application/x-font",
    "application/vnd.ms-fontobject",
)
_STREAMS = (
    "text/event-stream",
    "application/x-ndjson",
    "application/ndjson",
    "application/jsonl",
    "application/stream+json",
    "application/json-seq",
    "application/grpc",
    "multipart/x-mixed-replace",
)
_PAGES = ("text/html", "text/css", "javascript", "json", "xml")


class Plan(Enum):
    """What happens to the body of an answer."""

    WHOLE = "held back until it is whole, and kept"
    UNKEPT = "held back until it is whole, and not kept"
    PIECES = "passed on piece by piece, and kept"
    THROUGH = "passed on piece by piece, and not kept"


class Answer(NamedTuple):
    """What the headers say of an answer; `length` is None where they do not say it.

    `wanted_as` is the request's Sec-Fetch-Dest: empty where the client sends none, or where it
    makes no difference because the length is said.
    """

    method: str
    status: int
    media_type: str
    length: int | None
    wanted_as: str


def plan(answer: Answer) -> Plan:
    """How an answer is passed on."""
    if answer.method == "HEAD" or answer.status in _NO_BODY or answer.length == 0:
        return Plan.WHOLE
    if answer.media_type.startswith(_MEDIA):
        is_small = answer.length is not None and answer.length <= SMALL
        return Plan.UNKEPT if is_small else Plan.THROUGH
    if answer.length is not None:
        return Plan.PIECES if answer.length > LARGE else _by_type(answer)
    endless = answer.wanted_as == "empty" or not any(kind in answer.media_type for kind in _PAGES)
    return Plan.PIECES if endless else _by_type(answer)


def _by_type(answer: Answer) -> Plan:
    return Plan.PIECES if answer.media_type.startswith(_STREAMS) else Plan.WHOLE


class Tee:
    """Hands on the pieces of one answer, each after it was written to the journal."""

    def __init__(self, flow_id: str, write: Callable[[Record], None], keep: int = LARGE) -> None:
        self._id, self._write, self._room = flow_id, write, keep
        self.length = 0
        self.kept = 0

    def __call__(self, data: bytes) -> bytes:
        """The same bytes."""
        if data and self._room > self.kept:
            part = data[: self._room - self.kept]
            self._write(
                {
                    "kind": "chunk",
                    "id": self._id,
                    "offset": self.kept,
                    "data": part,
                    "t": time.time(),
                }
            )
            self.kept += len(part)
        self.length += len(data)
        return data


class Held:
    """Holds the beginning of an answer that nobody waits for, and lets nothing of it pass."""

    def __init__(self, keep: int) -> None:
        self._pieces: list[bytes] = []
        self._room = keep

    def __call__(self, data: bytes) -> bytes:
        """Nothing."""
        part = data[: self._room]
        self._room -= len(part)
        self._pieces.append(part)
        return b""

    @property
    def body(self) -> bytes:
        """What was held."""
        return b"".join(self._pieces)
