"""Reads the tables of data into frozen rows, once, and finds rows by id."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from importlib.resources import files
from typing import Any, get_args, get_type_hints

from companion.contest import bodies, facts
from companion.errors import UnreadableInput

type Rows[T] = Mapping[str, T]


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """Every table by id; a field is named like its table."""

    source: Rows[facts.Source]
    jurisdiction: Rows[facts.Jurisdiction]
    residence: Rows[facts.Residence]
    clock: Rows[facts.Clock]
    instrument: Rows[facts.Instrument]
    right: Rows[facts.Right]
    us_state: Rows[facts.UsState]
    case: Rows[facts.Judgment]
    pending: Rows[facts.Pending]
    measurement: Rows[facts.Measurement]
    remedy: Rows[facts.Remedy]
    finding: Rows[facts.Plan]
    verification: Rows[facts.Verification]
    letter: Rows[facts.LetterKind]
    complaint_ground: Rows[facts.Ground]
    state: Rows[facts.State]
    service: Rows[bodies.Service]
    portal: Rows[bodies.Portal]
    contact: Rows[bodies.Contact]
    authority: Rows[bodies.Authority]


@cache
def knowledge() -> Knowledge:
    """Everything that ships with the package."""
    folder = files("companion.contest").joinpath("data")
    texts = {
        entry.name: entry.read_text("utf-8")
        for entry in folder.iterdir()
        if entry.name.endswith(".toml")
    }
    return read(texts)


def read(texts: Mapping[str, str]) -> Knowledge:
    """Knowledge from the texts of TOML files by name.

    Raises:
        UnreadableInput: a table is missing or unknown, or a row has a wrong or missing key.
    """
    rows = get_type_hints(Knowledge)
    tables: dict[str, dict[str, Any]] = {name: {} for name in rows}
    for name, text in sorted(texts.items()):
        for table, entries in tomllib.loads(text).items():
            if table not in tables:
                raise UnreadableInput(f"{name} has an unknown table {table!r}")
            row = get_args(rows[table])[0]
            for entry in entries:
                made = _row(row, entry, f"{name}, {table} {entry.get('id', '?')}")
                tables[table][made.id] = made
    empty = [name for name, found in tables.items() if not found]
    if empty:
        raise UnreadableInput(f"no table holds {', '.join(empty)}")
    return Knowledge(**tables)


def _row(row: Any, entry: Mapping[str, Any], where: str) -> Any:
    known = {it.name: it.type for it in fields(row)}
    unknown = sorted(set(entry) - set(known))
    if unknown:
        raise UnreadableInput(f"{where} has an unknown key {unknown[0]!r}")
    values = {key: _value(known[key], value, where) for key, value in entry.items()}
    try:
        return row(**values)
    except TypeError as error:
        raise UnreadableInput(f"{where} lacks a key: {error}") from error


def _value(kind: Any, value: Any, where: str) -> Any:
    """A value as its field wants it: lists become tuples, tables become rows."""
    inner = next(iter(get_args(kind)), kind)
    if isinstance(value, list):
        return tuple(_row(inner, it, where) if is_dataclass(inner) else it for it in value)
    return _row(inner, value, where) if is_dataclass(inner) else value
