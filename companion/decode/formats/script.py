"""Scripts sent as such: the variables they set."""

from collections.abc import Iterator

from companion.decode import scripts
from companion.decode.formats import Body, Part

ORDER = 80


def matches(body: Body) -> bool:
    """By media type; long scripts are program code, not data about anyone."""
    return ("javascript" in body.media or "ecmascript" in body.media) and (
        len(body.text) <= scripts.MOST
    )


def parse(body: Body) -> Iterator[Part]:
    """One tree: a dict of the variables."""
    if values := scripts.values(body.text):
        yield Part("", values, "", "script")
