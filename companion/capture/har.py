"""HAR 1.2 files, streamed: one entry is in memory at a time, whatever the size of the file."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from companion.capture import har_message as read
from companion.capture.captured import Captured, Unreadable
from companion.capture.har_entry import Frame, Unusable, exchange, web_address
from companion.capture.har_pages import PageRefs
from companion.capture.ids import Ids
from companion.capture.jsonstream import Broken, JsonStream
from companion.capture.source import Progress, Source
from companion.errors import UnreadableInput
from companion.model import Exchange, Visitor

WHAT_TO_DO = "save one with 'Export HAR' in the network panel of your browser's developer tools"


@dataclass(frozen=True, slots=True)
class _Head:
    creator: str
    pages: tuple[read.Json, ...]


class HarFile(Captured):
    """A HAR file."""

    def __init__(self, source: Source, head: _Head, visitor: Visitor | None) -> None:
        super().__init__(source, head.creator, visitor)
        self._pages = head.pages

    def _items(self) -> Iterator[Exchange | Unreadable | None]:
        ids, pages = Ids(), PageRefs(self._pages)
        earlier = pages.begins
        with self._source.text() as text:
            for index, entry in enumerate(_entries(_at_entries(JsonStream(text)))):
                item = self._item(index, entry, earlier)
                if isinstance(item, Exchange):
                    earlier = item.seen_at
                    item = ids.identified(replace(item, page=pages.page_of(entry, item)))
                yield item

    def _item(
        self, index: int, entry: Any, earlier: datetime | None
    ) -> Exchange | Unreadable | None:
        """The exchange of an entry; None where it never left the browser."""
        try:
            if isinstance(entry, Broken):
                raise Unusable(str(entry))
            if not isinstance(entry, dict):
                raise Unusable("it is no object")
            if not (url := web_address(entry)):
                return None
            name = self._source.path.name
            return exchange(
                entry, url, Frame(visitor=self._visitor, origin_file=name, earlier=earlier)
            )
        except Unusable as error:
            return Unreadable(index, str(error))


def open_har(
    path: Path, *, visitor: Visitor | None = None, progress: Progress | None = None
) -> HarFile:
    """A HAR file, plain or gzipped, opened and recognised.

    Args:
        path: the file.
        visitor: whose browser it was; the person's own when not given.
        progress: told after every read how many bytes of `bytes_total` were read.

    Raises:
        UnreadableInput: it can't be opened, or is no HAR file.
    """
    return from_source(Source(path, progress), visitor)


def from_source(source: Source, visitor: Visitor | None) -> HarFile:
    """The HAR file in a source.

    Raises:
        UnreadableInput: it is none.
    """
    try:
        with source.text() as text:
            head = _head(JsonStream(text))
    except Broken as error:
        raise UnreadableInput(f"{source.path} is no HAR file ({error}): {WHAT_TO_DO}") from error
    return HarFile(source, head, visitor)


def _head(stream: JsonStream) -> _Head:
    """What stands beside the entries; they are passed over where it only stands after them."""
    found: dict[str, Any] = {}
    for key in _log(stream):
        if key != "entries":
            found[key] = stream.value()
            continue
        if stream.peek() != "[":
            raise Broken("log.entries is no list")
        found[key] = True
        if {"creator", "pages"} <= found.keys():
            break
        for _ in _entries(stream):
            pass
        if not stream.peek():
            break  # the file is cut
    if "entries" not in found:
        raise Broken("it has no log.entries")
    maker, browser = read.mapping(found.get("creator")), read.mapping(found.get("browser"))
    names = (_name(maker), _name(browser))
    return _Head(" in ".join(filter(None, names)), tuple(read.mappings(found.get("pages"))))


def _name(maker: read.Json) -> str:
    return f"{read.text(maker.get('name'))} {read.text(maker.get('version'))}".strip()


def _log(stream: JsonStream) -> Iterator[str]:
    """The keys of `log`, each to be followed by taking its value."""
    for key in stream.members():
        if key == "log":
            yield from stream.members()
            return
        stream.value()


def _at_entries(stream: JsonStream) -> JsonStream:
    for key in _log(stream):
        if key == "entries":
            break
        stream.value()
    return stream


def _entries(stream: JsonStream) -> Iterator[Any]:
    """Each entry parsed, or the Broken that stands in its place; ends where none can follow."""
    stream.take("[")
    while stream.peek() not in ("]", ""):
        try:
            yield stream.value()
        except Broken as error:
            yield error
            if not stream.skip():
                return
        if not stream.take(","):
            break
    stream.take("]")
