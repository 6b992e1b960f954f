"""The words beside a list: in its container, one sibling either way, 300 characters, no items."""

from collections.abc import Iterator
from itertools import islice, pairwise
from typing import NamedTuple

from companion.decode.page import Page
from companion.extract import lexicon
from companion.extract.slates import names
from companion.extract.slates.flatten import text_runs
from companion.extract.slates.listed import Listed, PageList, TreeList
from companion.extract.slates.plain import plain

REACH = 300  # characters either way
_LABEL = 80  # characters of a control's words
_TREE_TEXT = 240  # characters of a text beside a list in a tree
_TREE_TEXTS = 60
_SMALL = 8  # keys of an object that only describes
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CONTROLS = frozenset({"a", "button", "label", "summary", "input"})


class Nearby(NamedTuple):
    """Texts beside a list, and the words on controls there."""

    texts: tuple[str, ...] = ()
    controls: tuple[str, ...] = ()


def nearby(listed: Listed) -> Nearby:
    """What stands beside a list."""
    if isinstance(listed, PageList):
        return _in_page(listed)
    return _in_tree(listed) if isinstance(listed, TreeList) else Nearby()


def _in_page(listed: PageList) -> Nearby:
    texts = [_before(listed), *_between(listed), _after(listed)]
    controls = (_label(listed.page, element) for element in _around(listed))
    telling = dict.fromkeys(words for words in controls if lexicon.found("control", words))
    return Nearby(tuple(filter(None, texts)), tuple(telling))


def _before(listed: PageList) -> str:
    """From the heading or the container's beginning, at most 300 characters before the items."""
    page, group = listed.page, listed.group
    start = _reach(listed)[0]
    return page.between(page.starts[start], page.starts[group.first])[-REACH:]


def _reach(listed: PageList) -> tuple[int, int]:
    """The elements from the sibling before the container to the one after it."""
    page, group = listed.page, listed.group
    outer = _module(page, group.container)
    before, after = page.previous[outer], page.next(outer)
    first = outer if before < 0 or _is_another(page, before) else before
    heading = listed.heading.element
    if heading > page.parents[outer]:
        first = min(first, heading)
    return first, page.ends[outer if after < 0 or _is_another(page, after) else after]


def _is_another(page: Page, sibling: int) -> bool:
    """Whether a sibling is a module of its own: a heading with links under it."""
    tags = page.tags[sibling : page.ends[sibling]]
    return "a" in tags and not _HEADINGS.isdisjoint(tags)


def _module(page: Page, container: int) -> int:
    """The highest element around a container that holds little text besides it."""
    outer = container
    for above in islice(page.ancestors(container), 3):
        if page.tags[above] in {"main", "body", "html", "article"}:
            break
        more = page.amount(above) - page.amount(outer)
        if more > REACH:
            break
        outer = above
    return outer


def _between(listed: PageList) -> Iterator[str]:
    """Texts of the container between its items."""
    page, records = listed.page, listed.group.records[:60]
    for (_, end), (start, _) in pairwise(records):
        if end < start:
            words = page.between(page.starts[end], page.starts[start])
            if words:
                yield words[:REACH]


def _after(listed: PageList) -> str:
    page, group = listed.page, listed.group
    end = _reach(listed)[1]
    first = page.starts[group.end] if group.end < len(page) else len(page.pieces)
    last = page.starts[end] if end < len(page) else len(page.pieces)
    return page.between(first, last)[:REACH]


def _around(listed: PageList) -> Iterator[int]:
    """Elements beside the items, and those of the first item, which stands for all."""
    page, records = listed.page, listed.group.records
    first, end = _reach(listed)
    before = range(records[0][0] - 1, first - 1, -1)
    yield from _within_reach(page, before, page.starts[records[0][0]])
    yield from range(*records[0])
    after = range(records[-1][1], min(end, len(page)))
    if after:
        yield from _within_reach(page, after, page.starts[after[0]])


def _within_reach(page: Page, elements: range, piece: int) -> Iterator[int]:
    """Elements up to 300 characters of text away from a piece."""
    seen = 0
    for element in elements:
        here = page.starts[element]
        seen += sum(map(len, page.pieces[min(here, piece) : max(here, piece)]))
        piece = here
        if seen > REACH:
            return
        yield element


def _label(page: Page, element: int) -> str:
    attributes = page.attributes[element]
    if page.tags[element] not in _CONTROLS and (attributes.get("role") or "") != "button":
        return ""
    words = page.text(element) or attributes.get("aria-label") or attributes.get("title") or ""
    return words if len(words) <= _LABEL else ""


def _in_tree(listed: TreeList) -> Nearby:
    """Texts in the two objects around a list, lists left out."""
    texts: list[str] = []
    objects = (p.value for p in listed.found.place.above() if isinstance(p.value, dict))
    inner: dict[str, object] = {}
    for above in islice(objects, 2):
        texts.extend(_texts({k: v for k, v in above.items() if not _is_next(v, inner)}))
        inner = above
    controls = [
        words for words in texts if len(words) <= _LABEL and lexicon.opens("control", words)
    ]
    return Nearby(tuple(texts), tuple(dict.fromkeys(controls)))


def _is_next(value: object, inner: dict[str, object]) -> bool:
    """Whether this is a module of its own, made like the one that holds the list."""
    return isinstance(value, dict) and value is not inner and value.keys() == inner.keys()


def _texts(above: dict[str, object]) -> Iterator[str]:
    queue: list[tuple[object, int]] = [(above, 0)]
    count = 0
    while queue and count < _TREE_TEXTS:
        value, depth = queue.pop(0)
        if isinstance(value, dict) and depth < 5:
            queue += [(one, depth + 1) for one in islice(value.values(), 40)]
        elif isinstance(value, list):
            queue += [(one, depth + 1) for one in _unlisted(value)]
        elif isinstance(value, str) and " " in value and len(value) <= _TREE_TEXT:
            count += 1
            yield plain(value)


def beside(listed: Listed) -> dict[str, object]:
    """The plain values in the object that holds a list in a tree."""
    if not isinstance(listed, TreeList):
        return {}
    objects = (p.value for p in listed.found.place.above() if isinstance(p.value, dict))
    found = next(objects, {})
    return {k: v for k, v in islice(found.items(), 60) if not isinstance(v, dict | list)}


def marks(listed: Listed) -> list[str]:
    """The labels in the object that holds a list in a tree."""
    if not isinstance(listed, TreeList):
        return []
    objects = (p.value for p in listed.found.place.above() if isinstance(p.value, dict))
    around = next(objects, {})
    small = [v for v in islice(around.values(), 60) if isinstance(v, dict) and len(v) <= _SMALL]
    found = [pair for one in (around, *small) for pair in islice(one.items(), 60)]
    return [v for k, v in found if isinstance(v, str) and names.exactly("mark", k)]


def labelled(listed: Listed) -> bool:
    """Whether the element that holds the items of a page begins or ends with a label of ads."""
    if not isinstance(listed, PageList):
        return False
    page, group = listed.page, listed.group
    ends = [at for at in page.children(group.container) if at < group.first or at >= group.end]
    short = (page.text(at) for at in ends if page.amount(at) <= _LABEL)
    return any(lexicon.whole("ad", words) for words in short)


def _unlisted(array: list[object]) -> list[object]:
    """What an array says that is no list: text runs as one text, or its only element."""
    joined = text_runs(array) if array else None
    return [joined] if joined is not None else array if len(array) == 1 else []
