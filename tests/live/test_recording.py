"""A recording whose proxy or analyzer is killed: nothing is lost, nothing doubled, it is told."""

import asyncio
import queue
import subprocess
import sys
from collections import Counter
from dataclasses import replace

import pytest

from addons.streaming import LARGE
from companion.errors import CompanionError
from companion.live.proxy import ProxyOptions
from companion.live.recording import Recording, running
from companion.settings import data_folder
from companion.store import exchanges, progress
from companion.store.open import open_store
from companion.store.rounds import ASKED
from tests.addons.load import until
from tests.addons.test_kill import PATHS

pytestmark = pytest.mark.xdist_group("watch")


@pytest.fixture
def options(web, tmp_path):
    db = tmp_path / "companion.db"
    return ProxyOptions(store=db, folder=data_folder(db), allow_targets=(web.authority,))


def _load(recording, web, count, stop, most):
    port = int(recording.ready.proxy.rpartition(":")[2])
    return asyncio.run(until(count, stop, port, web.authority, PATHS, most=most))


def _kill(recording, name):
    recording._children[name].process.kill()


def _kept(options, web):
    """Path to length of the answer, and how often it is there, of all that is kept."""
    with open_store(options.store) as db:
        kept = [(one.url.partition(web.authority)[2], one) for one in exchanges.each(db)]
    return dict(kept), Counter(path for path, _ in kept)


def _lost(log, kept):
    """What a client had whole and the store has not; of large answers the beginning is kept."""
    return [path for path, length in log.items() if not _has(kept.get(path), min(length, LARGE))]


def _has(exchange, length):
    if exchange is None:
        return False
    return exchange.response.body is None or exchange.response.length >= length


@pytest.mark.parametrize(("name", "held"), [("settings.toml", b"scope = 3"), ("seeds", b"x" * 40)])
def test_nothing_is_recorded_while_what_must_stay_out_can_not_be_told(options, name, held):
    options.folder.mkdir(parents=True)
    (options.folder / name).write_bytes(held)
    with pytest.raises(CompanionError, match=name), Recording(options):
        pass
    assert not (options.folder / "journal").exists()


def test_a_killed_analyzer_is_started_again_and_nothing_is_lost_or_doubled(web, options):
    told = queue.Queue()
    with Recording(options, told.put) as recording:
        log = _load(recording, web, 150, lambda: _kill(recording, "analyzer"), 400)
        assert "signal 9) and was started again" in told.get(timeout=60)
        assert running(options.folder) == recording.ready
    kept, times = _kept(options, web)
    assert len(log) == 400
    assert _lost(log, kept) == []
    assert set(times.values()) == {1}


def test_a_killed_proxy_is_told_and_nothing_that_came_is_lost_or_doubled(web, options):
    with Recording(options) as recording:
        log = _load(recording, web, 300, lambda: _kill(recording, "proxy"), 10**9)
        assert recording.over.wait(60)
        assert running(options.folder) is None
    assert "the proxy ended by itself (it was ended by signal 9)" in recording.trouble
    with Recording(options) as again:
        _load(again, web, 1, lambda: None, 1)
    kept, times = _kept(options, web)
    assert len(log) >= 300
    assert _lost(log, kept) == []
    assert set(times.values()) <= {1, 2}  # "/json?n=0" was asked for before and after
    with open_store(options.store) as db:
        assert any("the proxy ended by itself" in what for _, what in progress.gaps(db))
        assert progress.trouble(db) == ""


def test_an_analyzer_that_never_stays_is_given_up_and_recording_goes_on(web, options):
    told = queue.Queue()
    with Recording(options, told.put) as recording:
        for _ in range(4):
            _kill(recording, "analyzer")
            line = told.get(timeout=60)
        assert "ended 4 times" in line
        assert recording.trouble == ""
        log = _load(recording, web, 1, lambda: None, 5)
        with open_store(options.store) as db:
            assert progress.trouble(db) == line
    said = [sys.executable, "-m", "companion", "analyze", "--db", str(options.store)]
    subprocess.run(said, check=True, capture_output=True)
    assert _lost(log, _kept(options, web)[0]) == []


def test_the_sites_it_asks_as_strangers_are_known_while_it_runs(options):
    asking = replace(options, twins=("news.example", "shop.example"))
    with Recording(asking), open_store(options.store) as db:
        assert progress.fact(db, ASKED) == "news.example shop.example"
    with open_store(options.store) as db:
        assert progress.fact(db, ASKED) == ""
