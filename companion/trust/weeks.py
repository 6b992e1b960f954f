"""What is counted of a site in each week, from what was read of it."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta

from companion.classify.choices import Choice, at
from companion.model import Direction, FindingKind, Personalized, SignalKind, Surface
from companion.store.trust import Datum, Listed, Newest
from companion.trust.points import Count, Part, Week, monday

YOURS = (SignalKind.IDENTIFIER, SignalKind.PII)
LABELS = (
    SignalKind.SEGMENT,
    SignalKind.TRAIT,
    SignalKind.SCORE,
    SignalKind.TOPIC,
    SignalKind.LOCATION,
)
PERSONAL = (Personalized.DECLARED, Personalized.MEASURED)


def weeks(
    site: str, read: Newest, chosen: Sequence[Choice], blind: Collection[FindingKind]
) -> Iterator[Week]:
    """Each week that is known whole, oldest first; `blind` are detectors that could not look."""
    for begins in sorted({monday(it) for it in read.days}):
        if begins >= read.since:
            here = _within(read, begins)
            yield Week(
                begins=begins,
                deliveries=len(here.lists) + _labelled(here.data),
                counts=dict(_lists(here.lists)) | dict(_days(site, here, chosen, blind)),
                held=frozenset(_held(here.data)),
                shown=frozenset(_told(here)),
            )


def picked(one: Listed) -> bool:
    """Whether a list is chosen out of more, or known to be personal."""
    return one.surface in (Surface.RECOMMENDATION, Surface.AD) or one.personalized in PERSONAL


def passed_on(site: str, one: Datum) -> bool:
    """Whether it is an identifier or data of the person's that went to another company."""
    return one.kind in YOURS and one.direction is Direction.SENT and one.party != site


def _within(read: Newest, begins: date) -> Newest:
    """What was read of one week."""
    return Newest(
        lists=[it for it in read.lists if monday(it.day) == begins],
        data=[it for it in read.data if monday(it.day) == begins],
        consent=(),
        days=frozenset(it for it in read.days if monday(it) == begins),
        since=begins,
    )


def _labelled(data: Iterable[Datum]) -> int:
    """How often labels about the person were delivered."""
    received = (it for it in data if it.direction is Direction.RECEIVED)
    return sum(it.exchanges for it in received if it.kind in LABELS)


def _held(data: Iterable[Datum]) -> Iterator[str]:
    """What was seen about the person, going to the site's parties or coming from them."""
    for one in data:
        if one.kind in (*YOURS, *LABELS):
            yield from (f"{one.kind} {value}" for value in one.values)


def _told(here: Newest) -> Iterator[str]:
    """What the site itself told of what it knows or why it picks."""
    for one in here.lists:
        yield from one.reasons
    for datum in here.data:
        if datum.kind is SignalKind.EXPLANATION:
            yield from datum.values


def _lists(lists: Iterable[Listed]) -> Iterator[tuple[Part, Count]]:
    held = [it for it in lists if picked(it)]
    yield Part.CONTROL, (sum(it.control for it in held), len(held))
    yield Part.REASON, (sum(bool(it.reasons) for it in held), len(held))
    yield Part.SAID, (sum(it.disclosed is True for it in held), len(held))


def _days(
    site: str, here: Newest, chosen: Sequence[Choice], blind: Collection[FindingKind]
) -> Iterator[tuple[Part, Count]]:
    """Counts of days: all that is seen on one day is one observation."""
    told = {it.day for it in here.data if it.sensitive and it.kind in LABELS}
    yield Part.DISCREET, (len(here.days - told), len(here.days))
    if FindingKind.TRACKING_IDENTIFIER not in blind:
        passed = {it.day for it in here.data if passed_on(site, it)}
        after = {it for it in here.days if _refused(chosen, it)}
        yield Part.KEPT, (len(here.days - passed), len(here.days))
        yield Part.REFUSAL, (len(after - passed), len(after))


def _refused(chosen: Sequence[Choice], day: date) -> bool:
    """Whether a refusal that was made before a day held all through it."""
    ends = datetime.combine(day + timedelta(days=1), time(), UTC)
    now = at(chosen, datetime.combine(day, time(), UTC))
    return now is not None and now.refused and now.made and at(chosen, ends) is now
