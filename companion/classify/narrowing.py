"""Lists that come to be about ever less for one person, and not for strangers."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from companion.classify.comparisons import delivered
from companion.classify.detector import Claim, Compared, Said, Silence, detector
from companion.classify.discounted import (
    CHOICES,
    Discount,
    discounts,
    done,
    figures,
    followed,
    pieces,
)
from companion.classify.parties import called
from companion.classify.record import Record
from companion.classify.vocabulary import Vocabulary, vocabulary
from companion.classify.wording import counted, day, said
from companion.compare.assemble import by_place
from companion.compare.corrections import benjamini_hochberg
from companion.compare.levels import not_tested
from companion.compare.narrowing import WEEK, Course, Opened, course, timed
from companion.compare.round import Round
from companion.compare.rules import rule
from companion.compare.variety import measures
from companion.model import FindingKind, Level

type Found = tuple[Course, float]
"""A course and its corrected p."""


@detector(FindingKind.NARROWING, version="1", needs="body")
def narrowing(site: str, record: Record) -> Iterator[Said]:
    """What a list shows you is about ever fewer topics, and not what it shows strangers.

    Why it is shown:
        A list that learns from you can close in on you: what you did not take before no longer
        comes up to be taken. It happens over months, a little at a time.

    Innocent readings:
        - You may have turned to fewer topics yourself, and the list followed you.
        - People who follow recommendations were found to be narrowed less by them than others.
        - You may have chosen topics in a setting that this record does not show.
        - A list with fewer topics may be what you want.
        - A list may follow something new slowly, or have little of it.

    What cannot be seen:
        - Topics are told from titles, and finer ones than ours are not told apart.
        - What you were shown on other devices, and on days on which nobody compared.
    """
    places = by_place(record.rounds(site))
    known = {place: _vocabulary(record, site, rounds) for place, rounds in places.items()}
    found = {
        place: one
        for place, rounds in places.items()
        if (one := _course(record, site, rounds, known[place])) is not None
    }
    qs = benjamini_hochberg([one.run.p for one in found.values()])
    tested = {one.place: (one, q) for one, q in zip(found.values(), qs, strict=True)}
    for place, rounds in places.items():
        if place in tested:
            yield _compared(tested[place], len(tested))
        else:
            yield _untested(place, rounds, known[place])
    narrowed = [it for it in tested.values() if it[0].narrows and it[1] <= rule("possible_q")]
    parties = _by_party(record, site, narrowed)
    followed_less = discounts(site, record)
    yield from (_as_test(it) for place, it in followed_less.items() if place not in places)
    less = {it.party: it for it in followed_less.values() if it.found.discounted}
    for party, some in parties.items():
        yield _with(_claim(site, record, party, some), less.get(party))
    yield from (_less(site, record, it) for party, it in less.items() if party not in parties)
    if not narrowed and not less:
        yield _silence(len(tested))


def _as_test(it: Discount) -> Compared:
    """What was measured at a place that nobody compared with strangers."""
    return Compared(
        surface=it.place,
        n=it.found.off + it.found.usual,
        verdict="differs" if it.found.discounted else "inconclusive",
        why=followed(it.found),
        effect=it.found.ddr,
        interval=it.found.interval,
    )


def _with(claim: Claim, less: Discount | None) -> Claim:
    """The claim with what is known of deviations."""
    if less is None:
        return claim
    return replace(
        claim,
        why=f"{claim.why} {followed(less.found)}",
        evidence=claim.evidence + pieces(less),
        measure={**claim.measure, **figures(less.found)},
    )


def _less(site: str, record: Record, it: Discount) -> Claim:
    """Lists that follow deviations less, and nothing else: nobody else's lists were compared."""
    first, last = it.slates[0].seen_at, it.slates[-1].seen_at
    return Claim(
        party=it.party,
        confidence=Level.POSSIBLE,
        title=said(
            Level.POSSIBLE,
            f"from {day(first)} to {day(last)} what {called(record, it.party)} listed for you on "
            f"{site} moved {it.found.ddr:.1f} times as far after what you opened out of the "
            "ordinary as after your usual topics",
        ),
        why=f"{followed(it.found)} Possible, not shown; what would settle it: strangers who do "
        "the same.",
        evidence=pieces(it),
        measure={"n": it.found.off + it.found.usual, **figures(it.found), "places": (it.place,)},
        first_seen=first,
        last_seen=last,
    )


def _vocabulary(record: Record, site: str, rounds: Sequence[Round]) -> Vocabulary:
    things = record.things(site)
    keys = {key for one in rounds for each in (*one.mine, *one.strangers) for key in each}
    return vocabulary([things[key] for key in sorted(keys & things.keys())])


