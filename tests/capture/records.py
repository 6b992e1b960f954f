"""Builders of journal records."""

STARTED = 1_777_809_600.0  # 2026-05-03 12:00 UTC


def a_record(kind="exchange", flow="f1", **changes):
    """An answered GET as the recorder writes it."""
    record = {
        "kind": kind,
        "id": flow,
        "t": STARTED + 1,
        "method": "GET",
        "url": "https://www.news.example/",
        "started": STARTED,
        "status": 200,
        "server": "192.0.2.1",
        "request": {"headers": ((b"Host", b"www.news.example"),), "body": b"", "length": 0},
        "response": {"headers": ((b"Content-Type", b"text/html"),), "body": b"hello", "length": 5},
        "origin": "live",
    }
    return record | changes


def a_chunk(data, offset=0, **changes):
    """A piece of an answer that was opened."""
    chunk = {"kind": "chunk", "id": "f1", "offset": offset, "data": data, "t": STARTED + 2}
    return chunk | changes


def a_close(flow="f1", **changes):
    """The end of an answer that was opened."""
    return {"kind": "close", "id": flow, "t": STARTED + 3, "length": 0, "notes": []} | changes
