from datetime import timedelta

import pytest

from companion.capture.assemble import CUT_OFF, GAP, STILL_COMING, Assembler
from companion.model import SELF_COPY, Direction, Message, Origin, Role, Visitor
from tests.builders import NOON
from tests.capture.records import STARTED, a_chunk, a_close, a_record

HEADERS = (("Content-Type", "text/html"),)


def test_a_record_becomes_an_exchange():
    made = Assembler(Visitor(name="me"), "a.flows").feed(
        [a_record(cname="edge.vendor.example", notes=["n"])]
    )
    (one,) = made.exchanges
    assert one.response == Message(headers=HEADERS, body=b"hello", length=5)
    assert one.request == Message(headers=(("Host", "www.news.example"),), body=b"")
    assert (one.url, one.status, one.seen_at, one.party) == (
        "https://www.news.example/",
        200,
        NOON,
        "news.example",
    )
    assert (one.server_address, one.cname, one.origin) == (
        "192.0.2.1",
        "edge.vendor.example",
        Origin.LIVE,
    )
    assert (one.visitor.name, one.origin_file, one.notes) == ("me", "a.flows", ("n",))
    assert one.id


def test_an_answer_that_never_came():
    record = a_record(status=0, response={"headers": (), "missing": "connection refused"})
    (one,) = Assembler().feed([record]).exchanges
    assert (one.status, one.response) == (0, Message(missing="connection refused"))


def test_pieces_are_joined_when_the_answer_ends():
    assembler = Assembler()
    opened = a_record("open", response={"headers": ((b"Content-Type", b"text/html"),)})
    assert assembler.feed([opened, a_chunk(b"one ")]).exchanges == []
    (one,) = assembler.feed([a_chunk(b"two", 4), a_close(length=900, notes=["cut"])]).exchanges
    assert one.response == Message(headers=HEADERS, body=b"one two", length=900)
    assert one.notes == ("cut",)
    assert assembler.feed([a_chunk(b"late")]).exchanges == []


def test_a_piece_that_is_missing_is_told():
    pieces = [a_chunk(b"one "), a_chunk(b"three", 8), a_chunk(b"five", 20)]
    (one,) = Assembler().feed([a_record("open", response={}), *pieces, a_close()]).exchanges
    assert one.notes == (GAP,)


def test_a_body_that_is_not_kept_says_why():
    opened = a_record("open", response={"headers": (), "missing": "media: its body is not kept"})
    (one,) = Assembler().feed([opened, a_close(length=900)]).exchanges
    assert one.response == Message(missing="media: its body is not kept", length=900)


def test_websocket_messages_are_numbered_over_both_directions():
    said = [
        {"kind": "message", "id": "f1", "sent": sent, "data": data, "t": STARTED + 1}
        for sent, data in ((True, b"a"), (False, b"b"))
    ]
    (one,) = Assembler().feed([a_record("open", status=101), *said, a_close()]).exchanges
    assert [(m.ordinal, m.direction, m.body) for m in one.sockets] == [
        (0, Direction.SENT, b"a"),
        (1, Direction.RECEIVED, b"b"),
    ]
    assert one.sockets[0].seen_at == NOON + timedelta(seconds=1)


def test_a_long_answer_is_shown_while_it_comes_under_one_id():
    assembler = Assembler()
    assert assembler.feed([a_record("open", response={}), a_chunk(b"a")]).exchanges == []
    (early,) = assembler.feed([a_chunk(b"b", 1, t=STARTED + 12)]).exchanges
    assert (early.response.body, early.notes) == (b"ab", (STILL_COMING,))
    assert assembler.feed([a_record(flow="f2", t=STARTED + 30)]).exchanges[0].url
    (whole,) = assembler.feed([a_close(t=STARTED + 31)]).exchanges
    assert (whole.id, whole.notes) == (early.id, ())


def test_an_answer_that_is_silent_is_not_shown_again():
    assembler = Assembler()
    assembler.feed([a_record("open", response={}), a_chunk(b"a", t=STARTED + 12)])
    later = assembler.feed([{"kind": "note", "what": "excluded", "t": STARTED + 90}])
    assert later.exchanges == []
    assert later.notes[0]["what"] == "excluded"


