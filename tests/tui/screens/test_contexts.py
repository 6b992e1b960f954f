"""The map of parts of life: what joins two of them, by whom, down to the exchange."""

import pytest

from companion.model import ExchangeId, FindingKind
from companion.store import exchanges, findings, signals
from companion.store.crossings import Meeting
from companion.store.open import open_store
from tests.builders import a_finding, a_signal, an_exchange
from tests.tui.screen import opened, press, shown
from tui.life import crossed

WIDE = (120, 40)
VALUE = "k3jd92hf83hd7w2q"


@pytest.fixture
def lived(tmp_path):
    """A value that was met on a clinic's and a shop's pages, and a finding about it."""
    path = tmp_path / "companion.db"
    with open_store(path) as db, db.atomic():
        for site, context in (("clinic.example", "health"), ("shop.example", "shopping")):
            key = ExchangeId(f"of {site}")
            url = f"https://px.ads.example/p?uid={VALUE}"
            exchanges.keep(db, [an_exchange(url, id=key, site=site, context=context)])
            signals.put(db, [a_signal(exchange=key, site=site, tokens=(VALUE,))])
        findings.put(
            db,
            [
                a_finding(
                    kind=FindingKind.CROSS_CONTEXT_REUSE,
                    site="shop.example",
                    contexts=("health", "shopping"),
                )
            ],
        )
    return path


async def test_two_parts_are_joined_by_who_met_the_same_value(lived):
    async with opened(lived, "8", size=WIDE) as pilot:
        text = shown(pilot.app)
        assert "! health 1 site · shopping 1 site" in text
        row = next(line for line in text.split("\n") if "ads.example" in line)
        assert row.split()[1:7] == ["!", "health", "shopping", "1", "1", "1"]


async def test_a_line_leads_to_the_finding_and_to_the_exchange(lived):
    async with opened(lived, "8", "enter", size=WIDE) as pilot:
        assert "1 value of yours met in both, by 1 party" in shown(pilot.app)
        await press(pilot, "j", "enter")
        assert "Evidence" in shown(pilot.app)
        await press(pilot, "escape", "j", "enter")
        assert VALUE in shown(pilot.app)


async def test_an_exchange_that_was_forgotten_meanwhile_is_told(lived):
    async with opened(lived, "8", "enter", size=WIDE, notes=True) as pilot:
        with open_store(lived) as db, db.atomic():
            db.execute("delete from signals")
        await press(pilot, "j", "j", "enter")
        assert "no longer in the record" in shown(pilot.app)


async def test_without_anything_it_says_what_is_missing(nothing):
    async with opened(nothing, "8", size=WIDE) as pilot:
        assert "No part of your life is known yet." in shown(pilot.app)
        assert "Nothing was met in two parts" in shown(pilot.app)


def test_a_value_met_in_three_parts_joins_each_two():
    met = tuple(
        Meeting(f"{name}.example", name, "ads.example", "s") for name in ("news", "travel", "work")
    )
    pairs = [(it.one, it.other) for it in crossed([met], [])]
    assert pairs == [("news", "travel"), ("news", "work"), ("travel", "work")]


def test_sensitive_parts_come_first():
    def met(*names):
        return tuple(Meeting(f"{it}.example", it, "ads.example", "s") for it in names)

    pairs = [(it.one, it.other) for it in crossed([met("news", "work"), met("health", "work")], [])]
    assert pairs == [("health", "work"), ("news", "work")]


def test_a_finding_alone_joins_its_parts():
    (one,) = crossed([], [a_finding(contexts=("health", "news"))])
    assert (one.parties, len(one.found)) == ((), 1)
