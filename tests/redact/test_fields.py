import pytest

from companion.redact.fields import flat, tells, words_of


@pytest.mark.parametrize(
    ("key", "field"),
    [
        ("zip", "postcode"),
        ("billing[zip]", "postcode"),
        ("firstName", "name"),
        ("ud[fn]", "name"),
        ("postal_code", "postcode"),
        ("member_nickname", "nickname"),
        ("ud[ct]", "city"),
        ("userGender", "gender"),
    ],
)
def test_a_name_tells_of_its_field(key, field):
    assert tells(key, field)


@pytest.mark.parametrize(
    ("key", "field"),
    [("zipper", "postcode"), ("q", "name"), ("", "name"), ("nick", "nickname"), ("act", "city")],
)
def test_other_names_do_not(key, field):
    assert not tells(key, field)


def test_names_are_taken_apart():
    assert words_of("billing[firstName]2") == ["billing", "first", "name", "2"]
    assert flat("Billing[first-name]") == "billingfirstname"
