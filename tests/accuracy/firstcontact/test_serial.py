"""The flat tables of frameworks, read back."""

from tests.accuracy.firstcontact.batch_6.serial import devalued, island_props, streamed

VALUE = {"title": "For you", "items": [{"name": "Ash"}, {"name": "Birch"}], "total": 2, "n": 2}


def _read(table: list, at: int, word) -> object:
    it = table[at]
    if isinstance(it, dict):
        return {word(table, name): _read(table, value, word) for name, value in it.items()}
    return [_read(table, value, word) for value in it] if isinstance(it, list) else it


def test_a_devalue_table_leads_back_to_its_value():
    assert _read(devalued(VALUE), 0, lambda table, name: name) == VALUE


def test_a_turbo_stream_leads_back_to_its_value():
    assert _read(streamed(VALUE), 0, lambda table, name: table[int(name[1:])]) == VALUE


def test_equal_words_stand_once_in_a_table():
    assert devalued(["Ash", "Ash", 2, 2]) == [[1, 1, 2, 2], "Ash", 2]


def test_a_revived_value_stands_behind_its_name():
    assert devalued(("Set", [])) == [["Set", 1], []]


def test_island_properties_stand_behind_their_type():
    assert island_props({"items": ["Ash"]}) == [0, {"items": [1, [[0, "Ash"]]]}]
