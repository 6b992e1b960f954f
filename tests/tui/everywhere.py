"""Every screen and page, and the keys that lead there in a store that has something of all."""

from pkgutil import iter_modules

import tui.pages
import tui.screens

SCREENS = {
    "home": ["1"],
    "now": ["2"],
    "mirror": ["3"],
    "lists": ["4"],
    "findings": ["5"],
    "blind_spots": ["6"],
    "contest": ["7"],
    "contexts": ["8"],
    "trust": ["9"],
    "settings": ["0"],
    "help": ["question_mark"],
}
PAGES = {
    "account": ["9", "enter"],
    "beside": ["4", "b"],
    "bookmarks": ["4", "m", "B"],
    "case": ["7", "enter"],
    "crossing": ["8", "enter"],
    "exchange": ["2", "enter"],
    "finding": ["1", "enter"],
    "inference": ["3", "enter"],
    "route": ["1", "enter", "c", "enter"],
    "shield": ["7", "s"],
    "slate": ["4", "enter"],
}
PUSHED = {"stopped"}
"""What no key leads to in a small store."""


def found() -> set[str]:
    """The names of all there are."""
    return {it.name for where in (tui.screens, tui.pages) for it in iter_modules(where.__path__)}
