import os

import pytest

from addons.edge import Edge
from addons.watched import WatchedSettings
from companion.model import Origin
from companion.settings import Settings, dump


@pytest.fixture
def edge(tmp_path):
    edge = Edge()
    edge.open(tmp_path / "companion.db", Origin.LIVE)
    yield edge
    edge.close()


def test_settings_are_read_again_when_their_file_changes(edge):
    watched, path = WatchedSettings(edge), edge.folder / "settings.toml"
    assert not watched.look()
    path.write_text(dump(Settings(exclude=("a.example",))))
    assert watched.look()
    assert watched.settings.exclude == ("a.example",)
    assert not watched.look()
    path.write_text(dump(Settings(exclude=("b.example",))))
    os.utime(path, ns=(1, 1))
    assert watched.look()
    assert watched.settings.exclude == ("b.example",)
    path.unlink()
    assert watched.look()
    assert watched.settings == Settings()


def test_settings_hold_while_their_file_is_no_good(edge):
    watched, path = WatchedSettings(edge), edge.folder / "settings.toml"
    path.write_text(dump(Settings(exclude=("a.example",))))
    watched.look()
    path.write_text("no toml")
    watched.look()
    assert watched.settings.exclude == ("a.example",)


def test_before_there_is_a_store_the_defaults_hold():
    watched = WatchedSettings(Edge())
    assert not watched.look()
    assert watched.settings == Settings()
