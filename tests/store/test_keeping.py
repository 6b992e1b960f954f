"""Which bodies stay: as the person chose, and what was found stays anyway."""

import pytest

from companion.chain.link import holds
from companion.model import Direction, Message, Origin, SocketMessage
from companion.store import acts, bodies, coverage, exchanges, keeping, links, sightings, signals
from companion.store import slates as lists
from companion.store.keeping import UNNEEDED, UNWANTED
from tests.builders import NOON, a_signal, a_slate, an_act, an_exchange

BODY = b'{"items": []}'


def kept(db, **changes):
    """An exchange with a body either way."""
    changes.setdefault("request", Message(body=b"a=b", length=3))
    exchange = an_exchange(**({"body": BODY} | changes))
    exchanges.keep(db, [exchange])
    return exchange


def settled(db, exchange, mode="evidence"):
    keeping.step(db, mode)
    return exchanges.get(db, exchange.id)


def received(exchange, locator):
    return a_signal(exchange=exchange.id, locator=locator, direction=Direction.RECEIVED)


def test_a_body_in_which_nothing_was_found_goes_and_says_so(db):
    after = settled(db, kept(db))
    assert (after.request.body, after.response.body) == (None, None)
    assert {after.request.missing, after.response.missing} == {UNNEEDED}
    assert db.execute("select count(*) from bodies").fetchone() == (0,)
    assert exchanges.bodies_missing(db) == 0


def test_with_all_kept_it_stays(db):
    assert settled(db, kept(db), "all").response.body == BODY
    assert keeping.left(db) == 0


@pytest.mark.parametrize("locator", ["/user/id", "script#state >> /a", "jwt:payload", "line:3"])
def test_an_answer_in_which_a_signal_stands_stays(db, locator):
    exchange = kept(db)
    signals.put(db, [received(exchange, locator)])
    after = settled(db, exchange)
    assert after.response.body == BODY
    assert after.request.body is None


@pytest.mark.parametrize("locator", ["cookie:a", "header:etag", "query:uid", "path:2 >> b64"])
def test_a_signal_beside_the_body_does_not_need_it(db, locator):
    exchange = kept(db)
    signals.put(db, [received(exchange, locator)])
    assert settled(db, exchange).response.body is None


def test_what_was_sent_stays_where_a_signal_stands_in_it(db):
    exchange = kept(db)
    signals.put(db, [a_signal(exchange=exchange.id, locator="form:a")])
    after = settled(db, exchange)
    assert (after.request.body, after.response.body) == (b"a=b", None)


def test_a_list_needs_its_answer_and_an_act_both(db):
    listed, acted = kept(db), kept(db, url="https://news.example/two")
    lists.put(db, [a_slate(exchange=listed.id)])
    acts.put(db, [an_act(exchange=acted.id)])
    keeping.step(db, "evidence")
    assert exchanges.get(db, listed.id).request.body is None
    assert exchanges.get(db, listed.id).response.body == BODY
    assert exchanges.get(db, acted.id).request.body == b"a=b"


def test_a_page_whose_lists_are_told_by_later_pages_stays(db):
    exchange = kept(db)
    db.execute(
        "insert into sightings values ('news.example', 'place', 'k', 't', 's', ?)", [exchange.id]
    )
    assert list(sightings.of(db, "news.example"))
    assert settled(db, exchange).response.body == BODY


def test_with_nothing_kept_the_body_goes_and_what_was_found_stays(db):
    exchange = kept(db)
    signals.put(db, [received(exchange, "/user/id")])
    after = settled(db, exchange, "nothing")
    assert (after.request.missing, after.response.missing) == (UNNEEDED, UNWANTED)
    assert signals.count(db) == 1
    assert keeping.is_alone(after)


def test_a_content_that_another_exchange_has_stays(db):
    one, other = kept(db), kept(db, url="https://news.example/two")
    signals.put(db, [received(other, "/user/id")])
    settled(db, one)
    assert bodies.get(db, bodies.digest_of(BODY)) == BODY


def test_it_waits_until_what_was_read_of_it_is_counted(db):
    exchange = kept(db, url="https://ads.example/p")
    coverage.wait(db, exchange)
    assert settled(db, exchange).response.body == BODY
    coverage.keep(db, [], [exchange.id])
    assert settled(db, exchange).response.body is None


def test_the_pages_of_an_audit_are_its_evidence(db):
    assert settled(db, kept(db, origin=Origin.AUDIT), "nothing").response.body == BODY


def test_messages_of_a_socket_go_like_bodies(db):
    message = SocketMessage(ordinal=0, direction=Direction.SENT, seen_at=NOON, body=b"hello")
    quiet = kept(db, sockets=(message,))
    telling = kept(db, url="https://news.example/ws", sockets=(message,))
    signals.put(db, [a_signal(exchange=telling.id, locator="ws:0 >> /id")])
    keeping.step(db, "evidence")
    assert exchanges.get(db, quiet.id).sockets == ()
    assert exchanges.get(db, telling.id).sockets == (message,)
    assert keeping.left(db) == 0
    assert all(holds(exchanges.get(db, it.exchange), it) for it in links.each(db) if it.exchange)


def test_for_the_evidence_chain_a_body_that_went_is_no_change(db):
    exchange = kept(db)
    after = settled(db, exchange)
    assert holds(after, links.of(db, exchange.id))
    assert links.last(db).number == 1


def test_who_chooses_otherwise_has_everything_looked_at_again(db):
    exchange = kept(db)
    settled(db, exchange, "all")
    keeping.follow(db, "all")
    keeping.follow(db, "evidence")
    assert settled(db, exchange).response.body is None


def test_who_chooses_the_same_has_nothing_looked_at_again(db):
    settled(db, kept(db))
    keeping.follow(db, "evidence")
    assert keeping.left(db) == 0


def test_what_is_taken_in_again_is_looked_at_again(db):
    exchange = kept(db)
    settled(db, exchange)
    exchanges.keep(db, [exchange])
    assert settled(db, exchange).response.body is None


def test_what_is_looked_up_for_each_is_found_by_key(db):
    exchange = kept(db)
    asked = []
    with db.tracer(lambda sql, values: asked.append((sql, values or []))):
        keeping.step(db, "evidence")
    plans = [
        row["detail"]
        for sql, values in asked
        if sql.lstrip().split()[0] in ("select", "update") and "unsettled" not in sql
        for row in db.query(f"explain query plan {sql}", values)
    ]
    scans = [step for step in plans if step.startswith("SCAN")]
    assert [step for step in scans if "sightings" not in step and "CONSTANT" not in step] == []
    assert exchange
