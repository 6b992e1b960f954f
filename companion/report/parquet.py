"""The arrays of the export document as Parquet files, one each, for those who count many."""

import json
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from companion.errors import UnreadableInput
from companion.report.file import writing

type Json = dict[str, Any]

_TYPES = {bool: "BOOLEAN", int: "BIGINT", float: "DOUBLE"}


def write(document: Json, folder: Path) -> list[Path]:
    """One file per array that is not empty, into a folder; nested values stand as JSON text.

    Raises:
        UnreadableInput: the folder can't be written to, or DuckDB, which writes them, is missing.
    """
    if find_spec("duckdb") is None:
        raise UnreadableInput(
            "Parquet needs DuckDB, which is not installed: pip install 'companion[scale]'"
        )
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise UnreadableInput(
            f"{folder} can't be written to ({error.strerror}): name another with -o"
        ) from error
    return [
        _write_array(rows, folder / f"{name}.parquet")
        for name, rows in document.items()
        if isinstance(rows, list) and rows
    ]


def _write_array(rows: list[Json], path: Path) -> Path:
    import duckdb  # noqa: PLC0415 - an extra, and slow to import

    flat = [{key: _flat(value) for key, value in row.items()} for row in rows]
    columns = {key: _type(row.get(key) for row in flat) for row in flat for key in row}
    with TemporaryDirectory(dir=path.parent) as private:  # DuckDB writes files that all can read
        lines, made = Path(private, "rows.ndjson"), Path(private, path.name)
        with writing(lines) as target:
            target.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in flat)
        with duckdb.connect() as connection:
            held = connection.read_json(str(lines), columns=columns, format="newline_delimited")
            held.write_parquet(str(made))
        made.chmod(0o600)
        made.replace(path)
    return path


def _flat(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value


def _type(values: Iterable[Any]) -> str:
    """The type of a column: text, unless all its values are of one simpler type."""
    kinds = {type(value) for value in values if value is not None}
    return _TYPES.get(kinds.pop(), "VARCHAR") if len(kinds) == 1 else "VARCHAR"
