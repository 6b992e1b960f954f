"""Trust over time: the sites, what is told of the marked one, and the page behind it."""

from datetime import timedelta

import pytest

from companion.model import Personalized
from companion.store import acts, exchanges, slates, verdicts
from companion.store.open import open_store
from companion.store.trust import MOST
from companion.store.verdicts import Verdict
from tests.builders import NOON, a_slate, an_act, an_exchange
from tests.tui.screen import SMALL, opened, press, settle, shown

TALL = (100, 90)


@pytest.fixture
def lived(tmp_path):
    """Two sites: one with lists over eight weeks, one that was only opened."""
    path = tmp_path / "companion.db"
    with open_store(path) as db, db.atomic():
        pages = [an_exchange(f"https://news.example/{n}", context="news") for n in range(2)]
        other = an_exchange("https://b.example/", site="b.example", page="https://b.example/")
        exchanges.keep(db, [*pages, other])
        slates.put(
            db,
            [
                a_slate(
                    exchange=f"e{n}",
                    context="news",
                    seen_at=NOON - timedelta(days=n),
                    explanation="Because you read about it" if n % 2 else "",
                    personalized=Personalized.DECLARED if n < 30 else Personalized.REFUTED,
                )
                for n in range(56)
            ],
        )
    return path


async def test_the_marked_site_says_how_far_it_goes_and_what_it_did_right(lived):
    async with opened(lived, "9", size=SMALL) as pilot:
        text = shown(pilot.app)
        assert "news: of 56 lists here 30 personal, 26 the same for all, 0 not tested" in text
        assert "gave a reason with a picked list: 28 of 56" in text
        await press(pilot, "down")
        assert "No list was delivered here" in shown(pilot.app)


async def test_enter_draws_each_part_over_weeks(lived):
    async with opened(lived, "9", "enter", size=TALL) as pilot:
        text = " ".join(shown(pilot.app).replace("▌", "").split())
        for words in (
            "Agency",
            "Predictability",
            "Respect",
            "Picked lists with a reason: 14 of 28, between 33 % and 67 %",
            "at least 0 things about you seen, 1 told to you",
            "100 % ┤",
            "which shares it may lie (95 %)",
            "Days after a refusal on which nothing of yours was seen going to other companies:"
            " not enough yet",
        ):
            assert words in text, words


async def test_labels_that_were_judged_are_told_of_the_sites_they_were_met_on(lived):
    with open_store(lived) as db, db.atomic():
        verdicts.judge(db, "i1", "news.example", Verdict.WRONG, NOON)
        verdicts.judge(db, "i2", "news.example", Verdict.TRUE, NOON)
    async with opened(lived, "9", "enter", size=TALL) as pilot:
        assert "of 2 labels of news.example you judged: 1 true, 1 wrong" in shown(pilot.app)
    async with opened(lived, "9", "down", "enter", size=TALL) as pilot:
        assert "you judged" not in shown(pilot.app)


async def test_what_changes_elsewhere_leaves_the_focus_where_it_was(lived):
    async with opened(lived, "9", "enter", "down", "down", size=TALL) as pilot:
        before = pilot.app.focused
        with open_store(lived) as db, db.atomic():
            exchanges.keep(db, [an_exchange("https://c.example/", site="c.example")])
        await pilot.app.poll()
        await settle(pilot)
        assert pilot.app.focused is before
        with open_store(lived) as db, db.atomic():
            slates.put(db, [a_slate(exchange="new", context="news")])
        await pilot.app.poll()
        await settle(pilot)
        assert "of 57 lists here" in shown(pilot.app)


async def test_a_site_without_anything_says_what_to_do(lived):
    async with opened(lived, "9", "down", "enter", size=SMALL) as pilot:
        text = shown(pilot.app)
        assert "Go on browsing it" in text
        assert "Nothing of what is counted here was seen so far" in text
        assert "Agency" not in text


async def test_an_empty_record_says_what_to_do(nothing):
    async with opened(nothing, "9", size=SMALL) as pilot:
        assert "companion watch" in shown(pilot.app)


async def test_a_site_of_which_no_whole_week_is_read_says_why_nothing_is_drawn(tmp_path):
    path = tmp_path / "companion.db"
    with open_store(path) as db, db.atomic():
        exchanges.keep(db, [an_exchange()])
        acts.put(db, [an_act(exchange=f"e{n}") for n in range(MOST)])
    async with opened(path, "9", "enter", size=TALL) as pilot:
        text = shown(pilot.app)
        assert "only the newest was counted" in text
        assert "nothing is drawn over weeks" in text
        assert "Go on browsing" not in text
