"""The person's own word on what is recorded: which part of life, and sensitive topics to keep.

Given by the command line and the screen alike; every word can be taken back.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from companion.errors import CompanionError
from companion.extract.contexts import by_site, by_words
from companion.model import Act
from companion.store import acts, lives, marks, moments, rollups, topics
from companion.store.database import Database
from companion.store.lives import Scope
from companion.store.moments import Moment
from companion.topics.table import context_of as by_topics
from companion.topics.table import protected, sensitive

HALF_HOUR = timedelta(minutes=30)
LONGEST = 40  # characters of a part of life's name


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word that was given: on a site for good, or a numbered one on a time; what it changed."""

    context: str
    changed: int
    site: str | None = None
    moment: Moment | None = None


def mark_site(db: Database, site: str, context: str) -> Word:
    """Say that a site belongs to a part of life, from the first day on."""
    with db.atomic():
        marks.put(db, site, _named(context))
        changed = _again(db, Scope(site=site))
    return Word(context=context, changed=changed, site=site)


def mark_time(
    db: Database, context: str, window: tuple[datetime, datetime], now: datetime, site: str = ""
) -> Word:
    """Say that a time, on one site or on all, belongs to a part of life or is private."""
    begins, ends = window
    wanted = Moment(
        number=0,
        context=_named(context),
        site=site or None,
        begins=begins,
        ends=ends,
        marked_at=now,
    )
    with db.atomic():
        made = moments.put(db, wanted)
        changed = _again(db, Scope(site=made.site, begins=begins, ends=ends))
    return Word(context=context, changed=changed, moment=made)


def unmark_site(db: Database, site: str) -> int:
    """Take the word on a site back; of how many exchanges that changed the part of life.

    Raises:
        CompanionError: there is no word on it.
    """
    if marks.of(db, site) is None:
        raise CompanionError(f"you gave no word on {site}: companion contexts marks lists yours")
    with db.atomic():
        marks.remove(db, site)
        return _again(db, Scope(site=site))


def unmark_time(db: Database, number: int) -> int:
    """Take the word on a time back; of how many exchanges that changed the part of life.

    Raises:
        CompanionError: there is no word with this number.
    """
    moment = moments.get(db, number)
    if moment is None:
        raise CompanionError(
            f"no word has the number {number}: companion contexts marks lists yours"
        )
    with db.atomic():
        moments.remove(db, number)
        return _again(db, Scope(site=moment.site, begins=moment.begins, ends=moment.ends))


def end_time(db: Database, number: int, now: datetime) -> None:
    """Let the time of a word end now; what came after it gets its own part of life back."""
    moment = moments.get(db, number)
    if moment is not None and moment.ends > now:
        with db.atomic():
            moments.end(db, number, now)
            _again(db, Scope(site=moment.site, begins=now, ends=moment.ends))


def this_page(db: Database, now: datetime) -> tuple[datetime, datetime]:
    """From the newest thing the person did, at most half an hour ago, until now."""
    newest = acts.page(db, limit=1, visitor="self")
    begins = newest[0][1].seen_at if newest else now
    return max(min(begins, now), now - HALF_HOUR), now


def agree(db: Database, topic: str, now: datetime) -> None:
    """Keep a sensitive topic of what is read and delivered, from now on and of what is recorded.

    Raises:
        CompanionError: there is no such sensitive topic.
    """
    name = _sensitive(topic)
    with db.atomic():
        topics.agree(db, name, now)
        _sites_again(db, name)


def disagree(db: Database, topic: str) -> None:
    """Take that back; the topic is taken out of what is recorded.

    Raises:
        CompanionError: there is no such sensitive topic.
    """
    name = _sensitive(topic)
    with db.atomic():
        topics.disagree(db, name)
        _sites_again(db, name)


def _sites_again(db: Database, topic: str) -> None:
    """Tell the well-known sites again whose part of life needs agreeing to a topic."""
    life = by_topics([topic])
    for row in rollups.sites(db) if life in protected() else ():
        if by_site(row.site) == life:
            _again(db, Scope(site=row.site))


def _again(db: Database, scope: Scope) -> int:
    return lives.tell_again(db, scope, by_site, _of_act)


def _of_act(act: Act, context: str | None) -> str | None:
    return context or by_words(act.text) or by_topics(act.topics)


def _named(context: str) -> str:
    name = " ".join(context.split())
    if not 0 < len(name) <= LONGEST or not name.isprintable():
        raise CompanionError(f"a part of life needs a name of 1 to {LONGEST} characters")
    return name


def _sensitive(topic: str) -> str:
    if topic not in sensitive():
        raise CompanionError(f"{topic!r} is no sensitive topic: they are {', '.join(sensitive())}")
    return topic
