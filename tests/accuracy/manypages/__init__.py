"""Sites of several pages: what comparing pages gains, on sites that nothing was tuned on."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from companion.extract.slates.find import found
from companion.extract.slates.furniture import Others
from companion.extract.slates.titles import title_key
from companion.model import Slate, Surface
from tests.accuracy.manypages.make import Page, site
from tests.accuracy.report import Report

TUNED = range(100, 160)
MEASURED = range(500, 560)
CHOSEN = {Surface.RECOMMENDATION, Surface.FEED, Surface.AD}


@dataclass
class Tally:
    """Over pages: planted lists and those found by sort, furniture taken for lists."""

    pages: int = 0
    planted: int = 0
    found: int = 0
    furniture: int = 0
    taken: int = 0
    chosen: int = 0
    notes: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return self.found / self.planted

    @property
    def kept_out(self) -> float:
        """Furniture that is no slate, as a share."""
        return 1 - self.taken / self.furniture

    @property
    def false_per_hundred(self) -> float:
        """Furniture called recommendation, feed or ad, on 100 pages."""
        return 100 * self.chosen / self.pages


def run(report: Report) -> None:
    for half, seeds in (("tuned on", TUNED), ("measured", MEASURED)):
        alone, compared = tallied(seeds, compare=False), tallied(seeds, compare=True)
        report.line(f"\n{len(seeds)} sites, {alone.pages} pages, {half}")
        for words, one in (("each page alone", alone), ("pages compared", compared)):
            report.line(
                f"  {words}: {one.found} of {one.planted} lists, {one.taken} of {one.furniture}"
                f" pieces of furniture taken for lists, {one.false_per_hundred:.1f} called"
                f" recommendation, feed or ad on 100 pages"
            )
    report.check("lists found, pages compared", compared.recall, 0.9)
    report.check("furniture kept out, pages compared", compared.kept_out, 0.95)
    report.check_at_most("false on 100 pages, pages compared", compared.false_per_hundred, 2)


def tallied(seeds: Sequence[int], *, compare: bool) -> Tally:
    tally = Tally()
    for seed in seeds:
        pages = site(seed)
        for page, slates in zip(pages, read(pages, compare=compare), strict=True):
            _add(tally, page, slates)
    return tally


def read(pages: Sequence[Page], *, compare: bool) -> list[tuple[Slate, ...]]:
    """The lists of each page once all were met."""
    others = Others()
    for page in pages if compare else ():
        for sighting in found(page.exchange).sightings:
            others.add(sighting)
    return [found(page.exchange, others=others).slates for page in pages]


def _add(tally: Tally, page: Page, slates: Sequence[Slate]) -> None:
    tally.pages += 1
    for part, titles in page.chosen.items():
        tally.planted += 1
        hit = any(_holds(slate, titles) for slate in slates)
        tally.found += hit
        if not hit:
            tally.notes.append(f"missed {part} {titles[:2]}")
    for part, titles in page.furniture.items():
        tally.furniture += 1
        taken = [slate for slate in slates if _holds(slate, titles)]
        tally.taken += bool(taken)
        tally.chosen += any(slate.surface in CHOSEN for slate in taken)
        tally.notes += [f"took {part} {slate.surface} {titles[:2]}" for slate in taken]


def _holds(slate: Slate, titles: Sequence[str]) -> bool:
    held = {title_key(item.title) for item in slate.items}
    return sum(title_key(title) in held for title in titles) >= 0.8 * len(titles)
