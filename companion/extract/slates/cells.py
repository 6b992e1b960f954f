"""An item in markup as a flat row: texts, links, images and dates by the tags that lead to them.

Classes are no part of a place (`first`, `active`, `post-123` would tear columns apart); they
only say whether a text is likely to be the title.
"""

import re
from collections import defaultdict
from typing import NamedTuple

from companion.decode.page import INLINE, Attributes, Page
from companion.extract.slates import names
from companion.extract.slates.groups import Group, Record
from companion.extract.slates.markup import bears_item, spoken_tag
from companion.extract.slates.price import said_of
from companion.extract.slates.table import Step, Table
from companion.extract.slates.values import has_letter

JUDGED = 60  # items read to judge a list
MOST_ELEMENTS = 400  # of one item
MOST_LEAVES = 160
_REPEATS = 4  # values at one place of an item
_WHOLE = frozenset(
    {"a", "h1", "h2", "h3", "h4", "h5", "h6", "p", "b", "strong", "dt", "td", "th", "figcaption"}
)
_TAG_POINTS = {"h1": 3.0, "h2": 3.0, "h3": 2.95, "h4": 2.85, "h5": 2.6, "h6": 2.4, "a": 1.0}
_TAG_POINTS |= {"b": 0.5, "strong": 0.5, "dt": 0.5, "p": -0.3}
_ATTRIBUTE_POINTS = {"title": 0.4, "aria-label": 0.2, "alt": -0.2, "data-title": 1.2}
_IMAGES = ("src", "data-src", "data-original", "data-lazy-src", "srcset", "data-srcset")
_TELLING = frozenset({"href", "datetime", "title", "aria-label", "alt"})
_PICTURES = frozenset({"img", "source", "amp-img", "video"})
_PLAIN = frozenset({"class", "id", "style", "slot", "role", "part"})
_CODED = frozenset({"onclick", "style"})
_LONG_DATA = 200  # characters from which on an attribute holds more than a value
_DATA = -3.0
_DIGIT = re.compile(r"\d")
_LEADS = re.compile(
    r"(?:location(?:\.href)?\s*=|(?:open|assign|navigate|go\w*)\()\s*[\"']([^\"'\s]{2,})"
)
_LONGEST = 600
_AMOUNT = 60  # characters of a text that can be an amount of money
_STRUCK = frozenset({"del", "s", "strike"})
_NAMING = ("class", "itemprop", "data-testid", "data-test", "data-qa")


class Wanted(NamedTuple):
    """The places, by identity, right below which texts and attributes are wanted."""

    texts: frozenset[int]
    attributes: frozenset[int]


def tabulate(page: Page, group: Group, rows: int = JUDGED) -> Table | None:
    """The table of a group's first items; None when the first three hold no text at all."""
    root = Step()
    records = group.records[:rows]
    if not any(_says_something(page, record) for record in records[:3]):
        return None
    for row, record in enumerate(records):
        read(page, record, root, row)
    return Table(root, len(records))


def _says_something(page: Page, record: Record) -> bool:
    start, end = record
    if page.slice(start, end):
        return True
    return any(
        _speaks(page.tags[at], page.attributes[at]) for at in range(start, min(end, start + 40))
    )


def _speaks(tag: str, attributes: Attributes) -> bool:
    return bool(attributes) and (bool(attributes.get("alt")) or bears_item(tag, attributes))


def read(page: Page, record: Record, root: Step, row: int, wanted: Wanted | None = None) -> None:
    """Add one item's values to the tree of steps: all, or those that are wanted."""
    _Row(page, root, row).read(record, wanted)


