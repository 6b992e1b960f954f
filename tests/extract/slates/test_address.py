import pytest

from companion.extract.slates.address import address, without_ids


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/search/results", True),
        ("https://a.example/find?q=rain", True),
        ("https://a.example/research", False),
        ("https://a.example/Search-Grid?cgid=lamps", False),
        ("https://a.example/Search-Grid?cgid=lamps&q=rain", True),
        ("https://a.example/query?query=*%5B_type%3D%3D%22post%22%5D%7Border%28at%29", False),
        ("https://a.example/find?q=", False),
        ("https://a.example/odata/Media?$search=rain", True),
        ("https://a.example/odata/Media?$skip=10", False),
        ("https://a.example/find?qty=2", False),
    ],
)
def test_searches_are_known(url, expected):
    assert address(url).searched is expected


def test_steps_of_a_path_are_words():
    found = address("https://a.example/v1/browse/newReleases")
    assert found.says("latest")
    assert found.has("browse")


def test_a_slug_names_content_and_no_place():
    assert not address("https://a.example/2026/the-latest-trend-in-rain-and-fog").says("latest")


def test_keys_of_lists_are_known_in_a_path():
    assert address("https://a.example/api/up-next").names("recommendation")
    assert not address("https://a.example/api/items").names("recommendation")


def test_a_host_may_name_what_it_serves():
    assert address("https://reco.motor.example/xml").names("recommendation")
    assert not address("https://shop.reco.example/xml").names("recommendation")


def test_an_address_that_is_none_says_nothing():
    assert address("https://[broken/").steps == ()
    assert without_ids("https://[broken/") == ""


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/v1/users/4711/recs?x=1", "/v1/users/*/recs"),
        ("https://a.example/u/ana@mail.example/feed", "/u/*/feed"),
        ("https://a.example/News/how-the-harbour-was-built", "/news/*"),
        ("https://a.example/", "/"),
    ],
)
def test_steps_that_name_one_thing_or_person_are_left_out(url, expected):
    assert without_ids(url) == expected
