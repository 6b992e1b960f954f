"""What counts as found, on lists made by hand."""

from dataclasses import replace

from tests.accuracy.firstcontact.kit import RECOMMENDED, TOLD, Shape, planted
from tests.accuracy.firstcontact.score import score
from tests.builders import a_slate, an_exchange

TITLES = ("Ash", "Birch", "Cedar", "Date", "Elm")
PAGE = an_exchange("https://news.example/")


def _shape(**fields) -> Shape:
    return Shape(name="trees", exchange=PAGE, lists=(planted(TITLES, RECOMMENDED, TOLD, **fields),))


def test_a_whole_list_is_found_with_its_fields():
    slate = a_slate(*TITLES, disclosed=True)
    it = score(_shape(urls=[f"/{t}" for t in TITLES]), [slate])
    assert (it.lists, it.items, it.order, it.titles, it.links, it.notes) == (1, 5, 1, 5, 5, ())


def test_four_of_five_are_enough_and_three_are_not():
    assert score(_shape(), [a_slate(*TITLES[:4], disclosed=True)]).lists == 1
    assert score(_shape(), [a_slate(*TITLES[:3], disclosed=True)]).lists == 0


def test_a_list_whose_beginning_is_shuffled_is_missed():
    assert score(_shape(), [a_slate("Birch", "Ash", *TITLES[2:])]).lists == 0


def test_a_list_whose_end_is_shuffled_is_found_out_of_order():
    it = score(_shape(), [a_slate(*TITLES[:3], "Elm", "Date")])
    assert (it.lists, it.order) == (1, 0)


def test_prices_are_compared_as_numbers():
    slate = a_slate(*TITLES)
    slate = replace(slate, items=tuple(replace(it, price="12.5") for it in slate.items))
    it = score(_shape(prices=["12.50"] * 4 + ["13"]), [slate])
    assert (it.prices, it.prices_of) == (4, 5)


def test_a_chosen_slate_on_a_look_alike_is_false():
    alike = Shape(name="menu", exchange=PAGE)
    assert score(alike, [a_slate("Home", "Sport")]).false_alike == 1
    assert score(alike, [a_slate("Home", "Sport", surface="other")]).false_alike == 0


def test_a_part_of_a_planted_list_is_no_false_slate():
    assert score(_shape(), [a_slate("Ash", "Birch")]).false_extra == 0


def test_a_list_given_twice_is_told():
    slates = [a_slate(*TITLES), a_slate(*TITLES, locator="main#list")]
    assert (score(_shape(), slates).lists, score(_shape(), slates).twice) == (1, 1)
    assert score(_shape(), slates[:1]).twice == 0
