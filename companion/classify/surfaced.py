"""Entries of lists that speak of what the person did in a private part of life, elsewhere.

An entry speaks of a private act where it is the very thing, where two of its words are those of
the act, or one that came up again and again in private; but for the very thing, on several days.
It does not count where anything else explains it: the person did something like it openly, the
party listed it before, or strangers got it too.
"""

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache, lru_cache
from importlib.resources import files

from companion.classify.record import Record
from companion.classify.returns import same_title
from companion.classify.thresholds import threshold
from companion.ledger.intimacy import FLAGGED, intimacy, mismatch, setting
from companion.ledger.words import content, shared, stems
from companion.model import Act, ActKind, Item, Slate, Surface

SURFACES = frozenset({Surface.AD, Surface.RECOMMENDATION, Surface.FEED})
_TWO = 2

type Words = tuple[str, ...]

_SHARED_TITLE = 0.5
"""Share of a site's titles from which on a word is the site's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Private:
    """A private act and its words, without those that stand in most titles of its site.

    `keys` are the beginnings of all its words, by which entries are told that have none of them.
    """

    act: Act
    words: tuple[str, ...]
    keys: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Surfaced:
    """An entry, the private act it speaks of, by which words, and how intimate that is, 0 to 1."""

    slate: Slate
    item: Item
    act: Act
    words: tuple[str, ...]
    score: float


@dataclass(slots=True)
class Sought:
    """What came of looking: what surfaced, how many entries were looked at.

    `early` counts those that may speak of an act before which too few lists came; `days` is how
    many days of lists came before the first private act, None where there was none.
    """

    found: list[Surfaced] = field(default_factory=list)
    looked: int = 0
    early: int = 0
    days: int | None = None

    @property
    def enough(self) -> bool:
        """Whether silence says something: what came up anyway is known of all private acts."""
        enough = self.days is None or self.days >= threshold("intimacy_days")
        return enough and not self.early


@cache
def weights() -> Mapping[str, float]:
    """The private parts of life and how sensitive each is, 0 to 1."""
    text = files("companion.classify").joinpath("private.toml").read_text("utf-8")
    return dict(tomllib.loads(text)["weights"])


def surfaced(site: str, record: Record) -> Sought:
    """What came up on a site of what was done in private on others, each entry once a party."""
    sought, here = Sought(), record.context(site)
    if here in weights():
        return sought
    private = _private(site, record)
    if not private:
        return sought
    lists = [it for it in record.slates(site) if it.surface in SURFACES]
    place = _Place(site, record, lists, record.strangers(site), private, _recurring(private))
    if lists:
        first = private[0].act.seen_at
        sought.days = len({it.seen_at.date() for it in lists if it.seen_at < first})
    looked: set[tuple[str, str]] = set()
    for slate in lists:
        for item in slate.items:
            if (slate.party, item.title) not in looked:
                looked.add((slate.party, item.title))
                sought.looked += 1
                _look(place, slate, item, sought)
    return sought


@dataclass(frozen=True, slots=True)
class _Place:
    """Where is looked: the site, the record, all its lists and strangers', what is private."""

    site: str
    record: Record
    lists: Sequence[Slate]
    strangers: Sequence[Slate]
    private: Sequence[Private]
    recurring: frozenset[str]


def _look(place: _Place, slate: Slate, item: Item, sought: Sought) -> None:
    """Find the newest private act that an entry speaks of, and whether nothing else explains it."""
    said = content(item.title)
    keys, longest = _keys(said), timedelta(days=threshold("reuse_lag_days"))
    for it in reversed(place.private):
        if not keys & it.keys or not timedelta(0) < slate.seen_at - it.act.seen_at <= longest:
            continue
        words, same = _speaks(said, it, place.recurring), _very_thing(item, it.act)
        score = _score(place, slate, it.act)
        if not (words or same) or score < FLAGGED or not _came(place, slate, it.act):
            continue
        if not _explained(place, slate, words or said):
            made = Surfaced(slate=slate, item=item, act=it.act, words=words, score=score)
            if same or _days_before(place, slate, words) >= threshold("intimacy_days"):
                sought.found += [made] if same or _again(place, slate, words) else []
            else:
                sought.early += 1
        return


def _private(site: str, record: Record) -> list[Private]:
    """What was done in private on other sites, oldest first."""
    acts = [it for it in record.acts_in(tuple(weights())) if it.site != site]
    common = _titles_own(acts)
    return [
        Private(act=it, words=_left(it, common[it.site]), keys=_keys(_words(it))) for it in acts
    ]


