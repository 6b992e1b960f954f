from datetime import timedelta

import pytest

from companion.extract.slates.drift import Sort, drifted, table, threshold
from companion.model import Answer, Delivery, SlateId
from tests.builders import NOON

HOME = "https://news.example/"
RECS = "https://api.news.example/v1/users/4711/recs"
IN_PAGE = "home | div#recs > ul | for you"
BY_SCRIPT = "home | /v1/users/*/recs /items | for you"


def a_list(place=IN_PAGE, titled=4, key="s"):
    return Delivery(place=place, heading="For you", entries=4, titled=titled, slate=SlateId(key))


def an_answer(day, *lists, url=HOME, page=HOME, read=True, minutes=0):
    at = NOON + timedelta(days=day, minutes=minutes)
    document = url == page
    return Answer(page=page, url=url, seen_at=at, document=document, read=read, lists=lists)


def days(first, last, *lists, **changes):
    """A visit on each of some days."""
    return [an_answer(day, *lists, **changes) for day in range(first, last)]


def by_script(first, last, *lists, **changes):
    """A visit on each of some days whose page has a script ask for the list."""
    asked = days(first, last, *lists, url=RECS, minutes=1, **changes)
    return [*days(first, last), *asked]


def stopped(answers):
    return [it for it in drifted("news.example", answers) if it.sort is Sort.STOPPED]


def untitled(answers):
    return [it for it in drifted("news.example", answers) if it.sort is Sort.UNTITLED]


def test_a_list_that_stops_is_told():
    (drift,) = drifted("news.example", [*days(0, 6, a_list(key="last")), *days(6, 11)])
    assert (drift.had, drift.pages, drift.quiet) == (6, 6, 5)
    assert drift.since == NOON + timedelta(days=6)
    assert (drift.url, drift.slate) == (HOME, "last")
    assert drift.words == (
        "news.example: the list “For you” came on 6 of 6 pages, and on none of the 5 since"
        " 2026-05-09"
    )


def test_a_list_that_goes_on_is_not_told():
    assert drifted("news.example", days(0, 20, a_list())) == ()


@pytest.mark.parametrize(("before", "since"), [(4, 20), (20, 4)])
def test_few_pages_say_nothing(before, since):
    assert not stopped([*days(0, before, a_list()), *days(before, before + since)])


def test_a_site_that_was_not_visited_since_is_not_told():
    assert not stopped(days(0, 20, a_list()))


def test_visits_of_other_pages_say_nothing():
    other = "https://news.example/about"
    assert not stopped([*days(0, 9, a_list()), *days(9, 30, url=other, page=other)])


def test_visits_of_another_kind_of_page_with_the_same_type_say_nothing():
    place = "item | div#recs > ul | for you"
    film, track = "https://news.example/video/12", "https://news.example/track/34"
    seen = days(0, 9, a_list(place), url=film, page=film)
    assert not stopped([*seen, *days(9, 30, url=track, page=track)])
    assert stopped(
        [*seen, *days(9, 30, url=film.replace("12", "99"), page=film.replace("12", "99"))]
    )


def test_answers_that_could_not_be_read_say_nothing():
    assert not stopped([*days(0, 9, a_list()), *days(9, 30, read=False)])


def test_answers_that_could_not_be_read_do_not_hide_what_others_say():
    mixed = [*days(9, 14, read=False), *days(14, 19)]
    (drift,) = stopped([*days(0, 9, a_list()), *mixed])
    assert drift.quiet == 5


def test_a_list_that_was_met_rarely_is_not_told():
    seldom = [an_answer(day, *([a_list()] if day % 2 else [])) for day in range(20)]
    assert not stopped([*seldom, *days(20, 30)])


def test_a_list_that_was_missing_once_is_told():
    seen = [an_answer(day, *([] if day == 3 else [a_list()])) for day in range(9)]
    (drift,) = stopped([*seen, *days(9, 14)])
    assert (drift.had, drift.pages) == (8, 9)


def test_a_list_under_another_heading_in_its_container_is_not_told():
    renamed = a_list("home | div#recs > ul | picked today")
    assert not stopped([*days(0, 9, a_list()), *days(9, 20, renamed)])


def test_a_list_that_moved_within_the_page_is_not_told():
    at = "home | div:nth-of-type({}) > ul | "
    assert not stopped([*days(0, 9, a_list(at.format(1))), *days(9, 20, a_list(at.format(2)))])