def test_what_was_never_ended_still_comes():
    assembler = Assembler()
    at = {"at": ("run1-0000", 0)}
    assembler.feed([a_record("open", response={}) | at, a_chunk(b"a") | at])
    assembler.feed([a_record("open", "f2", response={}) | {"at": ("run2-0000", 0)}])
    (one,) = assembler.feed([{"kind": "end", "run": "run1"}]).exchanges
    assert (one.response.body, one.notes) == (b"a", (CUT_OFF,))
    (other,) = assembler.flush()
    assert other.notes == (CUT_OFF,)
    assert assembler.flush() == []


def test_the_cursor_is_held_back_to_what_unfinished_answers_need():
    assembler = Assembler()
    cursor = {"run1-0000": 900, "run1-0001": 700}
    assert assembler.held(cursor) == cursor
    assembler.feed(
        [
            a_record("open", response={}, at=("run1-0000", 300)),
            a_chunk(b"a", at=("run1-0000", 500)),
            a_chunk(b"b", 1, at=("run1-0001", 100)),
        ]
    )
    assert assembler.held(cursor) == {"run1-0000": 300, "run1-0001": 100}
    assembler.feed([a_close(at=("run1-0001", 600))])
    assert assembler.held(cursor) == cursor


def test_equal_exchanges_get_ids_of_their_own():
    one, other = Assembler().feed([a_record(), a_record(flow="f2")]).exchanges
    assert one.id != other.id


def dated(date, **changes):
    return a_record(response={"headers": ((b"Date", date),)}, origin="demo", **changes)


def test_a_made_up_web_keeps_its_own_clock():
    assembler = Assembler()
    later = dated(b"Sun, 17 May 2026 15:00:02 GMT")
    undated = a_record(response={}, origin="demo", started=STARTED + 5)
    one, other = assembler.feed([later, undated]).exchanges
    assert one.seen_at == NOON + timedelta(days=14, hours=3)
    assert other.seen_at == NOON + timedelta(days=14, hours=3, seconds=5)


@pytest.mark.parametrize(
    "date", [b"Sun, 03 May 2026 12:00:02 GMT", b"Sun, 03 May 2026 11:50:00 -0000", b"?"]
)
def test_a_date_of_the_same_hour_moves_nothing(date):
    (one,) = Assembler().feed([dated(date)]).exchanges
    assert one.seen_at == NOON


def test_the_clock_of_real_browsing_is_ours():
    (one,) = (
        Assembler().feed([dated(b"Sun, 17 May 2026 15:00:02 GMT") | {"origin": "live"}]).exchanges
    )
    assert one.seen_at == NOON


def test_cookies_that_came_one_by_one_stand_in_one_header():
    crumbs = ((b"cookie", b"a=1"), (b"host", b"x"), (b"cookie", b"b=2"))
    (one,) = Assembler().feed([a_record(request={"headers": crumbs})]).exchanges
    assert one.request.headers == (("host", "x"), ("cookie", "a=1; b=2"))


def test_headers_and_urls_that_are_no_utf8_are_read_byte_for_byte():
    record = a_record(url="https://a.example/\udce9", request={"headers": ((b"X", b"\xe9"),)})
    (one,) = Assembler().feed([record]).exchanges
    assert (one.url, one.request.headers) == ("https://a.example/é", (("X", "é"),))


def test_the_persons_own_request_in_a_round_stays_theirs():
    (one,) = Assembler().feed([a_record(round="k/U")]).exchanges
    assert (one.round, one.visitor, one.origin) == ("k/U", Visitor(), Origin.LIVE)


@pytest.mark.parametrize(
    ("arm", "name"), [("C1", "stranger-k-1"), ("C2", "stranger-k-2"), ("U2", SELF_COPY)]
)
def test_a_copy_is_never_the_persons(arm, name):
    (one,) = Assembler().feed([a_record(round=f"k/{arm}")]).exchanges
    assert one.visitor == Visitor(name=name, role=Role.CONTROL)
    assert one.origin is Origin.TWIN


def test_a_copy_may_name_the_page_of_what_it_was_made_of():
    made = Assembler().feed([a_record(round="k/C1", page="https://a.example/"), a_record(page="x")])
    assert [one.page for one in made.exchanges] == ["https://a.example/", None]
