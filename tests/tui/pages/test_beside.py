"""A list beside strangers': who got what, what may be said, what more could show."""

from datetime import timedelta

import pytest

from companion.model import ExchangeId, FindingKind, Origin, Role, SlateId, Test, Visitor
from companion.store import exchanges, slates, tests
from companion.store.open import open_store
from tests.builders import NOON, a_slate, an_exchange
from tests.tui.filled import fill
from tests.tui.screen import LARGE, lines, opened, shown


def _got(db, name, titles, *, place, second):
    own = name == "self"
    seen_at = NOON + timedelta(seconds=second)
    visitor = Visitor(name=name, role=Role.SELF if own else Role.CONTROL)
    origin = Origin.LIVE if own else Origin.TWIN
    exchanges.keep(
        db,
        [
            an_exchange(
                id=ExchangeId(name), seen_at=seen_at, round=place, visitor=visitor, origin=origin
            )
        ],
    )
    slates.put(
        db,
        [
            a_slate(
                *titles,
                visitor=name,
                exchange=ExchangeId(name),
                id=SlateId(name),
                seen_at=seen_at,
                heading="Picked for you",
            )
        ],
    )


@pytest.fixture
def filled(tmp_path):
    path = fill(tmp_path / "companion.db")
    db = open_store(path)
    with db.atomic():
        _got(db, "self", ("Mine", "Both", "Third"), place="k/U", second=60)
        tests.put(
            db,
            [
                Test(
                    id="t9", kind=FindingKind.INVISIBLE_CURATION, site="news.example", n=1,
                    surface=a_slate().place, visitor="self", verdict="not_tested",
                    why="Too little data (1 of 5 needed).",
                ),
                Test(
                    id="t8", kind=FindingKind.FADING_ALTERNATIVES, site="news.example", n=1,
                    surface=a_slate().place, visitor="self", verdict="not_tested",
                    why="Too little data (1 of 12 needed).",
                ),
            ],
        )  # fmt: skip
    yield path, db
    db.close()


async def test_three_lists_stand_side_by_side_with_what_only_one_got(filled):
    path, db = filled
    with db.atomic():
        _got(db, "stranger-k-1", ("Both", "Theirs", "Third"), place="k/C1", second=61)
        _got(db, "stranger-k-2", ("Both", "Theirs", "Fourth"), place="k/C2", second=62)
    async with opened(path, "4", "b", size=LARGE) as pilot:
        text = shown(pilot.app)
        assert "Too little data (1 of 5 needed)." in text
        assert "you and a stranger: 2 shared, 1 of them at another rank, 1 only you" in text
        assert "(noise): 2 shared, 0 of them" in text
        assert "2 strangers so far, none of them signed in" in text
        assert "Fading alternatives: Too little data (1 of 12 needed)." in text
        assert "“Because of you” takes a difference that" in text
        first, second, third = (
            next(line for line in lines(pilot.app) if word in line)
            for word in ("● Mine", "● Theirs", "Fourth")
        )
        assert first.index("● Mine") < first.index("↕ Both")
        assert second.count("● Theirs") == 2
        assert "● Fourth" in third
        assert "another time" not in text


async def test_strangers_of_another_time_are_said_to_be(filled):
    path, db = filled
    with db.atomic():
        _got(db, "other", ("Both",), place="z/C1", second=4000)
    async with opened(path, "4", "b") as pilot:
        text = " ".join(shown(pilot.app).split())
        assert "of another time" in text
        assert "at most possible" in text
        assert "noise" not in shown(pilot.app)


async def test_without_strangers_it_says_how_there_would_be_some(filled):
    path, _ = filled
    async with opened(path, "4", "b") as pilot:
        assert "No stranger got a list at this place yet." in shown(pilot.app)
        assert "Mine" in shown(pilot.app)


async def test_without_a_list_there_is_nothing_to_lay_beside(nothing):
    async with opened(nothing, "4", "b") as pilot:
        assert "Beside strangers" in shown(pilot.app) or "No lists yet" in shown(pilot.app)
