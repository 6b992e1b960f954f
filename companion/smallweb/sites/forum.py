"""forum.test: a health forum. What is read here is nobody's business, and travels far."""

from companion.smallweb.catalogue import pieces, topics
from companion.smallweb.dials import share
from companion.smallweb.lists import alike, entry, same_for_all, unlabelled
from companion.smallweb.markup import Markup, state, tag
from companion.smallweb.message import Response
from companion.smallweb.page import shelf
from companion.smallweb.publisher import found, full, missing, opened, publisher, titled
from companion.smallweb.reader import reader
from companion.smallweb.site import Brand, Visit

site = publisher(
    "forum.test",
    Brand(
        "Kind Words",
        "People who know how it feels",
        "calm",
        "#3d6f8e",
        "forum",
        "thread",
        "read",
        "Conversations",
    ),
)

_NAMES = ("Wren", "Otter", "Juniper", "Basil", "Marlow", "Tansy", "Pike", "Fern")
_REPLIES = (
    "I know this so well. It took me months to talk about it.",
    "My doctor took me seriously only the second time. Please go again.",
    "Small steps. I wrote everything down for two weeks and saw a pattern.",
    "What helped me most was knowing that I am not the only one.",
    "Nobody here can tell you what it is, but we can keep you company.",
    "It got better. Not quickly, and not in a straight line.",
)


@site.get("/")
def home(visit: Visit) -> Response:
    """The rooms, what is new, and threads that may be chosen."""
    rooms = dict.fromkeys(piece.topic for piece in pieces("forum").values())
    doors = [tag("li", tag("a", _room(topic), href=f"/room/{topic}")) for topic in rooms]
    new = same_for_all(visit, "New today", 6)
    talk = unlabelled(visit, reader(visit), new, 10)
    return full(
        visit,
        "Forum",
        talk.markup("rows"),
        new.markup("rows"),
        tag("section", tag("h2", "Rooms"), tag("ul", *doors)),
        state("forum-state", {"threads": talk.plain()}),
    )


@site.get("/room/*")
def room(visit: Visit) -> Response:
    """All threads of one room."""
    threads = [entry(visit, it) for it in pieces("forum").values() if it.topic == visit.tail]
    if not threads:
        return missing(visit)
    return full(visit, _room(visit.tail), shelf(_room(visit.tail), threads, look="rows"))


@site.get("/thread/*")
def thread(visit: Visit) -> Response:
    """A thread with its replies."""
    piece = opened(visit)
    if piece is None:
        return missing(visit)
    replies = sorted(_REPLIES, key=lambda reply: share(piece.id, reply))[:4]
    posts = [_post(piece.id, reply) for reply in replies]
    return full(
        visit,
        titled(piece),
        tag("article", tag("p", _room(piece.topic), class_="meta"), tag("h1", piece.title), *posts),
        alike(visit, "In the same room", piece).markup("rows"),
        topic=piece.topic,
    )


@site.get("/search")
def search(visit: Visit) -> Response:
    """What a search finds."""
    hits = [entry(visit, piece) for piece in found(visit)]
    heading = f"Results for “{visit.request.query.get('q', '')}”"
    return full(visit, "Search", shelf(heading, hits, look="rows"))


def _room(topic: str) -> str:
    return topics().segments[topic].rpartition("| ")[2]


def _post(thread_id: str, reply: str) -> Markup:
    name = _NAMES[int(share(thread_id, reply) * len(_NAMES))]
    return tag("div", tag("p", name, class_="meta"), tag("p", reply), class_="post")
