"""What the elements around a list in markup say: their classes, ids, roles and labels."""

from collections.abc import Iterator
from itertools import islice

from companion.decode.page import Attributes, Page
from companion.extract.slates import names
from companion.extract.slates.values import Kind, kind

_LEVELS = frozenset("123456")
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


def spoken_tag(page: Page, element: int) -> str:
    """The tag that an element's role makes it: a heading of a level is a heading."""
    attributes = page.attributes[element]
    if not attributes or attributes.get("role") != "heading":
        return page.tags[element]
    level = attributes.get("aria-level") or ""
    return f"h{level}" if level in _LEVELS else "h2"


def bears_item(tag: str, attributes: Attributes) -> bool:
    """Whether an element of a site's own making says a title and a link in attributes."""
    if "-" not in tag or len(attributes) < 2:
        return False
    own = [(name, value) for name, value in attributes.items() if value and "-" not in name]
    linked = any(kind(value) is Kind.URL for _, value in own)
    return linked and any(names.title_prior(name) >= 1 for name, _ in own)


def label(page: Page, element: int) -> str:
    """The label that an element gives itself, directly or by the id of another."""
    attributes = page.attributes[element]
    if not attributes:
        return ""
    if words := attributes.get("aria-label"):
        return words.strip()
    bearer = page.bearers.get((attributes.get("aria-labelledby") or "").split(" ")[0])
    return page.text(bearer) if bearer is not None else ""
