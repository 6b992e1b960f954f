"""What a document that may be given away says, and what was taken out of it: to look at before."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from companion.report.plain import plain

type Json = dict[str, Any]

_EXAMPLES = 3
_WIDTH = 60
_ADDRESSES = ("url", "item")


class Text(NamedTuple):
    """A text of a document: the array it stands in, its field, and what it says."""

    array: str
    field: str
    words: str


def preview(before: Json, after: Json) -> list[str]:
    """What was taken out, by sort and with how often; then every field that leaves, by example.

    Args:
        before: the whole document.
        after: the same, as it may be given away.
    """
    taken = Counter(_sort(was) for was, now in _pairs(before, after) if was.words != now)
    lines = ["Taken out:", *(f"  {count:,} x {sort}" for sort, count in sorted(taken.items()))]
    if not taken:
        lines.append("  nothing: there was nothing to take out")
    return [*lines, "", "Leaves:", *_leaving(after)]


def _leaving(document: Json) -> Iterator[str]:
    for array, entries in document.items():
        if not isinstance(entries, list):
            continue
        yield f"  {len(entries):,} {array}"
        fields: dict[str, dict[str, None]] = {}
        for text in _texts(array, entries):
            fields.setdefault(text.field, {}).setdefault(text.words)
        for field, words in fields.items():
            some = " · ".join(plain(word, _WIDTH) for word in list(words)[:_EXAMPLES])
            more = f" · and {len(words) - _EXAMPLES:,} more" if len(words) > _EXAMPLES else ""
            yield f"    {field}: {some}{more}"


def _sort(text: Text) -> str:
    """What sort of thing was taken out, in words."""
    if text.array == "signals" and text.field == "value":
        return "values that tell of you, masked"
    if text.array == "contexts" or text.field in ("context", "contexts"):
        return "sensitive parts of life, left out"
    if text.array == "acts" or text.field == "events.note":
        return "what you typed, read or wrote, left out"
    last = text.field.rpartition(".")[2]
    if last in _ADDRESSES:
        return "addresses, without query, accounts and what you read"
    if last == "topics":
        return "sensitive topics, left out"
    return "texts in which something about you or others was masked"


def _pairs(before: Json, after: Json) -> Iterator[tuple[Text, str]]:
    """Every text there was, with what stands in its place now; empty where nothing does."""
    for array, entries in before.items():
        if not isinstance(entries, list):
            continue
        now = after[array]
        if len(now) < len(entries):
            gone = [one["name"] for one in entries if one not in now]
            yield from ((Text(array, "name", name), "") for name in gone)
            continue
        for one, other in zip(entries, now, strict=True):
            yield from _beside(array, "", one, other)


def _beside(array: str, field: str, one: Any, other: Any) -> Iterator[tuple[Text, str]]:
    if isinstance(one, str):
        yield Text(array, field, one), other if isinstance(other, str) else ""
    elif isinstance(one, dict):
        for name, value in one.items():
            inside = f"{field}.{name}" if field else name
            yield from _beside(array, inside, value, other.get(name))
    elif isinstance(one, list):
        same = isinstance(other, list) and len(one) == len(other)
        others = other if same else [part if part in (other or ()) else None for part in one]
        for part, now in zip(one, others, strict=True):
            yield from _beside(array, field, part, now)


def _texts(array: str, value: Any, field: str = "") -> Iterator[Text]:
    if isinstance(value, str):
        yield Text(array, field, value)
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from _texts(array, part, f"{field}.{name}" if field else name)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(array, part, field)
