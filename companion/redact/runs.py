"""Pieces of some bytes that are a coding of others: where they stand and what they can hold."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

from companion.decode.lz import BEGINS
from companion.redact.codes import HEAD, Reading, deflated, every, likely, unpacked
from companion.redact.views import SHORTEST, stretches

UNPACKED = 4_000_000  # bytes that the values of one text may come to, beyond its own length
_TRIES = 5  # places in one stretch from which all the rest is read; a path has few
_PIECES = 60  # pieces of one stretch that are read by themselves

type Readings = Callable[[bytes], Iterable[Reading]]


# Compressed bytes in percent-encoding, which script writes byte by byte; and any such value.
_MARKED = re.compile(
    rb"(?:%1[fF]%8[bB]|(?:x|%78)%(?:01|5[eE]|9[cC]|[dD][aA])|(?:\(|%28)%[bB]5)[\w%.~!*'()+-]*"
)
_VALUE = re.compile(rb"(?<![\w%.~!*'()+-])[\w%.~!*'()+-]*%[\w%.~!*'()+-]+")


class Run(NamedTuple):
    """A piece of some bytes: where it stands, what it can hold, by which coding."""

    start: int
    end: int
    data: bytes
    coding: str


def runs(data: bytes, *, deep: bool = False) -> Iterator[Run]:
    """The pieces that are codings of text, or of packed text, by how they begin.

    With `deep` every reading of every piece, most of which are noise.
    """
    left = UNPACKED + len(data) * (8 if deep else 1)
    for run in chain(_escaped(data, deep=deep), _in_stretches(data, deep=deep)):
        left -= len(run.data)
        if left < 0:
            return
        yield run


def _in_stretches(data: bytes, *, deep: bool) -> Iterator[Run]:
    for start, end in stretches(data):
        yield from _every(data, start, end) if deep else _likely(data, start, end)


def _escaped(data: bytes, *, deep: bool) -> Iterator[Run]:
    """Compressed bytes that are written in percent-encoding."""
    if b"%" in data:
        for found in (_VALUE if deep else _MARKED).finditer(data):
            raw = unquote_to_bytes(found[0])
            if reading := unpacked(raw) or (deflated(raw) if deep else None):
                yield Run(*found.span(), *reading)


def _likely(data: bytes, start: int, end: int) -> Iterator[Run]:
    """The runs in a stretch: a path may hold some between its slashes."""
    tried = 0
    while 0 <= start < end:
        after = data.find(b"/", start, end)
        run = None
        if HEAD.match(data, start, end) or BEGINS.match(data, start, end):
            run = _first(data, start, end) if tried < _TRIES else None
            run = run or (_first(data, start, after) if after > 0 else None)
            tried += 1
        if run is not None:
            yield run
            after = data.find(b"/", run.end, end)
        start = after + 1 if after >= 0 else end


def _first(data: bytes, start: int, end: int) -> Run | None:
    return next(_read(data, start, end, likely), None)


def _every(data: bytes, start: int, end: int) -> Iterator[Run]:
    """The readings of a whole stretch, and of what stands between its signs."""
    spans = {(start, end): None}
    for signs in (b"/", b"/-_+"):
        at = start
        for place in range(start, end + 1):
            if place == end or data[place] in signs:
                spans[at, place] = None
                at = place + 1
    for begin, close in list(spans)[:_PIECES]:
        yield from _read(data, begin, close, every)


def _read(data: bytes, start: int, end: int, readings: Readings) -> Iterator[Run]:
    if end - start >= SHORTEST:
        word = data[start:end]
        close = end + len(data[end : end + 6]) - len(data[end : end + 6].lstrip(b"="))
        for reading in readings(word):
            yield Run(start, close, reading.data, reading.coding)
