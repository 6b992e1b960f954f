"""Whether the lists of a place count less what the person does out of the ordinary."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from companion.classify.comparisons import dice
from companion.classify.record import Record
from companion.classify.vocabulary import Vocabulary, vocabulary
from companion.classify.wording import listed, moment
from companion.compare.deviation import Deviation, Done, deviation
from companion.compare.rules import rule
from companion.model import Act, ActKind, Evidence, Figures, Slate, Surface

CHOICES = frozenset({ActKind.VISIT, ActKind.CLICK, ActKind.PLAY, ActKind.ADD})
_KINDS = frozenset({Surface.RECOMMENDATION, Surface.FEED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Discount:
    """What was measured of a place, and its lists, oldest first."""

    place: str
    found: Deviation
    slates: tuple[Slate, ...]

    @property
    def party(self) -> str:
        """Who delivers the lists."""
        return self.slates[-1].party


def discounts(site: str, record: Record) -> dict[str, Discount]:
    """The places at which enough was done on and off the profile to tell."""
    acts = [it for it in record.acts(site) if it.kind in CHOICES]
    if len(acts) < rule("deviation_acts"):
        return {}
    found = {}
    for place, some in _by_place(record.slates(site)).items():
        known = vocabulary([item for it in some for item in it.items])
        measured = deviation(
            [done(it, known) for it in acts],
            [(it.seen_at, [known.of(item.item) for item in it.items]) for it in some],
            dice("deviation", site, place),
        )
        if measured is not None:
            found[place] = Discount(place=place, found=measured, slates=tuple(some))
    return found


def done(act: Act, known: Vocabulary) -> Done:
    """When something was opened and what it was about, in the words of a place's entries."""
    title = act.text.rpartition(" (rank ")[0] or act.text
    return act.seen_at, known.titled(title, act)


def _by_place(slates: Sequence[Slate]) -> Mapping[str, list[Slate]]:
    places: defaultdict[str, list[Slate]] = defaultdict(list)
    for it in slates:
        if it.surface in _KINDS:
            places[it.place].append(it)
    return places


def followed(found: Deviation) -> str:
    """How far the lists followed, in words."""
    low, high = found.interval
    return (
        f"After what you opened on {found.off} days out of the ordinary "
        f"({listed([f'“{it}”' for it in found.topics], 3)}) the next lists moved {found.ddr:.1f} "
        f"times as far as after your usual topics ({low:.1f} to {high:.1f})."
    )


def figures(found: Deviation) -> Figures:
    """The figures behind it."""
    return {
        "deviations": found.off,
        "usual_acts": found.usual,
        "deviation_ratio": round(found.ddr, 3),
        "deviation_interval": tuple(round(it, 3) for it in found.interval),
        "deviation_topics": found.topics,
        "deviation_lag_days": found.lag,
    }


def pieces(it: Discount) -> tuple[Evidence, ...]:
    """The first and the last list that was looked at."""
    ends = {one.id: one for one in (it.slates[0], it.slates[-1])}
    return tuple(
        Evidence(slate=key, locator=one.locator, note=f"a list of {moment(one.seen_at)}")
        for key, one in ends.items()
    )
