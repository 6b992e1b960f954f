"""library.test: an encyclopedia without ads, cookies or memory; no dial changes it."""

from companion.smallweb import page
from companion.smallweb.catalogue import pieces, topics
from companion.smallweb.catalogue import search as find
from companion.smallweb.lists import alike, entry, same_for_all
from companion.smallweb.markup import tag
from companion.smallweb.message import Response, static
from companion.smallweb.page import frame, shelf
from companion.smallweb.site import Brand, Site, Visit

site = Site(
    "library.test",
    Brand("The Open Shelf", "An encyclopedia", "shelf", "#5b4a36", "library", "entry", "read"),
)

_TEXT = (
    "This entry explains the term, where it comes from and how it is used today.",
    "Its first known description is older than its name, and was forgotten for a long time.",
    "Readers who find a mistake are asked to write to the editors, who answer.",
)


@site.get("/small.js")
def script(_: Visit) -> Response:
    """The script of all pages, which finds nothing to do here."""
    return static(page.script(), "text/javascript")


@site.get("/art/*")
def art(visit: Visit) -> Response:
    """The picture of an entry."""
    return static(page.picture(visit.tail), "image/svg+xml")


@site.get("/")
def home(visit: Visit) -> Response:
    """Entries of the day, the same for everybody."""
    return frame(visit.site.brand, "Start", same_for_all(visit, "Entries of the day", 8).markup())


@site.get("/entry/*")
def article(visit: Visit) -> Response:
    """An entry."""
    piece = pieces("library").get(visit.tail)
    if piece is None:
        return frame(visit.site.brand, "Not found", tag("h1", "No such entry"), status=404)
    heading = tag("p", topics().segments[piece.topic], class_="meta")
    text = tag("article", heading, tag("h1", piece.title), *(tag("p", line) for line in _TEXT))
    return frame(
        visit.site.brand, piece.title, text, alike(visit, "See also", piece).markup("rows")
    )


@site.get("/search")
def search(visit: Visit) -> Response:
    """What a search finds."""
    words = visit.request.query.get("q", "")
    hits = [entry(visit, piece) for piece in find("library", words)[:12]]
    return frame(visit.site.brand, "Search", shelf(f"Results for “{words}”", hits, look="rows"))


@site.get("/settings")
def settings(visit: Visit) -> Response:
    """There is nothing to set."""
    nothing = tag("section", tag("h1", "Your data"), tag("p", "This site remembers nothing."))
    return frame(visit.site.brand, "Your data", nothing)
