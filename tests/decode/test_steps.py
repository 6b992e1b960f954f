import pytest

from companion.decode.steps import clean, escape, join, name, numbered, pointer, split


@pytest.mark.parametrize(
    ("steps", "locator"),
    [
        ((), ""),
        (("script#__NEXT_DATA__", "/props/feed"), "script#__NEXT_DATA__ >> /props/feed"),
        (("query:d", "", "b64"), "query:d >> b64"),
    ],
)
def test_join_leaves_empty_steps_out(steps, locator):
    assert join(*steps) == locator
    assert split(locator) == tuple(step for step in steps if step)


@pytest.mark.parametrize(
    ("keys", "words"),
    [((), ""), (("a", 0, "b c"), "/a/0/b c"), (("a/b", "~"), "/a~1b/~0"), (("x >> y",), "/x ~2 y")],
)
def test_pointer_escapes_its_keys(keys, words):
    assert pointer(*keys) == words


def test_escape_leaves_plain_keys():
    assert escape("userId7") == "userId7"


def test_a_name_never_looks_like_two_steps():
    assert split(name("query", "a >> b")) == ("query:a ~2 b",)


def test_numbered_tells_equal_names_apart():
    steps = [step for step, _, _ in numbered("query", [("a", "1"), ("b", "2"), ("a", "3")])]
    assert steps == ["query:a", "query:b", "query:a#2"]


def test_clean_replaces_lone_surrogates_and_joins_pairs():
    assert clean("a\ud800b\ud83d\ude00") == "a\ufffdb😀"
    assert clean("ä") == "ä"
