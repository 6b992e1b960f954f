"""How pages look: one frame for all sites, lists of cards or rows, pictures drawn from a title."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from companion.smallweb.catalogue import Piece, topics
from companion.smallweb.dials import share
from companion.smallweb.markup import Markup, join, tag
from companion.smallweb.message import Response, page
from companion.smallweb.site import Brand

_ICON = (
    "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'>"
    "<circle cx='4' cy='4' r='4' fill='{}'/></svg>"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list as it is shown: where it leads and what is written beside it."""

    piece: Piece
    url: str
    price: str = ""
    reason: str = ""

    @property
    def image(self) -> str:
        """The address of the piece's picture, on the site itself."""
        return f"/art/{self.piece.id}.svg"

    def plain(self) -> dict[str, str]:
        """The entry as it stands in JSON; what is empty is left out."""
        fields = {
            "id": self.piece.id,
            "title": self.piece.title,
            "section": topics().segments.get(self.piece.topic, ""),
            "url": self.url,
            "image": self.image,
            "price": self.price,
            "currency": "EUR" if self.price else "",
            "reason": self.reason,
        }
        return {name: value for name, value in fields.items() if value}


def shelf(heading: str, entries: Sequence[Entry], *, look: str = "cards", note: str = "") -> Markup:
    """A list under its heading; with a note, the note and the way to switch it off stand there."""
    control = tag("p", note, " ", tag("a", "Turn this off", href="/settings"), class_="note")
    lines = [_line(entry) for entry in entries]
    return tag(
        "section", tag("h2", heading), tag("ul", *lines, class_=look), control if note else ""
    )


def frame(brand: Brand, title: str, *parts: str, below: str = "", status: int = 200) -> Response:
    """A whole page of a site; `below` stands under everything else."""
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("title", f"{title} · {brand.name}"),
        tag("meta", name="viewport", content="width=device-width"),
        tag("link", rel="icon", href=_ICON.format(brand.accent.replace("#", "%23"))),
        tag("style", Markup(_file("small.css"))),
        tag("script", src="/small.js", defer=True) if brand.catalogue else "",
    )
    body = tag(
        "body",
        tag(
            "header",
            tag("a", brand.name, href="/", class_="brand"),
            tag("span", brand.tagline, class_="tagline"),
            _search(brand) if brand.catalogue else "",
            class_="top",
        ),
        tag("main", *parts),
        tag(
            "footer",
            tag("span", f"© {brand.name} — a made-up site of the small web"),
            tag("a", "Your data and settings", href="/settings") if brand.catalogue else "",
            class_="foot",
        ),
        below,
        class_=brand.look,
        style=f"--accent: {brand.accent}",
    )
    return page("<!doctype html>\n" + tag("html", head, body, lang="en"), status)


def picture(name: str) -> bytes:
    """A landscape of hills under a sun, as SVG, always the same for the same name."""
    hue = int(360 * share("hue", name))
    hills = "".join(
        f"<path d='M0 {y} Q{160 * share(name, y, 1):.0f} {y - 60 * share(name, y, 2):.0f} 160 {y}"
        f" T320 {y} V200 H0Z' fill='hsl({hue + y} 38% {82 - y // 3}%)'/>"
        for y in (90, 120, 150)
    )
    sun = (
        f"<circle cx='{40 + 240 * share(name, 'x'):.0f}' cy='52' r='24' fill='hsl({hue} 70% 92%)'/>"
    )
    return _drawing(f"hsl({hue} 45% 78%)", sun + hills)


def product(name: str) -> bytes:
    """Three bodies on a table, as SVG: what a shop shows, always the same for the same name."""
    hue = int(360 * share("hue", name))
    bodies = ""
    for x in (70, 135, 200):
        left, tall = x - 20 * share(name, x), 40 + 80 * share(name, x, 1)
        round_by, colour = 31 * share(name, x, 2), f"hsl({hue + x} 36% {48 + x // 8}%)"
        at = f"x='{left:.0f}' y='{160 - tall:.0f}' width='62' height='{tall:.0f}'"
        bodies += f"<rect {at} rx='{round_by:.0f}' fill='{colour}'/>"
    table = f"<path d='M0 160 H320 V200 H0Z' fill='hsl({hue} 18% 84%)'/>"
    return _drawing(f"hsl({hue} 22% 93%)", bodies + table)


def _drawing(ground: str, shapes: str) -> bytes:
    size = "viewBox='0 0 320 200' preserveAspectRatio='xMidYMid slice'"
    sky = f"<rect width='320' height='200' fill='{ground}'/>"
    return f"<svg xmlns='http://www.w3.org/2000/svg' {size}>{sky}{shapes}</svg>".encode()


def script() -> bytes:
    """The script that every page loads."""
    return _file("small.js").encode()


def _line(entry: Entry) -> Markup:
    words = tag(
        "div",
        tag("a", tag("span", entry.piece.title, class_="title"), href=entry.url),
        tag("div", f"€ {entry.price}", class_="price") if entry.price else "",
        tag("div", entry.reason, class_="reason") if entry.reason else "",
    )
    image = tag("img", src=entry.image, alt="", loading="lazy")
    return tag("li", join(image, words), data_id=entry.piece.id)


def _search(brand: Brand) -> Markup:
    field = tag("input", name="q", placeholder=f"Search {brand.name}", aria_label="Search")
    return tag("form", field, tag("button", "Search"), action="/search", role="search")


@cache
def _file(name: str) -> str:
    return files("companion.smallweb").joinpath(name).read_text("utf-8")
