import gzip
import zlib

import msgpack
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from companion.decode.binary import read
from companion.decode.leaves import leaves
from companion.decode.locate import find
from companion.model import Direction, Message, SocketMessage
from tests.builders import NOON, an_exchange
from tests.decode.test_protobuf import field

ID = "k3jd92hf83hd7w2q"
PROTO = field(1, field(2, ID)) + field(3, 150)
PACK = msgpack.packb({"user": {"id": ID, "tags": ["a", 1, None, b"raw"]}, 5: True})


def sent(body, kind=""):
    headers = (("content-type", kind),) if kind else ()
    return an_exchange(method="POST", request=Message(headers=headers, body=body))


def found(exchange):
    return {it.locator: it.value for it in leaves(exchange) if it.direction is Direction.SENT}


@pytest.mark.parametrize("kind", ["application/x-protobuf", "application/octet-stream", ""])
def test_protocol_buffers_are_read_with_where_things_stand(kind):
    exchange = sent(PROTO, kind)
    assert found(exchange) == {"protobuf >> /1/2": ID, "protobuf >> /3": "150"}
    assert find(exchange, "protobuf >> /1/2") == ID


def test_a_message_of_grpc_is_read_without_its_frame():
    framed = b"\0" + len(PROTO).to_bytes(4, "big") + PROTO + b"\x80\0\0\0\x05x:y\r\n"
    assert found(sent(framed, "application/grpc-web+proto"))["protobuf >> /1/2"] == ID
    assert found(sent(PROTO, "application/grpc"))["protobuf >> /1/2"] == ID


@pytest.mark.parametrize("kind", ["application/msgpack", "application/octet-stream"])
def test_messagepack_is_read(kind):
    exchange = sent(PACK, kind)
    assert found(exchange)["msgpack >> /user/id"] == ID
    assert found(exchange)["msgpack >> /user/tags/3"] == "raw"
    assert found(exchange)["msgpack >> /5"] == "true"
    assert find(exchange, "msgpack >> /user/id") == ID


def test_several_values_of_messagepack_are_a_list():
    assert read(PACK + PACK, "application/msgpack").value[1]["user"]["id"] == ID


@pytest.mark.parametrize(
    ("packed", "step"),
    [
        (gzip.compress(PROTO, mtime=0), "gzip"),
        (zlib.compress(PROTO), "zlib"),
        (zstandard.compress(PROTO), "zstd"),
    ],
)
def test_what_is_compressed_without_a_header_is_opened(packed, step):
    assert found(sent(packed))[f"{step} >> protobuf >> /1/2"] == ID


def test_text_compressed_without_a_header_is_opened():
    packed = zlib.compress(b'{"uid": "%b"}' % ID.encode())
    assert found(sent(packed, "text/plain")) == {"zlib >> /uid": ID}


@pytest.mark.parametrize("body", [PROTO, PACK, zlib.compress(PACK)])
def test_binary_messages_of_a_socket_are_read(body):
    said = SocketMessage(ordinal=2, direction=Direction.SENT, body=body, seen_at=NOON)
    (locator,) = [at for at, value in found(an_exchange(sockets=(said,))).items() if value == ID]
    assert locator.startswith("ws:2 >> ")


def test_fields_beside_a_file_are_read():
    body = (
        b'--x\r\nContent-Disposition: form-data; name="f"; filename="a"\r\n\r\n\0\1\2\r\n'
        b'--x\r\nContent-Disposition: form-data; name="uid"\r\n\r\n%b\r\n--x--' % ID.encode()
    )
    assert found(sent(body, "multipart/form-data; boundary=x")) == {"part:uid": ID}


@pytest.mark.parametrize(
    ("body", "note"),
    [
        (PROTO[:-1], "protobuf >> : protobuf read up to byte 20"),
        (PACK + PACK[:-3], "msgpack >> : msgpack is broken or cut short"),
    ],
)
def test_what_was_cut_is_noted(body, note):
    kind = "application/x-protobuf" if "protobuf" in note else "application/msgpack"
    assert leaves(sent(body, kind)).notes == (note.replace(" >> ", "", 1),)
    assert ID in found(sent(body, kind)).values()


@pytest.mark.parametrize(
    "body",
    [b"\0\1\2\3\4\5", b"RIFF\0\0\0\0WEBP", bytes(range(256)), b"\x93\x01", b"\xdf\xff\xff\xff\xff"],
)
def test_other_bytes_hold_nothing(body):
    assert read(body, "application/octet-stream") is None
    assert found(sent(body, "application/octet-stream")) == {}


def test_other_types_are_not_tried():
    assert read(PROTO, "application/pdf") is None


def test_deep_messagepack_is_bounded():
    deep = b"\x91" * 900 + b"\x01"
    assert read(deep, "application/msgpack") is not None
    assert read(b"\x91" * 5_000 + b"\x01", "application/msgpack") is None
    assert read(b"\x81\x91\x01\x01", "application/msgpack") is None


@given(st.binary(max_size=150), st.sampled_from(["application/grpc", "application/msgpack", ""]))
def test_any_bytes_are_read(body, kind):
    read(body, kind)
    found(sent(body, kind))
