import pytest

from companion.extract.slates.orders import references
from tests.extract.slates.lists import TITLES, answer, found, items


@pytest.mark.parametrize(
    ("array", "expected"),
    [
        (["a", 2, "c"], ["a", "2", "c"]),
        ([{"__ref": "A:1"}, {"__ref": "A:2"}, {"__ref": "A:3"}], ["A:1", "A:2", "A:3"]),
        ([{"$type": "ref", "value": ["v", "7"]}] * 3, ["7"] * 3),
        ({"0": "a", "1": "b", "2": "c", "title": {"t": 1}}, ["a", "b", "c"]),
        ({"0": "a", "1": "b", "2": "c"}, ["a", "b", "c"]),
        ({"a": 1}, None),
        (["a", "b"], None),
        (["a", True, "c"], None),
        ([{"id": 1}] * 3, None),
        ([{"a": 1, "b": 2, "c": 3, "d": 4}] * 3, None),
        ([{"cursor": "x", "node": {"__ref": "A:1"}}] * 3, ["A:1"] * 3),
        ([{"at": 1, "node": {"__ref": "A:1"}, "more": {"__ref": "A:2"}}] * 3, None),
        ([{"title": "x", "image": {"__ref": "A:1"}}] * 3, None),
        ([{"type": "story", "id": "7"}] * 3, ["story/7"] * 3),
        ([{"sys": {"type": "Link", "linkType": "Entry", "id": "e7"}}] * 3, ["Link/e7"] * 3),
        ([{"type": "story", "id": "7", "title": "Rain"}] * 3, None),
        ([["a"], ["b"], ["c"]], None),
    ],
)
def test_references_are_read(array, expected):
    assert references(array) == expected


def test_the_order_decides_and_the_store_is_no_slate():
    store = {f"i{item['id']}": item for item in items(8)}
    slate = found(answer({"byId": store, "recommended": ["i105", "i101", "i103"]}))
    assert [item.title for item in slate.items] == [TITLES[5], TITLES[1], TITLES[3]]
    assert (slate.locator, slate.items[0].item) == ("/recommended", "105")


def test_an_order_may_name_the_ids_of_an_array():
    slate = found(answer({"all": items(8), "suggested": [107, 100, 104]}))
    assert [item.item for item in slate.items] == ["107", "100", "104"]


def test_a_reference_may_end_in_the_id():
    slate = found(answer({"all": items(8), "related": ["/item/103", "/item/101", "urn:x:106"]}))
    assert [item.item for item in slate.items] == ["103", "101", "106"]


def test_unknown_references_make_no_list():
    slate = found(answer({"all": items(8), "related": ["nothing", "of", "this"]}))
    assert slate.locator == "/all"


def test_references_without_any_store_are_nothing():
    assert references([1, 2, 3])
    assert found(answer({"rows": [items(4)], "ids": ["x", "y", "z"]})).total == 4


def test_what_only_leads_on_is_followed_in_a_store_of_unlike_objects():
    edges = {f"edge:{at}": {"__id": f"edge:{at}", "node": {"__ref": f"s{at}"}} for at in range(4)}
    stories = {f"s{at}": item | {"__id": f"s{at}"} for at, item in enumerate(items(4))}
    root = {"__id": "root", "feed": {"__refs": list(edges)[::-1]}}
    slate = found(answer({"root": root} | edges | stories))
    assert [item.title for item in slate.items] == [*TITLES[3::-1]]


def test_objects_of_a_sort_are_found_by_sort_and_id():
    people = [{"type": "person", "id": "1", "name": "A B"}, {"type": "person", "id": "2"}]
    stories = [item | {"type": "story", "id": str(at)} for at, item in enumerate(items(4))]
    order = [{"type": "story", "id": at} for at in "213"]
    slate = found(answer({"data": order, "included": people + stories}))
    assert [item.title for item in slate.items] == [TITLES[2], TITLES[1], TITLES[3]]
