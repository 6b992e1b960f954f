import json
from collections import defaultdict

from companion.decode.leaf import text_of
from companion.decode.leaves import MOST, leaves
from companion.decode.scalars import ANY, Wish
from companion.model import Direction, Message
from tests.builders import an_exchange

JSON = (("content-type", "application/json"),)


def read(body, wants=None, **changes):
    return leaves(an_exchange(received=JSON, body=json.dumps(body).encode(), **changes), wants)


def named(found, name):
    return next(leaf for leaf in found if leaf.name == name)


def test_the_parent_is_the_key_above_places_in_arrays_apart():
    found = read({"a": {"b": [{"c": 1}], "d": ["x"]}, "e": ["y"]}, url="https://news.example/?q=z")
    assert {leaf.name: leaf.parent for leaf in found} == {"q": "", "c": "b", "d": "a", "e": ""}


def test_the_parent_of_a_value_inside_a_value_is_what_holds_it():
    found = read({}, url='https://news.example/?data={"k":1,"l":["m"]}&r=a%3Dbb%26c%3Ddd')
    assert {leaf.name: leaf.parent for leaf in found if leaf.name in {"k", "l", "a"}} == {
        "k": "data",
        "l": "data",
        "a": "r",
    }


def test_the_nearest_value_stands_beside_a_leaf_or_beside_what_holds_it():
    found = read({"id": "top", "a": {"id": "in", "b": [{"x": 1}], "c": {"id": {}, "y": 2}}})
    assert named(found, "x").near("id") == "in"
    assert named(found, "y").near("id") == "in"
    assert named(found, "y").near("name", "key") == ""


def test_leaves_of_one_object_share_their_trail():
    found = read({"a": 1, "b": 2, "c": {"d": 3}})
    assert named(found, "a").trail is named(found, "b").trail
    assert named(found, "a").trail is not named(found, "d").trail


def test_a_container_as_text_is_json():
    assert text_of({"a": [1, None]}) == '{"a": [1, null]}'
    assert text_of(float("nan")) == "NaN"


def only(*names):
    """Wants a few names wherever they stand."""
    by_name = defaultdict(lambda: None, dict.fromkeys(names, ANY))
    return lambda carrier, direction: defaultdict(lambda: by_name)


def test_only_wanted_names_are_read():
    found = read({"a": 1, "b": {"a": 2, "c": 3}, "d": [1]}, only("a"), url="https://n.example/?a=4")
    assert [(leaf.locator, leaf.value) for leaf in found] == [
        ("query:a", "4"),
        ("/a", "1"),
        ("/b/a", "2"),
    ]


def test_a_wanted_name_is_found_inside_a_value_that_is_not():
    found = read({"x": '{"a": 1}'}, only("a"))
    assert [leaf.locator for leaf in found] == ["/x >> /a"]


def test_of_what_was_received_links_are_not_looked_into():
    body = {"link": "https://n.example/?a=1", "links": ["/page/x?a=1"]}
    assert read(body, only("a")) == []
    assert [leaf.locator for leaf in read(body) if leaf.name == "a"] == [
        "/link >> query:a",
        "/links/0 >> query:a",
    ]


def test_what_is_wanted_can_depend_on_carrier_direction_and_parent():
    def wants(carrier, direction):
        good = ANY if carrier == "json" and direction is Direction.RECEIVED else None
        nothing = defaultdict(lambda: None)
        return defaultdict(lambda: nothing, {"user": defaultdict(lambda: good)})

    found = read({"user": {"a": 1}, "item": {"a": 2}}, wants, url="https://n.example/?user=1")
    assert [leaf.locator for leaf in found] == ["/user/a"]


def test_the_value_of_a_pair_bears_its_name():
    found = read({"traits": [{"name": "age", "value": 34}, {"key": "tags", "value": ["a", "b"]}]})
    assert [(leaf.name, leaf.value) for leaf in found if "value" in leaf.locator] == [
        ("age", "34"),
        ("tags", "a"),
        ("tags", "b"),
    ]


def test_after_the_most_values_nothing_more_is_read():
    many = Message(headers=JSON, body=json.dumps(list(range(MOST + 5))).encode())
    found = read({"a": 1}, request=many)
    assert len(found) == MOST
    assert found.notes == (f"read up to {MOST} values",)


def test_whole_numbers_are_left_out_where_they_say_nothing():
    class Names(dict):
        def __missing__(self, name):
            return {"why": Wish("w", counts=False), "id": ANY}.get(name)

    body = [{"why": 12, "id": 3}, {"why": "like it", "id": 4}, {"why": -1, "id": None}]
    found = read(body, lambda carrier, direction: defaultdict(Names))
    assert [(leaf.name, leaf.value, leaf.wanted) for leaf in found] == [
        ("id", "3", None),
        ("why", "like it", "w"),
        ("id", "4", None),
        ("why", "-1", "w"),
    ]


def test_of_a_name_and_value_pair_the_name_is_the_one_that_is_wanted():
    found = read([{"name": "a", "value": 1}, {"key": "b", "value": 2}], only("a"))
    assert [(leaf.locator, leaf.name) for leaf in found] == [("/0/value", "a")]


def test_words_in_an_array_are_read_where_their_name_is_wanted_or_they_hold_more():
    body = {"a": ["x"], "b": ["y"], "c": ["one", '{"a": "inside"}'], "d": [["z"]]}
    assert [leaf.locator for leaf in read(body, only("a"))] == ["/a/0", "/c/1 >> /a"]
