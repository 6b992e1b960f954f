"""Server-sent events: `event:N`, each with its data as JSON where it is JSON."""

from collections.abc import Iterator

from companion.decode.formats import Body, Part
from companion.decode.jsontext import nested
from companion.decode.steps import name

ORDER = 10


def matches(body: Body) -> bool:
    """By media type, or by the first field where the type says nothing."""
    if body.media == "text/event-stream":
        return True
    return body.media in {"", "text/plain"} and body.head.startswith(("data:", "event:"))


def parse(body: Body) -> Iterator[Part]:
    """One part an event that has data; N counts those."""
    blocks = body.text.replace("\r\n", "\n").replace("\r", "\n").split("\n\n")
    events = (event for event in map(_event, blocks) if event[1])
    for ordinal, (kind, data) in enumerate(events):
        tree = nested(data)
        yield Part(name("event", ordinal), data if tree is None else tree, kind, "event")


def _event(block: str) -> tuple[str, str]:
    """The type and the data of one block of lines."""
    kind, data = "data", []
    for line in block.lstrip("\ufeff").split("\n"):
        field, _, value = line.partition(":")
        if field == "event":
            kind = value.strip() or kind
        elif field == "data":
            data.append(value.removeprefix(" "))
    return kind, "\n".join(data)
