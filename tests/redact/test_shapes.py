import pytest

from companion.redact.shapes import iban, luhn, shapes


def found(text: str):
    data = text.encode()
    return [(one.kind, data[one.start : one.end].decode()) for one in shapes(data)]


@pytest.mark.parametrize(
    "number",
    [
        "4111111111111111",
        "4111 1111 1111 1111",
        "5500-0000-0000-0004",
        "2223003122003222",
        "6011000000000004",
        "3530111333300000",
        "340000000000009",
        "3400 000000 00009",
        "30000000000004",
        "4111+1111+1111+1111",
    ],
)
@pytest.mark.parametrize("around", ["{}", "n={}&", '"{}"', "/{}/", "pay {}."])
def test_card_numbers_are_known_by_their_check_digit(number, around):
    assert found(around.format(number)) == [("card", number)]


@pytest.mark.parametrize(
    "text",
    [
        "4111111111111112",
        "1111111111111111",
        "9999999999999995",
        "41111111111111110",
        "x4111111111111111",
        "1.4111111111111111",
        "4111111111111111.5",
        "GA1.2.1418992272.1383681826",
        "0000000000000000",
        "1699999999123",
    ],
)
def test_other_numbers_stay(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "number",
    [
        "DE89370400440532013000",
        "GB33 BUKB 2020 1555 5555 55",
        "nl91abna0417164300",
        "FR14+2004+1010+0505+0001+3M02+606",
    ],
)
def test_accounts_are_known_by_their_check_digits(number):
    assert found(f"konto={number}&x=1") == [("iban", number)]


@pytest.mark.parametrize(
    "number",
    [
        "DE89370400440532013001",
        "DE8937040044053201300",
        "ZZ89370400440532013000",
        "xDE89370400440532013000",
        "AB12",
    ],
)
def test_what_only_looks_like_an_account_stays(number):
    assert found(f"konto={number}&x=1") == []


def test_check_digits():
    assert luhn("79927398713")
    assert not luhn("79927398710")
    assert not luhn("0000000000")
    assert iban("GB82WEST12345698765432")
    assert not iban("GB82WEST12345698765431")
