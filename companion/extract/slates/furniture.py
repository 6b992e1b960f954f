"""What a site's other pages say about the lists of one: furniture repeats, lists about it don't.

A list whose titles came back unchanged on pages about other things leads around the site, when it
looks the part; "most read" stays a feed however often it comes. A list that a place fills anew on
every page is about the page. What was met on other pages comes in as sightings, in any order.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from urllib.parse import parse_qsl, urlencode

from companion.extract import lexicon
from companion.extract.lexicon import fold
from companion.extract.slates import names
from companion.extract.slates.data import threshold, weights
from companion.extract.slates.listed import Listed, PageList
from companion.extract.urls import host_of, split
from companion.model import Exchange, ExchangeId, Repeating, Sighting, digest

PAGES = 3  # different pages, this one included, from which on repeating or changing says something
MOST = 50  # sightings of one list that are kept while nothing is settled
_WITHIN = 2.6  # points under the threshold from which on a list that changes can still be one
_FEWEST = 3  # items of a list that is compared
_SHORT = 2  # words of a title as menus and tag clouds have them
_TILE = 3  # words of a title under a picture, as on tiles that lead to parts of a site
_MENU = 5  # words of a title without picture, date, price that can still be a menu's
_PHRASE = 2.5  # words of a title that says something about a page
_NUMBERED = re.compile(r"\d{2,}")
_STREAMS = ("latest", "crowd", "editorial", "personal", "reason", "act", "history")
_CHROME = frozenset(
    {
        "in_navigation", "in_header", "negative_class_near", "negative_class_far", "sharing",
        "negative_heading", "inside_prose", "site_furniture", "partner_roots", "text_container",
        "counted_titles", "variants", "repeated_titles", "tiny_titles", "no_link_no_id",
        "menu_with_every_item", "part_of_an_item", "shelf_of_lists", "within_page",
    }
)  # fmt: skip


class Others:
    """What was met on the pages of one site, in any order; what is settled is not added to."""

    def __init__(self, sightings: Iterable[Sighting] = ()) -> None:
        self._met: defaultdict[tuple[Repeating, str], list[Sighting]] = defaultdict(list)
        for one in sightings:
            self.add(one)

    def add(self, one: Sighting) -> set[ExchangeId]:
        """Take one in; the exchanges that are to be read again, now that it settles something."""
        if not self.lacks(one):
            return set()
        met = self._met[one.by, one.key]
        met.append(one)
        return {it.exchange for it in met} - {one.exchange} if _settled(met) else set()

    def lacks(self, one: Sighting) -> bool:
        """Whether a sighting is new and of a list about which nothing is settled."""
        met = self._met.get((one.by, one.key), [])
        return one not in met and len(met) < MOST and not _settled(met)

    def settle(self, one: Sighting) -> bool:
        """Whether other pages, with this one, say what the list is."""
        met = self._met.get((one.by, one.key), [])
        return _settled([*met, one])


NO_OTHERS = Others()


def _settled(met: Sequence[Sighting]) -> bool:
    """Whether the very titles stood on enough pages, or a place had enough different ones."""
    if len({it.subject for it in met}) < PAGES:
        return False
    return met[0].by is Repeating.TITLES or len({it.titles for it in met}) >= PAGES


def compare(lists: Sequence[Listed], exchange: Exchange, others: Others) -> list[Sighting]:
    """Note what other pages say about the lists of a page; gives the sightings of this one.

    Args:
        lists: what was judged in the answer; evidence is added to it.
        exchange: the page itself; answers to scripts are not compared.
        others: what was met on the site's other pages.
    """
    subject = subject_of(exchange.url)
    if exchange.page is None or subject_of(exchange.page) != subject:
        return []
    page, found = digest(subject), []
    for listed in lists:
        by = known_by(listed)
        if by is None:
            continue
        titles = digest(*sorted(listed.keys))
        key = titles if by is Repeating.TITLES else place_of(listed)
        one = Sighting(by=by, key=key, titles=titles, subject=page, exchange=exchange.id)
        found.append(one)
        if others.settle(one):
            name = _SAYS[by]
            listed.note(name, weights("pages")[name])
    return found


_SAYS = {Repeating.TITLES: "same_on_every_page", Repeating.PLACE: "changes_with_page"}


def known_by(listed: Listed) -> Repeating | None:
    """What a list is compared as; None where other pages have no say."""
    if looks_like_menu(listed):
        return Repeating.TITLES
    return Repeating.PLACE if could_be_about(listed) else None


def looks_like_menu(listed: Listed) -> bool:
    """Whether a list that was taken has the looks of what leads around a site."""
    if not isinstance(listed, PageList) or listed.score < threshold() or not _compared(listed):
        return False
    roles = listed.roles
    if roles.price is not None or roles.reason is not None or roles.sponsored:
        return False
    if listed.title_words <= _SHORT:
        return True
    if roles.date is not None or _streams(listed):
        return False
    return listed.title_words <= (_MENU if roles.image is None else _TILE)


def could_be_about(listed: Listed) -> bool:
    """Whether a list that was not taken lacks nothing but a word that says what it is."""
    if not isinstance(listed, PageList) or not _compared(listed):
        return False
    if not threshold() - _WITHIN <= listed.score < threshold():
        return False
    if any(name in _CHROME for name, _ in listed.evidence) or listed.title_words < _PHRASE:
        return False
    link = listed.roles.link
    return link is not None and not any(url.startswith("#") for url in link.texts)


def _compared(listed: Listed) -> bool:
    return listed.total >= _FEWEST and len(listed.keys) >= _FEWEST


def _streams(listed: Listed) -> bool:
    return any(lexicon.found(notion, listed.heading.words) for notion in _STREAMS)


def subject_of(url: str) -> str:
    """The address of a page without what only says where a click came from."""
    parts = split(url)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [it for it in pairs if not names.exactly("tracking_parameter", it[0].lower())]
    kept = [it for it in kept if not it[0].lower().startswith("utm_")]
    return f"{host_of(url)}{parts.path.rstrip('/')}?{urlencode(kept)}"


def place_of(listed: Listed) -> str:
    """Where a list stands in the pages of its kind; numbers of single pages left out."""
    parts = (listed.locator, fold(listed.heading.words))
    return digest(*(_NUMBERED.sub("#", part) for part in parts))
