"""What the names on the way to a value say."""

import pytest

from companion.extract.slates.paths import path


@pytest.mark.parametrize(
    ("names", "notion"),
    [
        (("canonicalUrl",), "link"),
        (("permalink",), "best_link"),
        (("thumbnail", "url"), "image"),
        (("productId",), "id"),
        (("_id",), "exact_id"),
        (("author", "id"), "poor_id"),
        (("publishedAt",), "date"),
        (("price", "amount"), "price"),
        (("currency",), "no_price"),
        (("currency",), "currency"),
        (("reason", "text"), "reason"),
        (("sponsored",), "sponsored"),
        (("adSlot", "title"), "ad"),
        (("__typename",), "item_type"),
    ],
)
def test_a_notion_is_known_by_its_names(names, notion):
    assert getattr(path(names), notion)
    assert not getattr(path(("headline",)), notion)


def test_the_last_telling_name_is_the_name():
    assert path(("title", "runs", "text")).name == "title"
    assert path(("text",)).name == "text"
    assert path(()).name == ""


def test_what_stands_under_an_author_is_less_of_a_title():
    assert path(("author", "name")).title_points < path(("name",)).title_points


def test_prices_in_small_units_are_divided():
    assert path(("priceInCents",)).scale == 100
    assert path(("priceMicros",)).scale == 1_000_000
    assert path(("price",)).scale == 1
