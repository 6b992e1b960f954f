"""What was lately offered in lists, so that following an offer is known as such."""

from collections import OrderedDict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import parse_qsl, urlencode

from companion.extract.reading import NO_PAGE, Page
from companion.extract.signals.names import NameClass, class_of
from companion.extract.slates.continued import Pages
from companion.extract.slates.seen import Load, Seen, nothing
from companion.extract.urls import host_of, join, split
from companion.model import Slate, SlateId

MOST = 50_000  # addresses remembered
LASTING = timedelta(days=1)
PAGES = 2_000  # pages remembered
PLAYING = timedelta(minutes=30)
"""What is fetched for the same page within this time goes on playing."""


@dataclass(frozen=True, slots=True)
class Offer:
    """An item of a delivered list: the list, its heading, the item's rank and title."""

    slate: SlateId
    heading: str
    rank: int
    title: str
    seen_at: datetime


class Recent:
    """The addresses that lists offered to each visitor during the last day.

    `pages` remembers the last page of every list, so that the next one is known as such; `seen`
    what lists the pages of each site had, where `load` gives what is kept of it.
    """

    def __init__(self, load: Load = nothing) -> None:
        self.pages = Pages()
        self.seen = Seen(load)
        self._offers: OrderedDict[tuple[str, str], Offer] = OrderedDict()
        self._pages: OrderedDict[tuple[str, str], Page] = OrderedDict()
        self._last: dict[tuple[str, str], Page] = {}
        self._played: OrderedDict[tuple[str, str], datetime] = OrderedDict()

    def deliver(self, slates: Iterable[Slate], base: str) -> None:
        """Remember the items of lists that came in an answer to the address `base`."""
        for slate in slates:
            for item in slate.items:
                if item.url:
                    offer = Offer(slate.id, slate.heading, item.rank, item.title, slate.seen_at)
                    self._keep(slate.visitor, join(base, item.url), offer)

    def offered(self, visitor: str, url: str, now: datetime) -> Offer | None:
        """The offer that leads to an address, when it is not older than a day."""
        offer = self._offers.get((visitor, same_address(url)))
        if offer is None or not timedelta(0) <= now - offer.seen_at <= LASTING:
            return None
        return offer

    def follow(self, visitor: str, url: str, target: str) -> None:
        """Remember that an offered address leads on to another one."""
        offer = self._offers.get((visitor, same_address(url)))
        if offer is not None:
            self._keep(visitor, join(url, target), offer)

    def opened(self, visitor: str, url: str, page: Page) -> None:
        """Remember a page that a visitor opened, and what its text links to."""
        targets = tuple(same_address(it) for it in page.links)
        held = Page(page.title, targets)
        self._pages[visitor, same_address(url)] = self._last[visitor, host_of(url)] = held
        if len(self._pages) > PAGES:
            self._pages.popitem(last=False)
        if len(self._last) > PAGES:
            self._last.pop(next(iter(self._last)))

    def title(self, visitor: str, url: str) -> str:
        """The title of a page that was opened lately; empty when it was not."""
        return self._pages.get((visitor, same_address(url)), NO_PAGE).title

    def in_text(self, visitor: str, referer: str, url: str) -> bool:
        """Whether the text of the page that a visitor came from links to an address.

        Other sites are told the host alone that one came from: then it is its last page.
        """
        page = self._pages.get((visitor, same_address(referer)))
        page = page or self._last.get((visitor, host_of(referer)), NO_PAGE)
        return same_address(url) in page.links

    def begins_to_play(self, visitor: str, page: str, now: datetime) -> bool:
        """Whether what plays on a page did not play there just before."""
        key = (visitor, same_address(page))
        before = self._played.get(key)
        self._played[key] = now
        self._played.move_to_end(key)
        if len(self._played) > PAGES:
            self._played.popitem(last=False)
        return before is None or not timedelta(0) <= now - before <= PLAYING

    def withdraw(self, slates: Collection[SlateId]) -> None:
        """Forget what lists offered that turned out to be none."""
        for key in [key for key, offer in self._offers.items() if offer.slate in slates]:
            del self._offers[key]

    def _keep(self, visitor: str, url: str, offer: Offer) -> None:
        key = (visitor, same_address(url))
        self._offers[key] = offer
        self._offers.move_to_end(key)
        if len(self._offers) > MOST:
            self._offers.popitem(last=False)


def same_address(url: str) -> str:
    """An address without scheme, fragment, last slash and marks of where a click came from."""
    parts = split(url)
    kept = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not name.startswith(("utm_", "ref")) and class_of(name) is not NameClass.CLICK
    ]
    query = f"?{urlencode(kept)}" if kept else ""
    return f"{host_of(url)}{parts.path.rstrip('/')}{query}"
