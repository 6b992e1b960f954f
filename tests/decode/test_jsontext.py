import json

import pytest

from companion.decode.jsontext import CHUNKS, chunks, nested, parse, storable, unguarded


@pytest.mark.parametrize(
    "guard",
    [")]}'\n", ")]}',\n", "for(;;);", "while(1);", "for (;;); ", "/**/", "\ufeff", "&&&START&&&"],
)
def test_guards_are_taken_off(guard):
    assert unguarded(guard + '{"a": 1}') == '{"a": 1}'


def test_a_text_without_guard_is_the_same_text():
    text = '{"a": 1}'
    assert unguarded(text) is text


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ('{"a": 1}', [{"a": 1}]),
        ('{"a": 1}\n{"a": 2}', [{"a": 1}, {"a": 2}]),
        ('12\n[["x"]]\n7\n[1]', [[["x"]], [1]]),
        ('{"id": 123456789012345678901234567890}', [{"id": 123456789012345678901234567890}]),
        ("{a: 1}", [{"a": 1}]),
        ("nothing", []),
        ("17", [17]),
    ],
)
def test_texts_are_read_as_their_trees(text, values):
    trees = parse(text)
    assert [tree.value for tree in trees] == values
    assert not any(tree.note for tree in trees)


def test_what_was_cut_is_read_and_noted():
    (tree,) = parse('{"a": {"b": 1, "c')
    assert tree.value == {"a": {"b": 1}}
    assert tree.note == "cut short after 17 characters"


def test_depth_is_read_and_noted():
    (tree,) = parse("[" * 3000 + "]" * 3000)
    assert tree.note == "nested too deeply for the usual reader"


def test_chunks_are_bounded():
    assert len(list(chunks("[]" * (CHUNKS + 5)))) == CHUNKS


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"a": 1}', {"a": 1}),
        ('"{\\"a\\": 1}"', {"a": 1}),
        ('"text"', None),
        ("17", None),
        ("{broken", None),
        ('"{broken"', None),
        ("[" * 3000 + "]" * 3000, None),
    ],
)
def test_nested_is_a_whole_object_or_array(text, value):
    assert nested(text) == value


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (r'"\ud83d\ude00"', "😀"),
        (r'"\ud83d"', "\ufffd"),
        (r'"\ude00"', "\ufffd"),
        (r'"a\ud83d\ud83d\ude00"', "a\ufffd😀"),
        (r'"\\ud83d"', "\\ud83d"),
        (r'"\u00e4"', "ä"),
    ],
)
def test_lone_surrogates_are_replaced(text, kept):
    assert json.loads(storable(text)) == kept
