from datetime import timedelta

import pytest

from companion.extract.slates import slates
from companion.extract.slates.continued import MOST, Pages
from companion.model import Message
from tests.builders import NOON, an_exchange
from tests.extract.slates.lists import answer, items

FEED = "https://api.news.example/v1/feed"


def read(*exchanges):
    """The slates of some exchanges, one after the other."""
    pages = Pages()
    return [slate for one in exchanges for slate in pages.continued(one, slates(one))]


def first(**more):
    return answer({"items": items(4), **more}, FEED)


def second(url=f"{FEED}?x=1", listed=None, **more):
    listed = items(8)[4:] if listed is None else listed
    return answer({"items": listed}, url, seen_at=NOON + timedelta(seconds=9), **more)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (first(nextCursor="abc123def"), second(f"{FEED}?after=abc123def")),
        (first(paging={"next": f"{FEED}?token=zz9911"}), second(f"{FEED}?token=zz9911")),
        (first(), second(f"{FEED}?page=2")),
        (first(), second(f"{FEED}?limit=4&offset=4")),
        (
            first(continuation="CDEFghi"),
            second(FEED, request=Message(body=b'{"continuation":"CDEFghi"}')),
        ),
    ],
)
def test_a_request_that_carries_on_gives_page_two(one, two):
    before, after = read(one, two)
    assert (before.continues, after.continues) == (None, before.id)


@pytest.mark.parametrize(
    "two",
    [
        second(),
        second(f"{FEED}?page=2", listed=items(4)),
        second("https://api.news.example/v1/other?page=2"),
        second(f"{FEED}?page=none"),
        second("https://api.news.example:[/"),
    ],
)
def test_other_requests_do_not(two):
    assert [slate.continues for slate in read(first(nextCursor="abc123def"), two)][1:] == [None]


def test_a_page_long_after_is_a_new_beginning():
    late = answer({"items": items(8)[4:]}, f"{FEED}?page=2", seen_at=NOON + timedelta(hours=3))
    assert read(first(), late)[1].continues is None


def test_nothing_found_is_nothing_to_remember():
    assert read(an_exchange()) == []


def test_memory_is_bounded(monkeypatch):
    monkeypatch.setattr("companion.extract.slates.continued.MOST", 1)
    other = answer({"items": items(4)}, "https://api.news.example/v1/other")
    assert read(first(), other, second(f"{FEED}?page=2"))[2].continues is None
    assert MOST > 1
