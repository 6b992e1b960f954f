import pytest

from companion.extract.slates.placing import page_type
from tests.extract.slates.lists import answer, cards, found, items, page


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/", "home"),
        ("https://a.example/search?q=x", "search"),
        ("https://a.example/cart", "cart"),
        ("https://a.example/account/lists", "account"),
        ("https://a.example/inbox", "message"),
        ("https://a.example/category/rain", "list"),
        ("https://a.example/dp/B07", "item"),
        ("https://a.example/recipes/skyr-cake", "item"),
        ("https://a.example/2026/03/rain", "article"),
        ("https://a.example/how-the-old-harbour-changed", "article"),
        ("https://a.example/x", "page"),
    ],
)
def test_an_address_names_a_type_of_page(url, expected):
    assert page_type(url) == expected


def test_a_place_has_no_indices_ids_or_queries():
    body = {"slots": [{"title": "Similar", "items": items()}]}
    slate = found(answer(body, "https://api.news.example/v1/users/4711/recs?session=9"))
    assert slate.place == "home | /v1/users/*/recs /slots/*/items | similar"


def test_a_heading_that_names_an_act_or_a_person_gives_its_phrase_only():
    slate = found(page(f"<h2>Because you watched Rain</h2><ul>{cards()}</ul>"))
    assert slate.place.endswith("| because you")
    slate = found(page(f"<h2>Picks for Ana</h2><ul>{cards()}</ul>"))
    assert slate.place.endswith("| picks for")


def test_redacted_words_and_numbers_are_left_out_of_a_heading():
    slate = found(page(f"<h2>Top 25 of [seed:name::ab12]</h2><ul>{cards()}</ul>"))
    assert slate.place.endswith("| top # of")


def test_a_list_in_its_own_page_has_the_container_only():
    slate = found(page(f'<div id="recs"><h2>Similar</h2><ul>{cards()}</ul></div>'))
    assert slate.place == "article | div#recs > ul | similar" or slate.place.endswith(
        "| div#recs > ul | similar"
    )


def test_without_a_heading_positions_tell_lists_apart():
    slate = found(page(f'<div id="recs"><ul>{cards()}</ul></div>'))
    assert "nth-of-type(1)" in slate.place