class _Row:
    """One item while it is read: the step of each element, and what its classes are worth."""

    def __init__(self, page: Page, root: Step, row: int) -> None:
        self.page = page
        self.root = root
        self.row = row
        self.leaves = 0
        self.steps: dict[int, Step] = {}
        self.inherited: defaultdict[int, float] = defaultdict(float)

    def read(self, record: Record, wanted: Wanted | None = None) -> None:
        start, end = record
        page = self.page
        siblings = 0
        for element in range(start, min(end, start + MOST_ELEMENTS)):
            tag = page.tags[element]
            above = self.steps.get(page.parents[element])
            if above is None:
                step = self.root.child(f"{tag}.{siblings}" if siblings else ".")
                siblings += 1
            else:
                step = above.child(tag)
            self.steps[element] = step
            if wanted is None:
                self._element(element, tag, step)
            else:
                self._wanted(element, tag, step, wanted)
            if self.leaves >= MOST_LEAVES:
                return

    def _wanted(self, element: int, tag: str, step: Step, wanted: Wanted) -> None:
        if id(step) in wanted.texts:
            attributes = self.page.attributes[element]
            points = _class_points(attributes) if attributes else 0.0
            self._text(element, spoken_tag(self.page, element), step, points, 0.0)
        if id(step) in wanted.attributes:
            self._attributes(tag, step, self.page.attributes[element])

    def _element(self, element: int, tag: str, step: Step) -> None:
        page = self.page
        attributes, inherited = page.attributes[element], self.inherited[page.parents[element]]
        if not attributes:
            self.inherited[element] = inherited
            self._text(element, tag, step, 0.0, inherited)
            return
        points = _class_points(attributes)
        self.inherited[element] = self._passed_on(inherited, points, step)
        self._text(element, spoken_tag(page, element), step, points, inherited)
        self._attributes(tag, step, attributes)

    def _passed_on(self, inherited: float, points: float, step: Step) -> float:
        """What the classes of an item's inner elements take from the titles below them."""
        if step.depth < 2 or points >= 0:
            return inherited
        return min(inherited, 0.6 * points)

    def _text(self, element: int, tag: str, step: Step, points: float, inherited: float) -> None:
        page = self.page
        if tag in _WHOLE or points > 0:
            text = self._shown(element)
        elif self._is_amount(element):
            text = self._in_parts(element)
        elif element in page.worded:
            inner = page.tags[element + 1 : page.ends[element]]
            text = page.text(element) if INLINE.issuperset(inner) else page.own(element)
        else:
            return
        if text:
            tagged = _TAG_POINTS.get(tag, 0.0)
            hint = tagged + points if points < 0 else max(tagged, points)
            counted = len(text) < _AMOUNT and _DIGIT.search(text) is not None
            name = "@text-struck" if counted and self._is_struck(element) else "@text"
            leaf = self._add(step, name, text[:_LONGEST], hint + inherited)
            leaf.direct += element in page.worded and self._speaks_itself(element)
            if counted and not leaf.words:
                both = (self._classes(element), self._classes(page.parents[element]))
                leaf.words = " ".join(both).strip()

    def _speaks_itself(self, element: int) -> bool:
        """Whether words stand in an element directly, not only signs between other elements."""
        page = self.page
        return page.ends[element] == element + 1 or has_letter(page.own(element))

    def _shown(self, element: int) -> str:
        """The text of an element without what only screen readers are told besides it."""
        page = self.page
        inner = range(element + 1, page.ends[element])
        hidden = [at for at in inner if page.attributes[at] and _is_hidden(page.attributes[at])]
        if not hidden:
            return page.text(element)
        kept, start = [], page.starts[element]
        for at in hidden:
            if page.starts[at] >= start:
                kept.append(page.between(start, page.starts[at]))
                start = page.stops[at]
        kept.append(page.between(start, page.stops[element]))
        return " ".join(filter(None, kept)) or page.text(element)

    def _classes(self, element: int) -> str:
        attributes = self.page.attributes[element] if element >= 0 else None
        if not attributes:
            return ""
        return " ".join(filter(None, map(attributes.get, _NAMING)))

    def _is_amount(self, element: int) -> bool:
        """Whether an element's class says price and little stands in it, in however many parts."""
        page = self.page
        if not page.attributes[element] or page.ends[element] == element + 1:
            return False
        return page.amount(element) <= _AMOUNT and names.one_says("price", self._classes(element))

    def _in_parts(self, element: int) -> str:
        """The text with a space wherever another element begins, so that cents stand apart."""
        page, last, parts = self.page, -1, list[str]()
        for at in range(page.starts[element], page.stops[element]):
            if page.owners[at] != last:
                parts.append(" ")
            parts.append(page.pieces[at])
            last = page.owners[at]
        return " ".join("".join(parts).split())

    def _is_struck(self, element: int) -> bool:
        """Whether an amount is struck out: by its tag, its class, or the label before it."""
        page = self.page
        if (before := page.previous[element]) >= 0 and page.amount(before) <= _AMOUNT:
            label = page.text(before)
            if "before" in said_of(label) and not _DIGIT.search(label):
                return True
        for one in (element, page.parents[element]):
            if one < 0:
                return False
            if page.tags[one] in _STRUCK:
                return True
            if names.one_says("struck", words := self._classes(one)):
                return not names.one_says("now_price", words)
        return False

    def _attributes(self, tag: str, step: Step, attributes: Attributes) -> None:
        own = bears_item(tag, attributes)
        for name, value in attributes.items():
            if not value:
                continue
            if own and name not in _TELLING and name not in _PLAIN:
                self._add(step, f"@{name}", value, names.title_prior(name))
            elif name in _TELLING or (name.startswith("data-") and len(value) < _LONG_DATA):
                self._add(step, f"@{name}", value, _ATTRIBUTE_POINTS.get(name, _DATA))
            elif name in _CODED:
                self._coded(step, name, value)
        if "itemprop" in attributes or tag in _PICTURES:
            self._unspoken(tag, step, attributes)

    def _unspoken(self, tag: str, step: Step, attributes: Attributes) -> None:
        """A picture, or what programs alone are told: `<meta itemprop="price" content="12.50">`."""
        said = attributes.get("content") if "itemprop" in attributes else None
        if said:
            self._add(step, f"@{attributes['itemprop']}", said, _DATA)
        source = next((found for name in _IMAGES if (found := attributes.get(name))), None)
        if source and tag in _PICTURES:
            self._add(step, "@src", source, _DATA)

    def _coded(self, step: Step, name: str, value: str) -> None:
        """Where a click leads by a script (`location.href = '/a/1'`), or a picture by a style."""
        if name == "onclick" and (found := _LEADS.search(value)):
            self._add(step, "@href", found[1], _DATA)
        elif name == "style" and "background" in value:
            self._add(step, "@src", value, _DATA)

    def _add(self, step: Step, name: str, value: str, hint: float) -> Step:
        leaf = step.child(name)
        for ordinal in range(1, _REPEATS):
            if not leaf.rows or leaf.rows[-1] != self.row:
                break
            leaf = step.child(f"{name}#{ordinal}")
        if not leaf.values:
            leaf.hint = hint
        leaf.add(self.row, value)
        self.leaves += 1
        return leaf


def _is_hidden(attributes: Attributes) -> bool:
    classes = attributes.get("class")
    return bool(classes) and names.in_class("hidden", classes)


def _class_points(attributes: Attributes) -> float:
    if attributes.get("itemprop") in {"name", "headline"}:
        return 3.0
    classes = attributes.get("class")
    return names.class_prior(classes) if classes else 0.0
