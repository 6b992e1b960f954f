"""WARC files (ISO 28500), streamed: request and response records, paired; plain or gzipped."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple
from urllib.parse import urldefrag, urlsplit

from companion.capture.captured import Captured, Unreadable
from companion.capture.http_text import parse, text
from companion.capture.ids import Ids
from companion.capture.source import Progress, Source
from companion.capture.times import moment
from companion.decode.hosts import registrable
from companion.errors import UnreadableInput
from companion.model import Exchange, ExchangeId, Message, Origin, Visitor

LARGEST = 64 << 20
"""Bytes: a longer record is left out."""
WAITING = 64
"""How many records wait for the other half, which stands near by if it stands anywhere."""

_HALVES = ("request", "response", "revisit")
_REPEAT = "the same as an earlier answer: the archive does not repeat its body"


class _Record(NamedTuple):
    place: int
    fields: dict[str, str]
    content: bytes

    @property
    def is_request(self) -> bool:
        return self.fields.get("warc-type") == "request"

    def belongs_to(self, other: "_Record") -> bool:
        """Whether the two are the halves of one exchange."""
        if self.is_request == other.is_request:
            return False
        links = [
            (one.get("warc-concurrent-to"), two.get("warc-record-id"))
            for one, two in ((self.fields, other.fields), (other.fields, self.fields))
        ]
        if any(link for link, _ in links):
            return any(link and link == name for link, name in links)
        return self.fields.get("warc-target-uri") == other.fields.get("warc-target-uri")


class WarcFile(Captured):
    """A WARC file."""

    def _items(self) -> Iterator[Exchange | Unreadable | None]:
        ids = Ids()
        with self._source.bytes() as content:
            for item in _pairs(_records(content)):
                if isinstance(item, Unreadable):
                    yield item
                    continue
                try:
                    yield ids.identified(self._exchange(*item))
                except ValueError as error:
                    place = next(half.place for half in item if half)
                    yield Unreadable(place, f"it is no exchange that can be read ({error})")

    def _exchange(self, request: _Record | None, response: _Record | None) -> Exchange:
        fields = (response.fields if response else {}) | (request.fields if request else {})
        url = urldefrag(fields.get("warc-target-uri", "").strip("<>")).url
        if urlsplit(url).scheme not in ("http", "https"):
            raise ValueError("its address is none of the web")
        method, sent = _sent(request)
        status, received = _received(response)
        return Exchange(
            id=ExchangeId(""),
            visitor=self._visitor,
            origin=Origin.IMPORT,
            origin_file=self._source.path.name,
            method=method,
            url=url,
            status=status,
            seen_at=moment(fields.get("warc-date")),
            request=sent,
            response=received,
            server_address=fields.get("warc-ip-address", ""),
            party=registrable(urlsplit(url).hostname or ""),
        )


def from_source(source: Source, visitor: Visitor | None) -> WarcFile:
    """The WARC file in a source.

    Raises:
        UnreadableInput: it does not begin as one.
    """
    with source.bytes() as content:
        if not content.peek(5).startswith(b"WARC/"):
            raise UnreadableInput(f"{source.path} is no WARC file: it begins with no record")
        return WarcFile(source, _creator(next(_records(content))), visitor)


def open_warc(
    path: Path, *, visitor: Visitor | None = None, progress: Progress | None = None
) -> WarcFile:
    """A WARC file, plain or gzipped.

    Raises:
        UnreadableInput: it can't be opened, or does not begin as one.
    """
    return from_source(Source(path, progress), visitor)


def _creator(first: _Record | Unreadable) -> str:
    if isinstance(first, Unreadable) or first.fields.get("warc-type") != "warcinfo":
        return ""
    named = parse(b"\r\n" + first.content).headers
    return next((value for name, value in named if name.lower() == "software"), "")


def _records(content: BinaryIO) -> Iterator[_Record | Unreadable]:
    index = 0
    while line := content.readline():
        if not line.strip():
            continue
        fields = _fields(content) if line.startswith(b"WARC/") else {}
        length = fields.get("content-length", "")
        if not length.isdecimal():
            yield Unreadable(index, "the file is damaged here: nothing after it can be read")
            return
        if int(length) > LARGEST:
            _skip(content, int(length))
            yield Unreadable(index, f"it is longer than {LARGEST} bytes")
        else:
            yield _Record(index, fields, content.read(int(length)))
        index += 1


def _fields(content: BinaryIO) -> dict[str, str]:
    fields: dict[str, str] = {}
    while (line := content.readline()).strip():
        name, _, value = line.partition(b":")
        fields[text(name).strip().lower()] = text(value).strip()
    return fields


def _skip(content: BinaryIO, length: int) -> None:
    while length > 0 and (piece := content.read(min(length, 1 << 20))):
        length -= len(piece)


type _Pair = tuple[_Record | None, _Record | None]


def _pairs(records: Iterable[_Record | Unreadable]) -> Iterator[_Pair | Unreadable]:
    """Requests with their responses; a half stays alone where the other does not turn up."""
    waiting: list[_Record] = []
    for record in records:
        if isinstance(record, Unreadable):
            yield record
        elif record.fields.get("warc-type") in _HALVES:
            half = next((other for other in waiting if other.belongs_to(record)), None)
            if half is None:
                waiting.append(record)
            else:
                waiting.remove(half)
                yield (half, record) if half.is_request else (record, half)
            if len(waiting) > WAITING:
                yield _alone(waiting.pop(0))
    yield from map(_alone, waiting)


def _alone(record: _Record) -> _Pair:
    return (record, None) if record.is_request else (None, record)


def _sent(record: _Record | None) -> tuple[str, Message]:
    if record is None:
        return "GET", Message()
    first, headers, body = parse(record.content)
    method = first.partition(" ")[0].upper() or "GET"
    return method, Message(headers=headers, body=body or None, length=len(body))


def _received(record: _Record | None) -> tuple[int, Message]:
    if record is None:
        return 0, Message(missing="the archive has no answer")
    first, headers, body = parse(record.content)
    status = first.split(" ")[1:2]
    if not (status and status[0].isdecimal()):
        raise ValueError("its answer has no status")
    if record.fields["warc-type"] == "revisit":
        return int(status[0]), Message(headers=headers, missing=_REPEAT)
    return int(status[0]), Message(headers=headers, body=body, length=len(body))
