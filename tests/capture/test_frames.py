import io

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given
from hypothesis import strategies as st

from companion.capture.frames import HEAD, Damaged, plain, read, sealed, unsealed

KEY = AESGCM(bytes(32))
RECORD = {"kind": "exchange", "body": b"\x00\xff", "headers": [[b"a", b"b"]], "t": 1.5}


def opened(frame, offset=0, key=KEY):
    length, checksum = HEAD.unpack(frame[: HEAD.size])
    assert length == len(frame) - HEAD.size
    return unsealed(frame[HEAD.size :], checksum, key, offset)


@given(st.integers(0, 2**40))
def test_a_sealed_record_comes_back_from_where_it_was_written(offset):
    assert opened(sealed(RECORD, KEY, offset), offset) == RECORD


def test_a_url_that_is_no_utf8_comes_back():
    record = {"url": b"/\xff".decode("utf-8", "surrogateescape")}
    assert opened(sealed(record, KEY, 0)) == record


def test_a_seal_shows_nothing_of_what_it_holds():
    assert b"exchange" not in sealed(RECORD, KEY, 0)


@pytest.mark.parametrize(("offset", "key"), [(1, KEY), (0, AESGCM(bytes(31) + b"1"))])
def test_another_place_or_key_does_not_open_it(offset, key):
    with pytest.raises(Damaged, match="seal"):
        opened(sealed(RECORD, KEY, 0), offset, key)


def test_a_bit_that_flipped_is_noticed():
    frame = bytearray(sealed(RECORD, KEY, 0))
    frame[-1] ^= 1
    with pytest.raises(Damaged, match="checksum"):
        opened(bytes(frame))


def test_records_pass_through_a_pipe():
    pipe = io.BytesIO(plain(RECORD) + plain({"kind": "note"}))
    assert list(read(pipe)) == [RECORD, {"kind": "note"}]


@pytest.mark.parametrize("cut", [1, 7, 9, 20])
def test_a_pipe_that_breaks_off_gives_what_is_whole(cut):
    pipe = io.BytesIO(plain(RECORD) + plain(RECORD)[:cut])
    records = read(pipe)
    assert next(records) == RECORD
    with pytest.raises(Damaged, match="middle of a record"):
        next(records)


def test_a_length_beyond_reason_is_damage():
    with pytest.raises(Damaged):
        next(read(io.BytesIO(HEAD.pack(2**32 - 1, 0) + b"x")))
