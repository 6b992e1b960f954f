from dataclasses import replace
from datetime import timedelta

from companion.capture import ids as module
from companion.capture.ids import Ids
from companion.model import Message, Visitor
from tests.builders import NOON, an_exchange


def test_the_same_source_read_twice_gives_the_same_ids():
    exchanges = [an_exchange(), an_exchange(), an_exchange("https://shop.example/")]
    once, again = Ids(), Ids()
    first = [once.identified(one).id for one in exchanges]
    assert first == [again.identified(one).id for one in exchanges]


def test_equals_in_one_source_get_ids_of_their_own():
    ids = Ids()
    assert ids.identified(an_exchange()).id != ids.identified(an_exchange()).id


def test_an_id_holds_no_content():
    one = an_exchange("https://news.example/a?mail=x", body=b"one")
    other = an_exchange("https://news.example/b", body=b"two")
    assert Ids().identified(one).id == Ids().identified(other).id


def test_what_an_id_is_made_of_changes_it():
    plain = an_exchange()
    others = [
        replace(plain, visitor=Visitor(name="stranger")),
        replace(plain, method="POST"),
        replace(plain, url="https://shop.example/"),
        replace(plain, seen_at=NOON + timedelta(microseconds=1)),
        replace(plain, status=404),
        replace(plain, request=Message(length=1)),
        replace(plain, response=Message(length=1)),
    ]
    assert len({Ids().identified(one).id for one in (plain, *others)}) == 8


def test_only_so_many_are_remembered(monkeypatch):
    monkeypatch.setattr(module, "REMEMBERED", 1)
    ids = Ids()
    first = ids.identified(an_exchange()).id
    ids.identified(an_exchange("https://shop.example/"))
    assert ids.identified(an_exchange()).id == first
