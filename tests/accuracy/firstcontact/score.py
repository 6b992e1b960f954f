"""How well lists were found: planted against given, pure.

A planted list is found when one slate holds at least 80 % of its items and the first three
planted titles stand in it in that order. An item is held by title or by link (relative
ones lead on from the page that asked). Items, order,
fields, surface and disclosure are counted over the lists found. A false slate is one of surface
recommendation, ad or feed that holds no item of any planted list of its page.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal, InvalidOperation
from urllib.parse import urljoin

from companion.model import Item, Slate
from tests.accuracy.firstcontact.kit import Shape, Truth

CHOSEN = frozenset({"recommendation", "ad", "feed"})
HELD = 0.8


@dataclass(frozen=True, kw_only=True)
class Score:
    """Counts over shapes; `_of` is what the count is out of."""

    lists: int = 0
    lists_of: int = 0
    items: int = 0
    items_of: int = 0
    twice: int = 0
    order: int = 0
    titles: int = 0
    titles_of: int = 0
    links: int = 0
    links_of: int = 0
    prices: int = 0
    prices_of: int = 0
    surface: int = 0
    disclosed: int = 0
    heading: int = 0
    heading_of: int = 0
    sponsored: int = 0
    sponsored_of: int = 0
    reasons: int = 0
    reasons_of: int = 0
    false_alike: int = 0
    alikes: int = 0
    false_extra: int = 0
    pages: int = 0
    notes: tuple[str, ...] = ()

    def __add__(self, other: "Score") -> "Score":
        return Score(
            **{it.name: getattr(self, it.name) + getattr(other, it.name) for it in fields(self)}
        )


def score(shape: Shape, slates: Sequence[Slate]) -> Score:
    """One shape against the slates it gave; `notes` say what went wrong, by name."""
    base = shape.exchange.page or shape.exchange.url
    total = Score(pages=1, alikes=not shape.lists)
    for truth in shape.lists:
        slate = next((it for it in slates if found(truth, it, base)), None)
        total += _missed(shape, truth, slates) if slate is None else _fields(shape, truth, slate)
        total += _again(shape, [it for it in slates if found(truth, it, base)][1:])
    false = [it for it in slates if it.surface in CHOSEN and _strange(it, shape)]
    return total + Score(
        false_alike=0 if shape.lists else len(false),
        false_extra=len(false) if shape.lists else 0,
        notes=tuple(f"{shape.name}: false {it.surface} {_seen(it)}" for it in false),
    )


def found(truth: Truth, slate: Slate, base: str) -> bool:
    """Whether the slate is the planted list."""
    if len(_pairs(truth, slate, base)) < HELD * len(truth.titles):
        return False
    titles = [_plain(it.title) for it in slate.items]
    wanted = [_plain(it) for it in truth.titles[:3]]
    return all(it in titles for it in wanted) and sorted(wanted, key=titles.index) == wanted


def _again(shape: Shape, more: Sequence[Slate]) -> Score:
    """A planted list that was given as more than one slate."""
    notes = tuple(f"{shape.name}: twice {_seen(it)}" for it in more)
    return Score(twice=bool(more), notes=notes)


def _missed(shape: Shape, truth: Truth, slates: Sequence[Slate]) -> Score:
    seen = "; ".join(_seen(it) for it in slates[:3]) or "no slate"
    note = f"{shape.name}: missed {truth.titles[0]!r} (of {len(truth.titles)}); gave {seen}"
    return Score(lists_of=1, notes=(note,))


def _fields(shape: Shape, truth: Truth, slate: Slate) -> Score:
    base = shape.exchange.page or shape.exchange.url
    pairs = _pairs(truth, slate, base)
    ranks = [item.rank for _, item in pairs]
    flaws = list(_flaws(truth, slate, pairs, base))
    said = [name for name, good, of in flaws if good < of]
    notes = tuple(f"{shape.name}: {it} wrong {_seen(slate)}" for it in said)
    counts = {name: good for name, good, _ in flaws}
    return Score(
        lists=1,
        lists_of=1,
        items=len(pairs),
        items_of=len(truth.titles),
        order=ranks == sorted(ranks),
        notes=notes,
        **counts,
        **{f"{name}_of": of for name, _, of in flaws if name not in ("surface", "disclosed")},
    )


def _flaws(truth: Truth, slate: Slate, pairs: list, base: str) -> Iterable[tuple[str, int, int]]:
    yield (
        "titles",
        sum(_plain(truth.titles[at]) == _plain(it.title) for at, it in pairs),
        len(pairs),
    )
    if urls := truth.urls:
        good = sum(_link(urls[at], base) == _link(it.url, base) for at, it in pairs)
        yield "links", good, len(pairs)
    if prices := truth.prices:
        yield "prices", sum(_same(prices[at], it.price) for at, it in pairs), len(pairs)
    if truth.sponsored is not None:
        good = sum((at + 1 in truth.sponsored) == it.sponsored for at, it in pairs)
        yield "sponsored", good, len(pairs)
    if truth.reasons:
        given = {at + 1: _plain(it.reason or "") for at, it in pairs}
        good = sum(_plain(reason) in given.get(rank, "") for rank, reason in truth.reasons)
        yield "reasons", good, len(truth.reasons)
    if truth.heading:
        yield "heading", int(_plain(truth.heading) in _plain(slate.heading)), 1
    yield "surface", int(slate.surface in truth.surface), 1
    yield "disclosed", int(slate.disclosed in truth.disclosed), 1


def _pairs(truth: Truth, slate: Slate, base: str) -> list[tuple[int, Item]]:
    """Planted index and the given item that holds it, in planted order, each item once."""
    left = list(slate.items)
    pairs = []
    for at, title in enumerate(truth.titles):
        url = _link(truth.urls[at], base) if truth.urls else None
        item = next((it for it in left if _plain(it.title) == _plain(title)), None)
        if item is None and url:
            item = next((it for it in left if _link(it.url, base) == url), None)
        if item is not None:
            left.remove(item)
            pairs.append((at, item))
    return pairs


def _strange(slate: Slate, shape: Shape) -> bool:
    base = shape.exchange.page or shape.exchange.url
    return not any(_pairs(truth, slate, base) for truth in shape.lists)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _link(url: str | None, base: str) -> str | None:
    return urljoin(base, url) if url else None


def _same(wanted: str, given: str | None) -> bool:
    try:
        return given is not None and Decimal(wanted) == Decimal(given)
    except InvalidOperation:
        return False


def _seen(slate: Slate) -> str:
    first = slate.items[0] if slate.items else None
    what = f"{first.title!r} {first.url} {first.price}" if first else "nothing"
    return (
        f"[{slate.surface} told={slate.disclosed} {slate.heading!r} "
        f"n={len(slate.items)} at {slate.locator}: {what}]"
    )
