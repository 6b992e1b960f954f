import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.model import Direction
from tui.spots import Part, aim, line_of

SENT, RECEIVED = Direction.SENT, Direction.RECEIVED


@pytest.mark.parametrize(
    ("locator", "direction", "part", "way", "header"),
    [
        ("query:em", None, Part.ADDRESS, SENT, ""),
        ("query:data >> b64 >> /email", SENT, Part.ADDRESS, SENT, ""),
        ("path:2", None, Part.ADDRESS, SENT, ""),
        ("cookie:uid", SENT, Part.HEADER, SENT, "cookie"),
        ("cookie:uid", RECEIVED, Part.HEADER, RECEIVED, "set-cookie"),
        ("header:ETag", RECEIVED, Part.HEADER, RECEIVED, "etag"),
        ("form:mail", None, Part.REQUEST, SENT, ""),
        ("part:file", None, Part.REQUEST, SENT, ""),
        ("ws:3 >> /id", None, Part.SOCKET, RECEIVED, ""),
        ("/a/b", SENT, Part.REQUEST, SENT, ""),
        ("/a/b", RECEIVED, Part.ANSWER, RECEIVED, ""),
        ("html > div", None, Part.ANSWER, RECEIVED, ""),
    ],
)
def test_a_locator_leads_to_a_part(locator, direction, part, way, header):
    found = aim(locator, "x", direction)
    assert (found.part, found.direction, found.header) == (part, way, header)


def test_only_a_pointer_into_the_whole_body_leads_by_keys():
    assert aim("/a~1b/0/c~0d", "x", None).keys == ("a/b", "0", "c~d")
    assert aim("script#state >> /a", "x", None).keys == ()


def test_a_value_is_looked_for_with_its_name_before_it_is_alone():
    forms = aim("query:em", "a b&c", None).forms
    assert forms[:3] == ("em=a b&c", "em=a%20b%26c", "em=a+b%26c")
    assert "a b&c" in forms
    assert aim("/x/name", "v", None).forms.index('"name":"v"') < 10


def test_a_place_in_a_list_has_no_name_to_look_for():
    assert aim("path:2", "x", None).forms[0] == "x"
    assert aim("/items/0", "x", None).forms[0] == "x"


def test_nothing_there_nothing_to_look_for():
    assert aim("query:em", "", None).forms == ()


TREES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(TREES, st.data())
def test_the_line_is_that_of_the_written_tree(tree, data):
    keys, here = [], tree
    while isinstance(here, dict | list) and here and data.draw(st.booleans()):
        key = data.draw(st.sampled_from(range(len(here)) if isinstance(here, list) else list(here)))
        keys.append(str(key))
        here = here[key]
    line = line_of(tree, keys)
    written = json.dumps(tree, indent=2, ensure_ascii=False).split("\n")[line].strip()
    start = json.dumps(here, indent=2, ensure_ascii=False).split("\n")[0]
    assert written.rstrip(",").endswith(start)


def test_keys_that_lead_nowhere_have_no_line():
    assert line_of({"a": [1]}, ["b"]) is None
    assert line_of({"a": [1]}, ["a", "7"]) is None
    assert line_of("text", ["a"]) is None
