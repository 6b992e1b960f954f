"""The table over all batches."""

from tests.accuracy.firstcontact import FIGURES, batches
from tests.accuracy.firstcontact.overview import overview


def test_a_cell_holds_first_contact_and_today():
    lines = overview({"batch_1": ({"order": 0.5}, {"order": 1.0})})
    assert lines == ["           batch_1", "order  0.500→1.000"]


def test_a_batch_without_first_contact_says_so():
    assert overview({"batch_1": ({}, {"order": 1.0})})[1].endswith("?→1.000")


def test_a_column_stands_for_each_batch():
    figures = {"order": 1.0}
    lines = overview(dict.fromkeys(("batch_1", "batch_2"), (figures, figures)))
    assert lines[0].split() == ["batch_1", "batch_2"]
    assert lines[1].split() == ["order", "1.000→1.000", "1.000→1.000"]


def test_each_batch_has_its_first_contact_recorded():
    recorded = FIGURES.read_text("utf-8")
    assert [name for name in batches() if f"[{name}.figures]" not in recorded] == []
