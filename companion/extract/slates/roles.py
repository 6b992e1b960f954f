"""What the columns of a list are for: title, link, id, image, price, reason, sponsor mark, date."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import islice

from companion.extract import lexicon
from companion.extract.slates import names
from companion.extract.slates.data import weights
from companion.extract.slates.pricing import prices
from companion.extract.slates.table import Column, Table
from companion.extract.slates.titles import Reading, ranked
from companion.extract.slates.values import Kind, Scalar

_LINKING = frozenset({Kind.URL, Kind.TEXT, Kind.ID})
_FALLBACKS = 4  # title columns kept for rows that lack the best one
_SHORT = 40  # characters of a text that can be a mark
_SERVICE = re.compile(
    r"(?:https?:)?//(?:\w+-)?(?:api|graph|cdn|img|images?|static|media)[.-]|\S+/api/", re.I
)
_MEASURES = frozenset({"w", "h", "width", "height"})
_WRITTEN = frozenset({Kind.TEXT, Kind.CONSTANT, Kind.ID})
_MARKING = frozenset({Kind.TEXT, Kind.CONSTANT, Kind.NUMERIC})
_FALSE = frozenset({"", "false", "0", "no", "none", "null", "organic", "n"})


@dataclass(slots=True)
class Roles:
    """The columns by their role; None where a list has no such column.

    In a list of several sorts of items the first column of a role covers some rows, and those
    after it the others.
    """

    titles: list[Column] = field(default_factory=list)
    title_points: float = 0.0
    links: list[Column] = field(default_factory=list)
    ids: list[Column] = field(default_factory=list)
    images: list[Column] = field(default_factory=list)
    prices: list[Column] = field(default_factory=list)
    currency: Column | None = None
    reason: Column | None = None
    date: Column | None = None
    topic: Column | None = None
    sponsored: list[Column] = field(default_factory=list)

    @property
    def title(self) -> Column | None:
        """The best title column."""
        return self.titles[0] if self.titles else None

    @property
    def link(self) -> Column | None:
        """The best link column."""
        return self.links[0] if self.links else None

    @property
    def price(self) -> Column | None:
        """The best price column."""
        return self.prices[0] if self.prices else None

    @property
    def image(self) -> Column | None:
        """The best image column."""
        return self.images[0] if self.images else None


def roles(table: Table, reading: Reading) -> Roles:
    """The roles of a table's columns."""
    scored = ranked(table, reading)
    columns = table.columns
    found = Roles(
        titles=[column for _, column in scored[:_FALLBACKS]],
        title_points=scored[0][0] if scored else 0.0,
        links=_several(columns, partial(_link_points, title=scored[0][1] if scored else None)),
        ids=_several(columns, _id_points) or _opaque_ids(columns),
        images=_several(columns, _image_points),
        prices=prices(columns),
        currency=_first(columns, lambda c: c.path.currency),
        date=_first(columns, _is_date),
    )
    found.reason = _first((c for c in columns if c is not found.title), _is_reason)
    found.sponsored = sponsored(columns)
    found.topic = _first(columns, _is_topic)
    return found


def sponsored(columns: Iterable[Column]) -> list[Column]:
    """The columns in which some row's value says that it is paid for."""
    return [column for column in columns if _marks_sponsor(column)]


def _several(columns: Iterable[Column], points: Callable[[Column], float]) -> list[Column]:
    """The best column, and those that have values where the ones before have none."""
    scored = [(points(column), column) for column in columns]
    ordered = sorted((pair for pair in scored if pair[0] > 0), key=lambda pair: -pair[0])
    chosen: list[Column] = []
    covered: set[int] = set()
    for _, column in ordered:
        rows = column.step.rows
        if 2 * sum(row in covered for row in rows) < len(rows):
            chosen.append(column)
            covered.update(rows)
        if len(chosen) == _FALLBACKS:
            break
    return chosen


def spread(columns: Sequence[Column], items: int) -> tuple[float, float]:
    """Coverage of some columns of one role together, and the share of distinct values."""
    cells = {
        row: value
        for column in reversed(columns)
        for row, value in zip(column.step.rows, column.values, strict=True)
    }
    return len(cells) / items, len(set(cells.values())) / max(len(cells), 1)


def _first(columns: Iterable[Column], wanted: Callable[[Column], bool]) -> Column | None:
    found = [column for column in columns if wanted(column)]
    return max(found, key=lambda column: column.coverage, default=None)


