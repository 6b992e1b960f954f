import pytest

from tui.widgets.shelf import KEPT, PAGE, Extent, Page, Shelf


def a_page(number: int, *, last: bool = False, rows: int = PAGE) -> Page[int]:
    first = number * PAGE
    return Page(tuple(range(first, first + rows)), None if last else 10_000 - first - rows)


def test_a_counted_list_is_as_long_as_its_count():
    assert Shelf(Extent(total=1_000_000)).height == 1_000_000
    assert Shelf(Extent(total=5)).more is None


def test_an_uncounted_list_grows_as_it_is_read():
    shelf = Shelf(Extent(top=9))
    assert (shelf.height, shelf.more) == (0, 0)
    shelf.put(0, a_page(0))
    assert (shelf.height, shelf.more) == (PAGE, 1)
    shelf.put(1, a_page(1, last=True, rows=3))
    assert (shelf.height, shelf.more) == (PAGE + 3, None)


def test_a_page_starts_where_the_one_before_it_ended():
    shelf = Shelf(Extent())
    shelf.put(0, a_page(0))
    assert shelf.start(0) is None
    assert shelf.start(1) == 10_000 - PAGE


def test_a_list_without_gaps_can_be_entered_anywhere():
    newest_first = Shelf(Extent(total=1_000, top=1_000, first=1_001, step=-1))
    assert newest_first.start(0) is None
    assert newest_first.start(2) == 1_001 - 2 * PAGE
    held = Shelf(Extent(total=1_000, top=1_000, step=1))
    assert held.start(2) == 2 * PAGE


def test_a_list_with_gaps_can_not():
    with pytest.raises(KeyError):
        Shelf(Extent()).start(3)


def test_rows_are_found_in_the_pages_at_hand():
    shelf = Shelf(Extent())
    shelf.put(0, a_page(0, last=True, rows=3))
    assert [shelf.row(0), shelf.row(2), shelf.row(3), shelf.row(PAGE)] == [0, 2, None, None]


def test_the_least_used_page_is_given_up_but_not_its_place():
    shelf = Shelf(Extent())
    for number in range(KEPT):
        shelf.put(number, a_page(number))
    assert shelf.row(0) == 0
    shelf.put(KEPT, a_page(KEPT))
    assert shelf.holds(0)
    assert not shelf.holds(1)
    assert shelf.start(1) == 10_000 - PAGE
    assert shelf.height == (KEPT + 1) * PAGE
