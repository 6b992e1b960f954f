import pytest

from companion.extract.slates.arrays import Form, lists_at
from companion.extract.slates.places import Place
from tests.extract.slates.lists import items


def forms(value, parent=None):
    place = Place(value, Place(parent) if parent else None, "here")
    return [(found.form, found.total) for found in lists_at(place)]


def test_an_array_of_objects_is_a_list():
    assert forms(items(3)) == [(Form.ARRAY, 3)]


def test_stray_values_are_left_out():
    (found,) = lists_at(Place([None, *items(4), "stray"]))
    assert (found.total, found.keys) == (4, [1, 2, 3, 4])


def test_mostly_scalars_is_no_list():
    assert forms(["a", "b", "c", {"x": 1}]) == []


def test_markers_and_spacers_are_left_out():
    assert forms([*items(4), {"continuationItemRenderer": {"token": "x"}}]) == [(Form.ARRAY, 4)]
    assert forms([*items(4), {"type": "placeholder"}]) == [(Form.ARRAY, 4)]


def test_what_comes_often_is_no_marker():
    assert forms([{"placeholderCard": item} for item in items(4)]) == [(Form.ARRAY, 4)]


def test_arrays_of_objects_are_a_grid():
    assert forms([items(3), items(3)]) == [(Form.GRID, 6)]


def test_rows_take_their_names_from_beside():
    rows = [[1, "One"], [2, "Two"]]
    beside = {"columns": ["id", "title"], "rows": rows}
    (found,) = lists_at(Place(rows, Place(beside), "rows"))
    assert (found.form, found.elements[0]) == (Form.ROWS, {"id": 1, "title": "One"})


def test_names_of_columns_may_be_objects():
    rows = [[1, "One"], [2, "Two"]]
    beside = {"fields": [{"name": "id"}, {"name": "title"}], "n": [1, 2], "rows": rows}
    (found,) = lists_at(Place(rows, Place(beside), "rows"))
    assert found.elements[1] == {"id": 2, "title": "Two"}


def test_rows_without_names_stay_rows():
    (found,) = lists_at(Place([[1, "One"], [2, "Two"]]))
    assert found.elements == [[1, "One"], [2, "Two"]]


@pytest.mark.parametrize("value", [[[], []], [[1], [2]], [1, 2], [{"a": 1}], "text", {}, {"a": 1}])
def test_other_values_are_no_list(value):
    assert forms(value) == []


def test_numbered_keys_are_an_array():
    assert forms({str(at): item for at, item in enumerate(items(4))}) == [(Form.ARRAY, 4)]


def test_numbered_scalars_are_none():
    assert forms({"0": "a", "1": "b", "2": "c"}) == []


def test_numbers_that_do_not_count_are_keys():
    assert forms({"1": 1, "0": 2, "7": 3}) == []


def test_objects_by_id_are_a_map():
    assert forms({f"item:{at}": item for at, item in enumerate(items(5))}) == [(Form.MAP, 5)]


def test_objects_by_name_or_unlike_each_other_are_not():
    assert forms({"red": {"a": 1}, "blue": {"a": 1}, "green": {"a": 1}}) == []
    assert forms({"a1": {"a": 1}, "a2": {"b": 1}, "a3": {"c": 1}, "a4": {"d": 1}}) == []


def test_arrays_of_equal_length_side_by_side_are_columns():
    (found,) = lists_at(Place({"titles": ["a", "b", "c"], "ids": [1, 2, 3], "x": [1, 2, 3, 4]}))
    assert (found.form, found.elements[2]) == (Form.COLUMNS, {"titles": "c", "ids": 3})


def test_a_single_array_is_no_column_of_anything():
    assert forms({"titles": ["a", "b", "c"], "more": "x"}) == []
