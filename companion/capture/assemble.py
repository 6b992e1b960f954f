"""Makes exchanges of the records that the recorder and the converter write.

What a record holds, beside `kind`, `t` (its time in seconds) and `origin`:

    exchange, open   id, method, url, started, status, request and response (headers as pairs of
                     bytes, body, length, missing), server, cname, notes, round: KEY/ARM where it
                     is of a round; an ARM other than U makes it a copy, of a visitor of its own,
                     with page, that of the request it was made of, where no such is in the round
    chunk            id, offset, data: a piece of the answer that was opened
    message          id, sent, data: a WebSocket message
    close            id, length, notes: the answer that was opened is over
    note             what, and facts of its own: something beside the exchanges
    end              run: nothing more comes of this run
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import NamedTuple
from urllib.parse import urlsplit

from companion.capture import segments
from companion.capture.clock import Clock
from companion.capture.frames import Record
from companion.capture.http_text import text
from companion.capture.ids import Ids
from companion.capture.tail import Cursor
from companion.decode.hosts import registrable
from companion.model import (
    SELF_COPY,
    Direction,
    Exchange,
    ExchangeId,
    Headers,
    Message,
    Origin,
    Role,
    SocketMessage,
    Visitor,
)

AGAIN = 10.0
"""Seconds after which an answer that is still coming is handed on again, with what came."""

STILL_COMING = "this answer was still coming"
GAP = "a piece of this answer was not recorded"
CUT_OFF = "the recording ended before this answer did"


class Assembled(NamedTuple):
    """Exchanges and notes of some records; an exchange may come again, with more in it."""

    exchanges: list[Exchange]
    notes: list[Record]


@dataclass(slots=True)
class _Flow:
    """An answer that is still coming: what was opened, and what came since."""

    exchange: Exchange
    run: str
    shown: float
    data: list[bytes] = field(default_factory=list)
    sockets: list[SocketMessage] = field(default_factory=list)
    places: dict[str, int] = field(default_factory=dict)
    gaps: list[str] = field(default_factory=list)
    size: int = 0
    changed: bool = True

    def add(self, data: bytes, offset: int) -> None:
        """Add a piece that stood at an offset of the answer."""
        if offset != self.size and GAP not in self.gaps:
            self.gaps.append(GAP)
        self.data.append(data)
        self.size = offset + len(data)

    def came(self, *notes: str, length: int = 0) -> Exchange:
        """The exchange with what came so far."""
        self.changed = False
        body = b"".join(self.data) if self.data else self.exchange.response.body
        answer = replace(self.exchange.response, body=body, length=length or len(body or b""))
        return replace(
            self.exchange,
            response=answer,
            sockets=tuple(self.sockets),
            notes=(*self.exchange.notes, *self.gaps, *notes),
        )


class Assembler:
    """Joins the records of each flow; hand it every record in order.

    Args:
        visitor: whose browser was recorded.
        origin_file: the name of the imported file, if it was one.
    """

    def __init__(self, visitor: Visitor | None = None, origin_file: str = "") -> None:
        self._visitor, self._origin_file = visitor or Visitor(), origin_file
        self._ids = Ids()
        self._flows: dict[str, _Flow] = {}
        self._clock = Clock()

    def feed(self, records: Iterable[Record]) -> Assembled:
        """What the records complete, and answers still coming that were not shown for a while."""
        done = Assembled([], [])
        newest = 0.0
        for record in records:
            newest = max(newest, record.get("t", 0.0))
            self._take(record, done)
        for flow in self._flows.values():
            if flow.changed and newest - flow.shown >= AGAIN:
                flow.shown = newest
                done.exchanges.append(flow.came(STILL_COMING))
        return done

    def flush(self, run: str | None = None) -> list[Exchange]:
        """What came of the answers of a run (of all, without one) that nothing will end."""
        ended = [key for key, flow in self._flows.items() if run in (None, flow.run)]
        return [self._flows.pop(key).came(CUT_OFF) for key in ended]

    def held(self, cursor: Cursor) -> Cursor:
        """The cursor to keep: nothing that an unfinished answer consists of lies before it."""
        kept = dict(cursor)
        for flow in self._flows.values():
            for segment, offset in flow.places.items():
                kept[segment] = min(kept.get(segment, offset), offset)
        return kept

    def _take(self, record: Record, done: Assembled) -> None:
        kind = record.get("kind")
        if kind == "exchange":
            done.exchanges.append(self._exchange(record))
        elif kind == "open":
            self._open(record)
        elif kind == "note":
            done.notes.append(record)
        elif kind == "end":
            done.exchanges.extend(self.flush(record["run"]))
        elif flow := self._flows.get(record.get("id", "")):
            self._add(flow, record, done)

    def _open(self, record: Record) -> None:
        exchange = self._exchange(record)
        run = segments.run_of(record["at"][0]) if "at" in record else ""
        flow = _Flow(exchange, run, shown=record.get("t", 0.0))
        self._flows[record["id"]] = flow
        _hold(flow, record)

    def _add(self, flow: _Flow, record: Record, done: Assembled) -> None:
        _hold(flow, record)
        flow.changed = True
        if record["kind"] == "chunk":
            flow.add(record["data"], record["offset"])
        elif record["kind"] == "message":
            flow.sockets.append(self._message(record, len(flow.sockets)))
        else:
            del self._flows[record["id"]]
            notes = (text(note) for note in record.get("notes", ()))
            done.exchanges.append(flow.came(*notes, length=record.get("length", 0)))

    def _message(self, record: Record, ordinal: int) -> SocketMessage:
        return SocketMessage(
            ordinal=ordinal,
            direction=Direction.SENT if record["sent"] else Direction.RECEIVED,
            body=record["data"],
            seen_at=_moment(record["t"]) + self._clock.ahead,
        )

    def _exchange(self, record: Record) -> Exchange:
        url = text(record["url"])
        response = _message(record.get("response"))
        origin = Origin(record.get("origin", Origin.IMPORT))
        started = _moment(record["started"])
        if origin is Origin.DEMO:
            self._clock.see(started, response.header("date"))
            started += self._clock.ahead
        place = text(record.get("round"))
        copied = copier(place)
        exchange = Exchange(
            id=ExchangeId(""),
            visitor=copied or self._visitor,
            origin=Origin.TWIN if copied else origin,
            origin_file=self._origin_file,
            method=text(record["method"]),
            url=url,
            status=record.get("status", 0),
            seen_at=started,
            request=_whole_cookie(_message(record.get("request"))),
            response=response,
            server_address=text(record.get("server")),
            cname=text(record.get("cname")) or None,
            party=registrable(urlsplit(url).hostname or ""),
            notes=tuple(text(note) for note in record.get("notes", ())),
            round=place,
            page=(text(record.get("page")) or None) if copied else None,
        )
        return self._ids.identified(exchange)


def copier(place: str) -> Visitor | None:
    """Whose a copy of a round is, by KEY/ARM: a stranger's, new in each arm, or the self copy's.

    None for the person's own request. Neither is ever the person: what they get only compares.
    """
    key, _, arm = place.partition("/")
    if not key or arm == "U":
        return None
    name = SELF_COPY if arm.startswith("U") else f"stranger-{key}-{arm.removeprefix('C')}"
    return Visitor(name=name, role=Role.CONTROL)


def _hold(flow: _Flow, record: Record) -> None:
    if "at" in record:
        segment, offset = record["at"]
        flow.places.setdefault(segment, offset)


def _message(record: Record | None) -> Message:
    record = record or {}
    headers: Headers = tuple((text(name), text(value)) for name, value in record.get("headers", ()))
    return Message(
        headers=headers,
        body=record.get("body"),
        length=record.get("length", 0),
        missing=text(record.get("missing")),
    )


def _whole_cookie(request: Message) -> Message:
    """The request with its cookies in one header; HTTP/2 may send each alone (RFC 9113, 8.2.3)."""
    crumbs = request.all("cookie")
    if len(crumbs) < 2:
        return request
    others = tuple((name, value) for name, value in request.headers if name.lower() != "cookie")
    return replace(request, headers=(*others, ("cookie", "; ".join(crumbs))))


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
