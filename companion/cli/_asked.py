"""What asking as strangers brought, in lines: the lists side by side, in counts and titles."""

from collections.abc import Iterator, Sequence

from companion.compare.beside import beside, counts
from companion.compare.round import Ranking
from companion.compare.rules import rule
from companion.live.probe import Asked, Sent
from companion.model import Exchange, Slate
from companion.report.plain import plain
from companion.store import rounds, slates
from companion.store.open import Database

TITLES = 5
WIDTH = 60
STRANGERS = ("the first", "the second")

type Lists = dict[str, Slate]


def planned(one: Asked) -> Iterator[str]:
    """What would be sent for an address, to the letter."""
    yield plain(one.url)
    if one.why:
        yield f"  nothing is sent: {plain(one.why)}"
        return
    for copy in one.copies:
        yield f"  {_who(copy)} sends  GET {plain(one.url)}"
        yield from (f"    {plain(name)}: {plain(value)}" for name, value in copy.headers)
        yield from (f"    ({plain(note)})" for note in copy.notes[1:])


def answered(store: Database, one: Asked, mine: Exchange | None) -> Iterator[str]:
    """What the strangers got for an address, beside what the person got there last."""
    yield plain(one.url)
    if one.why:
        yield f"  nothing was sent: {plain(one.why)}"
        return
    yield from _missing(store, one)
    got = [it for arm in ("C1", "C2") if (it := _lists(store, f"{one.round}/{arm}")) is not None]
    if mine is None:
        yield "  you have not visited it while recording: there is no list of yours to compare"
        yield from _strangers_only(got)
        return
    own = {it.place: it for it in slates.each(store, exchange=mine.id)}
    if not own:
        yield "  no list was found in what you got there"
    for place, slate in own.items():
        yield from _side_by_side(slate, [it[place] for it in got if place in it])
        yield f"  {_needed(store, slate)}"


def _missing(store: Database, one: Asked) -> Iterator[str]:
    for copy in one.copies:
        if copy.why:
            yield f"  {_who(copy)}: missing: {plain(copy.why)}"
        for exchange in rounds.at(store, f"{one.round}/{copy.arm}"):
            notes = [note for note in exchange.notes if note.startswith(rounds.MISSING)]
            yield from (f"  {_who(copy)}: {plain(note)}" for note in notes)


def _lists(store: Database, place: str) -> Lists | None:
    """The lists in what a stranger got; None when nothing came that can be compared."""
    for exchange in rounds.at(store, place):
        if not any(note.startswith(rounds.MISSING) for note in exchange.notes):
            return {it.place: it for it in slates.each(store, exchange=exchange.id)}
    return None


def _strangers_only(got: Sequence[Lists]) -> Iterator[str]:
    for place in dict.fromkeys(place for lists in got for place in lists):
        both = [ranking(lists[place]) for lists in got if place in lists]
        if len(both) == 2:
            yield f"  {plain(place)}: {counts(both[0], both[1], STRANGERS)}"


def _side_by_side(own: Slate, others: Sequence[Slate]) -> Iterator[str]:
    yield f"  {plain(own.heading) or 'a list without heading'}  ({plain(own.place)})"
    titles = {it.item: it.title for slate in (*others, own) for it in slate.items}
    for name, slate in zip(("a stranger", "a second stranger"), others, strict=False):
        found = beside(ranking(own), ranking(slate))
        yield f"    you and {name}: {counts(ranking(own), ranking(slate), ('you', 'they'))}"
        yield from _named("only you got", found.only_first, titles)
        yield from _named("only they got", found.only_second, titles)
    if len(others) == 2:
        first, second = (ranking(it) for it in others)
        yield f"    the two strangers (noise): {counts(first, second, STRANGERS)}"
    elif not others:
        yield "    missing: not comparable (no stranger got this list)"


def _named(what: str, keys: Ranking, titles: dict[str, str]) -> Iterator[str]:
    if keys:
        shown = [plain(titles[key], WIDTH) for key in keys[:TITLES]]
        more = f" and {len(keys) - TITLES} more" if len(keys) > TITLES else ""
        yield f"      {what}: {'; '.join(shown)}{more}"


def _needed(store: Database, own: Slate) -> str:
    have = rounds.strangers(store, own.site or "", own.place)
    needed = rule("strangers")
    return f'  {min(have, needed):.0f} of {needed:.0f} strangers needed for "because of you"'


def ranking(slate: Slate) -> Ranking:
    """The keys of a list's entries, best first."""
    return tuple(it.item for it in slate.items)


def _who(copy: Sent) -> str:
    return "a stranger" if copy.arm == "C1" else "a second stranger"
