"""jobs.test: a job board. It rates its candidates, and its forms write into addresses."""

from companion.smallweb.catalogue import topics
from companion.smallweb.dials import share
from companion.smallweb.lists import alike, entry, labelled, same_for_all
from companion.smallweb.markup import Markup, state, tag
from companion.smallweb.message import Response
from companion.smallweb.page import shelf
from companion.smallweb.publisher import found, full, missing, opened, publisher, titled
from companion.smallweb.reader import inferred, reader
from companion.smallweb.site import Brand, Visit

site = publisher(
    "jobs.test",
    Brand("Next Step", "Work worth doing", "plain", "#35507d", "jobs", "job", "looked at"),
)


@site.get("/")
def home(visit: Visit) -> Response:
    """Openings for all, and for who is looking."""
    own = labelled(visit, reader(visit), 6)
    return full(
        visit,
        "Openings",
        same_for_all(visit, "New openings", 10).markup("rows"),
        own.markup("rows") if own else "",
    )


@site.get("/job/*")
def job(visit: Visit) -> Response:
    """An opening, with how likely the site thinks the candidate is."""
    piece = opened(visit)
    if piece is None:
        return missing(visit)
    return full(
        visit,
        titled(piece),
        tag(
            "article",
            tag("p", topics().segments[piece.topic], class_="meta"),
            tag("h1", piece.title),
            tag("p", "Full or part time, to be agreed. We answer every letter."),
            tag("p", tag("a", "Apply now", href=f"/form/{piece.id}", class_="button")),
        ),
        _rating(visit),
        alike(visit, "Similar openings", piece).markup("rows"),
        topic=piece.topic,
    )


@site.get("/form/*")
def form(visit: Visit) -> Response:
    """The form for an application; by its dial it writes what is typed into the next address."""
    fields = tag(
        "form",
        tag("label", "Your name", tag("input", name="name")),
        tag("label", "E-mail", tag("input", name="email", type="email")),
        tag("label", "Telephone", tag("input", name="phone", type="tel")),
        tag("button", "Send application"),
        action="/applied",
        method="get" if visit.happens("email_in_address") else "post",
        class_="tall",
    )
    return full(visit, "Application", tag("section", tag("h1", "Your application"), fields))


@site.get("/applied")
@site.post("/applied")
def applied(visit: Visit) -> Response:
    """Thanks for applying."""
    thanks = tag("section", tag("h1", "Thank you"), tag("p", "We will write to you."))
    return full(visit, "Thank you", thanks)


@site.get("/search")
def search(visit: Visit) -> Response:
    """What a search finds."""
    hits = [entry(visit, piece) for piece in found(visit)]
    heading = f"Openings for “{visit.request.query.get('q', '')}”"
    return full(visit, "Search", shelf(heading, hits, look="rows"))


def _rating(visit: Visit) -> Markup:
    person = reader(visit)
    if person is None or not inferred(visit, person):
        return Markup()
    chance = round(0.3 + 0.6 * share(visit.world.dials.seed, person.id), 2)
    visit.plant("undisclosed_inference", f"propensity to apply {chance}")
    user = {"id": person.id, "apply_propensity": chance, "tier": "B"}
    return state("candidate", {"user": user})
