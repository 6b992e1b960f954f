"""A store on disk."""

import pytest

from companion.store.open import open_store


@pytest.fixture
def path(tmp_path):
    return tmp_path / "companion.db"


@pytest.fixture
def db(path):
    with open_store(path) as store:
        yield store
