"""Protocol buffers read without their schema: fields by number, as far as the bytes tell.

After the encoding that the format's documentation describes. A piece of bytes is taken for text
where it is printable, else for a message where it reads as one; else it is left out.
"""

from typing import NamedTuple

DEEPEST = 30  # messages within messages
MOST = 20_000  # fields of one message with all that is in it
_VARINT = 10  # bytes at most
_FIELD = (1 << 29) - 1
_SPACES = str.maketrans("\n\r\t", "   ")
_FIXED = {1: 8, 5: 4}  # bytes of a value by its wire type

type Value = int | str | dict[str, Value] | list[Value]


class Read(NamedTuple):
    """The fields of a message by number, repeated ones as lists, and how far it was read."""

    fields: dict[str, Value]
    end: int


def read(data: bytes) -> Read:
    """The message that some bytes are; reading ends where they stop making sense."""
    return _Reader(MOST).message(data, DEEPEST)


class _Reader:
    """Counts the fields that are left over all messages in a message."""

    def __init__(self, left: int) -> None:
        self.left = left

    def message(self, data: bytes, depth: int) -> Read:
        fields: dict[str, Value] = {}
        at = 0
        while at < len(data) and self.left > 0:
            key, after = _varint(data, at)
            number, sort = key >> 3, key & 7
            value, end = self._value(data, after, sort, depth)
            if end < 0 or not 0 < number <= _FIELD:
                break
            self.left -= 1
            at = end
            if value is not None:
                _put(fields, str(number), value)
        return Read(fields, at)

    def _value(self, data: bytes, at: int, sort: int, depth: int) -> tuple[Value | None, int]:
        """The value that begins at a place and where it ends; -1 where there is none."""
        if at < 0:
            return None, -1
        if sort == 0:
            return _varint(data, at)
        if sort in _FIXED:
            end = at + _FIXED[sort]
            return int.from_bytes(data[at:end], "little"), end if end <= len(data) else -1
        if sort != 2:
            return None, -1
        size, start = _varint(data, at)
        end = start + size
        if start < 0 or end > len(data):
            return None, -1
        return self._inner(data[start:end], depth), end

    def _inner(self, piece: bytes, depth: int) -> Value | None:
        text = _text(piece)
        if text is not None or depth == 0 or not piece:
            return text
        found = self.message(piece, depth - 1)
        return found.fields if found.end == len(piece) and found.fields else None


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """The number of variable length at a place, and where it ends; -1 where there is none."""
    value = 0
    for place in range(at, min(at + _VARINT, len(data))):
        value |= (data[place] & 0x7F) << 7 * (place - at)
        if not data[place] & 0x80:
            return value, place + 1
    return value, -1


def _text(piece: bytes) -> str | None:
    try:
        text = piece.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return text if text.translate(_SPACES).isprintable() else None


def _put(fields: dict[str, Value], number: str, value: Value) -> None:
    if number not in fields:
        fields[number] = value
        return
    before = fields[number]
    if isinstance(before, list):
        before.append(value)
    else:
        fields[number] = [before, value]
