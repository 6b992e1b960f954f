"""What the elements around a list in markup say: their classes, ids, roles and labels."""

from collections.abc import Iterator
from itertools import islice

from companion.decode.page import Page

NEAR = 5  # the container and four elements above it


def lineage(page: Page, element: int, most: int = NEAR) -> Iterator[int]:
    """An element and those above it, nearest first; the page's own ones are left out."""
    yield element
    for above in islice(page.ancestors(element), most - 1):
        if page.tags[above] in {"body", "html"}:
            return
        yield above


def class_words(page: Page, element: int) -> str:
    """The classes and the id of an element; those of the whole page say nothing about a list."""
    attributes = page.attributes[element]
    if not attributes or page.tags[element] in {"body", "html"}:
        return ""
    words = [attributes.get("class") or "", attributes.get("id") or ""]
    words += [attributes.get("data-component") or "", attributes.get("data-module") or ""]
    return " ".join(word for word in words if word)[:300]


def label(page: Page, element: int) -> str:
    """The label that an element gives itself, directly or by the id of another."""
    attributes = page.attributes[element]
    if not attributes:
        return ""
    if words := attributes.get("aria-label"):
        return words.strip()
    bearer = page.bearers.get((attributes.get("aria-labelledby") or "").split(" ")[0])
    return page.text(bearer) if bearer is not None else ""
