"""Arrays as CSV that no spreadsheet takes for formulas."""

import csv as stdlib_csv

import pytest

from companion.errors import UnreadableInput
from companion.report import csv


def test_one_file_per_array_that_is_not_empty(tmp_path):
    document = {"version": 1, "signals": [{"name": "a", "value": ["x", 1]}], "acts": []}
    assert csv.write(document, tmp_path / "out") == [tmp_path / "out" / "signals.csv"]
    with (tmp_path / "out" / "signals.csv").open(newline="") as file:
        assert list(stdlib_csv.DictReader(file)) == [{"name": "a", "value": '["x", 1]'}]


@pytest.mark.parametrize(
    "sent", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\uff1d1"]
)
def test_a_formula_is_defused(sent):
    assert csv.cell(sent) == "'" + sent


@pytest.mark.parametrize("value", ["a=b", 3, None, True, 0.5])
def test_what_is_no_formula_stays(value):
    assert csv.cell(value) is value


def test_a_place_that_can_not_be_written_is_one_line(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(UnreadableInput, match="name another with -o"):
        csv.write_array("acts", [{"a": 1}], tmp_path / "file")
