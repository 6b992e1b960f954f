"""How often a host is asked again: gaps, a cap, a stop, kept over starts."""

from dataclasses import replace

import pytest

from addons.pacing import Pacing, limits
from companion import posix

LIMITS = replace(limits(), surface_gap=660, daily=6, stopped_for=86_400)
NOON = 1_777_809_600.0


class Clock:
    now = NOON

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def pacing(tmp_path, clock):
    return Pacing(tmp_path, LIMITS, clock)


def test_the_bounds_come_with_their_source():
    assert limits().surface_gap == 660
    assert limits().window == 60


def test_a_surface_is_asked_again_after_its_gap(pacing, clock):
    assert pacing.claim("a.example", "a.example/", 2) == ""
    clock.now += 659
    assert "too short" in pacing.claim("a.example", "a.example/", 2)
    assert pacing.claim("a.example", "a.example/other", 2) == ""
    clock.now += 1
    assert pacing.claim("a.example", "a.example/", 2) == ""


def test_the_cap_holds_for_a_host_and_a_day(pacing, clock):
    assert [pacing.claim("a.example", f"/{n}", 2) for n in range(3)] == ["", "", ""]
    assert "a day" in pacing.claim("a.example", "/4", 1)
    assert pacing.claim("b.example", "b.example/1", 2) == ""
    clock.now += 86_400
    assert pacing.claim("a.example", "/4", 2) == ""


def test_gap_and_cap_hold_over_a_new_start(pacing, clock, tmp_path):
    for n in range(3):
        pacing.claim("a.example", f"/{n}", 2)
    again = Pacing(tmp_path, LIMITS, clock)
    assert "a day" in again.claim("a.example", "/4", 2)
    assert "too short" in again.claim("b.example", "/1", 2)


def test_the_gap_holds_over_midnight(pacing, clock):
    clock.now += 43_000
    pacing.claim("a.example", "/", 2)
    clock.now += 400
    assert "too short" in pacing.claim("a.example", "/", 2)


def test_a_host_that_refused_is_left_alone_for_a_day(pacing, clock):
    pacing.stop("a.example")
    assert pacing.is_stopped("a.example")
    assert "refused" in pacing.claim("a.example", "/", 2)
    assert not pacing.is_stopped("b.example")
    clock.now += 86_400
    assert pacing.claim("a.example", "/", 2) == ""


def test_while_another_process_asks_there_is_no_round(pacing, tmp_path):
    with posix.locked(tmp_path / "twins.lock"):
        assert "another process" in pacing.claim("a.example", "/", 2)


def test_what_is_kept_names_no_host_and_is_the_owners_alone(pacing, tmp_path):
    pacing.claim("a.example", "a.example/secret", 2)
    kept = tmp_path / "twins.json"
    assert "example" not in kept.read_text()
    assert kept.stat().st_mode & 0o077 == 0


def test_what_is_kept_and_broken_begins_anew(pacing, tmp_path):
    (tmp_path / "twins.json").write_text("[")
    assert pacing.claim("a.example", "/", 2) == ""
