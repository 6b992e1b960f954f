"""Fixtures that several packages share."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("shared", deadline=None)  # other tests run beside these
settings.load_profile("shared")

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real captures; tests that need it skip where it is absent."""
    folder = Path(os.environ.get("COMPANION_CORPUS", ROOT.parent / "shared" / "corpus" / "dev"))
    if not (folder / "labels.json").exists():
        pytest.skip("the corpus of real captures is not here (COMPANION_CORPUS names its folder)")
    return folder
