"""The items of a list that was taken, read at the places where its columns stand."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, unquote, urlencode, urljoin, urlsplit

from companion.extract.slates import cells, names
from companion.extract.slates.flatten import flatten, pick
from companion.extract.slates.listed import Listed, PageList, TreeList
from companion.extract.slates.plain import plain
from companion.extract.slates.price import Price, Scene, price, states_price
from companion.extract.slates.roles import marks_row
from companion.extract.slates.table import Column, Scalar, Step
from companion.extract.slates.titles import unnumbered
from companion.extract.slates.values import Kind, has_letter, kind
from companion.model import Item

MOST = 1_000

type Cell = Callable[[Column], Scalar]


@dataclass(frozen=True, slots=True)
class Base:
    """What items are read against: the address that links are relative to, and the scene."""

    url: str
    scene: Scene


def items(listed: Listed, base: Base) -> tuple[Item, ...]:
    """The first thousand items, ranked as delivered."""
    found: list[Item] = []
    for rank, row in enumerate(_rows(listed), 1):
        item = _item(listed, row, rank, base)
        if item is not None:
            found.append(item)
    written = [item.title for item in found]
    titles = unnumbered(written)
    if titles == written:
        return tuple(found)
    return tuple(replace(one, title=it) for one, it in zip(found, titles, strict=True))


@dataclass(frozen=True, slots=True)
class _Row:
    """One item: how a cell is read, the key it stands under, and its element in a tree."""

    cell: Cell
    key: str = ""
    element: object = None


def _rows(listed: Listed) -> Iterator[_Row]:
    if isinstance(listed, TreeList):
        yield from _tree_rows(listed)
    elif isinstance(listed, PageList):
        yield from _page_rows(listed)


def _tree_rows(listed: TreeList) -> Iterator[_Row]:
    roles = listed.roles
    used = [*roles.titles, *roles.links, *roles.ids, *roles.sponsored]
    used += [one for one in (roles.price, roles.currency, roles.reason, roles.topic) if one]
    keys = {id(column): column.step.keys() for column in used}
    for key, element in zip(listed.found.keys, listed.found.elements[:MOST], strict=False):

        def cell(column: Column, element: object = element) -> Scalar:
            return pick(element, keys[id(column)])

        yield _Row(cell, str(key) if listed.keyed else "", element)


def _page_rows(listed: PageList) -> Iterator[_Row]:
    records = listed.group.records[:MOST]
    for row, record in enumerate(records[listed.table.items :], listed.table.items):
        cells.read(listed.page, record, listed.table.root, row)
    for row in range(len(records)):

        def cell(column: Column, row: int = row) -> Scalar:
            return column.at(row)

        yield _Row(cell)


def _item(listed: Listed, row: _Row, rank: int, base: Base) -> Item | None:
    roles = listed.roles
    url = next(filter(None, (_url(row.cell(column), column, base) for column in roles.links)), None)
    title = _title(roles.titles, row) or slug_words(url or "")
    known = (_identifier(row.cell(column)) for column in roles.ids)
    identifier = next(filter(None, known), "") or row.key
    if not (title or url or identifier):
        return None
    cost = _price(listed, row, base.scene)
    return Item(
        rank=rank,
        item=identifier or (without_tracking(url) if url else title),
        title=title,
        url=url,
        reason=_words(_read(row, roles.reason)),
        sponsored=any(marks_row(column, row.cell(column)) for column in roles.sponsored),
        price=cost.amount,
        currency=cost.currency,
        topics=tuple(filter(None, [_words(_read(row, roles.topic))])),
    )


def _read(row: _Row, column: Column | None) -> Scalar:
    return None if column is None else row.cell(column)


def _words(value: Scalar) -> str | None:
    return plain(value) or None if isinstance(value, str) else None


def _identifier(value: Scalar) -> str:
    return "" if value is None or isinstance(value, bool) else str(value)[:200]


def _title(columns: Sequence[Column], row: _Row) -> str:
    """The row's title by the best column that has one, else its most title-like value."""
    for column in columns:
        value = row.cell(column)
        if isinstance(value, str) and (title := plain(value)):
            return title
    return _own_title(row.element) if row.element is not None else ""


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
            points = Column(step, 1).key_points - 0.1 * step.array_cost - 0.05 * step.depth
            if points > best:
                best, title = points, plain(value)
    return title


def _url(value: Scalar, column: Column, base: Base) -> str | None:
    if not isinstance(value, str) or value.startswith("#") or " " in value.strip():
        return None
    if column.step.key != "@href" and kind(value) not in {Kind.URL, Kind.IMAGE}:
        return None
    try:
        url = value if value.startswith("https://") else urljoin(base.url, value.strip())
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc else None


def without_tracking(url: str) -> str:
    """An address without parameters that only say where a click came from."""
    try:
        parts = urlsplit(url)
        pairs = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:
        return url
    if not pairs:
        return parts._replace(fragment="").geturl()
    kept = [(name, value) for name, value in pairs if not _tracks(name.lower())]
    return parts._replace(query=urlencode(kept), fragment="").geturl()


def _tracks(name: str) -> bool:
    return name.startswith(("utm_", "pk_", "mtm_")) or names.exactly("tracking_parameter", name)


def slug_words(url: str) -> str:
    """The words of a link's last path step, the last resort for tiles without any text."""
    try:
        path = urlsplit(url).path
    except ValueError:
        return ""
    last = unquote(path.rstrip("/").rpartition("/")[2]).rpartition(".")[0] or unquote(
        path.rstrip("/").rpartition("/")[2]
    )
    words = last.replace("_", "-").split("-")
    letters = sum(map(str.isalpha, last))
    if len(words) < 2 or letters <= 0.6 * len(last):
        return ""
    return " ".join(word for word in words if word)


def _price(listed: Listed, row: _Row, scene: Scene) -> Price:
    column = listed.roles.price
    if column is None:
        return Price()
    scale = 1
    if any(names.word("minor", name) for name in column.names):
        scale = 100
    elif any(names.word("micro", name) for name in column.names):
        scale = 1_000_000
    value = _shifted(listed, row, column, row.cell(column))
    return price(value, scene, _read(row, listed.roles.currency), scale)


def _shifted(listed: Listed, row: _Row, column: Column, value: Scalar) -> Scalar:
    """The price of an item in which a mark stands before it, and so at the price's place."""
    if (
        not isinstance(listed, PageList)
        or not isinstance(value, str)
        or any(map(str.isdigit, value))
    ):
        return value
    beside = (c for c in listed.table.columns if c.step.parent is column.step.parent)
    texts = (text for one in beside if isinstance(text := row.cell(one), str))
    return next(filter(states_price, texts), value)
