"""Stores that the tests of the screen read: made once, never written to by the screen."""

from pathlib import Path

import pytest

from companion.model import Origin
from tests.tui.filled import empty, fill


@pytest.fixture(scope="session")
def morning(tmp_path_factory) -> Path:
    """A store with a morning in it."""
    return fill(tmp_path_factory.mktemp("morning") / "companion.db")


@pytest.fixture(scope="session")
def demo(tmp_path_factory) -> Path:
    """The same morning, made up."""
    return fill(tmp_path_factory.mktemp("demo") / "companion.db", origin=Origin.DEMO)


@pytest.fixture(scope="session")
def nothing(tmp_path_factory) -> Path:
    """A store without anything."""
    return empty(tmp_path_factory.mktemp("nothing") / "companion.db")
