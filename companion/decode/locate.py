"""From a locator back to the value that stands there, for whoever looks at the evidence.

The grammar is in `steps`; `leaves` makes locators, slates make them for containers.
"""

from collections.abc import Iterator, Sequence

from companion.decode import markup, nesting, xmltree
from companion.decode.content import text
from companion.decode.jsontext import nested
from companion.decode.leaves import text_of
from companion.decode.roots import Root, roots
from companion.decode.steps import JOINT, clean, escape, join, name, pointer, split
from companion.model import Direction, Exchange

__all__ = ["JOINT", "clean", "escape", "find", "join", "name", "pointer", "split"]


def find(exchange: Exchange, locator: str, direction: Direction | None = None) -> str | None:
    """The value at a locator of a decoded exchange; None when nothing stands there.

    A container comes as its JSON text, a selected element as its HTML. Without a direction, what
    was received is looked at first.
    """
    found = [root for root in roots(exchange) if direction in {None, root.direction}]
    found.sort(key=lambda root: root.direction is Direction.SENT)
    for value in _standing(found, locator):
        return text_of(value)
    if direction is Direction.SENT:
        return None
    words, steps = text(exchange.response), split(locator)
    if xmltree.is_feed(words[:300].lstrip().lower()):
        value = follow(xmltree.read(words), steps)
        return None if value is None else text_of(value)
    return _element(words, steps)


def _standing(found: Sequence[Root], locator: str) -> Iterator[object]:
    """What stands at a locator in the trees whose prefix it has, the longest prefix first."""
    candidates = [root for root in found if _under(root.prefix, locator)]
    for root in sorted(candidates, key=lambda root: -len(root.prefix)):
        rest = locator[len(root.prefix) :].removeprefix(JOINT)
        value = follow(root.value, split(rest))
        if value is not None:
            yield value


def _under(prefix: str, locator: str) -> bool:
    return not prefix or locator == prefix or locator.startswith(prefix + JOINT)


def follow(value: object, steps: Sequence[str]) -> object:
    """What stands some steps inside a value; None when nothing does."""
    for step in steps:
        if step.startswith("/"):
            value = _at_pointer(nested(value) if isinstance(value, str) else value, step)
        else:
            value = nesting.step_into(value, step)
    return None if isinstance(value, bytes) else value


def _at_pointer(tree: object, words: str) -> object:
    for key in words[1:].split("/"):
        if isinstance(tree, dict):
            tree = _entry(tree, key)
        elif isinstance(tree, list) and key.isdecimal() and int(key) < len(tree):
            tree = tree[int(key)]
        else:
            return None
    return tree


def _entry(tree: dict[str, object], key: str) -> object:
    if "~" not in key and key in tree:
        return tree[key]
    return next((value for word, value in tree.items() if escape(word) == key), None)


def _element(html: str, steps: Sequence[str]) -> str | None:
    """The HTML of the element that a selector names, `template` steps followed."""
    node, tree = None, markup.page(html)
    for step in steps:
        if step == "template":
            if node is None:
                return None
            tree = markup.template(node)
        else:
            node = markup.select(tree, step)
    return None if node is None else node.html
