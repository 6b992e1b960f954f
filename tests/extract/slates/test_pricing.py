"""Which of several amounts is what an item costs."""

import pytest

from tests.extract.slates.lists import TITLES, answer, cards, found, items, page


def _tree(**more):
    return found(answer({"items": items(**more)})).items[0].price


def _markup(more: str, lang: str = "en"):
    return found(page(f"<ul>{cards(more=more)}</ul>", lang=lang)).items[0].price


@pytest.mark.parametrize(
    ("prices", "expected"),
    [
        ({"regular_price": {"value": 30}, "final_price": {"value": 20}}, "20"),
        ({"price": 30, "sale_price": 20}, "20"),
        ({"price": 20, "compare_at_price": 30}, "20"),
        ({"price": {"was": {"value": 30}, "current": {"value": 20}}}, "20"),
        ({"price_range": {"minimum_price": {"regular": 30, "final": 20}}}, "20"),
        ({"shipping": {"price": 3}, "price": 20}, "20"),
        ({"original_price": 30}, "30"),
        ({"price_level": 2}, None),
    ],
)
def test_a_tree_names_what_is_paid_now(prices, expected):
    assert _tree(**prices) == expected


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("<del>€30</del> <ins>€20</ins>", "20"),
        ('<p><span class="old">€30</span> <span class="new">€20</span></p>', "20"),
        ("<i>€20</i> <i>+ €3 taxes and fees</i>", "20"),
        ("<i>€3 delivery</i> <i>€20</i>", "20"),
        ("<i>€20</i> <i>€2 per month</i>", "20"),
        ('<b class="fare-sum">€20</b><i>€7</i>', "20"),
        ('<span aria-label="€20.50"><i>€</i><i>20</i><i>50</i></span>', "20.50"),
        ('<i itemprop="price" content="20.50">€20.50</i>', "20.50"),
        ("<i>€20</i>", "20"),
        ("<b>UVP</b><i>€30</i><u>€20</u>", "20"),
        ("<b>Regular price</b><i>€30</i><b>Sale price</b><u>€20</u>", "20"),
        ('<div class="price"><i>€</i><b>20</b><sup>99</sup></div>', "20.99"),
        ('<div class="score"><i>€</i><b>20</b><sup>99</sup></div>', None),
        ('<meta itemprop="price" content="20.99">', "20.99"),
        ('<meta itemprop="depth" content="20.99">', None),
        ("<i>20 995:-</i>", "20995"),
        ("<i>20 995-</i>", None),
        ("<i>Was €30 Now €20</i>", "20"),
    ],
)
def test_a_page_tells_what_is_paid_by_tags_classes_and_words(more, expected):
    assert _markup(more) == expected


def test_an_item_without_a_reduced_price_costs_the_usual_one():
    html = "".join(
        f'<li><a href="/a/{at}"><img src="/i/{at}.jpg"><h3>{TITLES[at]}</h3></a>'
        + (
            f"<del>€{at}9</del> <ins>€{at}5</ins></li>"
            if at in {1, 2, 5}
            else f"<span>€{at}7</span></li>"
        )
        for at in range(1, 7)
    )
    prices = [item.price for item in found(page(f"<ul>{html}</ul>")).items]
    assert prices == ["15", "25", "37", "47", "55", "67"]


def test_a_number_of_decimals_beside_an_amount_counts_its_cents():
    beside = {"price": "1995", "currency_code": "EUR", "currency_minor_unit": 2}
    assert _tree(prices=beside) == "19.95"
    assert _tree(price={"value": "19.95", "precision": 2}) == "19.95"


def test_an_amount_that_is_written_out_beside_tells_cents():
    assert _tree(price=1995, price_text="$19.95") == "19.95"
    assert _tree(price=1995, price_text="$1,995") == "1995"


def test_a_currency_beside_a_number_makes_it_a_price():
    assert _tree(nightly={"value": 80.5, "currency": "GBP"}) == "80.5"
    assert _tree(nightly={"value": 80.5, "unit": "km"}) is None
