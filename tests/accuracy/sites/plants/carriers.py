"""What is said of the person in bodies and binary forms that pages send and get."""

import gzip
import json

import msgpack

from tests.accuracy.sites.plants import planter
from tests.accuracy.sites.plants.profiles import about
from tests.accuracy.sites.site import token, uuid
from tests.accuracy.sites.truth import alike, identifier
from tests.accuracy.sites.view import View


def varint(value: int) -> bytes:
    """A number as protobuf writes it."""
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes((*out, value))


def chunk(number: int, raw: bytes) -> bytes:
    """A field of protobuf that holds bytes."""
    return varint(number << 3 | 2) + varint(len(raw)) + raw


@planter(0.15)
def protobuf(view: View) -> None:
    """Events without a schema; only a value that the site is known to use elsewhere can be told."""
    who = view.once("proto", uuid)
    view.cookie("client_id", who, identifier(who), days=365)
    raw = (
        chunk(1, chunk(2, who.encode()) + chunk(3, view.url.encode()))
        + b"\x10"
        + varint(view.millis)
    )
    view.post(
        f"https://{view.host}/rpc/events.Collect",
        raw,
        identifier(who),
        sends="application/x-protobuf",
        body=b"",
    )


@planter(0.2)
def message_pack(view: View) -> None:
    it = about(view, "msgpack")
    who = view.once("msgpack", uuid)
    raw = msgpack.packb({"device_id": who, "user": it.body, "at": view.millis})
    view.post(
        f"https://m.{view.site.tracker('msgpack')}/i",
        raw,
        identifier(who),
        *it.marks,
        alike("timestamp", view.millis),
        sends="application/msgpack",
        body=b"",
    )


@planter(0.2)
def jsonp(view: View) -> None:
    it = about(view, "jsonp")
    name = f"cb_{view.rng.randint(10**6, 10**8)}"
    text = f"/**/{name}({json.dumps({'visitor': it.body})});"
    view.ask(
        f"https://p.{view.site.tracker('jsonp')}/info",
        {"callback": name},
        *it.marks,
        alike("cache buster", name),
        body=text.encode(),
        kind="application/javascript",
    )


@planter(0.15)
def events(view: View) -> None:
    it = about(view, "sse")
    text = (
        f"event: profile\nid: {view.number}\ndata: {json.dumps({'profile': it.body})}\n\neve"
        f"nt: ping\ndata: {view.millis}\n\n"
    )
    view.fetch(
        f"https://{view.host}/stream",
        *it.marks,
        alike("timestamp", view.millis),
        body=text.encode(),
        kind="text/event-stream",
    )


@planter(0.15)
def lines(view: View) -> None:
    who = view.once("lines", uuid)
    it = about(view, "lines")
    rows = [
        {"type": "view", "visitorId": who, "url": view.url},
        {"type": "profile", "visitorId": who, "user": it.body},
    ]
    text = "\n".join(json.dumps(row) for row in rows)
    view.post(
        f"https://log.{view.site.tracker('lines')}/bulk",
        text,
        identifier(who),
        *it.marks,
        sends="application/x-ndjson",
        body=b"",
    )


@planter(0.15)
def multipart(view: View) -> None:
    it = about(view, "multipart")
    edge = f"----WebKitFormBoundary{token(view.rng, 16)}"
    parts = {"event": "view", "profile": json.dumps(it.body, ensure_ascii=False)}
    text = (
        "".join(
            f'--{edge}\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n'
            for k, v in parts.items()
        )
        + f"--{edge}--\r\n"
    )
    view.post(
        f"https://f.{view.site.tracker('multipart')}/u",
        text,
        *it.marks,
        sends=f"multipart/form-data; boundary={edge}",
    )


@planter(0.15)
def packed_body(view: View) -> None:
    """A body packed with gzip by the page's script, without saying so."""
    it = about(view, "gzip")
    who = view.once("gzip", uuid)
    raw = gzip.compress(json.dumps({"anonymousId": who, "traits": it.body}).encode(), mtime=0)
    view.post(
        f"https://z.{view.site.tracker('gzip')}/e",
        raw,
        identifier(who),
        *it.marks,
        sends="application/octet-stream",
        body=b"",
    )


@planter(0.15)
def guarded(view: View) -> None:
    """JSON behind a prefix that keeps other sites from running it as a script."""
    it = about(view, "xssi")
    view.fetch(
        f"https://{view.host}/ajax/viewer",
        *it.marks,
        body=(")]}',\n" + json.dumps({"viewer": it.body})).encode(),
        kind="application/json",
    )
