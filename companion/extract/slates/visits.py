"""Visits of pages, put together from a site's answers, and the lists that each visit gave."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from companion.extract.slates.address import without_ids
from companion.extract.slates.placing import page_type
from companion.model import Answer, Delivery

type Sort = tuple[str, str]
type Way = tuple[str, str]


@dataclass(slots=True)
class Visit:
    """One visit of a page: `answers` in order, `lists` by place, what scripts asked by address.

    `sort` is the type of page and the address without ids: like is compared with like only.
    """

    page: str
    sort: Sort
    answers: list[Answer] = field(default_factory=list)
    lists: dict[str, list[Delivery]] = field(default_factory=dict)
    asked: dict[Way, list[Answer]] = field(default_factory=dict)

    def add(self, answer: Answer) -> None:
        """Another answer that came for this visit."""
        self.answers.append(answer)
        if not answer.document:
            self.asked.setdefault(way_of(answer), []).append(answer)
        for delivery in answer.lists:
            self.lists.setdefault(delivery.place, []).append(delivery)

    @property
    def begins(self) -> datetime:
        """When its first answer came."""
        return self.answers[0].seen_at

    @property
    def loaded(self) -> bool:
        """Whether the page itself came and could be read."""
        return self.answers[0].document and self.answers[0].read


def visits(answers: Iterable[Answer], pause: timedelta) -> list[Visit]:
    """Visits in the order in which they began: each begins with the page, or after a pause."""
    found: list[Visit] = []
    open_now: dict[str, Visit] = {}
    for answer in sorted(answers, key=lambda it: it.seen_at):
        visit = open_now.get(answer.page)
        late = visit is None or answer.seen_at - visit.answers[-1].seen_at > pause
        if visit is None or answer.document or late:
            visit = open_now[answer.page] = _visit(answer.page)
            found.append(visit)
        visit.add(answer)
    return found


def _visit(page: str) -> Visit:
    return Visit(page, (page_type(page), without_ids(page)))


def way_of(answer: Answer) -> Way:
    """From where an answer comes: host, and path without ids."""
    try:
        host = urlsplit(answer.url).hostname or ""
    except ValueError:
        host = ""
    return host, without_ids(answer.url)
