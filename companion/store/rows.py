"""Nouns as rows: a column a field, with nested values as JSON text.

Text that is not valid Unicode (a lone surrogate from a site) is kept escaped behind a mark that no
text begins with otherwise, so that it comes back as it was.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from enum import Enum
from types import MappingProxyType, NoneType, UnionType
from typing import (
    Any,
    NamedTuple,
    NewType,
    TypeAliasType,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

_ESCAPED = "\ufdd0"

type Row = dict[str, Any]


def to_row(item: Any) -> Row:
    """The columns of a noun."""
    return {name: codec.write(getattr(item, name)) for name, codec in _codecs(type(item)).items()}


def from_row[T](kind: type[T], row: Mapping[str, Any]) -> T:
    """The noun in a row; columns of other names are passed over."""
    return kind(**{name: codec.read(row[name]) for name, codec in _codecs(kind).items()})


def text_in(text: str) -> str:
    """Text as it can be stored."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _ESCAPED + text.encode("unicode_escape").decode()
    return _ESCAPED + text.encode("unicode_escape").decode() if text[:1] == _ESCAPED else text


def text_out(stored: str) -> str:
    """The text that was stored."""
    if stored[:1] != _ESCAPED:
        return stored
    return stored[1:].encode().decode("unicode_escape")


def time_in(moment: datetime) -> str:
    """A time as text that sorts: RFC 3339 in UTC with microseconds."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def time_out(stored: str) -> datetime:
    """The time that was stored."""
    return datetime.fromisoformat(stored)


class _Codec(NamedTuple):
    write: Callable[[Any], Any]
    read: Callable[[Any], Any]


_KNOWN: dict[type, dict[str, _Codec]] = {}


def _codecs(kind: type) -> dict[str, _Codec]:
    if kind not in _KNOWN:
        _KNOWN[kind] = {name: _codec(hint) for name, hint in get_type_hints(kind).items()}
    return _KNOWN[kind]


def _codec(hint: Any) -> _Codec:
    """How to write and read a cell: scalars stand as they are, anything nested is JSON text."""
    hint, optional = _bare(hint)
    if isinstance(hint, type) and issubclass(hint, int | float):
        codec = _Codec(lambda value: value, hint)
    elif isinstance(hint, type) and issubclass(hint, datetime):
        codec = _Codec(time_in, datetime.fromisoformat)
    elif isinstance(hint, type) and issubclass(hint, str):
        as_text = hint if issubclass(hint, Enum) else text_out
        codec = _Codec(lambda value: text_in(str(value)), as_text)
    else:
        nested = _nested(hint)
        codec = _Codec(
            lambda value: json.dumps(_plain(value)), lambda cell: nested(json.loads(cell))
        )
    return _Codec(_unless_none(codec.write), _unless_none(codec.read)) if optional else codec


def _unless_none(convert: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else convert(value)


def _plain(value: Any) -> Any:
    match value:
        case datetime():
            return time_in(value)
        case str() | None | bool() | int() | float():
            return value
        case tuple() | list():
            return [_plain(part) for part in value]
        case Mapping():
            return {key: _plain(part) for key, part in value.items()}
    return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}


def _nested(hint: Any) -> Callable[[Any], Any]:
    hint, _ = _bare(hint)
    origin, inside = get_origin(hint), get_args(hint)
    if hint is datetime:
        return datetime.fromisoformat
    if isinstance(hint, type) and is_dataclass(hint):
        parts = {name: _nested(part) for name, part in get_type_hints(hint).items()}
        return lambda value: hint(**{name: read(value[name]) for name, read in parts.items()})
    if origin is tuple:
        return _tuple(inside)
    if origin is not None and issubclass(origin, Mapping):
        return lambda value: MappingProxyType({key: _frozen(part) for key, part in value.items()})
    return _frozen


def _tuple(inside: tuple[Any, ...]) -> Callable[[Any], Any]:
    if inside[-1] is Ellipsis:
        each = _nested(inside[0])
        return lambda value: tuple(each(part) for part in value)
    reads = [_nested(part) for part in inside]
    return lambda value: tuple(read(part) for read, part in zip(reads, value, strict=True))


def _bare(hint: Any) -> tuple[Any, bool]:
    """A type without alias, NewType and None; a union of scalars and tuples is left to JSON."""
    while isinstance(hint, TypeAliasType | NewType):
        hint = hint.__value__ if isinstance(hint, TypeAliasType) else hint.__supertype__
    if get_origin(hint) in (Union, UnionType):
        inside = [part for part in get_args(hint) if part is not NoneType]
        optional = len(inside) < len(get_args(hint))
        return (_bare(inside[0])[0], optional) if len(inside) == 1 else (object, optional)
    return hint, False


def _frozen(value: Any) -> Any:
    return tuple(_frozen(part) for part in value) if isinstance(value, list) else value
