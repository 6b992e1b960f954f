import base64
import gzip
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.decode.nesting import LARGEST, Inner, inner, may_hold, step_into
from tests.redact.coding import lz


def b64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


def url64(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


TOKEN = f"{url64('{"alg":"none"}')}.{url64('{"sub":"u7"}')}.c2ln"
PACKED = base64.b64encode(gzip.compress(b'{"a": 1}', mtime=0)).decode()


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ('{"a": 1}', [Inner("", {"a": 1})]),
        (TOKEN, [Inner("jwt:payload", {"sub": "u7"})]),
        (f"Bearer {TOKEN}", [Inner("jwt:payload", {"sub": "u7"})]),
        ("a%40b.example", [Inner("url", "a@b.example")]),
        ("uid=7&x=a%20b", [Inner("query:uid", "7", "uid"), Inner("query:x", "a b", "x")]),
        ("//b.example/p?uid=7", [Inner("query:uid", "7", "uid")]),
        ("/path?uid=7#seg=8", [Inner("query:uid", "7", "uid"), Inner("query:seg", "8", "seg")]),
        (
            "activity;src=12;u1=sport",
            [Inner("query:src", "12", "src"), Inner("query:u1", "sport", "u1")],
        ),
        (b64("jane@mail.example"), [Inner("b64", "jane@mail.example")]),
        (url64("José Ñandú ~~~???"), [Inner("b64", "José Ñandú ~~~???")]),
        (b64('{"a": 1}'), [Inner("b64", '{"a": 1}')]),
        (PACKED, [Inner("b64 >> gzip", '{"a": 1}')]),
    ],
)
def test_one_layer_is_taken_off(value, found):
    assert list(inner(value)) == found
    assert may_hold(value)


@pytest.mark.parametrize(
    "value",
    [
        "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "recommendations",
        "WEB_REMIX_PAGE_TYPE",
        "1699999999",
        b64("1699999999"),
        "CA0Q8JMBGAEiEwiYqoSbtpqUAxV1KbcAHdObDhc=",
        "Ab" + "=" * 9,
        "eyJhbGciOiJub25lIn0.eyJub3Rqc29u.c2ln",
        "H4sIAAAAAAAA/////w==",
        "[not json",
        "eyJhIjo\u00e8YiJ9",
        "",
    ],
)
def test_values_that_hold_nothing(value):
    assert list(inner(value)) == []


@pytest.mark.parametrize(
    "value", ["17", "hello", "en-US", "A plain sentence, as titles are.", "https://a.example/p.png"]
)
def test_plain_values_are_passed_by(value):
    assert not may_hold(value)


def test_a_value_that_is_too_long_is_not_looked_into():
    assert list(inner("a=1&" * LARGEST)) == []


@pytest.mark.parametrize(
    ("value", "step", "found"),
    [
        (b64("jane@mail.example"), "b64", "jane@mail.example"),
        ("a%40b", "url", "a@b"),
        ("uid=7&x=8", "query:x", "8"),
        (TOKEN, "jwt:payload", {"sub": "u7"}),
        ("uid=7", "query:z", None),
        ("words", "b64", None),
        (17, "b64", None),
        (b"raw", "url", None),
        (b"\x1f\x8bbroken", "gzip", None),
    ],
)
def test_step_into_takes_the_named_step(value, step, found):
    assert step_into(value, step) == found


def test_step_into_gzip_through_base64():
    assert step_into(step_into(PACKED, "b64"), "gzip") == '{"a": 1}'


@given(st.text(max_size=80))
def test_any_value_is_looked_into_without_error(value):
    assert isinstance(list(inner(value)), list)


@given(st.text(string.printable[:95], min_size=9, max_size=60).filter(lambda t: not t.isdigit()))
def test_base64_of_printable_text_is_always_seen(text):
    assert may_hold(b64(text))
    assert step_into(b64(text), "b64") == text


def test_labelled_pieces_are_taken_apart():
    value = "uid:k3jd92hf|plan:100k+|note:"
    assert list(inner(value)) == [
        Inner("query:uid", "k3jd92hf", "uid"),
        Inner("query:plan", "100k+", "plan"),
        Inner("query:note", "", "note"),
    ]
    assert may_hold(value)
    assert step_into(value, "query:plan") == "100k+"


@pytest.mark.parametrize("value", ["10:30|11:45", "a|b|c", "uid:7", "Who: me|You: no way"])
def test_other_pieces_are_not(value):
    assert list(inner(value)) == []


@pytest.mark.parametrize(
    "text", ['{"uid":"k3jd92hf83hd7w2q","n":[1,2]}', '[{"a":"one"},{"a":"two"}]', '["a","b","c"]']
)
@pytest.mark.parametrize("last", ["-", "/"])
def test_json_that_lz_string_packed_is_opened(text, last):
    packed = lz(text.encode(), last).decode()
    assert may_hold(packed)
    assert list(inner(packed)) == [Inner("lz", text)]
    assert step_into(packed, "lz") == text


def test_half_a_character_that_was_packed_is_none_that_a_file_can_not_hold():
    packed = lz('{"n":"sports \ud800 fan"}'.encode("utf-8", "surrogatepass")).decode()
    (found,) = inner(packed)
    assert found.value == '{"n":"sports \ufffd fan"}'


def test_a_plus_sign_that_a_query_read_as_a_space_is_known_again():
    text = '{"n":"oooooooooooooo7252"}'
    packed = lz(text.encode()).decode()
    assert "+" in packed
    assert list(inner(packed.replace("+", " "))) == [Inner("lz", text)]


@pytest.mark.parametrize(
    "value", ["N4IgAAAAAAAAAAAA", "NobwRAAAAAAAAAAA", "NoIgzzzzzzzzzzzz", "N4Ig"]
)
def test_what_only_begins_so_is_not(value):
    assert list(inner(value)) == []
