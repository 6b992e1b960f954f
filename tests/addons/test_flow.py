"""What of a flow goes into a record."""

import pytest
from mitmproxy.flow import Error
from mitmproxy.http import Headers
from mitmproxy.test import tflow, tutils

from addons import flow as flows
from addons.streaming import Tee


def a_flow(body=b"hello", **headers):
    given = Headers(
        [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    )
    response = tutils.tresp(content=body, headers=given)
    return tflow.tflow(resp=response)


def test_a_body_that_does_not_unpack_is_taken_as_it_is():
    flow = a_flow(b"\x1f\x8bnonsense", content_encoding="gzip")
    assert flows.exchange(flow)["response"]["body"] == b"\x1f\x8bnonsense"


def test_headers_that_are_no_text_are_taken_as_they_are():
    flow = a_flow()
    flow.response.headers = Headers([(b"X-Odd", b"\xff\xfe")])
    assert flows.exchange(flow)["response"]["headers"] == ((b"X-Odd", b"\xff\xfe"),)


def test_only_the_beginning_of_a_very_large_body_is_kept(monkeypatch):
    monkeypatch.setattr(flows, "LARGEST_BODY", 3)
    record = flows.exchange(a_flow())
    assert (record["response"]["body"], record["response"]["length"]) == (b"hel", 5)
    assert "the first 3 of 5 bytes of the response are kept" in record["notes"]


def test_a_flow_without_an_answer_says_why():
    record = flows.exchange(tflow.tflow(err=Error("refused")))
    assert (record["status"], record["response"]) == (0, {"headers": (), "missing": "refused"})


def test_the_end_of_a_stream_says_what_is_not_whole_in_it():
    flow = a_flow()
    tee = Tee(flow.id, lambda record: None, keep=3)
    tee(b"hello")
    assert flows.closed(flow, tee)["notes"] == ["the first 3 of 5 bytes are kept"]
    flow.error = Error("gone")
    assert flows.closed(flow)["notes"] == ["the answer broke off: gone"]


def test_only_the_newest_websocket_message_is_held_on_to():
    flow = tflow.twebsocketflow()
    assert len(list(flows.messages(flow))) == 3
    assert flows.newest_message(flow)["data"] == b"it's me"
    assert len(flow.websocket.messages) == 1


def test_what_is_replayed_or_excluded_is_not_recorded():
    flow = a_flow()
    assert flows.is_recorded(flow)
    flow.metadata[flows.EXCLUDED] = True
    assert not flows.is_recorded(flow)
    flow = a_flow()
    flow.is_replay = "request"
    assert not flows.is_recorded(flow)


@pytest.mark.parametrize(
    ("asked", "is_page"),
    [
        ({"sec-fetch-dest": "document"}, True),
        ({"accept": "text/html,*/*"}, True),
        ({"accept": "text/html,*/*", "sec-fetch-dest": "iframe"}, False),
        ({"accept": "*/*"}, False),
    ],
)
def test_a_page_load_is_known_by_what_was_asked_for(asked, is_page):
    flow = a_flow(content_type="text/html", content_length="5", cf_mitigated="challenge")
    flow.request.headers.update(asked)
    page = flows.page(flow)
    assert (page is not None) is is_page
    if page:
        assert (page.html, page.length, "cf-mitigated" in page.headers) == (True, 5, True)


def test_before_there_is_an_answer_nothing_is_said_of_it():
    assert flows.answer(tflow.tflow()) is None
    assert flows.page(tflow.tflow()) is None
