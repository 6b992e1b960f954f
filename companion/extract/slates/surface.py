"""What sort of list a slate is, by the first sign that holds."""

import re
from collections.abc import Callable

from companion.decode.hosts import site_of
from companion.extract import lexicon
from companion.extract.slates import names
from companion.extract.slates.address import Address, is_typed
from companion.extract.slates.evidence_tree import is_soft
from companion.extract.slates.listed import Listed, TreeList
from companion.extract.slates.merge import Merged
from companion.extract.slates.nearby import beside, labelled, marks
from companion.extract.slates.roles import marks_row
from companion.model import SlateSource, Surface

_PAID = 0.6  # share of items that are marked as paid for
_REASONED = 0.3  # share of items that come with a reason
_SITES = 3  # from which on items of several sites are a gathered stream
_SITES_CREDITED = 2  # the same where each item names its publisher
_WORD = 30  # characters of a value that is a word
_NEAR = 3  # the container and two elements or keys above it
_SMALL_ADS = re.compile(  # what is offered among people, as a key or folded in a heading
    r"(?:classified[_-]?|small[_-]?)?ads?|anzeigen?|annonces?|anuncios?|annunc[io]*|advertenties?"
    r"|ogloszenia|ogloszenie",
    re.IGNORECASE,
)
_SETTINGS = re.compile(r"\b(?:enabled|disabled|has|with|no|js|free)\b|ready|loaded")


def surface(one: Merged, address: Address) -> Surface:
    """The sort of a list."""
    for found, holds in _SIGNS:
        if holds(one, address):
            return found
    return Surface.LISTING


def _is_ad(one: Merged, address: Address) -> bool:
    if _paid_share(one.first) >= _PAID:
        return True
    if any(lexicon.whole("ad", words) for copy in one.all for words in marks(copy)):
        return True
    if any(_is_of_ads(copy) or labelled(copy) for copy in one.all):
        return True
    if address.searched and _are_small_ads(one):
        return False
    if _is_picked(one.heading):
        return any(_says(copy, _paid_words) for copy in one.all)
    return bool(lexicon.found("ad", one.heading)) or any(_says(copy, _ad_words) for copy in one.all)


def _is_picked(heading: str) -> bool:
    """Whether a heading recommends, and is no label of ads: these ads may interest you."""
    if lexicon.opens("ad", heading) and not _SMALL_ADS.fullmatch(lexicon.found("ad", heading)):
        return False
    return any(lexicon.found(notion, heading) for notion in ("personal", "related", "also"))


def _is_of_ads(listed: Listed) -> bool:
    """Whether the object around a list says that it is of a sort of ads: `sponsored_products`."""
    said = ((k, v) for k, v in beside(listed).items() if isinstance(v, str) and len(v) <= _WORD)
    return any(names.exactly("item_type", k) and _paid_words(v) for k, v in said if " " not in v)


def _are_small_ads(one: Merged) -> bool:
    """Whether ads are what was searched for: they are counted, in the heading or beside them."""
    if any(map(str.isdigit, one.heading)) and not lexicon.opens("ad", one.heading):
        return True
    return any(names.exactly("count", key) for copy in one.all for key in beside(copy))


def _is_searched(one: Merged, address: Address) -> bool:
    """Whether the address or the object around the list holds what was typed."""
    if address.searched or lexicon.found("searched", one.heading):
        return True
    found = (pair for copy in one.all for pair in beside(copy).items())
    return any(names.exactly("query", k) and isinstance(v, str) and is_typed(v) for k, v in found)


def _completes(_one: Merged, address: Address) -> bool:
    """Whether these complete what is being typed."""
    return address.searched and address.has("suggest", "autocomplete", "typeahead", "completions")


def _plays_on(one: Merged, address: Address) -> bool:
    """Whether these are played one after the other when the one looked at ends."""
    keys = (key for copy in one.all for key in beside(copy))
    return address.has("next") and any(key.lower() == "autoplay" for key in keys)


def _paid_share(listed: Listed) -> float:
    paid: set[int] = set()
    for column in listed.roles.sponsored:
        pairs = zip(column.step.rows, column.values, strict=True)
        paid.update(row for row, value in pairs if marks_row(column, value))
    return len(paid) / max(listed.table.items, 1)


