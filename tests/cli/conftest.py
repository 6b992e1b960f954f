"""The command line, run in this process, and a small capture to run it on."""

import json
from pathlib import Path
from typing import NamedTuple

import pytest

from companion.cli import run
from tests.captures import a_har


class Said(NamedTuple):
    """What a command said and how it ended."""

    out: str
    err: str
    status: int


@pytest.fixture
def companion(tmp_path, monkeypatch, capsys):
    """Runs `companion WORDS --db …` on a store of this test."""
    store = tmp_path / "data" / "companion.db"

    def call(*words: str, db: Path | None = store) -> Said:
        named = ["--db", str(db)] if db else []
        monkeypatch.setattr("sys.argv", ["companion", *map(str, words), *named])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            run()
        said = capsys.readouterr()
        return Said(said.out, said.err, ended.value.code or 0)

    call.store = store
    return call


@pytest.fixture
def capture(tmp_path):
    """A HAR of one page that personalizes, with a tracker beside it."""
    path = tmp_path / "capture.har"
    path.write_text(json.dumps(a_har()))
    return path
