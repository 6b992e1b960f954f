"""What was met on the pages of each site, as far as it is remembered."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from companion.extract.slates.furniture import Others
from companion.model import ExchangeId, Sighting

MOST = 200  # sites remembered; others are loaded again

type Load = Callable[[str], Iterable[Sighting]]


class News(NamedTuple):
    """Sightings that were new, and the earlier exchanges whose lists they change."""

    sightings: tuple[Sighting, ...] = ()
    again: tuple[ExchangeId, ...] = ()


NO_NEWS = News()


def nothing(_site: str) -> Iterable[Sighting]:
    """What was met on a site when nothing is kept."""
    return ()


class Seen:
    """The sightings of each site; `load` gives those that are kept, when a site comes up."""

    def __init__(self, load: Load = nothing) -> None:
        self._load = load
        self._sites: OrderedDict[str, Others] = OrderedDict()

    def of(self, site: str | None) -> Others:
        """What was met on a site; nothing where the site is unknown."""
        if site is None:
            return Others()
        others = self._sites.get(site)
        if others is None:
            others = self._sites[site] = Others(self._load(site))
        self._sites.move_to_end(site)
        if len(self._sites) > MOST:
            self._sites.popitem(last=False)
        return others

    def add(self, site: str | None, sightings: Sequence[Sighting]) -> News:
        """Take in what was met on a page of a site."""
        others = self.of(site)
        fresh = tuple(one for one in sightings if others.lacks(one))
        again = [exchange for one in fresh for exchange in sorted(others.add(one))]
        return News(fresh, tuple(dict.fromkeys(again)))
