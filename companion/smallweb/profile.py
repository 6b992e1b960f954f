"""What a server concludes about somebody from their acts: labels of a taxonomy."""

from datetime import datetime

from companion.smallweb.catalogue import slug, topics
from companion.smallweb.dials import Dials, share
from companion.smallweb.recommend import interests
from companion.smallweb.world import Person

_LEAST_INTEREST = 0.04
_LEAST_ACTS = 2


def segments(person: Person, now: datetime, dials: Dials) -> list[str]:
    """The topics somebody is put down for, strongest first; sensitive ones only by their dial."""
    opened = [act for act in person.acts if act.kind != "search"]
    if not person.personal or len(opened) < _LEAST_ACTS:
        return []
    drawn = interests(opened, now)
    sensitive = topics().sensitive
    allowed = dials.happens("sensitive_segments", person.id)
    return [
        topic
        for topic, weight in drawn.items()
        if weight >= _LEAST_INTEREST and (allowed or topic not in sensitive)
    ]


def labels(names: list[str]) -> list[dict[str, str]]:
    """Labels as segments with an id and a name."""
    return [{"id": slug(name), "name": name} for name in names]


def guesses(person: Person, dials: Dials) -> list[str]:
    """Labels that nothing in the acts explains: two of them, by their dial."""
    if not dials.happens("opaque_segments", person.id):
        return []
    return sorted(topics().opaque, key=lambda label: share(dials.seed, person.id, label))[:2]
