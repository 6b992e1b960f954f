"""Forms and beacons written as `name=value&name=value`."""

from collections.abc import Iterator

from companion.decode.formats import Body, Part
from companion.decode.pairs import looks_like_query, pairs
from companion.decode.steps import numbered

ORDER = 40


def matches(body: Body) -> bool:
    """By media type, unless JSON stands under it; by shape where the type says nothing."""
    if body.head[:1] in {"{", "[", "<"}:
        return False
    if body.media == "application/x-www-form-urlencoded":
        return True
    return body.media in {"", "text/plain"} and looks_like_query(body.head)


def parse(body: Body) -> Iterator[Part]:
    """One part a field."""
    for step, field, value in numbered("form", pairs(body.text.strip())):
        yield Part(step, value, field, "form")
