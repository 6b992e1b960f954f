"""The demo as a person starts it: what is planted is found, and honest sites are left alone."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from companion import posix
from companion.store import exchanges, findings
from companion.store.open import open_store

DIALS = Path(__file__).parents[2] / "companion" / "smallweb" / "dials.toml"
NAMESPACE = "companion-demo-test"

pytestmark = [pytest.mark.timeout(280), pytest.mark.xdist_group("demo")]


@pytest.fixture
def nowhere():
    """Words that run a command where there is no network but loopback."""
    if not posix.is_root() or shutil.which("ip") is None:
        pytest.skip("only root makes a network namespace, with the command ip")
    made = subprocess.run(["ip", "netns", "add", NAMESPACE], capture_output=True, check=False)
    if made.returncode:
        pytest.skip(f"no network namespace can be made: {made.stderr.decode().strip()}")
    inside = ["ip", "netns", "exec", NAMESPACE]
    subprocess.run([*inside, "ip", "link", "set", "lo", "up"], check=True)
    yield inside
    subprocess.run(["ip", "netns", "delete", NAMESPACE], check=True)


def _demo(store, *words, inside=()):
    command = [sys.executable, "-m", "companion", "demo", "--headless", "--truth", "--db", store]
    said = subprocess.run(
        [*inside, *command, *words], capture_output=True, text=True, check=False, timeout=270
    )
    assert "Traceback" not in said.stderr
    return said


def _claims(text: str, heading: str) -> list[str]:
    block = re.search(rf"^{heading}: (\d+)\n((?:  .*\n?)*)", text, re.MULTILINE)
    return block[2].splitlines()


def test_what_is_planted_is_found_without_any_network(tmp_path, nowhere):
    said = _demo(tmp_path / "demo.db", inside=nowhere)
    assert _claims(said.stdout, "missed") == []
    assert _claims(said.stdout, "invented") == []
    assert len(_claims(said.stdout, "found")) > 40
    assert said.returncode == 0
    assert "made-up data" in said.stdout
    with open_store(tmp_path / "demo.db", readonly=True) as store:
        assert exchanges.all_demo(store)
        assert exchanges.count(store) > 1_000


def test_honest_sites_are_accused_of_nothing(tmp_path):
    honest = re.sub(r"(?m)^(\w+ = )[\d.]+", r"\g<1>0", DIALS.read_text("utf-8"))
    (tmp_path / "zero.toml").write_text(honest)
    said = _demo(tmp_path / "demo.db", "--dials", tmp_path / "zero.toml")
    assert said.returncode == 0
    with open_store(tmp_path / "demo.db", readonly=True) as store:
        assert [one.title for one in findings.each(store)] == []
        assert exchanges.count(store) > 500


def test_dials_that_can_not_be_read_are_one_line(tmp_path):
    (tmp_path / "bad.toml").write_text("trakcing = 1\n")
    said = _demo(tmp_path / "demo.db", "--dials", tmp_path / "bad.toml")
    assert said.returncode == 2
    assert len(said.stderr.strip().splitlines()) == 1
    assert "trakcing" in said.stderr


def test_a_store_with_something_real_in_it_is_refused(tmp_path):
    from tests.builders import an_exchange

    with open_store(tmp_path / "mine.db") as store, store.atomic():
        exchanges.keep(store, [an_exchange()])
    said = _demo(tmp_path / "mine.db")
    assert said.returncode == 2
    assert "really recorded" in said.stderr
    with open_store(tmp_path / "mine.db", readonly=True) as store:
        assert exchanges.count(store) == 1
