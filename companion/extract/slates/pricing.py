"""Which column of a list says what an item costs now, and what its numbers are divided by.

Beside what is paid stand what was paid before, delivery, taxes, savings, prices by the kilo and by
the month. What tells them apart: names of keys and classes, struck tags, the words around the
amount. Several columns may hold it, as only some items are on sale; the first that has a value
counts.
"""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from companion.extract.slates import names
from companion.extract.slates.data import weights
from companion.extract.slates.price import amounts, names_money, said_of, states_price
from companion.extract.slates.table import Column, Step
from companion.extract.slates.values import Kind

_PRICED = frozenset({Kind.NUMBER, Kind.NUMERIC, Kind.TEXT})
_SHORT = 40  # characters of a text that states a price
_SAMPLES = 6
_COLUMNS = 4  # columns of prices kept for rows that lack the best one
_STRUCK = frozenset({"del", "s", "strike"})
_PER_UNIT = re.compile(r"=|/ ?(?:\d+ ?)?(?:kg|g|ml|l|m|lb|oz)\b|\d ?(?:kg|g|ml|l|lb|oz)\b", re.I)
_ROUNDED = re.compile(r"\d ?[KM]\b|\d ?(?:Mio|Tsd)")
_MOST_DIGITS = 4  # decimals of a currency


def prices(columns: Sequence[Column]) -> list[Column]:
    """The columns of what items cost, the best first."""
    scored = [(points(column), at, column) for at, column in enumerate(columns)]
    ordered = sorted((it for it in scored if it[0] > 0), key=lambda it: (-it[0], it[1]))
    return [column for _, _, column in ordered[:_COLUMNS]]


def points(column: Column) -> float:
    """How much a column is like the price of an item; 0 for what is none."""
    path = column.path
    named = path.price or _class_says(column, "price") or _has_currency_beside(column)
    if path.no_price or column.kind not in _PRICED or not _costs(column, named):
        return 0.0
    texts = column.texts[:_SAMPLES] if column.kind is not Kind.NUMBER else []
    if texts and all(text.lstrip().startswith("+") for text in texts):
        return 0.0
    weight = weights("price")
    now = path.now_price or _class_says(column, "now_price")
    total = max(column.coverage, weight["now_coverage"] * now) + weight["named"] * named
    total += weight["distinct"] * column.distinct - weight["depth"] * column.step.depth
    total += weight["now"] * now + weight["poor"] * (path.poor_price or _is_struck(column, now))
    total += weight["bound"] * path.bound_price
    return max(0.01, total + sum(weight[it] for it in _flaws(column, texts)))


def _flaws(column: Column, texts: Sequence[str]) -> Iterable[str]:
    """What is wrong with the values as prices."""
    if _in_markup(column.step) and not any(map(names_money, texts)):
        yield "bare_in_markup"
    if any(map(_PER_UNIT.search, texts)):
        yield "per_unit"
    if any(map(_ROUNDED.search, texts)):
        yield "rounded"
    said = [said_of(text) for text in texts]
    for notion in ("before", "besides", "monthly"):
        if 2 * sum(notion in it for it in said) > len(said):
            yield notion
    if 2 * sum(len(amounts(text)) > 1 for text in texts) > len(texts):
        yield "several"


def _costs(column: Column, named: bool) -> bool:
    if column.kind is not Kind.TEXT and named:
        return any(map(_has_digit, column.texts[:_SAMPLES]))
    if not column.may_cost:
        return False
    if column.kind is not Kind.TEXT:
        return any(map(_has_currency, column.texts[:_SAMPLES]))
    short = sum(len(text) < _SHORT and _has_currency(text) for text in column.texts)
    return short >= 0.6 * len(column.texts)


def _has_currency_beside(column: Column) -> bool:
    """Whether the object that holds a value holds a currency too."""
    above = column.step.parent
    if above is None or above.parent is None or column.kind is Kind.TEXT:
        return False
    return any(names.exactly("currency", str(key)) for key in above.children)


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


def _has_currency(text: str) -> bool:
    if not _has_digit(text):
        return False
    return names_money(text) or "EUR" in text or "USD" in text or states_price(text)


def _in_markup(step: Step) -> bool:
    return isinstance(step.key, str) and step.key.startswith("@")


def _class_says(column: Column, notion: str) -> bool:
    """Whether a class of the element, or of the one around it, has a word of a notion."""
    return bool(column.step.words) and names.one_says(notion, column.step.words)


def _is_struck(column: Column, now: bool) -> bool:
    keys = column.step.keys()
    if any(key in _STRUCK or str(key).startswith("@text-struck") for key in keys):
        return True
    return not now and _class_says(column, "struck")


def scale(column: Column, columns: Sequence[Column]) -> int:
    """What the numbers of a price column are divided by: 100 where they count cents.

    By its name, by the number of decimals that stands beside it, or by a column that states the
    same amounts as money.
    """
    if column.path.scale > 1:
        return column.path.scale
    whole = [text for text in column.texts if text.strip()]
    if not whole or not all(text.strip().isdecimal() for text in whole):
        return 1
    return _by_decimals(column, columns) or _by_witness(column, columns)


def _by_decimals(column: Column, columns: Sequence[Column]) -> int:
    parent = column.step.parent
    near = {id(parent), id(parent.parent) if parent else 0}
    for one in columns:
        if id(one.step.parent) in near and names.exactly("decimals", one.name):
            digits = one.texts[0]
            if digits.isdecimal() and int(digits) <= _MOST_DIGITS:
                return int(10 ** int(digits))
        if id(one.step.parent) in near and names.exactly("minor_beside", one.name):
            return 100
    return 0


def _by_witness(column: Column, columns: Sequence[Column]) -> int:
    own = dict(zip(column.step.rows, column.texts, strict=True))
    for one in columns:
        if one is column or one.kind is Kind.NUMBER or not one.may_cost:
            continue
        pairs = zip(one.step.rows, one.texts, strict=True)
        seen = [(own[row], amounts(text)) for row, text in pairs if row in own]
        same = [Decimal(digits) == 100 * found[0] for digits, found in seen if found and found[0]]
        if same and all(same):
            return 100
    return 1
