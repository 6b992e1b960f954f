"""From deliveries to rounds: who got which list at the same place within the same minute.

Where a request was repeated for comparison, the exchanges name their round. Where strangers' visits
were imported, what came within one minute of each other is a round; each visitor counts once in
it. What is left over can still be pooled, with the weaker claims that this allows.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta

from companion.compare.delivered import Blank, Delivered
from companion.compare.measure import POOLED
from companion.compare.round import Round
from companion.compare.structure import alike

WINDOW = timedelta(seconds=60)
_LATE = "a copy came more than a minute from your own request"
_LEAST = 2
"""Strangers a round takes."""
_MOST_MINE, _MOST_STRANGERS = 20, 100
"""Lists of each side that are compared at once, the newest; more would only cost time."""


def rounds(delivered: Iterable[Delivered], blanks: Sequence[Blank] = ()) -> list[Round]:
    """The rounds of a site, oldest first within each place.

    Only places where the person got something are looked at.
    """
    places: defaultdict[tuple[str, str], list[Delivered]] = defaultdict(list)
    for one in sorted(delivered, key=lambda it: (it.seen_at, it.slate)):
        places[one.place, one.address].append(one)
    found = [made for some in places.values() for made in _of_place(some, blanks)]
    return sorted(found, key=lambda it: (it.place, it.block == POOLED, it.seen_at))


def _of_place(some: Sequence[Delivered], blanks: Sequence[Blank]) -> Iterator[Round]:
    named = [one for one in some if one.round]
    free = [one for one in some if not one.round or one.arm == "U"]
    made = list(_named(named, free, blanks))
    used = {slate for one in made for slate in one.slates}
    windows = list(_windows([one for one in free if one.slate not in used]))
    yield from made
    yield from map(_round, windows)
    used |= {one.slate for window in windows for one in window}
    left = [one for one in free if one.slate not in used]
    if any(one.own for one in left) and any(not one.own for one in left):
        yield _round(left, block=POOLED)


def _named(
    named: Sequence[Delivered], free: Sequence[Delivered], blanks: Sequence[Blank]
) -> Iterator[Round]:
    """The rounds that exchanges name; one without the person's list takes the newest before."""
    keys: defaultdict[str, list[Delivered]] = defaultdict(list)
    for one in named:
        keys[one.key].append(one)
    missing: defaultdict[str, list[Blank]] = defaultdict(list)
    for blank in blanks:
        missing[blank.round.partition("/")[0]].append(blank)
    for key, some in keys.items():
        arms = {one.arm for one in some}
        absent = {it.round.partition("/")[2]: it.why for it in missing[key]}
        why = [f"{_who(arm)} got {it}" for arm, it in absent.items() if arm not in arms]
        if "U" in arms:
            near = _within(some)
            late = [_LATE] if len(near) < len(some) else []
            yield _round(near, missing=[*why, *late])
            continue
        newest = [one for one in free if one.own and one.seen_at <= some[0].seen_at][-1:]
        if newest:
            yield _round([*newest, *some], missing=why, block=POOLED)


def _within(some: Sequence[Delivered]) -> list[Delivered]:
    """The lists of a round that came within a minute of the person's own."""
    begins = min(one.seen_at for one in some if one.arm == "U")
    return [one for one in some if abs(one.seen_at - begins) <= WINDOW]


def _who(arm: str) -> str:
    return "the copy in your name" if arm.startswith("U") else "a stranger"


def _windows(some: Sequence[Delivered]) -> Iterator[list[Delivered]]:
    """Runs of at most one minute with the person and enough strangers, each visitor once."""
    at = 0
    while at < len(some):
        window = [one for one in some[at:] if one.seen_at - some[at].seen_at <= WINDOW]
        visitors: dict[str, Delivered] = {}
        for one in window:
            visitors.setdefault(one.visitor, one)
        strangers = [one for one in visitors.values() if not one.own]
        mine = [one for one in window if one.own][:2]
        if mine and len(strangers) >= _LEAST:
            yield [*mine, *strangers]
            at += len(window)
        else:
            at += 1


def _round(some: Sequence[Delivered], *, missing: Sequence[str] = (), block: str = "") -> Round:
    mine = [one for one in some if _is_mine(one)][-_MOST_MINE:]
    others = [one for one in some if not _is_mine(one)][-_MOST_STRANGERS:]
    length = len(mine[0].ranking)
    strangers = [one for one in others if alike(len(one.ranking), length)]
    why = [*missing]
    if len(strangers) < len(others):
        why.append("a stranger got a list of another length")
    return Round(
        key=some[0].key or f"{mine[0].seen_at.isoformat()}",
        site=some[0].site,
        place=some[0].place,
        seen_at=min(one.seen_at for one in some),
        mine=tuple(one.ranking for one in mine),
        strangers=tuple(one.ranking for one in strangers),
        missing=tuple(dict.fromkeys(why)),
        block=block,
        jars=tuple(one.visitor for one in strangers),
        slates=tuple(one.slate for one in (*mine, *strangers)),
    )


def _is_mine(one: Delivered) -> bool:
    return one.own or one.arm.startswith("U")


def by_place(found: Iterable[Round]) -> Mapping[str, list[Round]]:
    """Rounds by the place they compare, in order."""
    places: defaultdict[str, list[Round]] = defaultdict(list)
    for one in found:
        places[one.place].append(one)
    return places
