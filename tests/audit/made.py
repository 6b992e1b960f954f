"""A plan, and a store as it is after the plan was run: what each visit got is up to the test."""

from datetime import timedelta
from pathlib import Path

from companion.audit import schedule
from companion.audit.read import load
from companion.audit.run import prepare
from companion.model import ExchangeId, Item
from companion.store import signals, slates, visits
from companion.store.visits import View
from tests.builders import NOON, a_signal, a_slate

PLAN = """
title = "Lists by interest"
question = "Do lists differ?"
seed = 3
blocks = 5
repeats = 1
gap_minutes = 0
pace_seconds = 0
measures = ["lists"]
[[visitor]]
name = "hiker"
role = "subject"
acts = [{ visit = "https://news.example/" }, { click = "A walk" }]
[[visitor]]
name = "stranger"
role = "stranger"
repeats = 2
[[place]]
name = "front"
url = "https://news.example/"
"""
COMMON = ("One", "Two", "Three", "Four", "Five", "Six")
OWN = ("Hills", "Huts", "Maps", "Four", "Five", "Six")


def a_plan(folder: Path, text: str = PLAN, **changes):
    """A plan with some lines changed: `blocks="3"` replaces what stands behind `blocks =`."""
    lines = text.splitlines()
    for key, value in changes.items():
        at = next(n for n, line in enumerate(lines) if line.startswith(f"{key} ="))
        lines[at] = f"{key} = {value}"
    path = folder / "plan.toml"
    path.write_text("\n".join(lines))
    return load(path)


def got_same(visit):
    """Everybody gets the same."""
    return a_slate(*COMMON)


def got_own(visit):
    """The subject gets other things than strangers."""
    return a_slate(*(OWN if visit.role == "subject" else COMMON))


def fill(db, path, plan, got=got_same, *, text="", told=lambda visit: (), apart=1.0):
    """Every visit of a plan, done: `got` gives its list or None, `told` names of identifiers sent.

    Loads of a block lie `apart` seconds from each other.
    """
    prepare(db, path, plan)
    for number, visit in enumerate(schedule.visits(plan)):
        at = NOON + timedelta(hours=visit.block, seconds=apart * number)
        exchange = ExchangeId(f"e{number}")
        slate = got(visit)
        found = [_of(slate, visit, exchange, at)] if slate else []
        sent = [
            a_signal(name=name, visitor=visit.id, exchange=exchange, seen_at=at, locator=name)
            for name in told(visit)
        ]
        views = [
            View(id=f"v{number}-{place.name}", visit=visit.id, place=place.name, page=place.url,
                 seen_at=at, status=200, text=text)
            for place in plan.places
        ]  # fmt: skip
        with db.atomic():
            visits.begin(db, visit.id, at)
            done = visits.get(db, visit.id)
            visits.put(db, [_done(done, at)])
            visits.put_views(db, [(view, b"\x89PNG made up") for view in views])
            slates.put(db, found)
            signals.put(db, sent)


def priced(*prices: str, titles=COMMON):
    """Items with a price each, in euro."""
    pairs = enumerate(zip(titles, prices, strict=False), 1)
    return tuple(
        Item(rank=rank, item=title, title=title, price=price, currency="EUR")
        for rank, (title, price) in pairs
    )


def _of(slate, visit, exchange, at):
    locator = slate.locator
    items = slate.items
    return a_slate(
        items=items, visitor=visit.id, exchange=exchange, locator=locator, seen_at=at,
        heading=slate.heading, place=slate.place, surface=slate.surface,
    )  # fmt: skip


def _done(visit, at):
    from dataclasses import replace

    return replace(visit, status=visits.DONE, ended=at, browser='{"webdriver": true}')
