from datetime import timedelta

import pytest

from companion.extract.recent import MOST, Recent, same_address
from companion.model import Item
from tests.builders import NOON, a_slate

PAGE = "https://news.example/"


def test_an_item_of_a_delivered_list_is_an_offer():
    recent, slate = Recent(), a_slate("One", "Two")
    recent.deliver([slate], PAGE)
    offer = recent.offered("self", "https://news.example/Two?utm_source=x#top", NOON)
    assert (offer.slate, offer.rank, offer.title) == (slate.id, 2, "Two")


def test_an_address_in_the_item_is_read_from_its_page():
    recent = Recent()
    recent.deliver([a_slate(items=(Item(rank=1, item="a", title="A", url="/a"),))], PAGE)
    assert recent.offered("self", "https://news.example/a/", NOON)


def test_an_item_without_an_address_offers_nothing():
    recent = Recent()
    recent.deliver([a_slate(items=(Item(rank=1, item="a", title="A"),))], PAGE)
    assert recent.offered("self", PAGE, NOON) is None


@pytest.mark.parametrize("later", [timedelta(days=2), timedelta(minutes=-1)])
def test_old_and_future_offers_do_not_count(later):
    recent = Recent()
    recent.deliver([a_slate("One")], PAGE)
    assert recent.offered("self", "https://news.example/One", NOON + later) is None


def test_another_visitors_offers_do_not_count():
    recent = Recent()
    recent.deliver([a_slate("One", visitor="twin")], PAGE)
    assert recent.offered("self", "https://news.example/One", NOON) is None


def test_an_offer_is_followed_through_a_redirect():
    recent = Recent()
    recent.deliver([a_slate(items=(Item(rank=1, item="a", title="A", url="/go/a"),))], PAGE)
    recent.follow("self", "https://news.example/go/a", "https://shop.example/a")
    assert recent.offered("self", "https://shop.example/a", NOON).title == "A"
    recent.follow("self", "https://news.example/other", "/b")
    assert recent.offered("self", "https://news.example/b", NOON) is None


def test_the_oldest_offers_are_forgotten_first():
    recent = Recent()
    items = tuple(Item(rank=n, item=str(n), title="x", url=f"/{n}") for n in range(1, MOST + 2))
    recent.deliver([a_slate(items=items)], PAGE)
    assert recent.offered("self", "https://news.example/1", NOON) is None
    assert recent.offered("self", f"https://news.example/{MOST + 1}", NOON)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://News.example/a/?gclid=x&b=1&utm_medium=mail&ref=home#c", "news.example/a?b=1"),
        ("http://news.example", "news.example"),
    ],
)
def test_marks_of_where_a_click_came_from_are_left_out(url, expected):
    assert same_address(url) == expected
