"""Numbers of cards and accounts, against published examples."""

import pytest

from companion.redact.names import is_telling, kind_of
from companion.redact.shape import is_card, is_iban


@pytest.mark.parametrize(
    "number", ["4111111111111111", "5500 0000 0000 0004", "340000000000009", "6011-0000-0000-0004"]
)
def test_card_numbers(number):
    assert is_card(number)


@pytest.mark.parametrize(
    "number",
    ["4111111111111112", "1418992272138368", "1699999999", "41111111", "abc", "", "4" * 25],
)
def test_numbers_of_no_card(number):
    assert not is_card(number)


@pytest.mark.parametrize("number", ["GB33BUKB20201555555555", "de89 3704 0044 0532 0130 00"])
def test_account_numbers(number):
    assert is_iban(number)


@pytest.mark.parametrize("number", ["GB33BUKB20201555555556", "GB33", "", "hello world"])
def test_numbers_of_no_account(number):
    assert not is_iban(number)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("userPassword", "password"),
        ("new-password", "password"),
        ("ccNumber", ""),
        ("cc-number", "card"),
    ],
)
def test_names_are_taken_apart(name, kind):
    assert kind_of(name, cookie=False) == kind


def test_a_session_is_one_only_in_a_cookie_and_never_a_trackers():
    assert kind_of("sid", cookie=True) == "session"
    assert kind_of("sid", cookie=False) == ""
    assert kind_of("_parsely_session", cookie=True) == ""


def test_telling_names_are_of_their_field():
    assert is_telling("user_zip", "postcode")
    assert not is_telling("zipper", "postcode")
    assert is_telling("nickname2", "nickname2")
