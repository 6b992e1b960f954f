"""Evidence for and against a list in a value tree: the keys above it and its sort of values."""

from collections.abc import Callable

from companion.extract.slates import names
from companion.extract.slates.arrays import Form
from companion.extract.slates.data import weights, words
from companion.extract.slates.evidence import leads_nowhere
from companion.extract.slates.heading import recommends
from companion.extract.slates.listed import TreeList
from companion.extract.slates.roles import is_service
from companion.extract.slates.values import Kind, middle

_ANCESTORS = 5
_LAST_KEYS = 3
_PARTS = 5  # objects that can be the parts of one thing


def judge(listed: TreeList) -> None:
    """Note what the tree says about a list."""
    weight = weights("evidence_json")
    for name, holds in _RULES.items():
        if holds(listed):
            listed.note(name, weight[name])
    if recommends(listed.heading):
        both = weight["recommendation_heading"] - weights("evidence")["recommendation_heading"]
        listed.note("heading_in_a_tree", both)
    above = listed.names[1 : 1 + _ANCESTORS]
    negative = sum(names.stands_for_list("hard_negative", name) for name in above)
    listed.note("negative_ancestor", weight["negative_ancestor"] * negative)


def is_soft(name: str) -> bool:
    """Whether a key stands for a part of an item as often as for a list of its own."""
    return names.stands_for_list("soft_negative", name)


def _is_bare(listed: TreeList) -> bool:
    roles = listed.roles
    if not leads_nowhere(listed) or roles.image or roles.price or roles.date or roles.reason:
        return False
    rich = sum(c.coverage >= 0.6 and c.distinct >= 0.5 for c in listed.table.columns)
    return rich <= 3


def _are_facets(listed: TreeList) -> bool:
    roles = listed.roles
    if roles.image is not None or roles.price is not None or listed.title_words > 3:
        return False
    if middle([len(title) for title in listed.titles if title]) >= 40:
        return False
    counted = (c for c in listed.table.columns if names.exactly("count", c.name))
    return any(c.coverage > 0.5 and c.kind in {Kind.NUMBER, Kind.NUMERIC} for c in counted)


def _recommended_key(listed: TreeList) -> bool:
    return any(names.stands_for_list("recommendation", n) for n in listed.names[:_LAST_KEYS])


def is_negative(listed: TreeList) -> bool:
    """Whether its own key stands for parts of things or of programs."""
    roles = listed.roles
    shown = roles.image or roles.date or roles.price
    if roles.link and shown and names.exactly("both", listed.own_key):
        return False
    return names.stands_for_list("hard_negative", listed.own_key) and not names.stands_for_list(
        "recommendation", listed.own_key
    )


def _soft_negative(listed: TreeList) -> bool:
    return is_soft(listed.own_key) and not is_negative(listed)


def _are_parts(listed: TreeList) -> bool:
    """Whether few objects share no key but their ids: the parts of one thing, not a list."""
    found = [one for one in listed.found.elements if isinstance(one, dict)]
    if not 2 <= len(found) <= _PARTS:
        return False
    keys = [{key for key in one if not names.word("id", key) and key != "type"} for one in found]
    return all(not (a & b) for at, a in enumerate(keys) for b in keys[at + 1 :])


def _has_columns(listed: TreeList, notion: str, most: int = 6) -> bool:
    known = words("words", notion)
    found = (names.plain(c.name) for c in listed.table.columns if c.step.depth <= most)
    return not known.isdisjoint(found)


def _has_consent_keys(listed: TreeList) -> bool:
    known = words("words", "consent")
    steps = (names.plain(n) for c in listed.table.columns for n in c.names)
    return not known.isdisjoint(steps)


def _has_event_keys(listed: TreeList) -> bool:
    if listed.roles.link is not None or listed.roles.image is not None:
        return False
    return _has_columns(listed, "event", 2)


def _are_settings(listed: TreeList) -> bool:
    """Whether these are places for lists rather than lists: services to ask, limits, no picture."""
    roles = listed.roles
    if roles.image is not None or roles.price is not None or roles.date is not None:
        return False
    asked = [link for link in roles.links if is_service(link)]
    return bool(roles.links) and len(asked) == len(roles.links)


def _are_comments(listed: TreeList) -> bool:
    title = listed.roles.title
    if title is not None and names.exactly("person_name", title.name):
        return _has_columns(listed, "comment_part", 2)
    return title is not None and any(names.word("comment", name) for name in title.names)


_RULES: dict[str, Callable[[TreeList], bool]] = {
    "list_key": lambda listed: names.stands_for_list("positive", listed.own_key),
    "recommendation_key": _recommended_key,
    "bare_rows": _is_bare,
    "facets": _are_facets,
    "hard_negative_key": is_negative,
    "soft_negative": lambda listed: listed.inside is None and _soft_negative(listed),
    "soft_negative_nested": lambda listed: listed.inside is not None and _soft_negative(listed),
    "map_without_order": lambda listed: listed.found.form is Form.MAP,
    "an_order": lambda listed: listed.found.form is Form.ORDER,
    "linked_data": lambda listed: any(c.name == "@type" for c in listed.table.columns),
    "consent_keys": _has_consent_keys,
    "event_keys": _has_event_keys,
    "comment_titles": _are_comments,
    "parts": _are_parts,
    "settings": _are_settings,
}
