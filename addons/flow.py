"""The only file that knows mitmproxy's flows: what of one goes into a record.

Bodies are taken as they came over the wire and never decoded here: that would hold up the proxy,
and a few kilobytes can unpack to a gigabyte.
"""

import time
from collections.abc import Iterator
from urllib.parse import urlsplit

from mitmproxy.connection import Client, Server
from mitmproxy.http import Headers, HTTPFlow, Request

from addons.robots import Page
from addons.streaming import Answer, Held, Tee
from companion.capture.frames import Record
from companion.compare.repeat import Asked
from companion.compare.stranger import Fields

LARGEST_BODY = 8 << 20
LARGEST_MESSAGE = 256 << 10
EXCLUDED = "companion_excluded"
"""Metadata of a flow that must leave no trace."""

ROUND = "companion_round"
"""Metadata of a flow of a round: its place there, KEY/ARM."""

SHIELD = "companion_shield"
"""Metadata of a flow that the person's own shield bears on: what was done to it, in words."""

PAGE = "companion_page"
"""Metadata of a copy whose original is not in its round: the page that one belonged to."""

UNKEPT = "companion_unkept"
"""Metadata of a flow whose body is not kept."""

NOT_KEPT = "media: its body is not kept"


def is_recorded(flow: HTTPFlow) -> bool:
    """Whether a flow is the person's own and may be recorded."""
    return flow.is_replay is None and EXCLUDED not in flow.metadata


def answer(flow: HTTPFlow) -> Answer | None:
    """What the headers of a flow's answer say; None before there is one."""
    if flow.response is None:
        return None
    media_type, length = _picked(flow.response.headers, b"content-type", b"content-length")
    declared = length.isdecimal()
    return Answer(
        method=flow.request.method,
        status=flow.response.status_code,
        media_type=media_type.lower(),
        length=int(length) if declared else None,
        wanted_as="" if declared else _picked(flow.request.headers, b"sec-fetch-dest")[0],
    )


def status(flow: HTTPFlow) -> int:
    """The status of a flow's answer; 0 before there is one."""
    return flow.response.status_code if flow.response else 0


def date(flow: HTTPFlow) -> str:
    """The time as a flow's answer says it; empty where it does not."""
    return _picked(flow.response.headers, b"date")[0] if flow.response else ""


def page(flow: HTTPFlow) -> Page | None:
    """The answer to a page load; None where it is none."""
    wanted_as, accepted = _picked(flow.request.headers, b"sec-fetch-dest", b"accept")
    asked = wanted_as or ("document" if accepted.startswith("text/html") else "")
    if asked != "document" or flow.response is None:
        return None
    return answered_with(flow)


def _picked(headers: Headers, *wanted: bytes) -> list[str]:
    """The first values of headers, empty where there is none; in one pass, each request pays."""
    found = dict.fromkeys(wanted, b"")
    for name, value in headers.fields:
        if (lower := name.lower()) in found and not found[lower]:
            found[lower] = value
    return [value.decode("latin-1") for value in found.values()]


def exchange(flow: HTTPFlow, alias: str = "") -> Record:
    """The whole of a flow as one record; where it failed, with why.

    `alias` is the name that the aliases of its host end at.
    """
    record = _head(flow, "exchange", alias)
    if flow.response is not None:
        _add_body(record, "response", flow.response.raw_content)
        if UNKEPT in flow.metadata:
            record["response"] |= {"body": None, "missing": NOT_KEPT}
    if flow.error is not None:
        record["response"]["missing"] = flow.error.msg
    return record


def opened(flow: HTTPFlow, alias: str = "", *, kept: bool = True) -> Record:
    """A flow whose answer comes in pieces, as far as its headers."""
    record = _head(flow, "open", alias)
    record["response"]["missing"] = "" if kept else NOT_KEPT
    return record


def closed(flow: HTTPFlow, tee: Tee | None = None) -> Record:
    """The end of an answer that came in pieces: its wire length, and what is not whole in it."""
    notes = [f"the answer broke off: {flow.error.msg}"] if flow.error else []
    if tee is not None and 0 < tee.kept < tee.length:
        notes.append(f"the first {tee.kept} of {tee.length} bytes are kept")
    length = tee.length if tee else 0
    return {"kind": "close", "id": flow.id, "length": length, "notes": notes, "t": time.time()}


def newest_message(flow: HTTPFlow) -> Record:
    """The newest WebSocket message of a flow; those before it are let go."""
    newest = list(messages(flow))[-1]
    if flow.websocket:
        del flow.websocket.messages[:-1]
    return newest


