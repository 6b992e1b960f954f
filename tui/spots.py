"""Where in an exchange a locator leads a reader: which part, and what to look for there. Pure."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote, quote_plus

from companion.decode.steps import split
from companion.model import Direction


class Part(StrEnum):
    """The parts of an exchange as a page shows them."""

    ADDRESS = "address"
    HEADER = "header"
    REQUEST = "request"
    ANSWER = "answer"
    SOCKET = "socket"


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """What to mark. `header` names the header in lower case; `keys` lead through a JSON body.

    `forms` are the ways the value may be written there, the most telling first.
    """

    part: Part
    direction: Direction
    header: str = ""
    keys: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()


_PARTS = {
    "query": Part.ADDRESS,
    "path": Part.ADDRESS,
    "cookie": Part.HEADER,
    "header": Part.HEADER,
    "form": Part.REQUEST,
    "part": Part.REQUEST,
    "ws": Part.SOCKET,
}


def aim(locator: str, value: str, direction: Direction | None) -> Aim:
    """What to mark for a locator and the value that stands there."""
    steps = split(locator)
    kind, _, name = steps[0].partition(":") if steps else ("", "", "")
    part = _PARTS.get(kind)
    sent = direction is Direction.SENT or part in {Part.ADDRESS, Part.REQUEST}
    way = Direction.SENT if sent else Direction.RECEIVED
    if part is None:
        part = Part.REQUEST if sent else Part.ANSWER
    header = name.lower()
    if kind == "cookie":
        header = "cookie" if way is Direction.SENT else "set-cookie"
    pointer = next((step for step in steps if step.startswith("/")), "")
    return Aim(
        part=part,
        direction=way,
        header=header if part is Part.HEADER else "",
        keys=tuple(_key(key) for key in pointer.split("/")[1:]) if steps[:1] == (pointer,) else (),
        forms=tuple(dict.fromkeys(_forms(_name(steps), value))),
    )


def line_of(tree: object, keys: Sequence[str]) -> int | None:
    """The line on which the entry at some keys begins when a tree is written one entry a line."""
    line = 0
    for key in keys:
        entries = list(_entries(tree))
        place = next((n for n, (name, _) in enumerate(entries) if name == key), None)
        if place is None:
            return None
        line += 1 + sum(_height(child) for _, child in entries[:place])
        tree = entries[place][1]
    return line


def _height(tree: object) -> int:
    """Lines a tree takes; walked without recursion, as trees of sites may be deep."""
    total, left = 0, [tree]
    while left:
        one = left.pop()
        children = [child for _, child in _entries(one)]
        total += 2 if children else 1
        left += children
    return total


def _entries(tree: object) -> list[tuple[str, object]]:
    if isinstance(tree, dict):
        return [(str(key), child) for key, child in tree.items()]
    if isinstance(tree, list):
        return [(str(n), child) for n, child in enumerate(tree)]
    return []


def _key(escaped: str) -> str:
    return escaped.replace("~1", "/").replace("~0", "~")


def _name(steps: Sequence[str]) -> str:
    """The name the value stands under: the last that a step has."""
    for step in reversed(steps):
        if step.startswith("/"):
            return _key(step.rpartition("/")[2])
        name = step.partition(":")[2]
        if name and not name.isdigit():
            return name
    return ""


def _forms(name: str, value: str) -> Iterator[str]:
    if not value:
        return
    written = (value, quote(value, safe=""), quote_plus(value))
    if name and not name.isdigit():
        yield from (f"{name}={form}" for form in written)
        yield from (f'"{name}"{colon}{json.dumps(value)}' for colon in (":", ": "))
        yield from (f'"{name}"{colon}{value}' for colon in (":", ": "))
    yield from written
    yield json.dumps(value)[1:-1]
    yield json.dumps(value, ensure_ascii=False)[1:-1].replace("/", "\\/")
    if name and not name.isdigit():
        yield f'"{name}"'
    yield value.strip().split("\n")[0][:200]
