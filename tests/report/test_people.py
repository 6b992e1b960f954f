"""What tells of people is taken out; words, prices, dates and hosts stay."""

import pytest

from companion.report.people import of_people, without_account, without_people


@pytest.mark.parametrize(
    "told",
    [
        "ann.lee@mail.example", "ann.lee%40mail.example", "@annlee", "+49 170 1234567",
        "(030) 123 456-78", "192.168.0.17", "2001:db8:0:1:1:1:1:1", "DE89 3704 0044 0532 0130 00",
        "4111 1111 1111 1111",
    ],
)  # fmt: skip
def test_a_text_goes_on_without_it(told):
    clean = without_people(f"written by {told} on a day")
    assert told not in clean
    assert clean.startswith("written by ")
    assert clean.endswith(" on a day")


@pytest.mark.parametrize(
    "told",
    ["1.299,00", "2026-05-03", "03.05.2026", "12.2.3", "rank 4 of 12", "ads.example", "12:30:45"],
)
def test_what_is_nobodys_stays(told):
    assert without_people(f"it says {told} there") == f"it says {told} there"


@pytest.mark.parametrize(
    ("path", "clean"),
    [
        ("/u/annlee/posts", "/u/…/posts"),
        ("/@annlee/12", "/@…/12"),
        ("/profile/ann", "/profile/…"),
        ("/users/", "/users/"),
        ("/news/today", "/news/today"),
    ],
)
def test_an_address_goes_without_the_name_of_an_account(path, clean):
    assert without_account(path) == clean


@pytest.mark.parametrize(
    "heading", ["People you may know", "Your friends", "Freunde", "Messages", "Amis"]
)
def test_a_list_of_people_is_known_by_its_heading(heading):
    assert of_people(heading)


@pytest.mark.parametrize("heading", ["Recommended for you", "", "Hotels by the sea"])
def test_a_list_of_things_is_none(heading):
    assert not of_people(heading)
