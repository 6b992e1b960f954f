"""news.test: a newspaper. Its front page is edited, in part by a profile."""

from companion.smallweb.catalogue import topics
from companion.smallweb.dials import share
from companion.smallweb.experiments import described, variant
from companion.smallweb.lists import alike, entry, labelled, same_for_all, unlabelled
from companion.smallweb.markup import Markup, state, tag
from companion.smallweb.message import Response
from companion.smallweb.page import shelf
from companion.smallweb.publisher import found, full, missing, opened, publisher, titled
from companion.smallweb.reader import concluded, reader
from companion.smallweb.site import Brand, Visit
from companion.smallweb.tags import BROKER, address, tracks

site = publisher(
    "news.test",
    Brand(
        "The Morning Courier",
        "All that happens, and why",
        "paper",
        "#7a1f1f",
        catalogue="news",
        shelf="story",
        verb="read",
        more="More from the Courier",
    ),
)

_TEST = "front_page_height"
_HEIGHTS = ("tall", "short")
_BODY = (
    "It began, as such things do, with a small remark that nobody wrote down.",
    "Those who were there remember it differently, and the records settle only half of it.",
    "“We did what we could with what we had,” says one of them, “and then it rained.”",
    "What follows is patient work: measuring, asking again, and waiting for an answer.",
    "The next meeting is in the spring. Until then, everything stays as it is.",
)


@site.get("/")
def home(visit: Visit) -> Response:
    """The front page: what the editors chose, then what is chosen for who is looking."""
    person = reader(visit)
    group = variant(visit, "experiment", _TEST, _HEIGHTS)
    top = same_for_all(visit, "Top stories", 6 if group == "tall" else 4)
    more = unlabelled(visit, person, top, 10)
    held: dict[str, object] = {"modules": [{"title": more.heading} | more.plain()]}
    held |= concluded(visit, person)
    if group:
        held["experiments"] = [described(_TEST, group, _HEIGHTS)]
    return full(
        visit,
        "Front page",
        top.markup(),
        more.markup("rows"),
        _newsletter(visit),
        state("__NEXT_DATA__", {"props": {"pageProps": held}}),
        _audience(visit),
    )


@site.get("/story/*")
def story(visit: Visit) -> Response:
    """An article, what goes with it, and what is recommended."""
    piece = opened(visit)
    if piece is None:
        return missing(visit)
    text = sorted(_BODY, key=lambda line: share(piece.id, line))
    own = labelled(visit, reader(visit))
    return full(
        visit,
        titled(piece),
        tag(
            "article",
            tag("p", topics().segments[piece.topic], class_="meta"),
            tag("h1", piece.title),
            tag("img", src=f"/art/{piece.id}.svg", alt="", class_="hero", loading="lazy"),
            *(tag("p", line) for line in text),
        ),
        alike(visit, "More on this subject", piece).markup("rows"),
        own.markup() if own else "",
        topic=piece.topic,
    )


@site.get("/search")
def search(visit: Visit) -> Response:
    """What a search finds."""
    hits = [entry(visit, piece) for piece in found(visit)]
    heading = f"Results for “{visit.request.query.get('q', '')}”"
    return full(visit, "Search", shelf(heading, hits, look="rows"))


@site.post("/newsletter")
def subscribe(visit: Visit) -> Response:
    """Thanks for subscribing."""
    thanks = tag("section", tag("h1", "Thank you"), tag("p", "The letter comes on Fridays."))
    return full(visit, "Newsletter", thanks)


def _newsletter(visit: Visit) -> Markup:
    is_watched = reader(visit) and visit.happens("email_while_typing")
    field = tag(
        "input",
        name="email",
        type="email",
        placeholder="Your e-mail",
        data_watch=address(visit, BROKER, "/identify") if is_watched else None,
        data_cookies="include" if tracks(visit, BROKER) else "omit",
    )
    form = tag("form", field, tag("button", "Subscribe"), action="/newsletter", method="post")
    return tag("section", tag("h2", "The Friday letter"), form, class_="box")


def _audience(visit: Visit) -> Markup:
    """Where the page asks the broker about who is looking."""
    if not tracks(visit, BROKER):
        return Markup()
    return tag("div", data_get=address(visit, BROKER, "/audience.json"), hidden=True)
