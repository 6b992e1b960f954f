"""The items of a list that was taken, read at the places where its columns stand."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from companion.extract.slates import cells
from companion.extract.slates.flatten import flatten, pick
from companion.extract.slates.links import Base, slug_words, without_tracking
from companion.extract.slates.listed import Listed, PageList, TreeList
from companion.extract.slates.plain import plain
from companion.extract.slates.price import Price, Scene, price, states_price
from companion.extract.slates.pricing import scale
from companion.extract.slates.roles import marks_row
from companion.extract.slates.table import Column, Step
from companion.extract.slates.titles import unnumbered
from companion.extract.slates.values import Kind, Scalar, has_letter, kind
from companion.model import Item

MOST = 1_000
_LINKS = frozenset({Kind.URL, Kind.IMAGE})

type Cell = Callable[[int], Scalar]  # the value of a row


@dataclass(frozen=True, slots=True)
class Scenery:
    """What items are read against: the address that links are relative to, and the scene."""

    base: Base
    scene: Scene


def items(listed: Listed, around: Scenery) -> tuple[Item, ...]:
    """The first thousand items, ranked as delivered."""
    reader = _Reader(listed, around)
    rows = range(min(MOST, _length(listed)))
    found = [item for row in rows if (item := reader.item(row)) is not None]
    written = [item.title for item in found]
    titles = unnumbered(written)
    if titles == written:
        return tuple(found)
    return tuple(replace(one, title=it) for one, it in zip(found, titles, strict=True))


def _length(listed: Listed) -> int:
    if isinstance(listed, TreeList):
        return min(len(listed.found.keys), len(listed.found.elements))
    return len(listed.group.records) if isinstance(listed, PageList) else 0


def _cells(listed: Listed, columns: Sequence[Column]) -> dict[int, Cell]:
    """How the values of some columns are read row by row, by the columns' identity."""
    if isinstance(listed, TreeList):
        return {id(column): _picking(listed, column) for column in columns}
    if isinstance(listed, PageList):
        _read_on(listed, columns)
    pairs = ((one, zip(one.step.rows, one.values, strict=True)) for one in columns)
    return {id(column): dict(values).get for column, values in pairs}


def _picking(listed: TreeList, column: Column) -> Cell:
    elements, keys = listed.found.elements, column.step.keys()
    return lambda row: pick(elements[row], keys)


def _read_on(listed: PageList, columns: Sequence[Column]) -> None:
    """Read the items that were not needed for judging, as far as the columns want it."""
    read = listed.table.items
    told = [(id(it.step.parent), str(it.step.key).startswith("@text")) for it in columns]
    texts = frozenset(above for above, is_text in told if is_text)
    wanted = cells.Wanted(texts, frozenset(above for above, is_text in told if not is_text))
    for row, record in enumerate(listed.group.records[read:MOST], read):
        cells.read(listed.page, record, listed.table.root, row, wanted)


class _Reader:
    """Reads one list's items; what is the same for all of them is looked up once."""

    def __init__(self, listed: Listed, around: Scenery) -> None:
        roles = self.roles = listed.roles
        self.around = around
        self.found = listed.found if isinstance(listed, TreeList) else None
        self.keyed = listed.keyed
        self.beside = self._beside(listed)
        single = [one for one in (roles.currency, roles.reason, roles.topic) if one]
        used = [
            *roles.prices,
            *roles.titles,
            *roles.links,
            *roles.ids,
            *roles.sponsored,
            *single,
            *self.beside,
        ]
        self.cells = _cells(listed, used)
        self.titles = [self.cells[id(column)] for column in roles.titles]
        self.links = [(self.cells[id(it)], it.step.key == "@href") for it in roles.links]
        self.ids = [self.cells[id(column)] for column in roles.ids]
        columns = listed.table.columns
        self.prices = [(self.cells[id(it)], scale(it, columns)) for it in roles.prices]

    def _beside(self, listed: Listed) -> list[Column]:
        """In markup, the columns that stand at the price's place."""
        cost = self.roles.price
        if cost is None or not isinstance(listed, PageList):
            return []
        return [c for c in listed.table.columns if c.step.parent is cost.step.parent]

    def item(self, row: int) -> Item | None:
        """One row as an item; None where it has neither title, link nor id."""
        url = self._url(row)
        title = self._title(row) or slug_words(url or "")
        identifier = self._identifier(row)
        if not (title or url or identifier):
            return None
        roles, cost = self.roles, self._price(row)
        topic = self._words(roles.topic, row)
        return Item(
            rank=row + 1,
            item=identifier or (without_tracking(url) if url else title),
            title=title,
            url=url,
            reason=self._words(roles.reason, row),
            sponsored=any(marks_row(it, self.cells[id(it)](row)) for it in roles.sponsored),
            price=cost.amount,
            currency=cost.currency,
            topics=(topic,) if topic else (),
        )

    def _url(self, row: int) -> str | None:
        for cell, linked in self.links:
            value = cell(row)
            if not isinstance(value, str) or value.startswith("#") or " " in value.strip():
                continue
            if linked or kind(value) in _LINKS:
                url = self.around.base.join(value)
                if url:
                    return url
        return None

    def _title(self, row: int) -> str:
        """The row's title by the best column that has one, else its most title-like value."""
        for cell in self.titles:
            value = cell(row)
            if isinstance(value, str) and (title := plain(value)):
                return title
        return _own_title(self.found.elements[row]) if self.found else ""

    def _identifier(self, row: int) -> str:
        for cell in self.ids:
            value = cell(row)
            if value is not None and not isinstance(value, bool) and (word := str(value)[:200]):
                return word
        return str(self.found.keys[row]) if self.found and self.keyed else ""

    def _words(self, column: Column | None, row: int) -> str | None:
        value = self.cells[id(column)](row) if column else None
        return plain(value) or None if isinstance(value, str) else None

    def _price(self, row: int) -> Price:
        """What a row costs, by the first column of prices that says so; 0 where none says more."""
        currency = self.roles.currency
        stated = self.cells[id(currency)](row) if currency else None
        last = Price()
        for at, (cell, divided) in enumerate(self.prices):
            value = cell(row)
            if at == 0 and self.beside and isinstance(value, str) and not _has_digit(value):
                value = self._shifted(row, value)
            found = price(value, self.around.scene, stated, divided)
            if found.amount and found.amount.strip("0."):
                return found
            last = last if last.amount else found
        return last

    def _shifted(self, row: int, value: Scalar) -> Scalar:
        """The price of an item in which a mark stands before it, and so at the price's place."""
        texts = (text for c in self.beside if isinstance(text := self.cells[id(c)](row), str))
        return next(filter(states_price, texts), value)


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


def _own_title(element: object) -> str:
    """The value of one element that is most like a title by its name."""
    root = Step()
    flatten(element, root, 0)
    best, title = 0.0, ""
    stack = [root]
    while stack:
        step = stack.pop()
        stack.extend(reversed(step.children.values()))
        value = step.values[0] if step.values else None
        if isinstance(value, str) and kind(value) is Kind.TEXT and has_letter(value):
            points = Column(step, 1).path.title_points - 0.1 * step.array_cost - 0.05 * step.depth
            if points > best:
                best, title = points, plain(value)
    return title
