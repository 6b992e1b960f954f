import pytest

from companion.compare.delivered import address
from tests.compare.deliveries import a_delivery


@pytest.mark.parametrize(
    ("url", "page_type", "expected"),
    [
        ("https://news.example/?uid=8", "home", "/"),
        ("https://news.example/p/lamp?id=5", "item", "/p/lamp?id=5"),
        ("https://news.example/u/8f3a9b2c7d1e4f60/likes", "page", "/u/*/likes"),
        ("https://news.example/u/anna@mail.example/likes", "page", "/u/*/likes"),
        ("https://news.example/a?utm_source=x&b=2&a=1", "page", "/a?a=1&b=2"),
        ("https://news.example/a?session=8f3a9b2c7d1e4f60", "page", "/a"),
    ],
)
def test_where_a_page_is_for_everyone(url, page_type, expected):
    assert address(url, page_type) == expected


def test_key_and_arm_of_a_round():
    assert (a_delivery(round="k/C1").key, a_delivery(round="k/C1").arm) == ("k", "C1")
    assert (a_delivery().key, a_delivery().arm) == ("", "")
