"""What `companion watch` and `browse` put together, with a browser and a screen that stand in."""

import json
import os
import signal
import stat
import sys
import tempfile
from pathlib import Path

import pytest

from companion.browser.start import profiles_place
from companion.errors import CompanionError
from companion.live.proxy import ProxyOptions
from companion.live.recording import Ready
from companion.live.watch import DRAINING, browse, browse_alone, record, watch
from companion.settings import data_folder
from tests.live.conftest import newest_process

pytestmark = [pytest.mark.xdist_group("watch"), pytest.mark.usefixtures("handlers")]


PATIENT = "while :; do sleep 0.1; done"


@pytest.fixture
def options(tmp_path):
    db = tmp_path / "companion.db"
    return ProxyOptions(store=db, folder=data_folder(db))


def _program(path, text):
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)
    return str(path)


@pytest.fixture
def browser(monkeypatch):
    """Stands in for a browser, where an unprivileged user can reach it."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)

        def does(text):
            monkeypatch.setenv("COMPANION_BROWSER", _program(Path(name) / "browser", text))

        yield does


@pytest.fixture
def screen(tmp_path, monkeypatch):
    """Stands in for Python where the screen is started, which ends at once."""
    told = 'case "$*" in *"-m tui"*) exit 0;; esac'
    program = _program(tmp_path / "python", f'{told}\nexec {sys.executable} "$@"')
    monkeypatch.setattr(sys, "executable", program)


def test_it_records_until_it_is_told_to_end(options):
    said = []

    def announce(line):
        said.append(line)
        os.kill(os.getpid(), signal.SIGTERM)

    record(options, announce, said.append)
    (line,) = said
    assert json.loads(line)["store"] == str(options.store)


def test_a_proxy_that_ends_by_itself_ends_it_with_a_line(options):
    def kill(_line):
        os.kill(newest_process(f"companion_db={options.store} "), signal.SIGKILL)

    with pytest.raises(CompanionError, match="the proxy ended by itself"):
        record(options, kill, print)


def test_the_browser_is_closed_with_the_screen(options, browser, screen):
    browser(PATIENT)
    said = []
    watch(options, said.append, said.append)
    assert said[1:] == [DRAINING]
    assert newest_process(f"user-data-dir={profiles_place(options.folder)}") is None


def test_without_a_browser_it_says_so_and_records(options, screen, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("COMPANION_BROWSER", raising=False)
    said = []
    watch(options, said.append, said.append)
    assert said[1].startswith("no browser was found")


def test_a_browser_alone_is_recorded_until_it_is_closed(options, browser):
    browser("exit 0")
    said = []
    browse_alone(options, "work", "https://news.example/", said.append)
    assert said == ["recording until you close the browser"]


def test_a_browser_alone_is_closed_when_told_to_end(options, browser):
    browser(PATIENT)
    browse_alone(options, "work", "", lambda _: os.kill(os.getpid(), signal.SIGINT))
    assert newest_process(f"user-data-dir={profiles_place(options.folder)}") is None


def test_without_any_browser_nothing_can_be_opened(options, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("COMPANION_BROWSER", raising=False)
    with pytest.raises(CompanionError, match="no browser was found"):
        browse(options.folder, Ready("p", "c", "s", "d"), "work", "")
