import gzip
import sys

import pytest
from mitmproxy.io import FlowWriter
from mitmproxy.test import tflow, tutils

from companion.capture.captured import Unreadable
from companion.capture.flow_file import open_flow_file
from companion.errors import UnreadableInput


@pytest.fixture
def saved(tmp_path):
    def saved(*flows, damage=b""):
        path = tmp_path / "a.flows"
        with path.open("wb") as file:
            for flow in flows:
                FlowWriter(file).add(flow)
            file.write(damage)
        return path

    return saved


def test_flows_become_exchanges_and_what_is_damaged_is_named(saved):
    told = []
    file = open_flow_file(
        saved(tflow.tflow(resp=True), tflow.twebsocketflow(), damage=b"7:nonsens"),
        progress=told.append,
    )
    http, socket, damaged = file
    assert (http.url, http.status, http.response.body) == (
        "http://address:22/path",
        200,
        b"message",
    )
    assert http.origin_file == "a.flows"
    assert [message.body for message in socket.sockets] == [
        b"hello binary",
        b"hello text",
        b"it's me",
    ]
    assert isinstance(damaged, Unreadable)
    assert damaged.index == 2
    assert told[-1] == file.bytes_total


def test_a_gzipped_file(saved):
    path = saved(tflow.tflow(resp=True))
    path.write_bytes(gzip.compress(path.read_bytes()))
    assert len(list(open_flow_file(path))) == 1


def test_reading_can_stop_halfway(saved):
    path = saved(*(tflow.tflow(resp=True) for _ in range(200)))
    items = iter(open_flow_file(path))
    assert next(items).status == 200
    items.close()


def test_a_file_that_vanished_is_told_in_one_line(saved):
    path = saved(tflow.tflow())
    file = open_flow_file(path)
    path.unlink()
    with pytest.raises(UnreadableInput, match=r"could not be converted \(.*check the name\)"):
        list(file)


def test_progress_is_told_while_a_long_file_is_read(saved):
    long = [tflow.tflow(resp=tutils.tresp(content=bytes(600_000))) for _ in range(4)]
    told = []
    file = open_flow_file(saved(*long), progress=told.append)
    assert len(list(file)) == 4
    assert len(told) >= 2
    assert told == sorted(told)


def test_a_converter_that_breaks_off_is_told(saved, tmp_path, monkeypatch):
    script = tmp_path / "python"
    script.write_text("#!/bin/sh\nprintf 'torn'\n")
    script.chmod(0o700)
    file = open_flow_file(saved(tflow.tflow()))
    monkeypatch.setattr(sys, "executable", str(script))
    with pytest.raises(UnreadableInput, match="middle of a record"):
        list(file)
