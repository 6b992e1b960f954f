"""One recording at a time."""

import pytest

from companion.errors import StoreUnavailable
from companion.live.lock import StoreLock


def test_a_second_recording_is_refused_in_one_line(tmp_path):
    store = tmp_path / "companion.db"
    with StoreLock(store, tmp_path), pytest.raises(StoreUnavailable, match="another companion"):
        StoreLock(store, tmp_path).__enter__()


def test_a_store_is_free_again_afterwards(tmp_path):
    for _ in range(2):
        with StoreLock(tmp_path / "companion.db", tmp_path):
            pass
