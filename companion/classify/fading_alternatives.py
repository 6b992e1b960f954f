"""Topics that leave one person's list while strangers go on getting them."""

from collections.abc import Callable, Iterator, Sequence

from companion.classify.comparisons import delivered
from companion.classify.detector import Claim, Compared, Said, Silence, detector
from companion.classify.parties import called
from companion.classify.record import Record
from companion.classify.wording import counted, day, said
from companion.compare.assemble import by_place
from companion.compare.corrections import benjamini_hochberg
from companion.compare.exposure import Exposure, exposures
from companion.compare.levels import not_tested
from companion.compare.round import Round
from companion.compare.rules import rule
from companion.model import FindingKind, Level


@detector(FindingKind.FADING_ALTERNATIVES, version="2", needs="body")
def fading_alternatives(site: str, record: Record) -> Iterator[Said]:
    """A topic that your list gave room to loses it for you, and not for strangers.

    Why it is shown:
        What is no longer offered is hard to choose. You do not notice what is missing from a list,
        least of all when it goes little by little.

    Innocent readings:
        - You may have stopped opening it yourself, and the list followed you.
        - You may have seen all there was, and a list does not repeat what you know.
        - Strangers are visitors who are not signed in; if you are, your list may be made otherwise.
        - A new layout with fewer entries may leave less room for everything but the first.

    What cannot be seen:
        - Whether it can still be found by searching, unless somebody searched.
        - Days on which nobody compared.
    """
    places = by_place(record.rounds(site))
    topics = _topics(record, site)
    found = [one for rounds in places.values() for one in exposures(rounds, topics)]
    # What is always the same for all is no test: it would only hide others among many.
    moved = [one for one in found if one.trend.variance]
    qs = dict(zip(moved, benjamini_hochberg([one.trend.p for one in moved]), strict=True))
    faded = []
    for place, rounds in places.items():
        mine = [(one, qs.get(one, 1.0)) for one in found if one.place == place]
        fading = [(one, q) for one, q in mine if one.fades and q <= rule("possible_q")]
        yield _compared(place, rounds, mine, len(moved))
        faded += fading
    if faded:
        yield _claim(site, record, min(faded, key=lambda it: it[1]), [one for one, _ in faded])
    else:
        yield _silence(len(found))


def _silence(followed: int) -> Silence:
    if not followed:
        return Silence(n=0, why=not_tested(0, int(rule("trend_points"))), verdict="not_tested")
    why = f"{counted(followed, 'topic')} followed over time, none fades for you alone"
    return Silence(n=followed, why=f"{why}; slow changes could hide", verdict="inconclusive")


def _topics(record: Record, site: str) -> Callable[[str], Sequence[str]]:
    """The topics of an entry; one without any stands for itself."""
    things = record.things(site)

    def topics(key: str) -> Sequence[str]:
        return (things[key].topics if key in things else ()) or (key,)

    return topics


def _compared(
    place: str, rounds: Sequence[Round], found: Sequence[tuple[Exposure, float]], family: int
) -> Compared:
    """The topic of a place that fell most, or that there are too few days."""
    if not found:
        days = len({one.seen_at.date() for one in rounds if one.mine and one.strangers})
        why = not_tested(days, int(rule("trend_points")))
        return Compared(surface=place, n=days, verdict="not_tested", why=why)
    one, q = min(found, key=lambda it: (it[1], it[0].trend.slope))
    shown = one.fades and q <= rule("alpha")
    calm = "no topic fades for you alone; slow changes could hide"
    return Compared(
        surface=place,
        n=one.days,
        verdict="differs" if shown else "inconclusive",
        why=_course(one) if one.fades else f"{counted(one.days, 'day')} compared: {calm}",
        effect=one.trend.slope,
        interval=one.trend.interval,
        p=one.trend.p,
        q=q,
        family=max(family, 1),
    )


def _course(one: Exposure) -> str:
    return (
        f"{_percent(one.mine[0])} of the room in your list at first, {_percent(one.mine[1])} "
        f"in the end; in strangers' lists {_percent(one.theirs[0])} and {_percent(one.theirs[1])}"
    )


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def _claim(
    site: str, record: Record, best: tuple[Exposure, float], faded: Sequence[Exposure]
) -> Claim:
    one, q = best
    slates = [it for it in record.slates(site) if it.place == one.place]
    party = slates[0].party if slates else site
    rounds = by_place(record.rounds(site))[one.place]
    sure = one.days >= rule("trend_likely") and q <= rule("alpha")
    level = Level.LIKELY if sure else Level.POSSIBLE
    topic = record.things(site)[one.topic].title if one.topic in record.things(site) else one.topic
    return Claim(
        party=party,
        confidence=level,
        title=said(
            level,
            f"from {day(rounds[0].seen_at)} to {day(rounds[-1].seen_at)} {called(record, party)} "
            f'gave ever less room to "{topic}" in your list on {site}, not in strangers\'',
        ),
        why=f"{_course(one)[:1].upper()}{_course(one)[1:]}.",
        evidence=delivered(rounds[0], rounds[-1]),
        measure={
            "n": one.days,
            "statistic": one.trend.s,
            "effect": one.trend.slope,
            "interval": one.trend.interval,
            "p": one.trend.p,
            "q": q,
            "mine": one.mine,
            "strangers": one.theirs,
            "topics": tuple(it.topic for it in faded),
            "places": tuple(dict.fromkeys(it.place for it in faded)),
        },
        first_seen=rounds[0].seen_at,
        last_seen=rounds[-1].seen_at,
    )
