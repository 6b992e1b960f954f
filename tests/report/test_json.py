"""The document as JSON text."""

import io
import json as stdlib_json

import pytest

from companion.report import json


@pytest.mark.parametrize(
    "document",
    [
        {"version": 1, "record": {"tool": "x"}, "acts": [], "signals": [{"v": "\ud800 é"}, {}]},
        {"version": 1},
    ],
)
def test_what_is_written_is_read_again(document):
    target = io.StringIO()
    json.write(document, target)
    assert stdlib_json.loads(target.getvalue()) == document
    target.getvalue().encode()
