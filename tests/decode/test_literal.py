import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.decode.literal import MOST, read


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("{}", {}),
        ("[]", []),
        (
            "{a: 1, 'b': [true, null, undefined, !0, !1], \"c\": -2.5e3,}",
            {"a": 1, "b": [True, None, None, True, False], "c": -2500.0},
        ),
        ("{a: 0x1F, b: -0x2, 7: 'x', 'y z': .5}", {"a": 31, "b": -2, "7": "x", "y z": 0.5}),
        ("['it\\'s', \"\\x41\\u0042\\n\", `c\nd`]", ["it's", "AB\n", "c\nd"]),
        ("{a: foo(1, [2], {b: ')'}), c: 3}", {"a": None, "c": 3}),
        ("{a: function(){ return {b: 1} }, c: x => [1, 2], d: 4}", {"a": None, "c": None, "d": 4}),
        ("{a: 'x' + y, b: 1 * 2, c: [1][0]}", {"a": "x", "b": 1, "c": [1]}),
        ("{a, b, ...rest}", {"a": None, "b": None}),
        ("{a: /* why */ 1, // end\n b: 2}", {"a": 1, "b": 2}),
        ("[1,,2]", [1, 2]),
        ("{a: -, b: 2}", {"a": None, "b": 2}),
        ("{[key]: 1, b: 2}", {"b": 2}),
        ("{a: 1 {b: 2}, c: 3}", {"a": 1, "c": 3}),
        ('{"a": {"b": [1, {"c": 2}]}}', {"a": {"b": [1, {"c": 2}]}}),
        ("'text'", "text"),
        ('"a\\ud83d\\ude00"', "a😀"),
        ("'\\ud83d\\ude00\\ud800'", "😀\ufffd"),
        ("42", 42),
        ("name", None),
        ("[1 2, 'a' \"b\", 3]", [1, "a", 3]),
        ("x: 1", None),
        ("]", None),
    ],
)
def test_literals_are_read(text, value):
    found = read(text)
    assert found.value == value
    assert found.whole


def test_reading_ends_where_the_literal_does():
    text = "x = {a: 1}; more"
    assert read(text, 4) == ({"a": 1}, 10, True)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"a": [1, {"b": "c"', {"a": [1, {"b": "c"}]}),
        ('{"a": 1, "nam', {"a": 1}),
        ("[1, 2", [1, 2]),
        ("{a: foo(", {"a": None}),
        ("", None),
    ],
)
def test_a_cut_literal_is_closed(text, value):
    found = read(text)
    assert found.value == value
    assert not found.whole


def test_a_digit_string_too_long_for_a_number_stays_text():
    digits = "9" * 5000
    assert read(f"[{digits}]").value == [digits]


def test_depth_is_no_danger():
    value = read("[" * 5000).value
    depth = 0
    while value:
        value, depth = value[0], depth + 1
    assert depth == 4999


def test_reading_is_bounded():
    found = read("[" + "1," * MOST)
    assert not found.whole
    assert found.end <= MOST


scalars = (
    st.text(max_size=8)
    | st.integers()
    | st.booleans()
    | st.none()
    | st.floats(allow_nan=False, allow_infinity=False)
)


@given(
    st.recursive(
        scalars,
        lambda below: (
            st.lists(below, max_size=4) | st.dictionaries(st.text(max_size=8), below, max_size=4)
        ),
    )
)
def test_json_is_read_as_the_standard_reader_does(value):
    if isinstance(value, dict | list | str):
        assert read(json.dumps(value)).value == value


@given(st.text("{}[]()'\"`,:!ab1.-+/*\\ \n", max_size=60))
def test_any_text_is_read_without_error(text):
    assert read(text).end <= len(text)
