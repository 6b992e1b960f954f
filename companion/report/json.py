"""The export document as JSON text, an entry a line so that large ones can be looked into."""

import json
from typing import Any, TextIO

type Json = dict[str, Any]


def write(document: Json, target: TextIO) -> None:
    """Write the document; lone surrogates of broken sites stay readable as escapes."""
    target.write("{")
    for place, (name, value) in enumerate(document.items()):
        target.write(f"{',' if place else ''}\n{json.dumps(name)}: ")
        if isinstance(value, list):
            write_array(value, target)
        else:
            target.write(json.dumps(value))
    target.write("\n}\n")


def write_array(rows: list[Json], target: TextIO) -> None:
    """One array, an entry a line."""
    target.write("[")
    for place, row in enumerate(rows):
        target.write(f"{',' if place else ''}\n  {json.dumps(row)}")
    target.write("\n]" if rows else "]")
