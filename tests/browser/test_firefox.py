"""A dedicated Firefox profile: proxy, trust by certutil, a frame that says recorded."""

import os
import stat

import pytest

from companion.browser import firefox
from companion.browser.chromium import Launch
from companion.errors import CompanionError


@pytest.fixture
def certutil(tmp_path, monkeypatch):
    """Stands in for certutil: notes its words and makes the database."""
    program = tmp_path / "bin" / "certutil"
    program.parent.mkdir()
    program.write_text(
        '#!/bin/sh\necho "$@" >> "$0.log"\n'
        'case "$3" in -N) touch "${2#sql:}/cert9.db";; *) [ ! -e "$0.refuse" ] || '
        '{ echo "bad database" >&2; exit 1; };; esac\n'
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    return program


def test_the_profile_uses_the_proxy_and_trusts_the_authority(tmp_path, certutil, authority):
    for _ in range(2):
        firefox.prepare(tmp_path / "p", "http://127.0.0.1:4711", authority)
    settings = (tmp_path / "p/user.js").read_text()
    assert 'user_pref("network.proxy.ssl", "127.0.0.1");' in settings
    assert 'user_pref("network.proxy.http_port", 4711);' in settings
    said = certutil.with_name("certutil.log").read_text().splitlines()
    assert [line.split()[2] for line in said] == ["-N", "-A", "-A"]
    assert "recorded by Companion" in (tmp_path / "p/chrome/userChrome.css").read_text()


def test_certutil_that_refuses_is_one_line(tmp_path, certutil, authority):
    certutil.with_name("certutil.refuse").touch()
    with pytest.raises(CompanionError, match="bad database"):
        firefox.prepare(tmp_path / "p", "http://127.0.0.1:1", authority)


def test_without_certutil_it_says_what_to_install(tmp_path, monkeypatch, authority):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CompanionError, match="libnss3-tools"):
        firefox.prepare(tmp_path / "p", "http://127.0.0.1:1", authority)


def test_the_command_names_the_profile(tmp_path):
    launch = Launch(program="firefox", profile=tmp_path, proxy="", pin="", headless=True)
    assert firefox.command(launch) == [
        "firefox", "--no-remote", "--profile", str(tmp_path), "--headless", "about:blank",
    ]  # fmt: skip
