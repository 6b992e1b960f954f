"""What is remembered of answers saves time and changes nothing."""

from dataclasses import replace

import pytest

from companion.extract.slates import answers, find
from companion.extract.slates.answers import Answers
from companion.extract.slates.furniture import NO_OTHERS, Others
from companion.model import Direction, ExchangeId, Message, SocketMessage, Visitor
from tests.accuracy.shapes import shapes
from tests.extract.slates.lists import answer, items, page

SHAPES = [made.exchange for made in shapes()]
FEED = answer({"items": items()})


def anew(exchange, others=NO_OTHERS):
    return find.found(exchange, others=others)


def again(exchange):
    """The same bytes in another exchange of somebody else."""
    visitor, key = Visitor(name="other"), ExchangeId("again")
    return replace(exchange, id=key, visitor=visitor, context="news")


def test_with_and_without_memory_every_shape_gives_the_same():
    memory = Answers()
    every = [one for exchange in SHAPES for one in (exchange, again(exchange))]
    remembered = [find.found(one, answers=memory) for one in every]
    assert remembered == [anew(one) for one in every]


def test_what_came_before_is_not_read_again():
    memory = Answers()
    find.found(FEED, answers=memory)
    assert memory.recall(again(FEED), NO_OTHERS) == anew(again(FEED))


@pytest.mark.parametrize(
    "other",
    [
        answer({"items": items(5)}),
        replace(FEED, url=f"{FEED.url}?page=2"),
        replace(FEED, page="https://news.example/other"),
        replace(FEED, site="shop.example"),
        replace(FEED, party="widgets.example"),
        replace(FEED, request=Message(headers=(("cookie", "a=1"),))),
        replace(FEED, request=Message(body=b"query")),
        replace(FEED, response=replace(FEED.response, headers=(("content-language", "de"),))),
        replace(
            FEED,
            sockets=(
                SocketMessage(
                    ordinal=0, direction=Direction.RECEIVED, body=b"{}", seen_at=FEED.seen_at
                ),
            ),
        ),
    ],
)
def test_with_anything_else_it_is_read(other):
    memory = Answers()
    find.found(FEED, answers=memory)
    assert memory.recall(other, NO_OTHERS) is None
    assert find.found(other, answers=memory) == anew(other)


def test_what_other_pages_say_by_now_counts():
    tiles = "".join(
        f'<p><a href="/{title}"><img src="/tile.png">{title}</a></p>'
        for title in ("Paper and ink", "Our workshops", "Where we are", "Join the club")
    )
    url = "https://news.example/s/1"
    menu = page(f"<h3>Discover more</h3><div>{tiles}</div>", url=url, page=url)
    memory, others = Answers(), Others()
    before = find.found(menu, others=others, answers=memory)
    assert before.sightings
    for one in before.sightings:
        for at in range(4):
            others.add(replace(one, subject=f"page {at}", exchange=ExchangeId(f"{at}")))
    assert memory.recall(menu, others) is None
    assert find.found(menu, others=others, answers=memory) == anew(menu, others)


def test_only_the_last_answers_are_kept(monkeypatch):
    monkeypatch.setattr(answers, "MOST", 2)
    memory = Answers()
    every = [answer({"items": items(6, note=at)}) for at in range(3)]
    for one in every:
        find.found(one, answers=memory)
    assert [memory.recall(one, NO_OTHERS) is not None for one in every] == [False, True, True]


def test_the_oldest_go_when_there_are_too_many_items(monkeypatch):
    monkeypatch.setattr(answers, "MOST_ITEMS", 13)
    memory = Answers()
    every = [answer({"items": items()}, f"https://api.news.example/{it}") for it in "abc"]
    for one in every:
        find.found(one, answers=memory)
    assert [memory.recall(one, NO_OTHERS) is not None for one in every] == [False, True, True]


def test_keeping_an_answer_again_makes_it_no_larger(monkeypatch):
    monkeypatch.setattr(answers, "MOST_ITEMS", 13)
    memory, other = Answers(), answer({"items": items()}, "https://api.news.example/b")
    for one in (other, FEED, FEED):
        memory.keep(one, NO_OTHERS, anew(one))
    assert memory.recall(other, NO_OTHERS) is not None
