import json

from companion.extract.slates.walk import walk
from tests.extract.slates.lists import cards, items


def places(value):
    return [found.place.locator("") for found in walk(value).lists]


def test_lists_come_in_the_order_of_the_document():
    assert places({"a": items(2), "b": {"c": items(2)}}) == ["/a", "/b/c"]


def test_trees_in_strings_are_walked():
    assert places({"p": json.dumps({"list": items(3)})}) == ["/p >> /list"]


def test_a_tree_may_be_written_twice():
    assert places({"p": json.dumps(json.dumps({"list": items(3)}))}) == ["/p >> /list"]


def test_strings_that_only_begin_like_trees_are_left_alone():
    assert (
        places({"p": "{" + "x" * 60, "q": "[not json, but it ends like that " + "x" * 20 + "]"})
        == []
    )


def test_markup_in_strings_is_put_aside():
    found = walk({"html": f"<ul>{cards(6)}</ul>", "short": "<a href=x>x</a>" * 3})
    assert [place.locator("") for place, _ in found.pages] == ["/html"]


def test_what_is_too_much_is_cut_and_said_so(monkeypatch):
    monkeypatch.setattr("companion.extract.slates.walk.MOST_PLACES", 10)
    monkeypatch.setattr("companion.extract.slates.walk._LARGEST_TEXT", 10)
    assert walk([items(2)] * 20).cut
    assert places({"p": json.dumps({"list": items(3)})}) == []


def test_depth_is_no_danger():
    deep: object = items(2)
    for _ in range(5_000):
        deep = {"d": [deep]}
    assert len(walk(deep).lists) == 1


def test_values_past_those_walked_are_said_to_be_cut(monkeypatch):
    monkeypatch.setattr("companion.extract.slates.walk._WIDE", 3)
    assert walk({"a": {"items": items(4)}}).cut
    assert not walk({"a": [1, 2, 3, 4, 5]}).cut
