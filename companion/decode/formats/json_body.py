"""JSON bodies: one tree, or several one after the other (`line:N`), with or without a guard."""

from collections.abc import Iterator

from companion.decode.formats import Body, Part
from companion.decode.jsontext import parse as trees
from companion.decode.jsontext import unguarded
from companion.decode.steps import name

ORDER = 50


def matches(body: Body) -> bool:
    """By its first characters, whatever type is declared: many endpoints say text/html."""
    head = unguarded(body.head)
    if head[:1] in {"{", "["}:
        return True
    if head[:1] in {"", "<"}:
        return False
    return "json" in body.media or (head is not body.head and ("{" in head or "[" in head))


def parse(body: Body) -> Iterator[Part]:
    """The tree of the body; several trees are located by their ordinal."""
    found = trees(body.text)
    for ordinal, tree in enumerate(found):
        prefix = name("line", ordinal) if len(found) > 1 else ""
        yield Part(prefix, tree.value, "", "json", tree.note)
