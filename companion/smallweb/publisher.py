"""What every site that people read has: pages in its frame, pieces, a search, controls and ads."""

from companion.smallweb import page
from companion.smallweb.catalogue import Piece, pieces, search, topics
from companion.smallweb.controls import add_controls, banner
from companion.smallweb.markup import tag
from companion.smallweb.message import Response, static
from companion.smallweb.page import frame
from companion.smallweb.reader import consent, note_act
from companion.smallweb.site import Brand, Site, Visit
from companion.smallweb.tags import tags


def publisher(host: str, brand: Brand) -> Site:
    """A site with what all of them have; its own pages are added to it."""
    site = Site(host, brand)
    site.get("/small.js")(lambda _: static(page.script(), "text/javascript"))
    draw = page.product if brand.look == "leaf" else page.picture
    site.get("/art/*")(lambda visit: static(draw(visit.tail), "image/svg+xml"))
    add_controls(site)
    return site


def full(visit: Visit, title: str, *parts: str, topic: str = "") -> Response:
    """A page of the site with its ads and its trackers."""
    return bare(visit, title, *parts, tag("aside", *tags(visit, topic)))


def bare(visit: Visit, title: str, *parts: str) -> Response:
    """A page of the site and, until one has chosen, its banner."""
    brand = visit.site.brand
    ask = "" if consent(visit) else banner(brand.name)
    return frame(brand, title, *parts, below=ask)


def titled(piece: Piece) -> str:
    """A piece's title with the section it stands in, as a page is called."""
    return f"{piece.title} · {topics().segments[piece.topic]}"


def missing(visit: Visit) -> Response:
    """The page for what is not there."""
    return frame(visit.site.brand, "Not found", tag("h1", "There is nothing here"), status=404)


def opened(visit: Visit, kind: str = "read") -> Piece | None:
    """The piece that was asked for, remembered as an act of its reader; None when there is none."""
    piece = pieces(visit.site.brand.catalogue).get(visit.tail)
    if piece:
        note_act(visit, kind, piece.topic, piece.id)
    return piece


def found(visit: Visit) -> list[Piece]:
    """What a search finds; a search is an act on the topic of its first hit."""
    hits = search(visit.site.brand.catalogue, visit.request.query.get("q", ""))[:12]
    if hits:
        note_act(visit, "search", hits[0].topic)
    return hits
