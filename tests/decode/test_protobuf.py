import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.decode.protobuf import DEEPEST, MOST, read


def varint(value):
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])


def field(number, value):
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    data = value.encode() if isinstance(value, str) else value
    return varint(number << 3 | 2) + varint(len(data)) + data


def test_the_example_of_the_documentation_is_read():
    assert read(bytes.fromhex("089601")).fields == {"1": 150}
    assert read(bytes.fromhex("120774657374696e67")).fields == {"2": "testing"}
    assert read(bytes.fromhex("1a03089601")).fields == {"3": {"1": 150}}


def test_fields_come_by_number_and_repeated_ones_as_lists():
    data = field(1, "a") + field(2, 7) + field(1, "b") + field(1, "c") + field(4, field(5, "in"))
    assert read(data) == ({"1": ["a", "b", "c"], "2": 7, "4": {"5": "in"}}, len(data))


def test_numbers_of_fixed_size_are_read():
    data = b"\x0d\x01\x00\x00\x00" + b"\x11" + (2**40).to_bytes(8, "little")
    assert read(data).fields == {"1": 1, "2": 2**40}


def test_pieces_that_are_neither_text_nor_message_are_left_out():
    data = field(1, b"\xff\xfe\xff") + field(2, "kept")
    assert read(data) == ({"2": "kept"}, len(data))


@pytest.mark.parametrize("cut", range(1, 9))
def test_a_message_that_was_cut_short_is_read_as_far_as_it_goes(cut):
    data = field(1, "whole") + field(2, "cut away")
    assert read(data[: len(field(1, "whole")) + cut]) == ({"1": "whole"}, len(field(1, "whole")))


@pytest.mark.parametrize(
    "data", [b"", b"\x00", b"\x0b", b"\xff" * 20, b"\x0f\x01", b"\x0a\xff\x01"]
)
def test_nonsense_has_no_fields(data):
    assert read(data).fields == {}


def test_depth_and_number_of_fields_are_bounded():
    deep = b""
    for _ in range(DEEPEST * 3):
        deep = field(1, deep or "x\x00")
    assert isinstance(read(deep).fields, dict)
    assert read(field(1, 1) * (MOST + 5)).end == MOST * 2


@given(st.binary(max_size=200))
def test_any_bytes_are_read(data):
    assert 0 <= read(data).end <= len(data)
