"""How intimate it is that something private comes up elsewhere (method book, §10); own weights."""

from companion.model import Surface

FLAGGED = 0.4
UNRELATED, CHECKOUT, ACCOUNT = 1.0, 0.8, 0.2
ANYWHERE = 0.5
"""A list that a site makes itself, on a page of no telling kind."""
MISMATCH, UNKNOWN = 1.0, 0.5


def setting(surface: Surface, page: str, *, own: bool) -> float:
    """How public the place is where it came up, 0 to 1.

    Args:
        surface: what sort of list it came in.
        page: the page type, the first part of a slate's place.
        own: whether the site itself delivered it.
    """
    if page == "account":
        return ACCOUNT
    if page == "cart":
        return CHECKOUT
    return UNRELATED if surface is Surface.AD or not own else ANYWHERE


def mismatch(here: str | None) -> float:
    """How far the place lies from a private one; `here` is its part of life, None if unknown."""
    return UNKNOWN if here is None else MISMATCH


def intimacy(weight: float, setting_is: float, mismatch_is: float) -> float:
    """I = s x max(setting, mismatch), 0 to 1."""
    return weight * max(setting_is, mismatch_is)
