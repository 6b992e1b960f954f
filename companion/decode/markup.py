"""Pages as trees, and selectors by which a person finds a node again.

A selector climbs to the nearest `tag#id` with a stable id, else to html, and comes down by
`tag:nth-of-type(n)`. `<template>` content is a page of its own: `SELECTOR >> template >> ...`.
"""

import re
from collections import Counter
from functools import lru_cache

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
_STABLE_ID = re.compile(r"(?!.*\d{3})[A-Za-z_][\w-]{0,60}")
_TEMPLATE = re.compile(r"\s*<template\b[^>]*>(.*?)(?:</template>\s*)?", re.DOTALL | re.I)


@lru_cache(maxsize=2)
def page(text: str) -> LexborHTMLParser:
    """The tree of a page. It is shared between those who read it: never change it."""
    return LexborHTMLParser(shallow(text))


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


def selector(root: LexborHTMLParser, node: LexborNode) -> str:
    """The selector of `node`; selecting it in `root` gives exactly that node."""
    steps: list[str] = []
    at: LexborNode | None = node
    while at is not None and at.tag and not at.tag.startswith("-"):
        if anchor := _anchor(root, at):
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


def _anchor(root: LexborHTMLParser, node: LexborNode) -> str:
    """`tag#id` when the id is stable and the first of its name is this node."""
    word = node.attributes.get("id") or ""
    if not _STABLE_ID.fullmatch(word):
        return ""
    found = select(root, f"{node.tag}#{word}")
    same = found is not None and found.mem_id == node.mem_id
    return f"{node.tag}#{word}" if same else ""


def _ordinal(node: LexborNode) -> int:
    count, before = 1, node.prev
    while before is not None:
        count += before.tag == node.tag
        before = before.prev
    return count
