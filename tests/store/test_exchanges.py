"""Exchanges: kept once, found again, counted by site."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.model import Direction, Message, Origin, Redaction, Role, SocketMessage, Visitor
from companion.store import exchanges
from companion.store.exchange_rows import Content, from_row, to_row
from tests.builders import NOON, an_exchange

FULL = an_exchange(
    "https://ads.example/p?q=\udc80",
    request=Message(headers=(("cookie", "a=b"), ("cookie", "ü")), body=b"\x00\xff", length=2),
    response=Message(headers=(("etag", "x"),), missing="body lost at navigation"),
    sockets=(SocketMessage(ordinal=0, direction=Direction.SENT, body=b"\x80", seen_at=NOON),),
    redactions=(
        Redaction(
            locator="query:q", direction=Direction.SENT, kind="seed", field="email",
            chain="sha256", token="[seed:email:sha256:ab]",
        ),
    ),
    notes=("cut at 8 MB",),
    round="a1b2/U",
    cname="edge.example",
    context="news",
)  # fmt: skip


def _keep(db, *many):
    with db.atomic():
        return exchanges.keep(db, many)


def test_an_exchange_comes_back_whole(db):
    _keep(db, FULL)
    assert exchanges.get(db, FULL.id) == FULL


any_text = st.text(st.characters())
any_message = st.builds(
    Message,
    headers=st.lists(st.tuples(any_text, any_text)).map(tuple),
    body=st.none() | st.binary(),
    length=st.integers(0, 1 << 40),
    missing=any_text,
)


any_exchange = st.builds(
    replace,
    st.just(FULL),
    url=any_text,
    site=st.none() | any_text,
    party=any_text,
    notes=st.lists(any_text).map(tuple),
    request=any_message,
    response=any_message,
)


@given(any_exchange)
def test_whatever_a_site_sent_comes_back(sent):
    row = to_row(sent)
    json.dumps(row, ensure_ascii=False).encode()
    content = Content(sent.request.body, sent.response.body, sent.sockets)
    assert from_row(row, content) == sent


def test_messages_are_those_of_the_newer(db):
    _keep(db, FULL)
    more = replace(FULL, sockets=(replace(FULL.sockets[0], body=b"new"),))
    _keep(db, more)
    assert exchanges.get(db, FULL.id).sockets == more.sockets
    _keep(db, replace(FULL, sockets=()))
    assert exchanges.get(db, FULL.id).sockets == ()


def test_without_bodies_only_bodies_and_messages_are_left_out(db):
    _keep(db, FULL)
    got = exchanges.get(db, FULL.id, with_bodies=False)
    assert got == replace(FULL, request=replace(FULL.request, body=None), sockets=())


def test_what_is_not_kept_is_none(db):
    assert exchanges.get(db, "gone") is None


def test_keeping_twice_counts_once_and_takes_the_newer(db):
    first = an_exchange(body=b"part")
    again = replace(first, response=replace(first.response, body=b"part and rest"))
    assert (_keep(db, first), _keep(db, again, again), _keep(db)) == (1, 0, 0)
    assert exchanges.get(db, first.id).response.body == b"part and rest"
    assert exchanges.sites(db)[0].exchanges == 1


def test_equal_bodies_are_kept_once(db):
    _keep(db, *(an_exchange(f"https://news.example/{n}", body=b"same") for n in range(3)))
    assert db.execute("select count(*) from bodies").fetchone()[0] == 1


def test_sites_are_counted_by_the_persons_own_exchanges(db):
    stranger = Visitor(name="c1", role=Role.CONTROL)
    _keep(
        db,
        an_exchange("https://news.example/1"),
        an_exchange("https://ads.example/2", seen_at=NOON + timedelta(hours=1)),
        an_exchange("https://ads.example/3", seen_at=NOON - timedelta(hours=1)),
        an_exchange("https://ads.example/4", visitor=stranger),
        an_exchange("https://x.example/5", site=None, page=None),
    )
    (row,) = exchanges.sites(db)
    assert (row.site, row.exchanges, row.parties) == ("news.example", 3, 2)
    assert (row.first_seen, row.last_seen) == (NOON - timedelta(hours=1), NOON + timedelta(hours=1))
    assert exchanges.visitors(db) == [("self", "self"), ("c1", "control")]


def test_pages_go_back_in_time_by_number(db):
    made = [an_exchange(f"https://news.example/{n}") for n in range(5)]
    _keep(db, *made)
    first = exchanges.page(db, limit=2)
    second = exchanges.page(db, before=first[-1][0], limit=2)
    urls = [one.url.rpartition("/")[2] for _, one in (*first, *second)]
    assert urls == ["4", "3", "2", "1"]
    assert exchanges.newest(db) == first[0][0]


def test_pages_are_filtered_by_site_and_text(db):
    _keep(db, an_exchange("https://a.example/one", site="a.example"), an_exchange())
    assert [one.url for _, one in exchanges.page(db, site="a.example")] == ["https://a.example/one"]
    assert [one.url for _, one in exchanges.page(db, text="le/ONE")] == ["https://a.example/one"]
    assert exchanges.page(db, text="%") == []
    assert (exchanges.count(db), exchanges.count(db, site="a.example")) == (2, 1)


def test_each_walks_all_in_order_across_batches(db):
    made = [an_exchange(f"https://news.example/{n}", body=b"x") for n in range(7)]
    _keep(db, *made)
    assert list(exchanges.each(db, batch=3)) == made
    assert list(exchanges.each(db, batch=3, after=5)) == made[5:]
    assert {one.response.body for one in exchanges.each(db, with_bodies=False)} == {None}


def test_the_window_of_an_empty_store_is_none(db):
    assert exchanges.window(db) is None
    assert exchanges.newest(db) == 0


def test_the_window_is_of_all_or_of_one_visitor(db):
    stranger = an_exchange(seen_at=NOON + timedelta(days=1), visitor=Visitor(name="c1"))
    _keep(db, an_exchange(), stranger)
    assert exchanges.window(db) == (NOON, NOON + timedelta(days=1))
    assert exchanges.window(db, "self") == (NOON, NOON)


def test_answers_without_their_body_are_counted(db):
    _keep(db, FULL, an_exchange())
    assert exchanges.bodies_missing(db) == 1


@pytest.mark.parametrize(("origins", "all_made_up"), [("d", True), ("dl", False), ("l", False)])
def test_made_up_data_is_told_from_real(db, origins, all_made_up):
    kinds = {"d": Origin.DEMO, "l": Origin.LIVE}
    _keep(db, *(an_exchange(f"https://a.example/{o}", origin=kinds[o]) for o in origins))
    assert exchanges.all_demo(db) is all_made_up
    assert exchanges.any_from(db, "self", "live") is ("l" in origins)


def test_bodies_that_nobody_has_are_dropped(db):
    first = an_exchange(body=b"old")
    _keep(db, first)
    _keep(db, replace(first, response=replace(first.response, body=b"new")))
    with db.atomic():
        exchanges.drop_unused_bodies(db)
    assert db.execute("select count(*) from bodies").fetchone()[0] == 1


def test_the_persons_own_are_told_from_copies(db):
    stranger = Visitor(name="stranger-1", role=Role.CONTROL)
    exchanges.keep(db, [an_exchange("https://a.example/1")])
    exchanges.keep(db, [an_exchange("https://a.example/2", visitor=stranger, round="k/C1")])
    assert (exchanges.own(db), exchanges.count(db)) == (1, 2)
