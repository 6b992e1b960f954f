"""One entry of a HAR file as an exchange; its messages are read in har_message.py."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urldefrag, urlsplit

from companion.capture import har_message as read
from companion.capture.times import moment
from companion.decode.hosts import registrable
from companion.model import Direction, Exchange, ExchangeId, Origin, SocketMessage, Visitor

_WEB = ("http", "https", "ws", "wss")


class Unusable(ValueError):
    """An entry that can't become an exchange; the text says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What the entries of one file share; `earlier` is the time of the entry before."""

    visitor: Visitor
    origin_file: str
    earlier: datetime | None = None


def web_address(entry: Mapping[str, Any]) -> str:
    """The entry's address without its fragment; empty where it never left the browser.

    Raises:
        Unusable: there is no address, or it can't be read.
    """
    url = read.text(read.mapping(entry.get("request")).get("url"))
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError as error:
        raise Unusable(f"its address can't be read ({error})") from error
    if not parts.scheme:
        raise Unusable("it has no address")
    if parts.scheme not in _WEB:
        return ""
    if not host:
        raise Unusable("its address names no host")
    return urldefrag(url).url


def exchange(entry: Mapping[str, Any], url: str, frame: Frame) -> Exchange:
    """The exchange an entry describes, still without id, page and site.

    Raises:
        Unusable: no time can be found for it.
    """
    sent, received = read.mapping(entry.get("request")), read.mapping(entry.get("response"))
    method = (read.text(sent.get("method")) or "GET").upper()
    started, untimed = _started(entry, frame.earlier)
    answer, undone = read.answer(received, bodiless=method == "HEAD")
    cached = "answered from the browser's cache" if entry.get("_fromCache") else ""
    address = read.text(entry.get("serverIPAddress") or entry.get("_ip_addr"))
    return Exchange(
        id=ExchangeId(""),
        visitor=frame.visitor,
        origin=Origin.IMPORT,
        origin_file=frame.origin_file,
        method=method,
        url=url,
        status=read.whole(received.get("status")),
        seen_at=started,
        request=read.request(sent),
        response=answer,
        sockets=tuple(_sockets(entry, started)),
        server_address=address.strip("[]"),
        party=registrable(urlsplit(url).hostname or ""),
        notes=tuple(note for note in (untimed, undone, cached) if note),
    )


def _started(entry: Mapping[str, Any], earlier: datetime | None) -> tuple[datetime, str]:
    """When the request began, and a note where that is not known."""
    try:
        return moment(entry.get("startedDateTime")), ""
    except ValueError as error:
        if earlier is None:
            raise Unusable("it has no time that can be read") from error
    return earlier, "its time can't be read: that of the entry before is given"


def _sockets(entry: Mapping[str, Any], started: datetime) -> Iterator[SocketMessage]:
    for ordinal, message in enumerate(read.mappings(entry.get("_webSocketMessages"))):
        data = read.text(message.get("data"))
        binary = read.unbase(data) if message.get("opcode") == 2 else None
        yield SocketMessage(
            ordinal=ordinal,
            direction=Direction.SENT if message.get("type") == "send" else Direction.RECEIVED,
            body=data.encode() if binary is None else binary,
            seen_at=_moment_of(message, started),
        )


def _moment_of(message: Mapping[str, Any], started: datetime) -> datetime:
    try:
        return datetime.fromtimestamp(float(read.text(message.get("time"))), UTC)
    except (ValueError, OverflowError, OSError):
        return started
