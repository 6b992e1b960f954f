import gzip

import pytest

from companion.capture import warc as module
from companion.capture.captured import Unreadable
from companion.capture.warc import open_warc
from companion.errors import UnreadableInput
from companion.model import Exchange, Message
from tests.builders import NOON

ANSWER = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"
ASKED = b"GET /a HTTP/1.1\r\nHost: www.news.example\r\nCookie: a=1\r\n\r\n"


def a_record(kind, content=b"", **fields):
    given = {
        "WARC-Type": kind,
        "WARC-Date": "2026-05-03T12:00:00Z",
        "WARC-Target-URI": "https://www.news.example/a",
        "Content-Length": str(len(content)),
    } | {name.replace("_", "-"): value for name, value in fields.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in given.items() if value is not None)
    return b"WARC/1.1\r\n" + head.encode() + b"\r\n" + content + b"\r\n\r\n"


INFO = a_record("warcinfo", b"software: archiver 1.0\r\nformat: WARC\r\n", WARC_Target_URI=None)


@pytest.fixture
def opened(tmp_path):
    def opened(*records):
        path = tmp_path / "a.warc"
        path.write_bytes(b"".join(records))
        return open_warc(path)

    return opened


def test_request_and_response_become_one_exchange(opened):
    file = opened(
        INFO,
        a_record("response", ANSWER, WARC_Record_ID="<r>", WARC_IP_Address="192.0.2.1"),
        a_record("metadata", b"fetchTime: 1"),
        a_record("request", ASKED, WARC_Record_ID="<q>", WARC_Concurrent_To="<r>"),
    )
    (one,) = file
    assert (one.method, one.url, one.status, one.seen_at) == (
        "GET",
        "https://www.news.example/a",
        200,
        NOON,
    )
    assert one.request == Message(headers=(("Host", "www.news.example"), ("Cookie", "a=1")))
    assert (one.response.body, one.response.length) == (b"hello", 5)
    assert (one.party, one.server_address, file.creator) == (
        "news.example",
        "192.0.2.1",
        "archiver 1.0",
    )
    assert one.id


def test_members_are_gzipped_one_by_one(opened):
    records = [a_record("request", ASKED), a_record("response", ANSWER)]
    (one,) = opened(*map(gzip.compress, records))
    assert (one.request.header("cookie"), one.status) == ("a=1", 200)


def test_halves_without_links_are_joined_by_their_address(opened):
    elsewhere = a_record("response", ANSWER, WARC_Target_URI="<https://shop.example/>")
    one, other = opened(a_record("request", ASKED), elsewhere, a_record("response", ANSWER))
    assert (one.status, one.request.header("cookie")) == (200, "a=1")
    assert (other.url, other.method, other.request) == ("https://shop.example/", "GET", Message())


def test_a_request_without_an_answer_is_kept(opened):
    (one,) = opened(a_record("request", ASKED))
    assert (one.status, one.response.missing) == (0, "the archive has no answer")


def test_linked_halves_are_not_joined_to_others(opened):
    records = [
        a_record("request", ASKED, WARC_Concurrent_To="<x>"),
        a_record("response", ANSWER, WARC_Record_ID="<y>"),
    ]
    assert [one.status for one in opened(*records)] == [0, 200]


def test_a_repeat_says_that_its_body_stands_elsewhere(opened):
    (one,) = opened(a_record("revisit", b"HTTP/1.1 200 OK\r\n\r\n"))
    assert one.response.missing.startswith("the same as an earlier answer")


def test_only_so_many_halves_wait(opened, monkeypatch):
    monkeypatch.setattr(module, "WAITING", 1)
    first, *_ = opened(
        a_record("request", ASKED),
        a_record("request", ASKED, WARC_Target_URI="https://shop.example/"),
        a_record("response", ANSWER),
    )
    assert (first.url, first.status) == ("https://www.news.example/a", 0)


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        (a_record("response", ANSWER, WARC_Target_URI="urn:pageinfo"), "none of the web"),
        (a_record("response", b"nonsense"), "no status"),
        (a_record("response", ANSWER, WARC_Date=None), "no text"),
        (a_record("response", b"x" * 200), "longer than 150 bytes"),
    ],
)
def test_what_cant_be_read_is_named_and_the_rest_kept(opened, monkeypatch, record, reason):
    monkeypatch.setattr(module, "LARGEST", 150)
    other = a_record("request", ASKED, WARC_Target_URI="https://shop.example/")
    bad, good = sorted(opened(record, other), key=lambda one: isinstance(one, Exchange))
    assert isinstance(bad, Unreadable)
    assert reason in bad.reason
    assert good.method == "GET"


@pytest.mark.parametrize("damage", [b"garbage\r\n", b"WARC/1.1\r\nWARC-Type: response\r\n\r\n"])
def test_damage_ends_the_file_and_is_named(opened, damage):
    items = list(opened(a_record("response", ANSWER), damage, a_record("response", ANSWER)))
    assert items[0] == Unreadable(1, "the file is damaged here: nothing after it can be read")
    assert len(items) == 2


def test_what_is_no_warc_file_says_so(opened):
    with pytest.raises(UnreadableInput, match="is no WARC file"):
        opened(b"nothing")
