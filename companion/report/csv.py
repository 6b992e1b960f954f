"""The arrays of the export document as CSV files, one each, safe to open in a spreadsheet."""

import csv
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from companion.errors import UnreadableInput
from companion.report.file import writing

type Json = dict[str, Any]

_FORMULA = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
"""What a cell must not begin with; the last four are the full-width forms of the first."""


def write(document: Json, folder: Path) -> list[Path]:
    """One file per array that is not empty, into a folder; nested values stand as JSON text.

    Raises:
        UnreadableInput: the folder can't be written to.
    """
    written = []
    for name, rows in document.items():
        if isinstance(rows, list) and rows:
            written.append(write_array(name, rows, folder))
    return written


def write_array(name: str, rows: Iterable[Json], folder: Path) -> Path:
    """One array as a file `NAME.csv` in a folder, which is made where it is missing."""
    held = list(rows)
    path = folder / f"{name}.csv"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise UnreadableInput(
            f"{folder} can't be written to ({error.strerror}): name another with -o"
        ) from error
    with writing(path) as target:
        columns = list(dict.fromkeys(key for row in held for key in row))
        writer = csv.DictWriter(target, columns)
        writer.writeheader()
        writer.writerows({key: cell(value) for key, value in row.items()} for row in held)
    return path


def cell(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula; nested values as JSON text."""
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, str) and value.startswith(_FORMULA):
        return "'" + value
    return value
