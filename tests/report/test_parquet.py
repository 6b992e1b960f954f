"""Parquet holds what the export holds, with numbers as numbers and nested values as JSON text."""

import json
import stat

import duckdb
import pytest

from companion.errors import UnreadableInput
from companion.report import parquet

DOCUMENT = {
    "version": 1,
    "acts": [],
    "signals": [
        {"id": "a", "value": ["x", "y"], "sensitive": True, "site": None, "n": 1},
        {"id": "=1+1", "value": "é\n\"'", "sensitive": False, "site": "news.example", "n": None},
    ],
    "tests": [{"p": 0.5, "q": None}, {"p": 0.25, "q": None}],
}


def read(path):
    return duckdb.read_parquet(str(path)).fetchall()


def test_every_array_that_holds_something_is_a_file(tmp_path):
    written = parquet.write(DOCUMENT, tmp_path / "out")
    assert [it.name for it in written] == ["signals.parquet", "tests.parquet"]
    assert sorted(it.name for it in (tmp_path / "out").iterdir()) == [it.name for it in written]


def test_values_come_back_as_they_were(tmp_path):
    signals, tests = parquet.write(DOCUMENT, tmp_path)
    assert read(signals) == [
        ("a", json.dumps(["x", "y"]), True, None, 1),
        ("=1+1", "é\n\"'", False, "news.example", None),
    ]
    assert read(tests) == [(0.5, None), (0.25, None)]


def test_text_that_looks_like_a_time_or_number_stays_text(tmp_path):
    (path,) = parquet.write({"rows": [{"a": "2026-05-03", "b": "007"}]}, tmp_path)
    assert read(path) == [("2026-05-03", "007")]


def test_files_are_for_their_owner_alone(tmp_path):
    for path in parquet.write(DOCUMENT, tmp_path / "out"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_writing_again_replaces_what_was_there(tmp_path):
    parquet.write(DOCUMENT, tmp_path)
    (path,) = parquet.write({"tests": [{"p": 1.0}]}, tmp_path)
    assert read(path) == [(1.0,)]


def test_a_folder_that_can_not_be_made_is_told(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(UnreadableInput, match="can't be written to"):
        parquet.write(DOCUMENT, tmp_path / "file")
