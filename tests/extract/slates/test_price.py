import pytest

from companion.extract.slates.price import Price, Scene, price, states_price

DE, US, UNKNOWN = Scene("de", "de"), Scene("en", "us"), Scene()


@pytest.mark.parametrize(
    ("text", "scene", "expected"),
    [
        ("12,99 €", DE, ("12.99", "EUR")),
        ("1.299 €", DE, ("1299", "EUR")),
        ("1.299,00 €", UNKNOWN, ("1299.00", "EUR")),
        ("€ 1,299.50", UNKNOWN, ("1299.50", "EUR")),
        ("$1,299", US, ("1299", "USD")),
        ("$19.99", UNKNOWN, ("19.99", None)),
        ("$19.99", Scene("en", "ca"), ("19.99", "CAD")),
        ("CA$19.99", UNKNOWN, ("19.99", "CAD")),
        ("1.299", UNKNOWN, (None, None)),
        ("1.299.000 Ft", UNKNOWN, ("1299000", "HUF")),
        ("¥1,980", Scene("ja", "jp"), ("1980", "JPY")),
        ("JPY 1,980", UNKNOWN, ("1980", "JPY")),
        ("199 kr", Scene("sv", "se"), ("199", "SEK")),
        ("199 kr", UNKNOWN, ("199", None)),
        ("49,90 zł", UNKNOWN, ("49.90", "PLN")),
        ("1 299,00 PLN", UNKNOWN, ("1299.00", "PLN")),
        ("from £7 per night", UNKNOWN, ("7", "GBP")),
        ("CHF 1'299.00", UNKNOWN, ("1299.00", "CHF")),
        ("free", US, (None, None)),
        ("FREE NOW 5", UNKNOWN, ("5", None)),
    ],
)
def test_a_price_is_read_as_its_place_writes_it(text, scene, expected):
    assert price(text, scene) == Price(*expected)


def test_a_number_takes_its_currency_from_beside():
    assert price(12.5, UNKNOWN, "eur") == Price("12.5", "EUR")
    assert price(12, UNKNOWN, "points") == Price("12", None)


def test_cents_are_made_whole():
    assert price(1299, UNKNOWN, "EUR", 100) == Price("12.99", "EUR")


@pytest.mark.parametrize("value", [None, True, ""])
def test_what_is_no_price_is_none(value):
    assert price(value, US) == Price()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("CHF 1\u2019299.\u2013", True),
        ("1 kg = 3,20 €", True),
        ("54 Ft", True),
        ("Free delivery", False),
        ("A lamp for 5 € only", False),
        ("12 Krone lamps", False),
    ],
)
def test_a_text_states_a_price_where_it_says_little_else(text, expected):
    assert states_price(text) is expected