def _link_points(column: Column, title: Column | None = None) -> float:
    if column.distinct <= 0.3 or column.kind not in _LINKING:
        return 0.0
    path = column.path
    if column.kind is not Kind.URL and not path.link:
        return 0.0
    if _is_image(column) and not path.surely_link:
        return 0.0
    weight = weights("role")
    total = weight["coverage"] * column.coverage + weight["distinct"] * column.distinct
    total += weight["link_name"] * path.link
    total += weight["link_best"] * path.best_link
    total -= weight["link_depth"] * column.step.depth
    total += weight["link_image"] * path.image
    total += weight["link_poor"] * path.poor_link
    total += weight["link_of_title"] * _around(column, title)
    total += weight["link_poor"] * is_service(column)
    return total - 1.0 * (column.kind is not Kind.URL)


def is_service(column: Column) -> bool:
    """Whether the links lead to a service that programs ask, rather than to a page."""
    return _SERVICE.match(column.texts[0]) is not None or names.exactly("service", column.name)


def _around(column: Column, title: Column | None) -> bool:
    """Whether a link's element holds the title or stands in it; in a tree, beside it."""
    mine, other = column.step.parent, title.step.parent if title else None
    if mine is None or other is None or mine is other:
        return mine is other
    if mine.parent is None or other.parent is None:  # everything stands in the item itself
        return False
    return mine.inside(other) or other.inside(mine)


def _id_points(column: Column) -> float:
    if column.distinct < 0.6 or not column.path.id or column.kind is Kind.URL:
        return 0.0
    weight = weights("role")
    total = weight["coverage"] * column.coverage + weight["distinct"] * column.distinct
    total += weight["id_exact"] * column.path.exact_id
    total -= weight["id_depth"] * column.step.depth
    return total + weight["id_poor"] * column.path.poor_id


def _opaque_ids(columns: Iterable[Column]) -> list[Column]:
    opaque = (c for c in columns if c.coverage >= 0.9 and c.distinct == 1 and c.kind is Kind.ID)
    return list(islice(opaque, 1))


def _image_points(column: Column) -> float:
    return column.coverage * (0.4 + 0.6 * column.distinct) if _is_image(column) else 0.0


def _is_image(column: Column) -> bool:
    if column.kind is Kind.IMAGE:
        return True
    if column.kind is not Kind.URL:
        return False
    return column.path.image or _is_measured(column)


def _is_measured(column: Column) -> bool:
    """Whether a width or a height stands beside an address, as only at pictures."""
    beside = column.step.parent.children if column.step.parent else {}
    return any(str(key).lower() in _MEASURES for key in beside)


def _is_date(column: Column) -> bool:
    if column.kind is Kind.DATE:
        return True
    return column.kind in {Kind.NUMBER, Kind.NUMERIC} and column.path.date


def _is_reason(column: Column) -> bool:
    if not isinstance(column.values[0], str):
        return False
    if column.kind in _WRITTEN and column.path.reason:
        return True
    if column.kind is not Kind.TEXT:
        return False
    sample = column.texts[:6]
    return sum(bool(lexicon.found("act", text)) for text in sample) * 2 > len(sample)


def _is_topic(column: Column) -> bool:
    return column.path.topic and column.kind in {Kind.TEXT, Kind.CONSTANT}


def _marks_sponsor(column: Column) -> bool:
    if _sponsor_column(column):
        return any(map(truthy, column.values))
    if column.kind not in _MARKING:
        return False
    typed = column.path.item_type
    return any(is_mark(value) or (typed and is_ad_type(value)) for value in set(column.values))


def _sponsor_column(column: Column) -> bool:
    """Whether the names say so: of the value, or of the wrapper that only some items have."""
    return column.path.sponsored or (column.coverage <= 0.6 and column.path.ad)


def is_mark(value: Scalar) -> bool:
    """Whether a text is a label that marks an ad."""
    if not isinstance(value, str) or len(value) >= _SHORT:
        return False
    return lexicon.opens("ad", value) or (value.isupper() and names.exactly("sponsored", value))


def is_ad_type(value: Scalar) -> bool:
    """Whether the name of a sort of items says that such an item is an ad: `SponsoredCard`."""
    if not isinstance(value, str) or " " in value:
        return False
    return any(names.exactly("ad_wrapper", word) for word in names.split(value))


def truthy(value: Scalar) -> bool:
    """Whether a flag's value says yes."""
    return str(value).lower() not in _FALSE


def marks_row(column: Column, value: Scalar) -> bool:
    """Whether a row's value in a sponsor column says that the item is paid for."""
    if value is None:
        return False
    if _sponsor_column(column):
        return truthy(value)
    return is_mark(value) or (column.path.item_type and is_ad_type(value))
