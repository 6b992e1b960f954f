from companion.extract.slates.flatten import flatten, name_value_pairs, pick, tabulate, text_runs
from companion.extract.slates.table import Step


def row(element) -> dict:
    table = tabulate([element])
    return {"/".join(map(str, c.step.keys())): c.values[0] for c in table.columns}


def test_scalars_stand_at_their_paths():
    assert row({"a": {"b": "text"}, "c": [1, 2]}) == {"a/b": "text", "c/0": 1, "c/1": 2}


def test_text_runs_are_one_text():
    assert row({"t": {"runs": [{"text": "one "}, {"text": "two"}]}}) == {"t/runs": "one two"}
    assert text_runs([{"text": "a"}, "b"]) is None
    assert text_runs([{"text": 1}]) is None


def test_names_and_values_become_keys():
    assert row({"m": [{"name": "k", "value": "v"}, {"name": "n", "value": 2}]}) == {
        "m/k": "v",
        "m/n": 2,
    }


def test_what_only_looks_like_names_and_values_does_not():
    assert name_value_pairs([{"name": "a", "value": 1}, {"name": "a", "value": 2}]) is None
    assert name_value_pairs([{"name": "a", "value": {}}]) is None
    assert name_value_pairs([{"x": "a", "y": 1}]) is None
    assert name_value_pairs(["a"]) is None


def test_an_array_inside_an_item_gives_its_first_three():
    assert row({"t": "x", "a": ["p", "q", "r", "s"]}) == {
        "t": "x",
        "a/0": "p",
        "a/1": "q",
        "a/2": "r",
    }


def test_a_long_array_inside_an_item_is_a_list_of_its_own():
    assert row({"t": "x", "a": list(range(20)), "e": []}) == {"t": "x"}


def test_a_row_that_is_an_array_gives_all_its_positions():
    assert len(row([f"v{at}" for at in range(12)])) == 12


def test_a_list_without_any_text_is_not_read_on():
    assert tabulate([{"a": 1}] * 5) is None
    assert tabulate([{"a": 1}, {"a": 2}]) is None
    assert tabulate([]) is None


def test_depth_and_width_are_bounded():
    deep: object = "x"
    for _ in range(40):
        deep = {"d": deep}
    wide = {f"k{at}": "v" for at in range(500)}
    assert flatten(deep, Step(), 0) == 0
    assert flatten(wide, Step(), 0) == 160


def test_a_value_is_picked_without_reading_the_rest():
    element = {
        "t": {"runs": [{"text": "a"}, {"text": "b"}]},
        "m": [{"name": "k", "value": 7}],
        "l": [1],
    }
    assert pick(element, ["t", "runs"]) == "ab"
    assert pick(element, ["m", "k"]) == 7
    assert pick(element, ["l", 0]) == 1
    assert pick(element, ["l", 5]) is None
    assert pick(element, ["m", "none"]) is None
    assert pick(element, ["t"]) is None
    assert pick(element, ["t", "runs", "x", "y"]) is None
    assert pick("text", ["a"]) is None


def test_rows_that_are_arrays_are_read_whole():
    deep = [["x", 7], None, "Rain", [None, None, None, None, [None, None, "/a/1"]]]
    table = tabulate([deep] * 3)
    assert [3, 4, 2] in [column.step.keys() for column in table.columns]
    table = tabulate([{"x": deep}] * 3)
    assert ["x", 3, 4, 2] not in [column.step.keys() for column in table.columns]


def test_trees_in_strings_are_opened():
    text = '{"native": {"title": "Rain in the northern forest", "link": "/a/1"}}'
    table = tabulate([{"adm": text}, {"adm": text[:-1]}])
    keys = ["adm", "native", "title"]
    assert [c.values for c in table.columns if c.step.keys() == keys] == [[text[22:49]]]
    assert pick({"adm": text}, keys) == text[22:49]
    assert pick({"adm": text[:-1]}, keys) is None
