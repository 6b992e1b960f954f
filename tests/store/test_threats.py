"""The threat model names tests that there are."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "companion/store/README.md").read_text("utf-8").partition("## Threat model")[2]
NAMED = re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", PAGE)
ROWS = [line for line in PAGE.splitlines() if line.startswith("| ")][2:]


@pytest.mark.parametrize(("file", "test"), NAMED)
def test_a_test_that_is_named_is_there(file, test):
    assert re.search(rf"^\s*(async )?def {test}\(", (ROOT / file).read_text("utf-8"), re.M)


@pytest.mark.parametrize("row", ROWS)
def test_every_row_names_a_test(row):
    assert "`tests/" in row
