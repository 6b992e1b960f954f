"""What every site offers: a choice on a banner, a switch, deletion. By their dial they work."""

from urllib.parse import urlsplit

from companion.smallweb.catalogue import topics
from companion.smallweb.markup import Markup, tag
from companion.smallweb.message import Response, redirect
from companion.smallweb.page import frame
from companion.smallweb.profile import segments
from companion.smallweb.reader import CONSENT
from companion.smallweb.site import Site, Visit

_HALF_YEAR = "Max-Age=15552000"
_GONE = "Max-Age=0"


def add_controls(site: Site) -> None:
    """Gives a site its settings page and what the buttons there and on the banner do."""
    site.post("/consent")(_choose)
    site.get("/settings")(_settings)
    site.post("/settings")(_switch)
    site.post("/forget")(_forget)


def banner(name: str) -> Markup:
    """What asks for a choice."""
    words = (
        f"{name} would like to remember what you look at, and to let partners do so, to choose "
        "content and advertising for you. You can refuse."
    )
    buttons = tag(
        "form",
        tag("button", "Accept all", name="choice", value="allow"),
        tag("button", "Reject all", name="choice", value="deny", class_="quiet"),
        action="/consent",
        method="post",
    )
    return tag("div", tag("p", words), buttons, class_="consent", role="dialog")


def _choose(visit: Visit) -> Response:
    choice = "allow" if visit.request.form.get("choice") == "allow" else "deny"
    visit.keep(CONSENT, choice, _HALF_YEAR, "SameSite=Lax")
    if choice == "deny" and not visit.happens("refusal_ignored"):
        _delete(visit)
    return redirect(_back(visit))


def _settings(visit: Visit) -> Response:
    person = visit.person
    known = segments(person, visit.now, visit.world.dials) if person else []
    names = [topics().segments[name] for name in known]
    on = person is None or person.personal
    return frame(
        visit.site.brand,
        "Your data and settings",
        tag("h1", "Your data and settings", class_="wide"),
        tag(
            "section",
            tag("h2", "Personalisation"),
            tag("p", f"Choosing content for you is switched {'on' if on else 'off'}."),
            _button("/settings", "Switch it off" if on else "Switch it on", not on),
        ),
        tag(
            "section",
            tag("h2", "What we remember"),
            tag("p", f"{len(person.acts) if person else 0} things you looked at."),
            tag("p", "From them: ", "; ".join(names) or "nothing.") if person else "",
            _button("/forget", "Delete my data", True),
        ),
    )


def _button(action: str, label: str, value: bool) -> Markup:
    button = tag("button", label, name="on", value="yes" if value else "no")
    return tag("form", button, action=action, method="post")


def _switch(visit: Visit) -> Response:
    person, wanted = visit.person, visit.request.form.get("on") == "yes"
    if person and visit.happens("contest_ignored"):
        visit.plant("contest_not_honoured", "confirmed the switch and went on as before")
    elif person:
        person.personal = wanted
        visit.plant("control_used", f"personalisation {'on' if wanted else 'off'}")
    return redirect("/settings")


def _forget(visit: Visit) -> Response:
    if visit.person and visit.happens("contest_ignored"):
        visit.plant("contest_not_honoured", "confirmed the deletion and kept everything")
    elif visit.person:
        visit.plant("control_used", "everything deleted")
        _delete(visit)
    return redirect("/settings")


def _delete(visit: Visit) -> None:
    if person := visit.person:
        visit.world.people(visit.host).pop(person.id)
        visit.keep(visit.site.cookie, "", _GONE)


def _back(visit: Visit) -> str:
    """The page somebody came from, if it is one of this site; else the first page."""
    came = urlsplit(visit.request.header("referer"))
    if came.hostname != visit.host:
        return "/"
    return f"{came.path}?{came.query}" if came.query else came.path
