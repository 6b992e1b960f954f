"""From an exchange to its slates: documents, candidates, evidence, nesting, merging, reading."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urljoin

from companion.decode.documents import Document, documents
from companion.decode.page import MOST_ELEMENTS, Page
from companion.extract.slates import judge_page, judge_tree, nesting
from companion.extract.slates.address import asked
from companion.extract.slates.answers import Answers, Found
from companion.extract.slates.data import threshold, weights
from companion.extract.slates.disclosure import disclosure, personalized
from companion.extract.slates.furniture import NO_OTHERS, Others, compare
from companion.extract.slates.items import Scenery, items
from companion.extract.slates.links import Base
from companion.extract.slates.listed import Listed, PageList, TreeList
from companion.extract.slates.merge import Merged, demote_stores, merged
from companion.extract.slates.naming import Known, known
from companion.extract.slates.placing import place
from companion.extract.slates.scene import scene
from companion.extract.slates.sites.load import Knowledge, knowledge
from companion.extract.slates.surface import surface
from companion.extract.slates.walk import walk
from companion.model import (
    Exchange,
    Figure,
    Figures,
    Item,
    Sighting,
    Slate,
    SlateId,
    Surface,
    digest,
)


@dataclass(slots=True)
class Judged:
    """Every possible list of an exchange with its evidence; `page` is the page itself, if any."""

    lists: list[Listed] = field(default_factory=list)
    page: Page | None = None
    notes: list[str] = field(default_factory=list)
    sightings: Sequence[Sighting] = ()

    @property
    def taken(self) -> list[Listed]:
        """Those whose evidence suffices."""
        return [listed for listed in self.lists if listed.score >= threshold()]


def slates(
    exchange: Exchange, sites: Knowledge | None = None, others: Others = NO_OTHERS
) -> tuple[Slate, ...]:
    """The lists that a decoded and redacted exchange delivered, in order of their locators."""
    return found(exchange, sites, others).slates


def found(
    exchange: Exchange,
    sites: Knowledge | None = None,
    others: Others = NO_OTHERS,
    answers: Answers | None = None,
) -> Found:
    """The lists that a decoded and redacted exchange delivered.

    What is known of sites (`sites`, all of it when None) names lists, and finds none. `others`
    is what was met on the site's other pages, `answers` what was read before: it saves reading the
    same again and changes nothing.
    """
    if answers is None:
        return _read(exchange, sites, others)
    known = answers.recall(exchange, others)
    if known is None:
        known = _read(exchange, sites, others)
        answers.keep(exchange, others, known)
    return known


def _read(exchange: Exchange, sites: Knowledge | None, others: Others) -> Found:
    judged = judge(exchange, others)
    base = Base(_base_url(exchange, judged.page))
    around = Scenery(base, scene(exchange, judged.page))
    rules = (knowledge() if sites is None else sites).of(exchange)
    read = (_slate(one, known(one, rules), exchange, around) for one in merged(judged.taken))
    delivered = tuple(slate for slate in read if slate is not None)
    return Found(delivered, tuple(judged.sightings), tuple(dict.fromkeys(judged.notes)))


def judge(exchange: Exchange, others: Others = NO_OTHERS) -> Judged:
    """Every possible list of an exchange, weighed."""
    judged = Judged()
    for document in documents(exchange):
        if isinstance(document.root, Page):
            judged.page = document.root
            judged.lists += _of_page(document, document.root, document.prefix, judged.notes)
        else:
            judged.lists += _of_tree(document, judged.notes)
    judged.sightings = compare(judged.lists, exchange, others)
    demote_stores(judged.lists, weights("evidence_json")["store_of_an_order"])
    return judged


def _of_tree(document: Document, notes: list[str]) -> list[Listed]:
    walked = walk(document.root)
    if walked.cut:
        notes.append("lists in a tree: it is too large to be looked at as a whole")
    trees = judge_tree.judged(document, walked)
    lists: list[Listed] = list(trees)
    nesting.demote_menus(lists, nesting.sort_of)
    nesting.settle(lists, list(judge_tree.containing(trees)))
    for where, page in walked.pages:
        lists += _of_page(document, page, where.locator(document.prefix), notes)
    return lists


def _of_page(document: Document, page: Page, prefix: str, notes: list[str]) -> list[Listed]:
    if page.cut:
        notes.append(f"lists in a page: only the first {MOST_ELEMENTS:,} elements were looked at")
    groups = judge_page.grouped(page)
    if len(groups) > judge_page.MOST_GROUPS:
        notes.append(f"lists in a page: {judge_page.MOST_GROUPS:,} of {len(groups):,} looked at")
    pages = judge_page.judged(document, page, prefix, groups[: judge_page.MOST_GROUPS])
    lists: list[Listed] = list(pages)
    nesting.demote_menus(lists, nesting.sort_of)
    nesting.settle(lists, list(judge_page.containing(pages)))
    return lists


def _slate(one: Merged, named: Known | None, exchange: Exchange, around: Scenery) -> Slate | None:
    delivered = items(one.first, around)
    if len(delivered) < 2:
        return None
    if named is not None:
        one.named = named.heading()
        delivered = named.items(delivered, around.base.url)
    sort = (named and named.surface(delivered)) or surface(one, asked(exchange))
    told = disclosure(one, delivered, sort)
    if sort is Surface.AD and told.told and not any(item.sponsored for item in delivered):
        delivered = tuple(replace(item, sponsored=True) for item in delivered)
    return Slate(
        id=SlateId(digest(exchange.id, one.first.locator)),
        heading=one.heading,
        site=exchange.site,
        party=exchange.party,
        context=exchange.context,
        visitor=exchange.visitor.name,
        exchange=exchange.id,
        locator=one.first.locator,
        seen_at=exchange.seen_at,
        source=one.first.document.source,
        surface=sort,
        personalized=personalized(one, delivered, exchange, named.rule if named else None),
        disclosed=told.told,
        disclosure="rendered" if told.rendered else "delivered",
        explanation=told.explanation,
        controls=told.controls,
        also=tuple(dict.fromkeys(copy.locator for copy in one.others)),
        total=one.first.total,
        place=place(one, exchange),
        items=delivered,
        figures=_figures(one, delivered, named),
    )


def _figures(one: Merged, delivered: Sequence[Item], named: Known | None) -> Figures:
    """What was measured: the sum of evidence, how it is written, how many items are marked paid.

    Of a list that is known: as what, and where the token stands that follows its items.
    """
    paid = sum(item.sponsored for item in delivered)
    told: dict[str, Figure] = {"list_points": round(one.first.score, 2), "form": form(one.first)}
    told["sponsored"] = paid
    if named is not None:
        told["known_as"] = named.words
        told |= {"tracked_by": by} if (by := named.tracked_by()) else {}
    return told


def form(listed: Listed) -> str:
    """How a list is written: array, map, order, columns, siblings, ..."""
    if isinstance(listed, TreeList):
        return str(listed.found.form)
    return str(listed.group.sort) if isinstance(listed, PageList) else ""


def _base_url(exchange: Exchange, page: Page | None) -> str:
    """What relative links of the answer are relative to."""
    if page is None:
        return exchange.url if exchange.third_party or not exchange.page else exchange.page
    for element, tag in enumerate(page.tags[:200]):
        if tag == "base" and (href := page.attributes[element].get("href")):
            return urljoin(exchange.url, href)
    return exchange.url