def test_a_list_in_another_container_under_its_heading_is_not_told():
    moved = a_list("home | section > div | for you")
    assert not stopped([*days(0, 9, a_list()), *days(9, 20, moved)])


def test_one_of_several_lists_of_a_container_that_stops_is_told():
    beside = a_list("home | div#recs > ul | latest")
    (drift,) = stopped([*days(0, 9, a_list(), beside), *days(9, 20, beside)])
    assert drift.place == IN_PAGE


def test_a_list_of_another_type_of_page_does_not_stand_in():
    other = "https://news.example/cart"
    there = days(9, 20, a_list("cart | div#recs > ul | for you"), url=other, page=other)
    assert stopped([*days(0, 9, a_list()), *days(9, 20), *there])


def test_an_answer_to_a_script_whose_list_stops_is_told_with_its_address():
    seen = by_script(0, 9, a_list(BY_SCRIPT))
    (drift,) = stopped([*seen, *by_script(9, 14)])
    assert drift.url == RECS


def test_an_address_that_is_asked_no_more_is_told_with_the_page():
    (drift,) = stopped([*by_script(0, 9, a_list(BY_SCRIPT)), *days(9, 14)])
    assert drift.url == HOME


def test_an_address_that_refuses_says_nothing():
    assert not stopped([*by_script(0, 9, a_list(BY_SCRIPT)), *by_script(9, 20, read=False)])


def test_an_answer_that_the_browser_may_still_hold_says_nothing():
    seen = by_script(0, 9, a_list(BY_SCRIPT))
    again = [an_answer(8, minutes=2 + n) for n in range(20)]
    assert not stopped([*seen, *again])


def test_requests_of_a_page_that_is_left_open_are_no_visits():
    beacons = days(9, 40, url="https://news.example/beacon")
    assert not stopped([*days(0, 9, a_list()), *beacons])


def test_pages_that_a_script_moved_to_count_by_what_it_asked():
    def moved(first, last, *lists):
        return days(first, last, *lists, url=RECS, page=HOME)

    assert stopped([*moved(0, 9, a_list(BY_SCRIPT)), *moved(9, 14)])


def test_two_pages_at_once_are_two_visits():
    other = "https://news.example/cart"
    late = [an_answer(day, a_list(BY_SCRIPT), url=RECS, minutes=2) for day in range(20)]
    pages = [*days(0, 20), *days(0, 20, url=other, page=other)]
    assert not stopped([*pages, *late])


def test_an_address_that_is_none_is_passed_over():
    broken = an_answer(3, url="https://[broken")
    assert stopped([*by_script(0, 9, a_list(BY_SCRIPT)), broken, *by_script(9, 14)])


def test_a_list_that_loses_its_titles_is_told():
    (drift,) = drifted(
        "news.example", [*days(0, 6, a_list(key="good")), *days(6, 11, a_list(titled=0, key="bad"))]
    )
    assert (drift.sort, drift.slate) == (Sort.UNTITLED, "good")
    assert "came with titles on 6 of 6 pages, and on none of the 5" in drift.words


@pytest.mark.parametrize(
    "answers",
    [
        days(0, 30, a_list(titled=0)),
        [*days(0, 4, a_list()), *days(4, 20, a_list(titled=0))],
        [*days(0, 9, a_list()), *days(9, 13, a_list(titled=0))],
        [*days(0, 9, a_list()), *days(9, 20, a_list(titled=2))],
    ],
    ids=["never had titles", "few before", "few since", "half of them left"],
)
def test_titles_are_not_told(answers):
    assert not untitled(answers)


def test_a_list_without_a_heading_says_so():
    bare = Delivery(place=IN_PAGE, heading="", entries=4, titled=4, slate=SlateId("s"))
    (drift,) = drifted("news.example", [*days(0, 6, bare), *days(6, 11)])
    assert "a list without a heading came" in drift.words


def test_the_newest_change_comes_first():
    other = a_list("home | nav > ul | latest")
    gone = drifted("news.example", [*days(0, 6, a_list(), other), *days(6, 9, other), *days(9, 20)])
    assert [it.place for it in gone] == [other.place, IN_PAGE]


def test_every_number_has_a_source_and_a_date():
    for name, row in table().items():
        assert threshold(name) > 0
        assert {"value", "unit", "source", "date"} <= row.keys()
