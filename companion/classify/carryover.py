"""Topics that a party lists here only after the person turned to them in another part of life."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from companion.classify.detector import Compared
from companion.classify.record import Record
from companion.classify.returns import SURFACES
from companion.classify.wording import counted, day
from companion.compare.carryover import Carried, Shown, Suspected, carried_over
from companion.compare.levels import not_tested
from companion.compare.rules import rule
from companion.model import Act, Slate
from companion.topics.table import topics


@dataclass(frozen=True, slots=True, kw_only=True)
class Turned:
    """A topic that was carried over: by whom, the acts elsewhere, the lists it came up in.

    `path` says whether anything by the acts came to the party.
    """

    party: str
    carried: Carried
    acts: tuple[Act, ...]
    slates: tuple[Slate, ...]
    path: bool


@dataclass(frozen=True, slots=True)
class Looked:
    """What came of looking at a site: what was carried over, and the comparison as a test."""

    turned: tuple[Turned, ...]
    test: Compared | None


def turned(site: str, record: Record) -> Looked:
    """The topics that parties carried over to a site; no test where there was none to make."""
    lists = [it for it in record.slates(site) if it.surface in SURFACES and _topics(it)]
    if not lists or record.context(site) is None:
        return Looked((), None)
    strangers = [it for it in record.strangers(site) if it.surface in SURFACES]
    if (days := len({it.seen_at.date() for it in strangers})) < rule("carried_least"):
        return Looked((), _no_strangers(days))
    elsewhere = _elsewhere(site, record, lists)
    looked = {
        party: _look(party, lists, strangers, elsewhere)
        for party in dict.fromkeys(it.party for it in lists)
    }
    tested = [one for it in looked.values() for one in it.tested]
    found = tuple(
        _turned(record, party, one, elsewhere[one.topic], lists)
        for party, it in looked.items()
        for one in it.tested
        if one.shown
    )
    return Looked(found, _test(tested, sum(it.few for it in looked.values())))


def _topics(slate: Slate) -> frozenset[str]:
    return frozenset(name for item in slate.items for name in item.topics if name in topics())


def _shown(slates: Sequence[Slate], party: str) -> Iterator[Shown]:
    return ((it.seen_at, _topics(it)) for it in slates if it.party == party)


def _elsewhere(site: str, record: Record, lists: Sequence[Slate]) -> dict[str, list[Act]]:
    """The acts on each listed topic, where all of them were in other parts of life."""
    here = record.context(site)
    found = {}
    for topic in dict.fromkeys(name for it in lists for name in sorted(_topics(it))):
        acts = list(record.acts_on(topic))
        lives = {record.context(it.site) for it in acts if it.site != site}
        own = any(it.site == site for it in acts) or here in lives
        if acts and not own and lives - {None}:
            found[topic] = acts
    return found


def _look(
    party: str,
    lists: Sequence[Slate],
    strangers: Sequence[Slate],
    elsewhere: dict[str, list[Act]],
) -> Suspected:
    times = {topic: [it.seen_at for it in acts] for topic, acts in elsewhere.items()}
    return carried_over(_shown(lists, party), _shown(strangers, party), times)


def _turned(
    record: Record, party: str, one: Carried, acts: Sequence[Act], lists: Sequence[Slate]
) -> Turned:
    came = [
        it
        for it in lists
        if it.party == party and it.seen_at > one.first and one.topic in _topics(it)
    ]
    ways = [record.facts.reach(it, party, came[-1].seen_at).value for it in acts]
    return Turned(
        party=party,
        carried=one,
        acts=tuple(acts),
        slates=tuple(came),
        path=any(way > 0 for way in ways),
    )


def _no_strangers(days: int) -> Compared:
    why = f"{not_tested(days, int(rule('carried_least')))} Counted are days of strangers' lists."
    return Compared(surface=None, n=days, verdict="not_tested", why=why)


def _test(tested: Sequence[Carried], few: int) -> Compared | None:
    """The surest topic of a site, or that there were too few days."""
    if not tested:
        least = int(rule("carried_least"))
        why = f"Too little data: {counted(few, 'topic')} from elsewhere; {least} days before and"
        if not few:
            return None
        return Compared(
            surface=None, n=0, verdict="not_tested", why=f"{why} after are needed, tested apart."
        )
    one = min(tested, key=lambda it: (it.q, it.topic))
    return Compared(
        surface=None,
        n=sum(one.before) + sum(one.after),
        verdict="differs" if one.shown else "inconclusive",
        why=course(one),
        effect=round(_share(one.after) - _share(one.before), 4),
        p=one.p,
        q=one.q,
        family=len(tested),
    )


def course(one: Carried) -> str:
    """Before, after and to strangers, in words."""
    return (
        f"“{one.topic}” was listed on {one.after[0]} of {counted(sum(one.after), 'day')} after "
        f"{day(one.first)}, on {one.before[0]} of {sum(one.before)} before, to strangers on "
        f"{one.strangers[0]} of {sum(one.strangers)}"
    )


def by_party(found: Sequence[Turned]) -> dict[str, list[Turned]]:
    """What was carried over by who listed it, the surest first."""
    parties: defaultdict[str, list[Turned]] = defaultdict(list)
    for it in sorted(found, key=lambda it: it.carried.q):
        parties[it.party].append(it)
    return dict(parties)


def _share(days: tuple[int, int]) -> float:
    return days[0] / sum(days) if sum(days) else 0.0
