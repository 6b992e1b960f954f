"""What was done in a private part of life, coming up in a public one."""

from collections.abc import Iterator, Sequence
from itertools import chain

from companion.classify.detector import Claim, Silence, detector
from companion.classify.parties import called, same_company
from companion.classify.record import Record
from companion.classify.severity import Circumstances
from companion.classify.surfaced import Sought, Surfaced, by_party, surfaced
from companion.classify.thresholds import threshold
from companion.classify.wording import counted, day, listed, moment, said, short
from companion.model import Evidence, FindingKind, Level

_TITLE = 60


@detector(FindingKind.INAPPROPRIATE_INTIMACY, version="1", needs="body")
def inappropriate_intimacy(site: str, record: Record) -> Iterator[Claim | Silence]:
    """Something speaks of what you did in a private part of life, in a place that is not private.

    Why it is shown:
        What you read when you are ill, grieve or pray belongs to that place and hour. Where an
        entry of a list speaks of it in front of anybody who looks at your screen, it was carried
        over a border that you drew.

    Innocent readings:
        - The same may be shown to everyone just now: nobody knows unless strangers were asked.
        - Somebody else at your connection may have looked for it too.
        - The words may mean something else here.
        - You may find it helpful, here and now.

    What cannot be seen:
        - What you did on other devices, and openly before the record began.
        - Which of several acts it goes back to, or whether it goes back to any.
    """
    sought = surfaced(site, record)
    for party, found in by_party(sought.found):
        yield _claim(site, record, party, found)
    if not sought.found:
        yield _silence(sought)


def _silence(sought: Sought) -> Silence:
    entries = counted(sought.looked, "entry", "entries")
    if sought.enough:
        why = f"{entries} looked at, none speaks of what you did in private"
        return Silence(n=sought.looked, why=why)
    days = int(threshold("intimacy_days"))
    return Silence(
        n=sought.looked,
        verdict="not_tested",
        why=f"Too little data: {sought.early} of {entries} may speak of what you did in private; "
        f"{days} days of lists before you did, without them, are needed.",
    )


def _claim(site: str, record: Record, party: str, found: Sequence[Surfaced]) -> Claim:
    it = found[0]
    return Claim(
        party=party,
        confidence=Level.POSSIBLE,
        title=said(Level.POSSIBLE, _title(site, record, it)),
        why=_why(it),
        evidence=tuple(chain.from_iterable(map(_pieces, found)))[
            : int(threshold("evidence_shown"))
        ],
        measure={
            "n": len(found),
            "score": it.score,
            "days_between": (it.slate.seen_at - it.act.seen_at).days,
            "words": it.words,
            "from_sites": tuple(dict.fromkeys(one.act.site for one in found)),
            "reach": record.facts.reach(it.act, party, it.slate.seen_at).value,
        },
        first_seen=min(one.slate.seen_at for one in found),
        last_seen=max(one.slate.seen_at for one in found),
        contexts=tuple(
            dict.fromkeys(filter(None, (it.act.context, record.context(site)))),
        ),
        circumstances=Circumstances(inside=same_company(record, site, party)),
    )


def _title(site: str, record: Record, it: Surfaced) -> str:
    here = record.context(site)
    place = f"{site} ({here})" if here else site
    later = (it.slate.seen_at - it.act.seen_at).days
    after = f"{counted(later, 'day')} after" if later else "on the day on which"
    return (
        f"on {moment(it.slate.seen_at)} {called(record, it.slate.party)} delivered "
        f'"{short(it.item.title, _TITLE)}" on {place}, {after} you had to do with it on '
        f"{it.act.site} ({it.act.context})"
    )


def _why(it: Surfaced) -> str:
    words = f"Both speak of {listed([f'“{word}”' for word in it.words])}. " if it.words else ""
    return (
        f"You did something about it on {it.act.site}, in a part of life that is marked "
        f"{it.act.context}, on {day(it.act.seen_at)}. {words}Nothing you did openly in this "
        "record has to do with it. Possible, not shown; "
        "what would settle it: what strangers get there."
    )


def _pieces(it: Surfaced) -> Iterator[Evidence]:
    yield Evidence(act=it.act.id, note=f"what you did on {it.act.site} on {moment(it.act.seen_at)}")
    yield Evidence(
        slate=it.slate.id,
        locator=it.slate.locator,
        note=f"where it came up, rank {it.item.rank}, on {moment(it.slate.seen_at)}",
    )
