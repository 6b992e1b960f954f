import io

from mitmproxy.flow import Error
from mitmproxy.io import FlowWriter, tnetstring
from mitmproxy.test import tflow

from addons.convert import records
from companion.capture.assemble import Assembler


def a_file(*parts):
    packed = io.BytesIO()
    for part in parts:
        if isinstance(part, bytes):
            packed.write(part)
        else:
            FlowWriter(packed).add(part)
    packed.seek(0)
    return io.BufferedReader(packed)


def kinds(*parts):
    return [record["kind"] for record in records(a_file(*parts))]


def test_a_flow_is_one_record_and_a_websocket_several():
    assert kinds(tflow.tflow(resp=True)) == ["exchange"]
    assert kinds(tflow.twebsocketflow()) == ["open", "message", "message", "message", "close"]


def test_other_protocols_are_passed_over():
    assert kinds(tflow.ttcpflow(), tflow.tflow(resp=True)) == ["exchange"]


def test_a_flow_that_failed_says_why():
    flow = tflow.tflow(err=Error("connection refused"))
    (one,) = Assembler().feed(records(a_file(flow))).exchanges
    assert (one.status, one.response.missing) == (0, "connection refused")


def test_a_flow_that_cant_be_read_is_named_and_the_rest_kept():
    bad = [tnetstring.dumps({"version": 1}), tnetstring.dumps(7), b"5:nonse}"]
    bad.append(tnetstring.dumps(tflow.ttcpflow().get_state() | {"more": 1}))
    timeless = tflow.twebsocketflow().get_state()
    timeless["websocket"]["messages"] = [(1, True, b"hello", b"noon", False, False)]
    bad.append(tnetstring.dumps(timeless))
    for damage in bad:
        made = list(records(a_file(tflow.tflow(resp=True), damage, tflow.tflow(resp=True))))
        assert [record["kind"] for record in made] == ["exchange", "note", "exchange"]
        assert made[1]["index"] == 1


def test_damage_after_which_nothing_can_be_read_is_named():
    made = list(records(a_file(tflow.tflow(resp=True), b"garbage and more")))
    assert [record["kind"] for record in made] == ["exchange", "note", "note"]
    assert "nothing after" in made[2]["reason"]


def test_a_file_that_was_cut_gives_what_is_whole():
    whole = tnetstring.dumps(tflow.tflow().get_state())
    assert kinds(whole, whole[:-20]) == ["exchange", "note"]


def test_an_empty_file_has_nothing():
    assert kinds() == []
