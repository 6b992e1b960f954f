"""Slates on real captures, by the matching rule that stands beside their labels."""

import json
from dataclasses import dataclass, field
from pathlib import Path

from companion.extract.slates import slates
from companion.extract.slates.sites.load import NOTHING_KNOWN, Knowledge, knowledge
from companion.extract.slates.titles import title_key
from companion.model import Slate, Surface
from tests.accuracy.report import Report, corpus
from tests.accuracy.signals import exchanges

CHOSEN = {Surface.RECOMMENDATION, Surface.FEED, Surface.AD}
SHARE = 0.8  # of a labelled list's items
RANK = 4  # at which the first labelled title stands at most
SWITCHED = (
    ("nothing known of sites", NOTHING_KNOWN, 0.85),
    ("with what is known of sites", knowledge(), 0.9),
)
SHORTEST_PART = 10  # characters of a title that can stand for a longer one


def run(report: Report) -> None:
    folder = corpus()
    if folder is None:
        report.line("skipped: the corpus of real captures is not here")
        return
    for words, sites, least in SWITCHED:
        tally = tallied(folder, sites)
        for line in tally.missed:
            report.line(f"missed {line}")
        report.line(f"lists found: {tally.found} of {tally.lists}")
        report.check(f"recall of labelled lists, mean over entries, {words}", tally.recall, least)
        for line in tally.extras:
            report.line(f"extra {line}")
        extras = f"extra lists on entries that are labelled in full, {words}"
        report.check_at_most(extras, len(tally.extras), 0)
        report.line(f"items of labelled lists that lead somewhere: {tally.led:.3f}")


@dataclass
class Tally:
    """How many labelled lists were found, entry by entry; what was missed or found besides."""

    lists: int = 0
    found: int = 0
    recalls: dict[str, float] = field(default_factory=dict)
    missed: list[str] = field(default_factory=list)
    extras: list[str] = field(default_factory=list)
    leads: list[bool] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return sum(self.recalls.values()) / len(self.recalls)

    @property
    def led(self) -> float:
        """The share of items of labelled lists that lead somewhere."""
        return sum(self.leads) / len(self.leads)


def tallied(folder: Path, sites: Knowledge) -> Tally:
    """All entries, with so much known of sites."""
    tally = Tally()
    for entry in json.loads((folder / "labels.json").read_text())["entries"]:
        _add(tally, entry, slates_of(folder / "har" / f"{entry['id']}.har", sites))
    return tally


def _add(tally: Tally, entry: dict, delivered: list[Slate]) -> None:
    labels = entry["labels"]
    wanted = labels.get("recommendation_lists", [])
    missed = [label for label in wanted if not any(matches(label, it) for it in delivered)]
    tally.missed += [f"{entry['id']}: {label}" for label in missed]
    tally.lists += len(wanted)
    tally.found += len(wanted) - len(missed)
    if wanted:
        tally.recalls[entry["id"]] = 1 - len(missed) / len(wanted)
    labelled = [slate for slate in delivered if known(labels, slate)]
    tally.leads += [item.url is not None for slate in labelled for item in slate.items]
    if labels["exhaustive"]["recommendation_lists"]:
        false = [it for it in delivered if it.surface in CHOSEN and not known(labels, it)]
        tally.extras += [told(entry["id"], slate) for slate in false]


def slates_of(path: Path, sites: Knowledge) -> list[Slate]:
    return [slate for exchange in exchanges(path) for slate in slates(exchange, sites)]


def known(labels: dict, slate: Slate) -> bool:
    return any(matches(label, slate) for label in labels.get("recommendation_lists", ()))


def matches(label: dict, slate: Slate) -> bool:
    """Whether a slate is the labelled list: its sort, its size, its first titles in order."""
    wanted = {Surface.AD} if label["surface"] == "content_ads" else CHOSEN
    return slate.surface in wanted and holds(label, slate)


def holds(label: dict, slate: Slate) -> bool:
    if not SHARE * label["count"] <= slate.total <= label["count"] / SHARE + 1:
        return False
    titles = iter(slate.items)
    ranks: list[int] = []
    for first in label["first_titles"]:
        rank = next((item.rank for item in titles if same(first, item.title)), None)
        if rank is None:
            return False
        ranks.append(rank)
    return bool(ranks) and ranks[0] <= RANK


def same(label: str, title: str) -> bool:
    """Whether two titles are the same, cut short or with a byline around."""
    one, other = title_key(label), title_key(title)
    if one == other:
        return True
    whole, part = title_key(label, 400), other
    if len(part) >= SHORTEST_PART and part in whole:
        return True
    return len(one) >= SHORTEST_PART and one in title_key(title, 400)


def told(entry: str, slate: Slate) -> str:
    titles = [item.title for item in slate.items[:3]]
    return f"{entry}: {slate.surface} {slate.heading!r} {titles} at {slate.locator}"
