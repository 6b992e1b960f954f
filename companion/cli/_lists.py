"""The lines of `companion slates`: each list as the person got it, pages of one list joined."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, NamedTuple

from companion.report.plain import plain

_SHOWN = 20
_PERSONAL = {
    "declared": "says it is personal",
    "measured": "measured to be personal",
    "refuted": "no different from a new visitor's",
}
_DISCLOSED = {
    True: "says at the list that it was chosen for you",
    False: "nothing at the list says that it was chosen for you",
}
_MARKED = {True: "marked as paid for", False: "nothing at the list says that it is paid for"}
_STANDS = {
    "html": "on the page",
    "embedded": "in data within the page",
    "json": "in an answer to a script",
    "xml": "in a feed",
}

type Json = dict[str, Any]


class Joined(NamedTuple):
    """A list and the pages that carried it on, in the order in which they came."""

    first: Json
    more: list[Json]


def lines(rows: Iterable[Json]) -> Iterator[str]:
    """Every list with its entries in their order."""
    for one in joined(rows):
        yield from _about(one)
        yield from _entries(one)
        yield ""


def joined(rows: Iterable[Json]) -> list[Joined]:
    """The lists, each page that goes on put behind the one it goes on from."""
    found: dict[str, Joined] = {}
    lists: list[Joined] = []
    for row in rows:
        one = found.get(row["continues"] or "")
        if one is None:
            one = Joined(row, [])
            lists.append(one)
        else:
            one.more.append(row)
        found[row["id"]] = one
    return lists


def _about(one: Joined) -> Iterator[str]:
    row = one.first
    heading = plain(row["heading"], 60) or "(no heading)"
    told = [row["surface"], _PERSONAL.get(row["personalized"])]
    where = row["site"] or f"page unknown, from {row['party']}"
    yield "  ·  ".join(filter(None, [heading, *told, plain(where, 60), row["seen_at"][:16]]))
    for words in _notes(row):
        yield f"      {words}"


def _notes(row: Json) -> Iterator[str]:
    known = row["measure"].get("known_as")
    if known:
        yield f"known as {plain(known, 90)}"
    marks = _MARKED if row["surface"] == "ad" else _DISCLOSED
    telling = row["surface"] in {"ad", "recommendation"} or row["personalized"] == "declared"
    if telling and row["disclosed"] is not None:
        yield marks[row["disclosed"]]
    if row["explanation"]:
        yield f"its reason: {plain(row['explanation'], 90)}"
    if row["controls"]:
        yield f"beside it: {plain(', '.join(row['controls']), 90)}"
    copies = f", and in {len(row['also'])} more places" if row["also"] else ""
    place = f"at {plain(row['locator'], 120)}" if row["locator"] else "the whole of it"
    yield f"{_STANDS[row['source']]}, {place}{copies}"


def _entries(one: Joined) -> Iterator[str]:
    before = 0
    for page, row in enumerate([one.first, *one.more], 1):
        if page > 1:
            yield f"      page {page}, {row['seen_at'][11:16]}"
        for item in islice(row["items"], _SHOWN):
            yield f"  {before + item['rank']:4}  {_entry(item)}"
        if row["total"] > _SHOWN:
            yield f"        and {row['total'] - _SHOWN} more"
        before += row["total"]


def _entry(item: Json) -> str:
    mark = "[ad] " if item["sponsored"] else ""
    title = plain(item["title"], 76) or plain(item["item"], 76)
    price = f"  {item['price']} {item['currency'] or ''}".rstrip() if item["price"] else ""
    reason = f"  — {plain(item['reason'], 60)}" if item["reason"] else ""
    return f"{mark}{title}{price}{reason}"
