"""The proxy's command line, its port, and what is said when it does not start."""

import socket
from dataclasses import replace

import pytest

from companion.errors import CompanionError
from companion.live.proxy import ProxyOptions, command, start_proxy, wanted_port


@pytest.fixture
def options(tmp_path):
    return ProxyOptions(store=tmp_path / "companion.db", folder=tmp_path)


@pytest.fixture
def taken():
    with socket.create_server(("127.0.0.1", 0)) as other:
        yield other.getsockname()[1]


def test_it_listens_on_this_machine_alone(options):
    words = command(options, 4711)
    assert words[words.index("--listen-host") + 1] == "127.0.0.1"
    assert words[words.index("-p") + 1] == "4711"


def test_what_lies_behind_it_is_named(options, tmp_path):
    behind = replace(
        options,
        allow_targets=("127.0.0.1:80", "nas.local:443"),
        upstream="http://127.0.0.1:9",
        upstream_ca=tmp_path / "ca.pem",
    )
    words = " ".join(command(behind, 1))
    assert "companion_allow_target=127.0.0.1:80" in words
    assert "companion_allow_target=nas.local:443" in words
    assert "--mode upstream:http://127.0.0.1:9" in words
    assert f"ssl_verify_upstream_trusted_ca={tmp_path / 'ca.pem'}" in words
    assert "upstream" not in " ".join(command(options, 1))


def test_any_port_will_do_at_first(options):
    assert wanted_port(options) == 0


def test_the_port_of_the_last_time_is_taken_again_when_it_is_free(options, taken):
    options.listening.write_text(str(taken))
    assert wanted_port(options) == 0
    options.listening.write_text(str(_a_free_port()))
    assert wanted_port(options) == int(options.listening.read_text())


@pytest.mark.parametrize("kept", ["nonsense", ""])
def test_a_damaged_note_of_the_last_port_is_passed_over(options, kept):
    options.listening.write_text(kept)
    assert wanted_port(options) == 0


def test_a_port_that_was_asked_for_is_taken_or_refused(options, taken):
    port = _a_free_port()
    assert wanted_port(replace(options, port=port)) == port
    with pytest.raises(CompanionError, match=f"port {taken} is in use"):
        wanted_port(replace(options, port=taken))


def _a_free_port():
    with socket.create_server(("127.0.0.1", 0)) as other:
        return other.getsockname()[1]


def test_a_proxy_that_does_not_start_says_why_in_a_line(options):
    with pytest.raises(CompanionError, match="did not start") as told:
        start_proxy(replace(options, origin="nonsense"))
    assert "\n" not in str(told.value)
    assert not options.listening.exists()


def test_how_often_sites_are_asked_again_is_said_only_where_it_differs(tmp_path):
    usual = command(ProxyOptions(store=tmp_path / "a.db", folder=tmp_path), 1)
    assert not any(word.startswith("companion_twin_") for word in usual)
    chosen = ProxyOptions(store=tmp_path / "a.db", folder=tmp_path, twin_gap=60, twin_daily=4)
    assert {"companion_twin_gap=60", "companion_twin_daily=4"} <= set(command(chosen, 1))
