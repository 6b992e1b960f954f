"""How what is counted of a site is put in words and drawn."""

from datetime import date, timedelta

import pytest

from companion.report.build import Credit
from companion.trust.account import Account
from companion.trust.credits import Extent
from companion.trust.points import Known, Part, Point
from tui.trust import SHOWN, Trusted, asymmetry, extent, part, reach, right
from tui.words import book

FIRST = date(2026, 5, 4)
WIDE = (0.1, 0.9)


def a_point(number, hits=5, chances=10, interval=WIDE, segment=0):
    begins = FIRST + timedelta(weeks=number)
    return Point(begins=begins, hits=hits, chances=chances, interval=interval, segment=segment)


def an_account(extents=(), credited=(), since=None):
    return Account(
        site="a.example", weeks=(), extents=extents, credits=credited, breaks=(), since=since
    )


def told(*points, change=""):
    parts = dict.fromkeys(Part, points)
    changes = dict.fromkeys(Part, change)
    return part(Part.REASON, Trusted(account=an_account(), parts=parts, changes=changes, known=()))


def a_known(number, held, shown, enough=True):
    begins = FIRST + timedelta(weeks=number)
    return Known(begins=begins, held=held, shown=shown, enough=enough)


def test_how_far_it_goes_is_a_line_for_each_part_of_life():
    found = an_account(
        extents=(
            Extent(context="news", lists=9, personal=4, same=3),
            Extent(context=None, lists=1, personal=0, same=0),
        )
    )
    assert extent(found) == [
        "news: of 9 lists here 4 personal, 3 the same for all, 2 not tested",
        "no part of life known: of 1 list here 0 personal, 0 the same for all, 1 not tested",
    ]


def test_where_only_the_newest_was_counted_it_says_from_when_on():
    assert "2026-05-04" in reach(an_account(since=FIRST))[0]
    assert reach(an_account()) == []


def test_what_went_right_has_its_denominator():
    credit = Credit(site="a.example", what="gave a reason with a picked list", times=3, chances=4)
    assert right(an_account(credited=(credit,))) == ["gave a reason with a picked list: 3 of 4"]
    assert right(an_account()) == []


def test_a_part_is_said_in_words_and_drawn_with_its_interval():
    assert told(a_point(0), a_point(1, hits=10, interval=(0.7, 1.0))) == [
        "Picked lists with a reason: 10 of 10, between 70 % and 100 %",
        " 100 % ┤ │ ●",
        "       ┤ │ │",
        "       ┤ ●",
        "       ┤ │",
        "   0 % ┤ │",
        "        2026-05-04 to 2026-05-11",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("points", "words"),
    [
        ([], "not enough yet"),
        ([a_point(0, chances=0, hits=0, interval=None)], "not enough yet"),
        ([a_point(0, hits=1, chances=4, interval=None)], "not enough yet (1 of 4)"),
    ],
    ids=["no week", "no chance", "few chances"],
)
def test_with_too_little_nothing_is_drawn(points, words):
    assert told(*points) == [f"Picked lists with a reason: {words}"]


def test_a_week_with_too_little_is_a_dot_among_others():
    assert told(a_point(0, interval=None), a_point(1))[-2].endswith("0 % ┤ · │")


def test_a_change_is_told_only_where_there_is_one():
    assert told(a_point(0), change="more")[0].endswith("; more often than eight weeks before")
    assert told(a_point(0), change="fewer")[0].endswith("; less often than eight weeks before")
    assert ";" not in told(a_point(0))[0]


def test_a_change_of_our_detectors_is_a_broken_line():
    assert all("┊" in row for row in told(a_point(0), a_point(1, segment=1))[1:-1])
    assert not any("┊" in row for row in told(a_point(0), a_point(1)))


def test_only_the_newest_weeks_are_drawn():
    rows = told(*map(a_point, range(SHOWN + 9)))
    assert max(map(len, rows)) < 76
    assert str(FIRST + timedelta(weeks=9)) in rows[-1]


def test_what_they_hold_is_drawn_beside_what_they_told():
    rows = asymmetry([a_known(0, 1, 0, enough=False), a_known(1, 40, 10), a_known(2, 20, 20)])
    assert rows[0].startswith("at least 20 things about you seen, 20 told to you")
    assert [row.split("┤")[1] for row in rows[1:-2]] == ["   ●", "", "     ◉", "   ○", " ·"]
    assert rows[1].split() == ["40", "┤", "●"]


def test_with_too_little_nothing_is_said_of_who_knows_more():
    assert asymmetry([a_known(0, 3, 0, enough=False)]) == ["not enough yet"]
    assert asymmetry([]) == ["not enough yet"]


def test_of_nothing_held_nothing_is_drawn_but_the_ground():
    assert "◉" in asymmetry([a_known(0, 0, 0)])[-3]


@pytest.mark.parametrize("which", Part)
def test_every_part_has_words(which):
    assert book()["trust"][which]
