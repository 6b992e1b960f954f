"""Lists that used to come and stop, or whose titles turn empty: a change of the site, or of ours.

A place is compared with visits of pages that are like those on which it was met. What can't tell
anything counts for nothing: a page that was not visited, an answer that is no 200 or was not kept,
one that the browser may still hold. A list that came under another heading in the same container,
or in another container under the same heading, has moved and not stopped.
"""

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from companion.extract.slates.visits import Visit, Way, visits, way_of
from companion.model import Answer, Delivery, SlateId

_ORDINAL = re.compile(r":nth-of-type\(\d+\)")


class Sort(StrEnum):
    """What happened to a list."""

    STOPPED = "stopped"
    UNTITLED = "untitled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """A list that changed: it came on `had` of `pages` pages, and on none of the `quiet` since.

    For a list without titles, the same of its titles. `since` is the first page that was
    different, `url` the newest answer to look into, `slate` the last delivery that was as before.
    """

    site: str
    heading: str
    place: str
    sort: Sort
    had: int
    pages: int
    quiet: int
    since: datetime
    url: str
    slate: SlateId

    @property
    def words(self) -> str:
        """The fact in one sentence."""
        what = f"the list “{self.heading}”" if self.heading else "a list without a heading"
        came = "came" if self.sort is Sort.STOPPED else "came with titles"
        return (
            f"{self.site}: {what} {came} on {self.had} of {self.pages} pages,"
            f" and on none of the {self.quiet} since {self.since:%Y-%m-%d}"
        )


class _Run(NamedTuple):
    """Visits up to the last that was as it should be, and those since."""

    before: Sequence[Visit]
    since: Sequence[Visit]


def drifted(site: str, answers: Iterable[Answer]) -> tuple[Drift, ...]:
    """The lists of a site that stopped or lost their titles, the newest change first."""
    every = visits(answers, timedelta(minutes=threshold("pause_minutes")))
    found = (drift for place in _regular(every) for drift in _of_place(site, place, every))
    return tuple(sorted(found, key=lambda it: it.since, reverse=True))


def _regular(every: Sequence[Visit]) -> list[str]:
    """The places met often enough to say anything of them."""
    met: dict[str, int] = {}
    for visit in every:
        for place in visit.lists:
            met[place] = met.get(place, 0) + 1
    least = threshold("pages_before") * threshold("share_before")
    return [place for place, times in met.items() if times >= least]


def _of_place(site: str, place: str, every: Sequence[Visit]) -> Iterator[Drift]:
    alike = _telling(place, every)
    came = [visit for visit in alike if place in visit.lists]
    stopped = _run(alike, [place in visit.lists for visit in alike])
    untitled = _run(came, [_titled(visit.lists[place]) for visit in came])
    if stopped and not _moved(place, stopped, every):
        had = sum(place in visit.lists for visit in stopped.before)
        yield _drift(site, place, Sort.STOPPED, stopped, had)
    elif untitled:
        had = sum(_titled(visit.lists[place]) for visit in untitled.before)
        yield _drift(site, place, Sort.UNTITLED, untitled, had)


def _run(alike: Sequence[Visit], good: Sequence[bool]) -> _Run | None:
    """The visits parted where it ended, if that was regular before and is long enough ago."""
    if True not in good:
        return None
    first, last = good.index(True), len(good) - good[::-1].index(True)
    before, since = alike[first:last], alike[last:]
    if len(before) < threshold("pages_before") or len(since) < threshold("pages_since"):
        return None
    share = sum(good[first:last]) / len(before)
    return _Run(before, since) if share >= threshold("share_before") else None


def _titled(deliveries: Iterable[Delivery]) -> bool:
    held = list(deliveries)
    entries = sum(it.entries for it in held)
    return sum(it.titled for it in held) > threshold("titles_empty") * entries


def _telling(place: str, every: Sequence[Visit]) -> list[Visit]:
    """The visits of pages like those that gave the list, as far as they could give it."""
    came = [visit for visit in every if place in visit.lists]
    sorts = {visit.sort for visit in came}
    way = _way(place, came[-1])
    asked = [it.seen_at for visit in every for it in visit.asked.get(way, ())] if way else []
    asked.sort()
    return [
        visit
        for visit in every
        if visit.sort in sorts and (place in visit.lists or _could_give(visit, way, asked))
    ]


def _way(place: str, visit: Visit) -> Way | None:
    """Where a script asked for the list; None when it stands in the page itself."""
    giver = _giver(place, visit)
    return None if giver.document else way_of(giver)


def _giver(place: str, visit: Visit) -> Answer:
    return next(it for it in visit.answers if any(one.place == place for one in it.lists))


def _could_give(visit: Visit, way: Way | None, asked: Sequence[datetime]) -> bool:
    if way is None:
        return visit.loaded
    if answers := visit.asked.get(way):
        return all(answer.read for answer in answers)
    return visit.loaded and not _held(visit.begins, asked)


def _held(moment: datetime, asked: Sequence[datetime]) -> bool:
    """Whether the browser may have had the answer still, as it had asked shortly before."""
    earlier = bisect_left(asked, moment)
    held = timedelta(minutes=threshold("held_minutes"))
    return earlier > 0 and moment - asked[earlier - 1] < held


def _moved(place: str, run: _Run, every: Sequence[Visit]) -> bool:
    """Whether a list that is new in its container, or has its heading, came in its stead."""
    ends = run.since[0].begins
    known = {name for visit in every if visit.begins < ends for name in visit.lists}
    kind, container, heading = _parts(place)
    for other in {name for visit in run.since for name in visit.lists}:
        its_kind, its_container, its_heading = _parts(other)
        renamed = its_container == container and other not in known
        if its_kind == kind and (renamed or (heading and its_heading == heading)):
            return True
    return False


def _parts(place: str) -> tuple[str, str, str]:
    """Page type, container without positions, heading."""
    kind, _, rest = place.partition(" | ")
    container, _, heading = rest.partition(" | ")
    return kind, _ORDINAL.sub("", container), heading


def _drift(site: str, place: str, sort: Sort, run: _Run, had: int) -> Drift:
    last = run.before[-1]
    delivery = last.lists[place][-1]
    newest = run.since[-1]
    way = _way(place, last)
    answers = newest.asked.get(way, []) if way else []
    return Drift(
        site=site,
        heading=delivery.heading,
        place=place,
        sort=sort,
        had=had,
        pages=len(run.before),
        quiet=len(run.since),
        since=run.since[0].begins,
        url=answers[-1].url if answers else newest.page,
        slate=delivery.slate,
    )


@cache
def table() -> Mapping[str, Mapping[str, str | int | float]]:
    """Every number it is decided by: value, unit, source and date."""
    return tomllib.loads(files(__package__).joinpath("drift.toml").read_text("utf-8"))


def threshold(name: str) -> float:
    """The value of one of them."""
    return float(table()[name]["value"])
