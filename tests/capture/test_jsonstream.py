import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.capture import jsonstream as module
from companion.capture.jsonstream import Broken, JsonStream

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


def a_stream(text, step=4):
    return JsonStream(io.StringIO(text), step)


@given(VALUES, st.integers(1, 50), st.sampled_from([None, 1]))
def test_any_value_is_read_whatever_the_step(value, step, indent):
    assert a_stream(json.dumps(value, indent=indent), step).value() == value


def test_values_follow_one_another():
    stream = a_stream(' 12 , "a\\"b" , {"c": [1]} ')
    values = [stream.value()]
    while stream.take(","):
        values.append(stream.value())
    assert values == [12, 'a"b', {"c": [1]}]
    assert stream.peek() == ""


def test_members_give_keys_while_the_caller_takes_the_values():
    stream = a_stream('{"a": 1, "b": [2]} 3')
    assert {key: stream.value() for key in stream.members()} == {"a": 1, "b": [2]}
    assert stream.value() == 3


def test_control_characters_in_a_string_are_let_be():
    assert a_stream('"a\tb"').value() == "a\tb"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"a": oops, "b": "' + "x" * 200 + '"}', "it is no JSON"),
        ('["a', "the file ends in the middle of it"),
        ("[" * 200_000, "nested too deeply"),
    ],
)
def test_a_value_that_is_broken_says_how(text, reason):
    with pytest.raises(Broken, match=reason):
        a_stream(text).value()


def test_a_value_without_end_is_given_up(monkeypatch):
    monkeypatch.setattr(module, "LARGEST", 100)
    with pytest.raises(Broken, match="Unterminated string"):
        a_stream('"' + "x" * 1000 + '"').value()


@pytest.mark.parametrize("text", ["[]", '{"a" 1}', '{"a": 1 "b": 2}'])
def test_what_is_no_object(text):
    stream = a_stream(text)
    with pytest.raises(Broken):
        {key: stream.value() for key in stream.members()}


@pytest.mark.parametrize(
    "broken",
    ['{"a": oops}', '{"a": {"b": ["}\\""], c}}', "oops", '{"a": "' + "}" * 100 + '", x}'],
)
def test_skipping_a_broken_value_ends_before_what_follows_it(broken):
    stream = a_stream(broken + ', {"next": 1}]')
    assert stream.skip()
    assert stream.take(",")
    assert stream.value() == {"next": 1}


def test_skipping_ends_before_the_end_of_the_list():
    stream = a_stream("oops]")
    assert stream.skip()
    assert stream.peek() == "]"


@pytest.mark.parametrize("cut", ['{"a": oops', '{"a": "oops', "{{{"])
def test_skipping_finds_no_end_in_what_was_cut(cut):
    stream = a_stream(cut)
    assert not stream.skip()
    assert stream.peek() == ""
