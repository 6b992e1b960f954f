import pytest

from companion.decode.hydration import hydrated, hydrated_within


def test_positions_become_values():
    state = [{"title": 1, "tags": 2}, "Rain", [3, 4], "wet", "grey"]
    assert hydrated([*state, "x"]).value == {"title": "Rain", "tags": ["wet", "grey"]}


def test_containers_know_where_they_stood():
    found = hydrated([{"list": 1}, [2, 3], "a", "b", "c", "d"])
    assert found.positions[id(found.value["list"])] == 1


def test_what_leads_back_to_itself_is_left_empty():
    assert hydrated([{"self": 0, "a": 1}, "x", "", "", "", ""]).value == {"self": None, "a": "x"}


def test_reactive_wrappers_are_taken_off():
    state = [["Reactive", 1], {"a": 2}, "x", "", "", ""]
    assert hydrated(state).value == {"a": "x"}


def test_keys_may_be_positions_too():
    state = [{"_1": 2, "_9": 3}, "title", "Rain", "Fog", "", ""]
    assert hydrated(state).value == {"title": "Rain", "_9": "Fog"}


def test_what_a_tag_stands_before_is_no_position():
    assert hydrated([{"at": 1, "late": 2}, ["D", 5], ["P", 3], "x", "", ""]).value == {
        "at": 5,
        "late": "x",
    }


def test_positions_outside_the_array_are_nothing():
    assert hydrated([{"a": -5, "b": 1}, "x", "", "", "", ""]).value == {"a": None, "b": "x"}


def test_depth_is_bounded():
    chain = [{"next": at + 1} for at in range(40)] + ["end"]
    depth, value = 0, hydrated(chain).value
    while isinstance(value, dict):
        depth, value = depth + 1, value["next"]
    assert (depth, value) == (14, None)


@pytest.mark.parametrize(
    "value",
    [
        {"a": 1},
        [1, 2],
        ["a", {"b": 1}, 3, 4, 5, 6],
        [{"title": "x"}, {"title": "y"}, 1, 2, 3, 4],
        [{"flag": True}, 1, 2, 3, 4, 5],
        [1, 2, 3, 4, 5, 6],
    ],
)
def test_other_values_are_left_alone(value):
    assert hydrated(value) is None


def test_such_arrays_are_found_inside_a_tree():
    state = [{"title": 1}, "Rain", "", "", "", ""]
    ((keys, whole),) = hydrated_within({"nodes": [{"type": "skip"}, {"data": state}]})
    assert (keys, whole.value) == (("nodes", 1, "data"), {"title": "Rain"})


def test_nothing_is_found_in_other_trees():
    assert list(hydrated_within({"nodes": [{"data": [{"title": "x"}] * 9}], "n": 7})) == []
    assert list(hydrated_within([{"title": 1}, "Rain", "", "", "", ""])) == []
