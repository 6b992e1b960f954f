"""What the sites have to show: items by topic, from one TOML file a site."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from unicodedata import normalize

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing of a catalogue: an article, a video, a product, a thread, an opening, an entry."""

    id: str
    title: str
    topic: str
    price: str = ""


@dataclass(frozen=True, slots=True)
class Topics:
    """What a profile calls an interest, which of them are sensitive, and what nobody explains."""

    segments: dict[str, str]
    sensitive: frozenset[str]
    opaque: tuple[str, ...]


@cache
def pieces(name: str) -> dict[str, Piece]:
    """The catalogue of that name, by id, in the order of its file."""
    topics = tomllib.loads((_HERE / "catalogues" / f"{name}.toml").read_text("utf-8"))
    found = [
        Piece(slug(title), title, topic, titles[title] if isinstance(titles, dict) else "")
        for topic, titles in topics.items()
        for title in titles
    ]
    return {piece.id: piece for piece in found}


@cache
def topics() -> Topics:
    """The topics of all catalogues."""
    raw = tomllib.loads((_HERE / "topics.toml").read_text("utf-8"))
    return Topics(
        raw["segments"], frozenset(raw["sensitive"]["topics"]), tuple(raw["opaque"]["labels"])
    )


def slug(title: str) -> str:
    """A title as it stands in an address."""
    plain = normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def search(name: str, words: str) -> list[Piece]:
    """The pieces whose title holds most of the words typed, best first."""
    wanted = set(slug(words).split("-")) - {""}
    scored = [
        (sum(any(w in part for part in piece.id.split("-")) for w in wanted), piece)
        for piece in pieces(name).values()
    ]
    best = sorted((s for s in scored if s[0]), key=lambda s: (-s[0], s[1].id))
    return [piece for _, piece in best]