def _course(record: Record, site: str, rounds: Sequence[Round], known: Vocabulary) -> Course | None:
    if known.told < rule("narrowing_told"):
        return None
    chosen = (done(it, known) for it in record.acts(site) if it.kind in CHOICES)
    return course(rounds, known.of, [Opened(at, tuple(named)) for at, named in chosen])


def _untested(place: str, rounds: Sequence[Round], known: Vocabulary) -> Compared:
    points, days = timed(rounds, known.of, ())
    if known.told < rule("narrowing_told"):
        why = f"Not tested: what it is about is known of {known.told:.0%} of the entries only."
    else:
        why = f"{not_tested(len(points), int(rule('trend_points')))} {_counted_as(days)}"
    return Compared(surface=place, n=len(points), verdict="not_tested", why=why)


def _counted_as(days: int) -> str:
    """What a point is."""
    span = "weeks" if days == WEEK else "days"
    entries, visits = int(rule("narrowing_entries")), int(rule("narrowing_visits"))
    return f"Counted are {span} with {visits} comparisons and {entries} entries of each side."


def _compared(found: Found, family: int) -> Compared:
    one, q = found
    differs = one.narrows and q <= rule("alpha")
    points = f"{_points(one)} compared"
    if one.narrows:
        verdict, why = "differs" if differs else "inconclusive", f"{points}: {_ends(one)}"
    elif one.steady:
        verdict, why = "no_difference", f"{points}: no loss of a fifth; smaller ones could hide"
    else:
        verdict, why = (
            "inconclusive",
            f"{points}: a loss of a fifth can neither be seen nor ruled out",
        )
    return Compared(
        surface=one.place,
        n=len(one.points),
        verdict=verdict,
        why=why,
        effect=one.run.slope,
        interval=one.run.interval,
        p=one.run.p,
        q=q,
        family=family,
    )


def _silence(tested: int) -> Silence:
    if not tested:
        return Silence(n=0, why=not_tested(0, int(rule("trend_points"))), verdict="not_tested")
    return Silence(n=tested, why=f"{counted(tested, 'list')} followed over time, none narrows")


def _by_party(record: Record, site: str, narrowed: Sequence[Found]) -> Mapping[str, list[Found]]:
    """Who delivers the lists of a place, the site itself where that is not kept."""
    who = {it.place: it.party for it in record.slates(site)} if narrowed else {}
    parties: defaultdict[str, list[Found]] = defaultdict(list)
    for found in sorted(narrowed, key=lambda it: it[1]):
        parties[who.get(found[0].place, site)].append(found)
    return parties


def _claim(site: str, record: Record, party: str, found: Sequence[Found]) -> Claim:
    one, q = found[0]
    rounds = [it for it in by_place(record.rounds(site))[one.place] if it.mine and it.strangers]
    level = _level(one, q)
    first, last = rounds[0].seen_at, rounds[-1].seen_at
    return Claim(
        party=party,
        confidence=level,
        title=said(
            level,
            f"from {day(first)} to {day(last)} what {called(record, party)} listed for you on "
            f"{site} went from about {one.mine[0]:.0f} to {one.mine[1]:.0f} topics, "
            f"for strangers from {one.theirs[0]:.0f} to {one.theirs[1]:.0f}",
        ),
        why=f"{_capital(_ends(one))}. {_whose(one)}",
        evidence=delivered(rounds[0], rounds[-1]),
        measure={
            "n": len(one.points),
            "days_of_a_point": one.days,
            "statistic": one.run.s,
            "effect": one.run.slope,
            "interval": one.run.interval,
            "p": one.run.p,
            "q": q,
            "topics": one.mine,
            "topics_strangers": one.theirs,
            "choices_too": one.choices_too,
            "beyond_choices": one.beyond_choices,
            "places": tuple(it.place for it, _ in found),
            **measures(one),
        },
        first_seen=first,
        last_seen=last,
    )


def _level(one: Course, q: float) -> Level:
    """Likely takes 30 points, and that the list moves away from what the person opens."""
    enough = len(one.points) >= rule("trend_likely") and q <= rule("alpha")
    return Level.LIKELY if enough and one.beyond_choices else Level.POSSIBLE


def _points(one: Course) -> str:
    return counted(len(one.points), "week" if one.days == WEEK else "day")


def _ends(one: Course) -> str:
    mine, theirs = one.mine, one.theirs
    return (
        f"over {_points(one)} your list went from {mine[0]:.1f} to {mine[1]:.1f} equally frequent "
        f"topics, strangers' from {theirs[0]:.1f} to {theirs[1]:.1f}"
    )


def _whose(one: Course) -> str:
    """Whether the person became narrower too: the list may only have followed."""
    if one.beyond_choices:
        return "What you opened did not narrow as much: the list moved away from it."
    if one.choices_too:
        return "Your own choices narrowed too."
    return "Whether your own choices narrowed too can't be told from what you opened there."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