def _left(act: Act, common: frozenset[str]) -> tuple[str, ...]:
    return tuple(word for word in _words(act) if word not in common)


def _titles_own(acts: Sequence[Act]) -> Mapping[str, frozenset[str]]:
    """The words of each site that stand in most of its titles, where it has several."""
    titles: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for it in acts:
        titles[it.site].add(_words(it))
    found: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for site, some in titles.items():
        counts = Counter(word for words in some for word in words)
        often = max(_SHARED_TITLE * len(some), _TWO)
        found[site] = frozenset(word for word, count in counts.items() if count > often)
    return found


def _recurring(private: Sequence[Private]) -> frozenset[str]:
    """Words of several private titles, or of what was typed into a search there."""
    titles = {it.words for it in private}
    counts = Counter(word for words in titles for word in words)
    typed = {word for it in private if it.act.kind is ActKind.SEARCH for word in it.words}
    return frozenset(word for word, count in counts.items() if count >= _TWO) | typed


def _speaks(said: Words, private: Private, recurring: frozenset[str]) -> Words:
    """The words by which an entry speaks of a private act; none where they are too few."""
    words = shared(said, private.words)
    telling = len(words) >= _TWO or shared([it for it in private.words if it in recurring], words)
    return words if telling else ()


def _very_thing(item: Item, act: Act) -> bool:
    """Whether an entry is what was opened: by its title, long enough to mean one thing."""
    return same_title(item.title, _titled(act))


def _score(place: _Place, slate: Slate, act: Act) -> float:
    page = slate.place.partition(" | ")[0]
    public = setting(slate.surface, page, own=slate.party == place.site)
    return intimacy(
        weights()[act.context or ""], public, mismatch(place.record.context(place.site))
    )


def _came(place: _Place, slate: Slate, act: Act) -> bool:
    """Whether what the act was about could come to who delivered the list."""
    return place.record.facts.reach(act, slate.party, slate.seen_at).value > 0


def _explained(place: _Place, slate: Slate, words: Words) -> bool:
    """Whether the person did something like it openly, anywhere, or it was listed anyway.

    Anyway is to strangers, or by the same party before anything like it was done in private.
    """
    window = (place.record.begins, slate.seen_at)
    keys = stems(words)
    openly = (
        act
        for act in place.record.facts.acts_about(keys, slate.party, window)
        if act.context not in weights()
    )
    listed = (item for it in (*_before(place, slate, words), *place.strangers) for item in it.items)
    return any(_as_near(words, _words(act)) for act in openly) or any(
        _as_near(words, content(item.title)) for item in listed
    )


def _days_before(place: _Place, slate: Slate, words: Words) -> int:
    """On how many days the party delivered lists before anything like it was done in private."""
    return len({it.seen_at.date() for it in _before(place, slate, words)})


def _again(place: _Place, slate: Slate, words: Words) -> bool:
    """Whether the party spoke of it on several days: a few words in common come by chance."""
    since = slate.seen_at - timedelta(days=threshold("reuse_lag_days"))
    same = (it for it in place.lists if it.party == slate.party and it.seen_at >= since)
    days = {
        it.seen_at.date()
        for it in same
        if any(_as_near(words, content(item.title)) for item in it.items)
    }
    return len(days) >= threshold("intimacy_again")


def _before(place: _Place, slate: Slate, words: Words) -> list[Slate]:
    alike = (it.act.seen_at for it in place.private if _as_near(words, it.words))
    first = min(alike, default=slate.seen_at)
    return [it for it in place.lists if it.party == slate.party and it.seen_at < first]


def _as_near(words: Words, said: Words) -> bool:
    """Whether something else has as many of the words, up to two."""
    if _keys(words).isdisjoint(_keys(said)):  # most have none, and this is quickly told
        return False
    return len(shared(words, said)) >= min(len(words), _TWO) > 0


@lru_cache(maxsize=16_384)
def _keys(words: Words) -> frozenset[str]:
    return stems(words)


def _titled(act: Act) -> str:
    return act.text.rpartition(" (rank ")[0] or act.text


def _words(act: Act) -> tuple[str, ...]:
    return content(_titled(act)) if act.kind is not ActKind.SUBMIT else ()


def by_party(found: Sequence[Surfaced]) -> Iterator[tuple[str, list[Surfaced]]]:
    """What surfaced by who delivered it, the most intimate first."""
    parties: defaultdict[str, list[Surfaced]] = defaultdict(list)
    for it in found:
        parties[it.slate.party].append(it)
    for party, some in parties.items():
        yield party, sorted(some, key=lambda it: (-it.score, it.slate.seen_at))
