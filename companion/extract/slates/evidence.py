"""Evidence for and against a list that trees and markup have in common."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from urllib.parse import urlsplit

from companion.extract import lexicon
from companion.extract.slates import names
from companion.extract.slates.data import weights
from companion.extract.slates.heading import recommends
from companion.extract.slates.listed import Listed
from companion.extract.slates.roles import spread
from companion.extract.slates.values import has_letter, is_cjk, middle

_DIGITS = re.compile(r"\d+")
_HANDED = re.compile(r"(?<=[=/])https?(?::|%3A)[^&]{8,}", re.I)
_NEAR = 3  # keys above a list that say what it holds
_RICH = 8  # telling columns that count in full


def common(listed: Listed) -> None:
    """Note what holds for lists of every sort."""
    titles = [title for title in listed.titles if title]
    for rule in (_of_titles, _of_looks, _of_targets):
        for name, points in rule(listed, titles).items():
            listed.note(name, points)
    for name, holds in _AGAINST.items():
        if holds(listed, titles):
            listed.note(name, weights("evidence")[name])


def distinct(titles: Sequence[str]) -> float:
    """Distinct titles as a share; 0 of nothing."""
    return len(set(titles)) / len(titles) if titles else 0.0


def _of_titles(listed: Listed, titles: Sequence[str]) -> dict[str, float]:
    weight = weights("evidence")
    cjk = any(map(is_cjk, titles[:6]))
    words = 1.0 if cjk else min(1.0, max(0.0, listed.title_words - 1) / 3)
    return {
        "title_coverage": weight["title_coverage"] * len(titles) / max(listed.table.items, 1),
        "title_distinct": weight["title_distinct"] * distinct(titles),
        "title_words": weight["title_words"] * words,
    }


def _of_looks(listed: Listed, _titles: Sequence[str]) -> dict[str, float]:
    weight, roles = weights("evidence"), listed.roles
    rich = sum(c.coverage >= 0.6 and c.distinct >= 0.5 for c in listed.table.columns)
    return {
        "image": weight["image"] * _shown(listed),
        "richness": weight["richness"] * min(1.0, rich / _RICH),
        "price": weight["price"] * (roles.price is not None),
        "reason": weight["reason"] * (roles.reason is not None),
        "date": weight["date"] * (roles.date is not None),
        "sponsor_mark": weight["sponsor_mark"] * bool(roles.sponsored),
        "recommendation_heading": weight["recommendation_heading"] * recommends(listed.heading),
        "ad_heading": weight["ad_heading"] * lexicon.whole("ad", listed.heading.words),
    }


def _shown(listed: Listed) -> float:
    covered, distinct_share = spread(listed.roles.images, listed.table.items)
    return covered * (0.4 + 0.6 * distinct_share)


def leads(listed: Listed) -> float:
    """How far the items lead somewhere: links that differ, or ids that do."""
    by_link, distinct_links = spread(listed.roles.links, listed.table.items)
    by_id, distinct_ids = spread(listed.roles.ids, listed.table.items)
    return max(by_link * distinct_links, 0.8 * by_id * distinct_ids, 0.8 * listed.keyed)


def _of_targets(listed: Listed, _titles: Sequence[str]) -> dict[str, float]:
    return {"leads_somewhere": weights("evidence")["leads_somewhere"] * leads(listed)}


def leads_nowhere(listed: Listed) -> bool:
    """Whether items have neither a link nor an id."""
    return not (listed.roles.links or listed.roles.ids or listed.keyed)


def _are_repeated(_listed: Listed, titles: Sequence[str]) -> bool:
    return distinct(titles) < 0.5


def _are_tiny(_listed: Listed, titles: Sequence[str]) -> bool:
    tiny = sum((len(t) <= 2 and not is_cjk(t)) or not has_letter(t) for t in titles)
    return tiny * 2 > len(titles)


def _are_counted(listed: Listed, titles: Sequence[str]) -> bool:
    if listed.roles.link is not None or listed.roles.image is not None:
        return False
    return distinct([_DIGITS.sub("#", title) for title in titles]) < 0.4


def _are_variants(listed: Listed, titles: Sequence[str]) -> bool:
    """One thing in several sizes: a long common beginning, and little behind it."""
    if len(titles) < 2 or listed.total > 40:
        return False
    prefix = _common_beginning(min(titles), max(titles))
    return prefix >= 10 and middle([len(title) - prefix for title in titles]) < 14


def _common_beginning(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _is_furniture(_listed: Listed, titles: Sequence[str]) -> bool:
    furniture = sum(lexicon.whole("furniture", title) for title in titles)
    return furniture >= max(2, 0.25 * len(titles))


def _are_partner_roots(listed: Listed, _titles: Sequence[str]) -> bool:
    link = listed.roles.link
    if link is None:
        return False
    return sum(map(is_foreign_root, link.texts)) >= 0.6 * len(link.texts)


@lru_cache(maxsize=4_096)
def is_foreign_root(url: str) -> bool:
    """Whether a link leads to the start page of a host it names."""
    if not url.startswith(("http", "//")):
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.path in {"", "/"} and not parts.query


def _are_for_sharing(listed: Listed, _titles: Sequence[str]) -> bool:
    """Whether the links hand one and the same address to other sites."""
    link = listed.roles.link
    if link is None:
        return False
    handed = [found[0] for url in link.texts if (found := _HANDED.search(url))]
    return len(handed) * 2 > len(link.texts) and len(set(handed)) == 1


def _lead_within_page(listed: Listed, _titles: Sequence[str]) -> bool:
    """Whether the links lead to places on the page itself, as a table of contents does."""
    link = listed.roles.link
    if link is None or listed.roles.image is not None or listed.roles.date is not None:
        return False
    return sum(url.startswith("#") for url in link.texts) >= 0.8 * len(link.texts)


def _is_one_word(listed: Listed, titles: Sequence[str]) -> bool:
    if listed.roles.image is not None or any(map(is_cjk, titles[:6])):
        return False
    return listed.title_words <= 1


def _is_long(listed: Listed, titles: Sequence[str]) -> bool:
    """Whether titles are texts; in a stream of posts the text is all there is."""
    if any(names.stands_for_list("feed", name) for name in listed.names[:_NEAR] if " " not in name):
        return False
    return middle([len(title) for title in titles]) > 170


_AGAINST: dict[str, Callable[[Listed, Sequence[str]], bool]] = {
    "only_two": lambda listed, _: listed.total == 2,
    "only_three": lambda listed, _: listed.total == 3,
    "no_link_no_id": lambda listed, _: leads_nowhere(listed),
    "one_word_titles": _is_one_word,
    "long_titles": _is_long,
    "repeated_titles": _are_repeated,
    "tiny_titles": _are_tiny,
    "counted_titles": _are_counted,
    "variants": _are_variants,
    "site_furniture": _is_furniture,
    "partner_roots": _are_partner_roots,
    "sharing": _are_for_sharing,
    "within_page": _lead_within_page,
    "negative_heading": lambda listed, _: lexicon.whole(
        "negative", _DIGITS.sub("", listed.heading.words)
    ),
}
