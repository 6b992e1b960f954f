"""A store, and a plan on disk."""

import pytest

from companion.store.open import open_store
from tests.audit.made import a_plan


@pytest.fixture
def path(tmp_path):
    return tmp_path / "audit.db"


@pytest.fixture
def db(path):
    with open_store(path) as store:
        yield store


@pytest.fixture
def plan(tmp_path):
    return a_plan(tmp_path)
