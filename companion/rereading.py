"""Reads an earlier page again, when a later one showed which of its lists are lists."""

from collections.abc import Collection
from dataclasses import replace

from companion.extract.acts import acts as acts_of
from companion.extract.extract import Extraction
from companion.extract.recent import Recent
from companion.extract.slates.find import found
from companion.labelling import Labelling
from companion.model import Exchange, ExchangeId, Slate, SlateId
from companion.store import acts, exchanges, keeping, slates
from companion.store.database import Database


def read_again(db: Database, key: ExchangeId, recent: Recent, labelling: Labelling) -> None:
    """Make the lists of a kept exchange what they are by all that is known of its site now.

    What a list offered that is none any more was the person's own way around the site.
    """
    exchange = exchanges.get(db, key)
    if exchange is None or keeping.is_alone(exchange):
        return
    before = {one.id: one for one in slates.each(db, exchange=key)}
    now = _lists(exchange, before, recent, labelling)
    slates.replace(db, key, now)
    gone = before.keys() - {one.id for one in now}
    if gone:
        recent.withdraw(gone)
        _undo(db, gone, labelling)


def _lists(
    exchange: Exchange, before: dict[SlateId, Slate], recent: Recent, labelling: Labelling
) -> tuple[Slate, ...]:
    read = found(exchange, others=recent.seen.of(exchange.site)).slates
    pages = {key: one.continues for key, one in before.items()}
    lists = tuple(replace(one, continues=pages.get(one.id)) for one in read)
    return labelling.first(exchange.id, Extraction(slates=lists)).slates


def _undo(db: Database, gone: Collection[SlateId], labelling: Labelling) -> None:
    """Tell again, without such lists, what the person did."""
    for done in [act for slate in sorted(gone) for act in acts.each(db, slate=slate)]:
        exchange = exchanges.get(db, done.exchange)
        told = tuple(acts_of(exchange, Recent())) if exchange else ()
        acts.replace(db, done.exchange, labelling.first(done.exchange, Extraction(acts=told)).acts)
