"""Whom a site knows, under which choice, and what it concludes: the decisions all sites share."""

from companion.smallweb.catalogue import pieces, topics
from companion.smallweb.dials import share
from companion.smallweb.profile import segments
from companion.smallweb.recommend import STRANGER, Taste, interests
from companion.smallweb.site import Visit
from companion.smallweb.world import Act, Person

CONSENT = "cookieconsent_status"
_LONG_RUN_DAYS = 84
_SOONER = 2
"""What is not clicked on is gone after half of it."""


def consent(visit: Visit) -> str:
    """What was chosen on the banner: "allow", "deny", or nothing yet."""
    return visit.cookies.get(CONSENT, "")


def recognises(visit: Visit) -> bool:
    """Whether this site knows people again here: they agreed, or their choice is not heeded."""
    if visit.request.header("sec-gpc") == "1" and not visit.happens("gpc_ignored"):
        return False
    return consent(visit) == "allow" or visit.happens("refusal_ignored")


def reader(visit: Visit) -> Person | None:
    """The person this site knows, remembered from now on if it does that here."""
    if not recognises(visit):
        return None
    person = visit.remember()
    if consent(visit) == "deny":
        visit.plant("tracking_identifier", "kept its own identifier after a refusal")
    return person


def note_act(visit: Visit, kind: str, topic: str, piece: str = "") -> None:
    """Remembers what the reader of this page does."""
    person = reader(visit)
    if person:
        person.saw(Act(visit.now, kind, topic, visit.host, piece))


def taste(visit: Visit, person: Person | None) -> Taste:
    """What the site chooses by for this person; what time does to it is written down."""
    if person is None or not person.personal or not person.acts:
        return STRANGER
    drawn = interests(person.acts, visit.now)
    grown = min(1.0, (visit.now - person.since).days / _LONG_RUN_DAYS)
    narrowed = visit.world.dials["narrowing"] * grown
    fading = visit.world.dials["fading"] * min(1.0, _SOONER * grown)
    others = {piece.topic for piece in pieces(visit.site.brand.catalogue).values()} - set(drawn)
    faded = {topic for topic in others if share(visit.host, person.id, topic) < fading}
    if narrowed > 0:
        visit.plant("narrowing", f"topics cut down by {narrowed:.0%}")
    if faded:
        visit.plant("fading_alternatives", f"{len(faded)} topics left out")
    seen = frozenset(act.piece for act in person.acts)
    return Taste(drawn, seen, narrowed, frozenset(faded))


def inferred(visit: Visit, person: Person | None, party: str = "") -> list[str]:
    """The topics that are delivered as the person's segments, to `party`; written down as such."""
    if person is None or not visit.happens("segments"):
        return []
    names = segments(person, visit.now, visit.world.dials)
    plant_segments(visit, names, party=party)
    return names


def concluded(visit: Visit, person: Person | None) -> dict[str, object]:
    """What a page's state tells its script of the person; nothing where nothing is concluded."""
    names = inferred(visit, person)
    if person is None or not names:
        return {}
    return {"user": {"id": person.id, "segments": [topics().segments[name] for name in names]}}


def plant_against(visit: Visit, choice: str, *, site: str = "", party: str = "") -> None:
    """Writes down that identifiers or personal data flow although the person did not agree."""
    if choice != "allow":
        said = "after a refusal" if choice == "deny" else "before any choice"
        visit.plant("consent_ignored", f"told of the person {said}", site=site, party=party)
    if visit.request.header("sec-gpc") == "1":
        visit.plant(
            "gpc_ignored", "told of the person although asked not to", site=site, party=party
        )


def plant_segments(visit: Visit, names: list[str], *, site: str = "", party: str = "") -> None:
    """Writes down that segments went through the browser, the sensitive ones by themselves."""
    sensitive = topics().sensitive
    for kind, group in (
        ("undisclosed_inference", [name for name in names if name not in sensitive]),
        ("sensitive_inference", [name for name in names if name in sensitive]),
    ):
        if group:
            visit.plant(kind, ", ".join(group), site=site, party=party)
