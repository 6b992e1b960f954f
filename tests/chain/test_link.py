"""A link vouches for one exchange and tells nothing of it."""

from dataclasses import fields, replace

import pytest

from companion.chain.link import START, Link, Salts, head, holds, opening, vouch
from companion.model import Direction, Message, Origin, SocketMessage, Visitor
from tests.builders import NOON, an_exchange

SALTS = Salts.of(bytes(range(96)))
VISIT = an_exchange(
    body=b"<h1>for you</h1>",
    sent=(("cookie", "uid=k3jd92hf83hd7w2q"),),
    sockets=(SocketMessage(ordinal=0, direction=Direction.SENT, body=b"hi", seen_at=NOON),),
)


def link_of(exchange, salts=SALTS):
    opened = opening(exchange, salts)
    committed = vouch(exchange, opened)
    return Link(
        number=1,
        amends=0,
        commitment=committed,
        head=head(START, 1, 0, committed),
        exchange=exchange.id,
        opening=opened,
    )


def test_an_exchange_holds_as_it_was_kept():
    assert holds(VISIT, link_of(VISIT))


CHANGES = {
    "id": "0" * 16,
    "visitor": Visitor(name="another"),
    "origin": Origin.DEMO,
    "method": "POST",
    "url": "https://news.example/other",
    "status": 404,
    "seen_at": NOON.replace(microsecond=1),
    "request": Message(headers=(("cookie", "uid=another"),)),
    "response": replace(VISIT.response, body=b"<h1>for all</h1>"),
    "sockets": (),
    "server_address": "192.0.2.1",
    "cname": "ads.example",
    "round": "r1/C1",
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_changed_fact_does_not_hold(name):
    assert not holds(replace(VISIT, **{name: CHANGES[name]}), link_of(VISIT))


COMPUTED = {"page", "site", "party", "context", "notes", "redactions", "origin_file"}


@pytest.mark.parametrize("name", sorted(COMPUTED))
def test_what_is_computed_from_the_facts_is_not_vouched_for(name):
    other = ("a note",) if name == "notes" else () if name == "redactions" else "other.example"
    assert holds(replace(VISIT, **{name: other}), link_of(VISIT))


def test_every_field_is_either_vouched_for_or_computed():
    assert {it.name for it in fields(VISIT)} == set(CHANGES) | COMPUTED


def test_a_body_that_is_not_kept_any_more_is_no_change():
    assert holds(replace(VISIT, response=replace(VISIT.response, body=None)), link_of(VISIT))


def test_a_body_where_there_was_none_is_one():
    bare = replace(VISIT, response=replace(VISIT.response, body=None))
    assert not holds(VISIT, link_of(bare))


def test_without_its_salts_nothing_holds():
    assert not holds(VISIT, replace(link_of(VISIT), opening=None))


def test_another_salt_gives_another_commitment():
    assert link_of(VISIT).commitment != link_of(VISIT, Salts.of(bytes(96))).commitment


def test_a_head_depends_on_all_before_it():
    committed = bytes([7] * 32)
    assert len({head(START, 1, 0, committed), head(committed, 1, 0, committed)}) == 2
    assert len({head(START, 2, 0, committed), head(START, 2, 1, committed)}) == 2
