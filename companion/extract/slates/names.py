"""What a key name or a class word says about what stands under it. Computed once a name."""

import re
from functools import lru_cache
from itertools import pairwise

from companion.extract.slates.data import priors, weights, words

_CAMEL = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^\W\d_A-Za-z]+|\d+")
_MEMO = 32_768
_TOKENS = 24  # class words of one element that are looked at
_LONGEST = 60  # characters of a name that are looked at


@lru_cache(maxsize=_MEMO)
def split(name: str) -> tuple[str, ...]:
    """The words of a compound name, in lower case: `displayTitle` is display, title."""
    return tuple(word.lower() for word in _CAMEL.findall(name[:_LONGEST]))


@lru_cache(maxsize=_MEMO)
def plain(name: str) -> str:
    """A name without case and separators."""
    return "".join(split(name))


@lru_cache(maxsize=_MEMO)
def spoken(name: str) -> str:
    """The words of a name with spaces between, for matching phrases."""
    return " ".join(split(name))


@lru_cache(maxsize=_MEMO)
def says(section: str, notion: str, name: str) -> bool:
    """Whether the name, one of its words or two adjacent ones belong to a notion."""
    known = words(section, notion)
    parts = split(name)
    if plain(name) in known or name.lower() in known or not known.isdisjoint(parts):
        return True
    return any(a + b in known or f"{a}_{b}" in known for a, b in pairwise(parts))


@lru_cache(maxsize=_MEMO)
def exactly(notion: str, name: str) -> bool:
    """Whether the whole name is a word of a notion."""
    known = words("words", notion)
    return name.lower() in known or plain(name) in known or "_".join(split(name)) in known


def word(notion: str, name: str) -> bool:
    """Whether a key name has a word of a notion of items."""
    return says("words", notion, name)


@lru_cache(maxsize=_MEMO)
def one_says(notion: str, tokens: str) -> bool:
    """Whether one of some names has a word of a notion of items."""
    return any(word(notion, token) for token in tokens.split()[:_TOKENS])


@lru_cache(maxsize=_MEMO)
def stands_for_list(notion: str, name: str) -> bool:
    """Whether a key name has a word of a notion of lists, in the singular or the plural."""
    return says("list", notion, name) or says("list", notion, f"{name}s")


@lru_cache(maxsize=_MEMO)
def in_class(notion: str, classes: str) -> bool:
    """Whether one of some class words has a notion."""
    return any(says("class", notion, token) for token in classes.split()[:_TOKENS])


@lru_cache(maxsize=_MEMO)
def generic(name: str) -> bool:
    """Whether a name says nothing by itself."""
    return exactly("generic", name)


@lru_cache(maxsize=_MEMO)
def title_prior(name: str) -> float:
    """Points that a key name gives or takes as the name of a title column."""
    known = priors()
    if name.lower() in known:
        return known[name.lower()]
    if (whole := plain(name)) in known:
        return known[whole]
    found = [known[part] for part in split(name) if part in known]
    if not found:
        return 0.0
    worst = min(found)
    return weights("title")["compound"] * (worst if worst <= -1 else max(found))


@lru_cache(maxsize=_MEMO)
def ancestor_cost(name: str) -> float:
    """What a key above a title costs: people and houses in full, other negative names in part."""
    prior = title_prior(name)
    if word("person", name) or exactly("beside_item", name):
        return min(prior, weights("title")["person"])
    return weights("title")["ancestor"] * min(prior, 0.0)


@lru_cache(maxsize=_MEMO)
def class_prior(classes: str) -> float:
    """Title points of class words; the last telling word of a class counts."""
    best = 0.0
    for token in classes.split()[:8]:
        parts = split(token)
        for part in reversed(parts):
            if part in words("class", "not_title"):
                return -1.8
            if part in words("class", "title"):
                best = 2.4
                break
    return best
