"""Web servers to be recorded, and `companion watch` as a person starts it."""

import json
import signal
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from companion.browser.find import find
from companion.cli._document import current_document
from companion.settings import data_folder
from tests.addons.certificates import self_signed
from tests.addons.proxies import Proxy
from tests.addons.web import Web


class Watch(Proxy):
    """A running `companion watch --headless`; asked and looked at like any proxy."""

    def __init__(self, db, *words):
        self.db = db
        self.journal = data_folder(db) / "journal"
        self.confdir = data_folder(db) / "ca"
        self.authority = self.confdir / "mitmproxy-ca-cert.pem"
        self.child = subprocess.Popen(
            command(db, *words), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        self.line = self.child.stdout.readline()
        if self.line:
            self.ready = json.loads(self.line)
            self.port = int(self.ready["proxy"].rpartition(":")[2])

    def __exit__(self, *_):
        self.end()

    def end(self, number=signal.SIGINT):
        """Tell it to end; its status, and what it said besides."""
        if self.child.poll() is None:
            self.child.send_signal(number)
        said = self.child.communicate(timeout=60)[1]
        return self.child.returncode, said

    def exported(self, name="exchanges"):
        """An array of what `companion export` writes now."""
        return current_document(self.db, redact=False)[name]

    def urls(self):
        """The addresses of all that is recorded, in order."""
        return [one["url"] for one in self.exported()]


def command(db, *words):
    return [sys.executable, "-m", "companion", "watch", "--headless", "--db", str(db), *words]


@pytest.fixture
def handlers():
    """What is done on signals, as it was before the test."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def newest_process(words):
    """The number of the newest process whose command line holds some words; None without one."""
    said = subprocess.run(
        ["pgrep", "-n", "-f", "--", words], capture_output=True, text=True, check=False
    )
    return int(said.stdout) if said.stdout else None


@pytest.fixture(scope="module")
def headless():
    """The Chromium that is here, without a window."""
    found = find()
    if found is None or found.family != "chromium":
        pytest.skip("no Chromium is here")
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        Path(name).chmod(0o755)  # an unprivileged user starts it
        program = Path(name) / "browser"
        program.write_text(f'#!/bin/sh\nexec {found.program} --headless=new "$@"\n')
        program.chmod(program.stat().st_mode | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)
        patch.setenv("COMPANION_BROWSER", str(program))
        yield


@pytest.fixture(scope="session")
def web():
    with Web() as web:
        yield web


@pytest.fixture(scope="session")
def secure(tmp_path_factory):
    """A server with a certificate of its own, and that certificate."""
    context, certificate = self_signed(tmp_path_factory.mktemp("secure"))
    with Web(context) as web:
        yield web, certificate


@pytest.fixture(scope="module")
def watching(web, secure, tmp_path_factory):
    """One recording that several tests look at."""
    server, certificate = secure
    allowed = ("--allow-target", web.authority, "--allow-target", server.authority)
    db = tmp_path_factory.mktemp("watched") / "companion.db"
    with Watch(db, *allowed, "--upstream-ca", str(certificate)) as watch:
        yield watch
