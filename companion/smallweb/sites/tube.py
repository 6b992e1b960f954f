"""tube.test: a video site. Its pages are empty shells; the lists come as JSON."""

from companion.smallweb.catalogue import pieces, topics
from companion.smallweb.lists import Section, alike, entry, labelled, same_for_all, unlabelled
from companion.smallweb.markup import tag
from companion.smallweb.message import Response, data
from companion.smallweb.page import shelf
from companion.smallweb.publisher import found, full, missing, opened, publisher, titled
from companion.smallweb.reader import inferred, reader
from companion.smallweb.recommend import interests
from companion.smallweb.site import Brand, Visit

site = publisher(
    "tube.test",
    Brand("Lantern", "Moving pictures", "night", "#e0a030", "tube", "watch", "watched", "Videos"),
)


@site.get("/")
def home(visit: Visit) -> Response:
    """A shell that fetches its lists."""
    shell = tag("section", data_get="/api/home", data_look="cards")
    return full(visit, "Home", shell)


@site.get("/api/home")
def home_lists(visit: Visit) -> Response:
    """The lists of the first page, and what the site thinks of who is looking."""
    person = reader(visit)
    trending = same_for_all(visit, "Trending this week", 6)
    sections = [unlabelled(visit, person, trending, 16), trending]
    answer: dict[str, object] = {"sections": [section.plain() for section in sections]}
    if person and (names := inferred(visit, person)):
        drawn = interests(person.acts, visit.now)
        liked = {topics().segments[name]: round(drawn[name], 2) for name in names}
        answer["user"] = {"id": person.id, "affinities": liked}
    return data(answer)


@site.get("/watch/*")
def watch(visit: Visit) -> Response:
    """A video, with a shell beside it for what comes next."""
    piece = opened(visit, "play")
    if piece is None:
        return missing(visit)
    player = tag(
        "article",
        tag("img", src=f"/art/{piece.id}.svg", alt="", class_="hero", loading="lazy"),
        tag("h1", piece.title),
        tag("p", topics().segments[piece.topic], class_="meta"),
    )
    after = tag("section", data_get=f"/api/next/{piece.id}", data_look="rows")
    return full(visit, titled(piece), player, after, topic=piece.topic)


@site.get("/api/next/*")
def next_lists(visit: Visit) -> Response:
    """What goes with a video, and what is recommended, with its reasons."""
    piece = pieces(site.brand.catalogue).get(visit.tail)
    if piece is None:
        return data({"sections": []}, 404)
    lists: list[Section | None] = [
        labelled(visit, reader(visit), 5),
        alike(visit, "Similar videos", piece, 6),
    ]
    return data({"sections": [section.plain() for section in lists if section]})


@site.get("/search")
def search(visit: Visit) -> Response:
    """What a search finds."""
    hits = [entry(visit, piece) for piece in found(visit)]
    heading = f"Results for “{visit.request.query.get('q', '')}”"
    return full(visit, "Search", shelf(heading, hits))
