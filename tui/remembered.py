"""What the screen remembers from one start to the next: a look, that the tour was taken, bookmarks.

A file beside the settings. It names things by their ids alone: what was forgotten is not in it.
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

FILE = "screen.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bookmark:
    """A page of `tui/pages` on one thing: its id, and a place in it where it is an exchange."""

    page: str
    id: str
    locator: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """What is remembered; `theme` is empty for the one the program begins with."""

    theme: str = ""
    toured: bool = False
    bookmarks: tuple[Bookmark, ...] = ()


def recall(folder: Path) -> Remembered:
    """What is remembered in a store's data folder; nothing where the file is missing or damaged."""
    try:
        raw = json.loads((folder / FILE).read_text("utf-8"))
        kept = tuple(Bookmark(**it) for it in raw.pop("bookmarks", ()))
        return Remembered(**raw, bookmarks=kept)
    except (OSError, ValueError, TypeError, AttributeError):
        return Remembered()


def remember(folder: Path, what: Remembered) -> None:
    """Write it, for its owner alone; who reads meanwhile sees the old or the new."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = folder / f"{FILE}.new"
    fresh.touch(mode=0o600)
    fresh.write_text(json.dumps(asdict(what)), "utf-8")
    fresh.replace(folder / FILE)
