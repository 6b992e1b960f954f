"""Slates on real captures, by the matching rule that stands beside their labels."""

import json
from pathlib import Path

from companion.extract.slates import slates
from companion.extract.slates.titles import title_key
from companion.model import Slate, Surface
from tests.accuracy.report import Report, corpus
from tests.accuracy.signals import exchanges

CHOSEN = {Surface.RECOMMENDATION, Surface.FEED, Surface.AD}
SHARE = 0.8  # of a labelled list's items
RANK = 4  # at which the first labelled title stands at most
SHORTEST_PART = 10  # characters of a title that can stand for a longer one


def run(report: Report) -> None:
    folder = corpus()
    if folder is None:
        report.line("skipped: the corpus of real captures is not here")
        return
    recalls: list[float] = []
    lists = found = 0
    extras: list[str] = []
    for entry in json.loads((folder / "labels.json").read_text())["entries"]:
        labels = entry["labels"]
        delivered = slates_of(folder / "har" / f"{entry['id']}.har")
        wanted = labels.get("recommendation_lists", [])
        missed = [label for label in wanted if not any(matches(label, it) for it in delivered)]
        report.line("".join(f"missed {entry['id']}: {label}\n" for label in missed)[:-1] or ".")
        lists, found = lists + len(wanted), found + len(wanted) - len(missed)
        if wanted:
            recalls.append(1 - len(missed) / len(wanted))
        if labels["exhaustive"]["recommendation_lists"]:
            false = [it for it in delivered if it.surface in CHOSEN and not known(labels, it)]
            extras += [told(entry["id"], slate) for slate in false]
    report.line(f"lists found: {found} of {lists}")
    report.check("recall of labelled lists, mean over entries", sum(recalls) / len(recalls), 0.9)
    for line in extras:
        report.line(f"extra {line}")
    report.check_at_most("extra lists on entries that are labelled in full", len(extras), 0)


def slates_of(path: Path) -> list[Slate]:
    return [slate for exchange in exchanges(path) for slate in slates(exchange)]


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
