"""Lists within lists: shelves whose items are lists, and items that have lists as parts."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from companion.extract.slates.data import threshold, weights
from companion.extract.slates.evidence_tree import is_negative
from companion.extract.slates.listed import Listed, PageList, TreeList
from companion.extract.slates.values import middle

_STRONG = 3  # items of an inner list from which on it can make a shelf
_SAME = 0.35  # share of distinct titles below which lists are one menu, again and again
_INSTANCES = 3

type Inner = Sequence[Listed]


def settle(lists: Sequence[Listed], holders: Sequence[tuple[Listed, Listed]]) -> None:
    """Decide between each list and those that stand in its items, from the outside in.

    `holders` pairs a list with the nearest list around it.
    """
    inner: defaultdict[Listed, list[Listed]] = defaultdict(list)
    for listed, outer in holders:
        inner[outer].append(listed)
        listed.inside = outer
    for outer in lists:
        if outer.score < threshold():
            continue
        _settle_one(outer, _all_inside(outer, inner))


def _all_inside(outer: Listed, inner: dict[Listed, list[Listed]]) -> list[Listed]:
    """The lists inside one, those inside weak ones among them included."""
    found: list[Listed] = []
    queue = list(inner.get(outer, ()))
    while queue:
        listed = queue.pop(0)
        found.append(listed)
        if listed.score < threshold():
            queue.extend(inner.get(listed, ()))
    return found


def _settle_one(outer: Listed, inside: Inner) -> None:
    weight = weights("nesting")
    strong = [one for one in inside if one.score >= threshold() and one.total >= _STRONG]
    if not inside:
        return
    if strong and _is_shelf(outer, strong):
        outer.note("shelf_of_lists", weight["shelf"])
        return
    for one in inside:
        one.note("part_of_an_item", weight["attribute"] if strong else weight["weak_inner"])


def _is_shelf(outer: Listed, strong: Inner) -> bool:
    if isinstance(outer, TreeList):
        return _is_tree_shelf(outer, strong)
    return isinstance(outer, PageList) and _is_page_shelf(outer, strong)


def _is_tree_shelf(outer: TreeList, strong: Inner) -> bool:
    inner = [one for one in strong if isinstance(one, TreeList)]
    own = _own(outer, inner)
    texts = middle([len(title) for one in inner for title in one.titles if title])
    mine = middle([len(title) for title in outer.titles if title])
    if own < 2 and texts > 3 * mine:
        return True
    elements = min(outer.total, outer.table.items)
    negative = sum(map(is_negative, inner))
    average = sum(one.total for one in inner) / len(inner)
    often = len(_items_holding(outer, inner)) >= 0.4 * elements
    return often and average >= 3 and 2 * negative < len(inner) and own <= 2


def _own(outer: TreeList, inner: Sequence[TreeList]) -> int:
    """How much an outer list's items are things of their own, what stands in inner lists apart."""
    roles = outer.roles
    within = {_path_inside(one, outer) for one in inner}
    shown = [one.step.keys() for one in (roles.image, roles.price, roles.date) if one is not None]
    own = [keys for keys in shown if not any(tuple(keys[: len(it)]) == it for it in within)]
    return len(own) + (outer.title_words >= 4)


def _path_inside(one: TreeList, outer: TreeList) -> tuple[str | int, ...]:
    """The keys from an item of the outer list down to an inner one."""
    keys: list[str | int] = []
    place = one.found.place
    while place.parent is not None and place.value is not outer.found.place.value:
        keys.append(place.key)
        place = place.parent
    return tuple(keys[:-1][::-1])


def _items_holding(outer: TreeList, inner: Sequence[TreeList]) -> set[str | int]:
    """The keys of the outer items in which inner lists stand."""
    container = outer.found.place.value
    found: set[str | int] = set()
    for one in inner:
        below = one.found.place
        for above in one.found.place.above():
            if above.value is container:
                found.add(below.key)
                break
            below = above
    return found


def _is_page_shelf(outer: PageList, strong: Inner) -> bool:
    inner = [one for one in strong if isinstance(one, PageList)]
    records = outer.group.records
    held = sum(any(start <= one.group.first < end for one in inner) for start, end in records)
    tags = outer.page.tags
    links = sum(tags[start:end].count("a") for start, end in records)
    within = sum(tags[start:end].count("a") for one in inner for start, end in one.group.records)
    if 2 * held < len(records):
        return False
    return 2 * within >= links or (links > 8 * len(records) and within >= 0.3 * links)


def demote_menus(lists: Sequence[Listed], sort: Callable[[Listed], object]) -> None:
    """Tell menus that come with every item ("add to queue", "share") from shelves."""
    instances: defaultdict[object, list[Listed]] = defaultdict(list)
    for listed in lists:
        instances[sort(listed)].append(listed)
    for same in instances.values():
        titles = [title for one in same for title in one.titles if title]
        if len(same) >= _INSTANCES and len(set(titles)) < _SAME * len(titles):
            for one in same:
                one.note("menu_with_every_item", weights("nesting")["menu_per_item"])


def sort_of(listed: Listed) -> object:
    """What lists of one sort share: the last key and the place of the title."""
    title = listed.roles.title
    path = tuple(title.names) if title else ()
    key = listed.own_key if isinstance(listed, TreeList) else listed.names[:1]
    return (str(key), path)
