from decimal import Decimal

from companion.compare.prices import price_rounds
from tests.compare.deliveries import a_delivery, an_explicit_round

LAMP = {"lamp": ("20.00", "EUR")}


def visits(prices=LAMP, mine=LAMP, **changes):
    """A minute: a control, the person, four controls."""
    controls = [
        a_delivery(f"visitor {number}", second, prices=prices, **changes)
        for number, second in enumerate((0, 20, 30, 40, 50))
    ]
    return [*controls, a_delivery("self", 10, prices=mine)]


def test_prices_of_one_minute():
    (found,) = price_rounds(visits(mine={"lamp": ("21.00", "EUR")}))
    assert (found.offer.item, found.offer.currency) == ("lamp", "EUR")
    assert found.mine == (Decimal("21.00"),)
    assert found.strangers == (Decimal("20.00"),) * 5
    assert (found.first, found.last) == (Decimal("20.00"), Decimal("20.00"))


def test_the_controls_before_and_after():
    later = a_delivery("visitor 0", 55, prices={"lamp": ("23.00", "EUR")})
    (found,) = price_rounds([*visits(), later])
    assert (found.first, found.last) == (Decimal("20.00"), Decimal("23.00"))
    assert len(found.strangers) == 5


def test_no_control_before_the_person():
    (found,) = price_rounds([a_delivery(prices=LAMP), a_delivery("anna", 5, prices=LAMP)])
    assert (found.first, found.last) == (None, None)


def test_another_currency_is_missing():
    (found,) = price_rounds(visits(mine={"lamp": ("21.00", "USD")}))
    assert found.missing == ("another currency",)
    assert (found.mine, found.strangers, found.first) == ((), (), None)


def test_an_ambiguous_price_is_missing():
    (found,) = price_rounds(visits(prices={"lamp": (None, "EUR")}))
    assert found.missing == ("an ambiguous price",)


def test_two_prices_at_once_are_missing():
    twice = a_delivery("self", 10, place="home | b | c", round="k/U", prices={"lamp": ("9", "EUR")})
    some = [*an_explicit_round(prices=LAMP, second=10), twice]
    (found,) = price_rounds(some)
    assert found.missing == ("several prices on one page",)


def test_what_the_person_was_not_asked_a_price_for():
    assert price_rounds(visits(mine={})) == []
    assert price_rounds(visits(mine={"lamp": (None, None)})) == []


def test_what_strangers_were_not_asked_a_price_for():
    assert price_rounds(visits(prices={})) == []


def test_another_minute_is_another_round():
    later = [a_delivery("self", 700, prices=LAMP), a_delivery("anna", 710, prices=LAMP)]
    assert len(price_rounds([*visits(), *later])) == 2
