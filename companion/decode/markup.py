"""Pages as trees, and selectors by which a person finds a node again.

A selector climbs to the nearest `tag#id` with a stable id, else to html, and comes down by
`tag:nth-of-type(n)`. `<template>` content is a page of its own: `SELECTOR >> template >> ...`.
"""

import re
from collections import Counter, deque
from collections.abc import Mapping
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

DEEPEST = 10_000
MOST_REOPENED = 2_000_000
_FEW_TAGS = 15_000  # fewer cost little, however they are nested
_FORMATTING = frozenset(
    {"b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"}
)
_TAG = re.compile(
    r"<(/?)(?!(?:area|base|br|col|embed|hr|img|input|link|meta|param|path|source|track|wbr)\b)([a-z]+)",
    re.IGNORECASE,
)
_ROWS = re.compile(r"\s*<(?:tr|tbody|thead|td|th)[\s>]", re.IGNORECASE)
_STABLE_ID = re.compile(r"(?!.*\d{3})[A-Za-z_][\w-]{0,60}")
_TEMPLATE = re.compile(r"\s*<template\b[^>]*>(.*?)(?:</template>\s*)?", re.DOTALL | re.I)


class Read(NamedTuple):
    """The tree of a page, and up to which character it was read."""

    text: str
    tree: LexborHTMLParser
    upto: int


_KEPT: deque[Read] = deque(maxlen=2)  # compared, not hashed: that takes half as long as parsing


def read(text: str) -> Read:
    """A page's tree, which is shared between those who read it (never change it), and its reach."""
    found = next((kept for kept in tuple(_KEPT) if kept.text == text), None)
    if found is None:
        kept_text = shallow(_in_table(text))
        found = Read(text, LexborHTMLParser(kept_text), len(kept_text))
        _KEPT.appendleft(found)
    return found


def _in_table(text: str) -> str:
    """Rows of a table that came alone with a table around them, without which they are no rows."""
    return f"<table>{text}" if _ROWS.match(text) else text


def page(text: str) -> LexborHTMLParser:
    """The tree of a page. It is shared between those who read it: never change it."""
    return read(text).tree


def shallow(text: str) -> str:
    """The text up to where open tags cost the parser too much.

    Its time grows with the square of the depth, and formatting elements that are left open are
    opened again in every block that follows.
    """
    if text.count("<") <= _FEW_TAGS:
        return text
    unclosed: Counter[str] = Counter()
    depth = formatting = reopened = 0
    for tag in _TAG.finditer(text):
        closing, name = tag.groups()
        step = 0 if closing and not unclosed[name] else -1 if closing else 1
        unclosed[name] += step
        depth += step
        formatting += step if name in _FORMATTING else 0
        reopened += formatting
        if depth > DEEPEST or reopened > MOST_REOPENED:
            return text[: tag.start()]
    return text


def selector(
    root: LexborHTMLParser, node: LexborNode, bearers: Mapping[str, int] | None = None
) -> str:
    """The selector of `node`; selecting it in `root` gives exactly that node.

    `bearers`, where they are known, are the first elements with this tag by `id`, as `mem_id`.
    """
    steps: list[str] = []
    at: LexborNode | None = node
    while at is not None and at.tag and not at.tag.startswith("-"):
        if anchor := _anchor(root, at, bearers if at is node else None):
            return " > ".join([anchor, *reversed(steps)])
        steps.append(at.tag if at.tag == "html" else f"{at.tag}:nth-of-type({_ordinal(at)})")
        at = at.parent
    return " > ".join(reversed(steps))


def select(root: LexborHTMLParser, words: str) -> LexborNode | None:
    """The first node that a selector names; None when there is none or it is no selector."""
    try:
        return root.css_first(words)
    except (SelectolaxError, ValueError):
        return None


def template(node: LexborNode) -> LexborHTMLParser:
    """The content of a template element, which selectors do not enter, as a page of its own."""
    found = _TEMPLATE.fullmatch(node.html or "")
    return page(found[1] if found else "")


def _anchor(root: LexborHTMLParser, node: LexborNode, bearers: Mapping[str, int] | None) -> str:
    """`tag#id` when the id is stable and the first of its name is this node."""
    word = node.attributes.get("id") or ""
    if not _STABLE_ID.fullmatch(word):
        return ""
    if bearers is not None:
        return f"{node.tag}#{word}" if bearers.get(word) == node.mem_id else ""
    found = select(root, f"{node.tag}#{word}")
    same = found is not None and found.mem_id == node.mem_id
    return f"{node.tag}#{word}" if same else ""


def _ordinal(node: LexborNode) -> int:
    count, before = 1, node.prev
    while before is not None:
        count += before.tag == node.tag
        before = before.prev
    return count