def messages(flow: HTTPFlow) -> Iterator[Record]:
    """The WebSocket messages that a flow still holds, oldest first."""
    for message in flow.websocket.messages if flow.websocket else ():
        yield {
            "kind": "message",
            "id": flow.id,
            "sent": message.from_client,
            "data": message.content[:LARGEST_MESSAGE],
            "t": message.timestamp,
        }


def _head(flow: HTTPFlow, kind: str, alias: str) -> Record:
    request, response, peer = flow.request, flow.response, flow.server_conn.peername
    record = {
        "kind": kind,
        "id": flow.id,
        "t": time.time(),
        "method": request.method,
        "url": request.url,
        "started": request.timestamp_start,
        "status": response.status_code if response else 0,
        "server": peer[0] if peer else "",
        "request": {"headers": request.headers.fields},
        "response": {"headers": response.headers.fields if response else ()},
    }
    if alias:
        record["cname"] = alias
    if ROUND in flow.metadata:
        record["round"] = flow.metadata[ROUND]
        record["page"] = flow.metadata.get(PAGE, "")
    if done := flow.metadata.get(SHIELD):
        record["notes"] = [f"shield: {words}" for words in done]
    _add_body(record, "request", request.raw_content)
    return record


def _add_body(record: Record, half: str, body: bytes | None) -> None:
    if body is None:
        return
    record[half]["length"] = len(body)
    record[half]["body"] = body[:LARGEST_BODY]
    if len(body) > LARGEST_BODY:
        note = f"the first {LARGEST_BODY} of {len(body)} bytes of the {half} are kept"
        record.setdefault("notes", []).append(note)


def asked(flow: HTTPFlow) -> Asked:
    """What of a flow decides whether its request may be repeated; the answer's head is there."""
    wanted_as, authorization = _picked(flow.request.headers, b"sec-fetch-dest", b"authorization")
    kind = _picked(flow.response.headers, b"content-type")[0] if flow.response else ""
    return Asked(
        method=flow.request.method,
        url=flow.request.url,
        has_body=bool(flow.request.raw_content),
        authorized=bool(authorization),
        wanted_as=wanted_as,
        status=status(flow),
        media_type=kind,
    )


def sent(flow: HTTPFlow) -> Fields:
    """The headers of a flow's request, in order; bytes that are no text stay what they are."""
    return tuple(
        (name.decode("utf-8", "surrogateescape"), value.decode("utf-8", "surrogateescape"))
        for name, value in flow.request.headers.fields
    )


def answered_with(flow: HTTPFlow) -> Page:
    """What is seen of a flow's answer, whatever was asked for."""
    headers = flow.response.headers if flow.response else Headers()
    media_type, length = _picked(headers, b"content-type", b"content-length")
    return Page(
        host=flow.request.host,
        url=flow.request.url,
        status=status(flow),
        html="html" in media_type.lower(),
        length=int(length) if length.isdecimal() else None,
        headers=[name.lower() for name in headers],
    )


def asking(url: str, fields: Fields) -> HTTPFlow:
    """A flow that asks for an address as a client of ours, to be copied; it has no answer."""
    client = Client(
        peername=("", 0), sockname=("", 0), alpn_offers=(b"h2", b"http/1.1"), timestamp_start=0.0
    )
    flow = HTTPFlow(client, Server(address=None))
    flow.request = Request.make("GET", url)
    flow.request.headers = _headers(fields)
    if "host" not in flow.request.headers:
        flow.request.headers.insert(0, "host", urlsplit(url).netloc.rpartition("@")[2])
    return flow


def hold(flow: HTTPFlow) -> None:
    """Hold the answer to a copy as far as it is kept: one that never ends costs no memory."""
    if flow.response is not None:
        flow.response.stream = Held(LARGEST_BODY + 1)


def take_held(flow: HTTPFlow) -> None:
    """Make what was held of an answer its body."""
    if flow.response is not None and isinstance(flow.response.stream, Held):
        flow.response.raw_content = flow.response.stream.body


def repeated(flow: HTTPFlow, fields: Fields) -> HTTPFlow:
    """A flow that asks the same with other headers, to be replayed.

    Nothing of the client's connection goes along but what it offered: the copy looks to the
    server as the original did.
    """
    copy = HTTPFlow(flow.client_conn.copy(), Server(address=None))
    copy.request = flow.request.copy()
    copy.request.headers = _headers(fields)
    return copy


def _headers(fields: Fields) -> Headers:
    return Headers(
        [
            (name.encode("utf-8", "surrogateescape"), value.encode("utf-8", "surrogateescape"))
            for name, value in fields
        ]
    )
