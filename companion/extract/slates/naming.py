"""Names a list that was found by what is known of its site: sort, heading, paths of its items."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from itertools import islice
from urllib.parse import quote, urljoin, urlsplit

from companion.extract.slates.flatten import flatten, pick
from companion.extract.slates.listed import Listed, PageList, TreeList
from companion.extract.slates.merge import Merged
from companion.extract.slates.plain import plain
from companion.extract.slates.roles import truthy
from companion.extract.slates.sites.load import Keys, Paths, Rule
from companion.extract.slates.table import Column, Step
from companion.extract.slates.values import Scalar
from companion.model import Item, Surface

_ENCLOSING = 5  # objects around a list in which its heading is looked for
_PAID = 0.6  # share of paid items from which on a vendor's list is an ad


@dataclass(frozen=True, slots=True)
class Known:
    """The rule that speaks of a list, and the one of its places at which it does.

    `first` says that the items were read at that place.
    """

    rule: Rule
    place: Listed

    first: bool = True

    @property
    def words(self) -> str:
        """What the list is known as: `Mastodon: accounts to follow`."""
        return f"{self.rule.site}: {self.rule.says}"

    def heading(self) -> str:
        """The heading at the place where the site is known to write it; empty when none is."""
        if not self.rule.heading or not isinstance(self.place, TreeList):
            return ""
        objects = (p.value for p in self.place.found.place.above() if isinstance(p.value, dict))
        for above in islice(objects, _ENCLOSING):
            root = Step()
            flatten(above, root, 0)
            for path in self.rule.heading:
                if words := _text_at(root, path):
                    return words
        return ""

    def surface(self, items: Sequence[Item]) -> Surface | None:
        """What sort of list it is; of a vendor that mixes them, by what most items are."""
        told = self.rule.sponsor or any(item.sponsored for item in items)
        if self.rule.surface is not Surface.AD or not told:
            return self.rule.surface
        paid = sum(item.sponsored for item in items) >= _PAID * len(items)
        return Surface.AD if paid else Surface.RECOMMENDATION

    def tracked_by(self) -> str:
        """The place of the token that follows an item, where the items bear one."""
        found = (".".join(path) for path in self.rule.tracking if self.columns(path))
        return next(found, "")

    def items(self, delivered: Sequence[Item], base: str) -> tuple[Item, ...]:
        """The items with what stands at the known places; links are relative to `base`."""
        if not self.first:
            return tuple(delivered)
        if isinstance(self.place, TreeList):
            elements = self.place.found.elements
            read = _Reader(self)
            return tuple(read.item(item, elements[item.rank - 1], base) for item in delivered)
        if isinstance(self.place, PageList) and self.rule.sponsor_classes:
            return tuple(self._marked(self.place, item) for item in delivered)
        return tuple(delivered)

    def _marked(self, place: PageList, item: Item) -> Item:
        start, _ = place.group.records[item.rank - 1]
        paid = _matches(_tokens(place, start), self.rule.sponsor_classes)
        return replace(item, sponsored=item.sponsored or paid)

    def columns(self, path: Keys) -> list[Column]:
        """The columns at a path, what stands nearest to the item first."""
        columns = self.place.table.columns
        found = (one for one in columns if tuple(one.names[-len(path) :]) == path)
        return sorted(found, key=lambda one: one.step.depth)


class _Reader:
    """The columns at a rule's paths, found once for all items of a list."""

    def __init__(self, known: Known) -> None:
        self.rule = known.rule
        self.columns = {
            path: [column.step.keys() for column in known.columns(path)]
            for paths in (self.rule.title, self.rule.link, self.rule.id, self.rule.reason)
            for path in paths
        }
        columns = known.place.table.columns
        self.marks = [
            (column.step.keys(), wanted)
            for path, wanted in self.rule.sponsor
            for column in columns
            if _holds(column.names, path)
        ]

    def item(self, item: Item, element: object, base: str) -> Item:
        rule = self.rule
        title, _ = self._first(element, rule.title)
        link, _ = self._first(element, rule.link)
        identifier, path = self._first(element, rule.id)
        reason, _ = self._first(element, rule.reason)
        url = _joined(base, link) or item.url or self._address(identifier, path)
        return replace(
            item,
            title=plain(title) or item.title,
            url=url,
            item=identifier or item.item,
            reason=plain(reason) or item.reason,
            sponsored=self._paid(element) if rule.sponsor else item.sponsored,
        )

    def _first(self, element: object, paths: Paths) -> tuple[str, Keys]:
        for path in paths:
            for keys in self.columns[path]:
                value = pick(element, keys)
                if value is not None and not isinstance(value, bool) and value != "":
                    return str(value), path
        return "", ()

    def _address(self, identifier: str, path: Keys) -> str | None:
        known = self.rule.address.get(path[-1]) if path else None
        return known.replace("{}", quote(identifier, safe="")) if known else None

    def _paid(self, element: object) -> bool:
        return any(_says_paid(pick(element, keys), wanted) for keys, wanted in self.marks)


def known(one: Merged, rules: Iterable[Rule]) -> Known | None:
    """The first rule that speaks of a list; of the preferred of its places if any does."""
    held = tuple(rules)
    for place in one.all:
        for rule in held:
            if _speaks_of(rule, place):
                return Known(rule, place, first=place is one.first)
    return None


def _speaks_of(rule: Rule, place: Listed) -> bool:
    if isinstance(place, PageList):
        return any(_matches(words.split(), rule.classes) for words in place.names)
    return any(_ends_in(place.names, path) for path in rule.at)


def _ends_in(names: Sequence[str], path: Keys) -> bool:
    """Whether the keys above a list, nearest first, end in a path; the empty one is a document."""
    if not path:
        return not names
    pairs = zip(names, reversed(path), strict=False)
    return len(names) >= len(path) and all(fnmatchcase(name, glob) for name, glob in pairs)


def _holds(names: Sequence[str], path: Keys) -> bool:
    size = len(path)
    return any(tuple(names[at : at + size]) == path for at in range(len(names) - size + 1))


def _matches(tokens: Iterable[str], globs: Sequence[str]) -> bool:
    return any(fnmatchcase(token, glob) for token in tokens for glob in globs)


def _tokens(place: PageList, element: int) -> list[str]:
    attributes = place.page.attributes[element] or {}
    data = (f"{name}={value}" for name, value in attributes.items() if name.startswith("data-"))
    return [*(attributes.get("class") or "").split(), *data]


def _says_paid(value: Scalar, wanted: str) -> bool:
    if value is None:
        return False
    return str(value).lower() == wanted.lower() if wanted else truthy(value)


def _text_at(root: Step, path: Keys) -> str:
    for step in _steps(root):
        value = step.values[0] if step.values else None
        if isinstance(value, str) and tuple(step.names()) == path:
            return plain(value)
    return ""


def _steps(root: Step) -> Iterator[Step]:
    stack = [root]
    while stack:
        step = stack.pop()
        yield step
        stack.extend(reversed(step.children.values()))


def _joined(base: str, link: str) -> str | None:
    """A link as an address of the web; None when it is none."""
    try:
        parts = urlsplit(url := urljoin(base, link.strip())) if link else None
    except ValueError:
        return None
    return url if parts and parts.scheme in {"http", "https"} and parts.netloc else None