def _ad_words(words: str) -> bool:
    tokens = (token for token in words.split() if not _SETTINGS.search(token))
    return any(names.in_class("ad", token) for token in tokens)


def _paid_words(words: str) -> bool:
    """The same without the word that small ads are called by too."""
    tokens = [token for token in words.split() if not _SMALL_ADS.fullmatch(token)]
    return _ad_words(" ".join(tokens))


def _says(listed: Listed, speaks: Callable[[str], bool]) -> bool:
    near = list(dict.fromkeys(listed.names))[:_NEAR]
    return any(speaks(words) for words in near if words)


def _in_heading(*notions: str) -> Callable[[Merged, Address], bool]:
    return lambda one, _: any(lexicon.found(notion, one.heading) for notion in notions)


def _is_history(one: Merged, _address: Address) -> bool:
    """Whether it shows what the person did, rather than what was chosen because of it."""
    words = one.heading
    return bool(lexicon.found("history", words)) and not lexicon.found("act", words)


def _picked_out(one: Merged, _address: Address) -> bool:
    if any(_says(copy, _picking_words) for copy in one.all):
        return True
    if any(copy.heading.constant for copy in one.all):
        return True
    reason = one.first.roles.reason
    return reason is not None and reason.coverage > _REASONED


def _picking_words(words: str) -> bool:
    if names.in_class("picked", words):
        return True
    return " " not in words and names.stands_for_list("recommendation", words)


def _is_crowd(one: Merged, address: Address) -> bool:
    if one.first.document.source is SlateSource.JSON and address.says("crowd"):
        return True
    return bool(lexicon.found("crowd", one.heading))


def _by_address(one: Merged, address: Address) -> bool:
    if one.first.document.source not in {SlateSource.JSON, SlateSource.XML}:
        return False
    return address.names("recommendation") or address.says("related")


def _is_gathered(one: Merged, _address: Address) -> bool:
    """Whether pictured items lead to several other sites: somebody gathered them."""
    roles = one.first.roles
    if roles.link is None or roles.image is None:
        return False
    sites = [site_of(url) for url in roles.link.texts if url.startswith(("http", "//"))]
    several = len({site for site in sites if site is not None})
    credited = any(names.exactly("house", column.name) for column in one.first.table.columns)
    return several >= (_SITES_CREDITED if credited else _SITES)


def _is_stream(one: Merged, address: Address) -> bool:
    if address.names("feed") or any(_is_sorted_stream(copy) for copy in one.all):
        return True
    return any(_says(copy, _streaming_words) for copy in one.all)


def _is_sorted_stream(listed: Listed) -> bool:
    """Whether the object around a list says how its stream is sorted, or that it is one."""
    for key, value in beside(listed).items():
        if isinstance(value, str) and len(value) <= _WORD:
            sorts = "sort" in names.split(key) and names.exactly("streamed", value)
            if sorts or (" " not in value and names.stands_for_list("feed", value)):
                return True
    return False


def _is_beside(one: Merged) -> bool:
    """Whether a list goes with another one: the authors of posts, the tags, the places."""
    return any(isinstance(copy, TreeList) and is_soft(copy.own_key) for copy in one.all)


def _streaming_words(words: str) -> bool:
    return any(names.stands_for_list("feed", token) for token in words.split()[:12])


_SIGNS: tuple[tuple[Surface, Callable[[Merged, Address], bool]], ...] = (
    (Surface.AD, _is_ad),
    (Surface.LISTING, _is_history),
    (Surface.FEED, _in_heading("editorial")),
    (Surface.RECOMMENDATION, _in_heading("personal", "reason", "related")),
    (Surface.FEED, _in_heading("latest")),
    (Surface.SEARCH, _completes),
    (Surface.RECOMMENDATION, _picked_out),
    (Surface.FEED, lambda one, address: address.says("latest") and not _is_beside(one)),
    (Surface.SEARCH, _is_searched),
    (Surface.RECOMMENDATION, _plays_on),
    (Surface.LISTING, lambda _, address: address.has("me", "history", "orders")),
    (Surface.RECOMMENDATION, _by_address),
    (Surface.RECOMMENDATION, _in_heading("also")),
    (Surface.FEED, _is_crowd),
    (Surface.LISTING, _in_heading("catalogue")),
    (Surface.FEED, _is_stream),
    (Surface.FEED, _is_gathered),
)
