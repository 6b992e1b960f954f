"""An audit in real browsers on the small web: killed half-way, begun again, judged."""

import os
import signal
import subprocess
import sys
from dataclasses import replace

import pytest

from companion.audit.plan import World
from companion.audit.results import results
from companion.audit.run import Told, left, prepare, run
from companion.audit.seat import Setting, browser
from companion.browser.find import find
from companion.errors import CompanionError, StoreUnavailable, UnreadableInput
from companion.intake.amend import add_seeds
from companion.redact.seeds import Seed
from companion.settings import data_folder
from companion.store import exchanges, progress, visits
from companion.store.open import open_store
from tests.audit.made import a_plan
from tests.builders import an_exchange

SMALL = """
title = "Small"
question = "Does an audit go on where it was?"
seed = 1
blocks = 2
repeats = 1
gap_minutes = 0
pace_seconds = 0
measures = ["lists", "consent"]
[smallweb]
seed = 7
[[visitor]]
name = "hiker"
role = "subject"
banner = "accept"
[[visitor]]
name = "stranger"
role = "stranger"
banner = "accept"
[[place]]
name = "front"
url = "https://news.test/"
heading = "More from the Courier"
"""


@pytest.mark.xdist_group("watch")
def test_an_audit_survives_a_kill_and_keeps_everything(tmp_path):
    if (found := find()) is None or found.family != "chromium":
        pytest.skip("no Chromium is here")
    plan, db = a_plan(tmp_path, SMALL), tmp_path / "audit.db"
    command = [sys.executable, "-m", "companion", "audit", str(tmp_path / "plan.toml")]
    command += ["--headless", "--db", str(db)]
    _killed_in_the_second_block(command, db)
    with open_store(db) as store:
        first = {one.id: one for one in visits.each(store, status=visits.DONE)}
        assert {one.block for one in first.values()} == {1}
        assert progress.fact(store, "audit hash") == plan.hash
    said, steps = [], []
    setting = Setting(folder=data_folder(db), program=found.program, headless=True, pace=0)
    run(plan, db, setting, Told(step=steps.append, say=said.append))
    assert said == ["2 visits had been broken off and are repeated"]
    assert sum(steps) == 2
    with open_store(db) as store:
        every = {one.id: one for one in visits.each(store)}
        assert first.items() <= every.items()
        assert {(one.block, one.status, one.tries) for one in every.values()} == {
            (1, visits.DONE, 1),
            (2, visits.DONE, 2),
        }
        assert left(store) == []
        _everything_is_kept(store)
        found = results(store, plan)
    # Two blocks are too few to claim anything; on a busy machine the second may lie too far apart.
    assert {one.verdict for one in found} <= {"not_tested", "missing"}
    assert {one.measure for one in found} == {"lists", "consent"}


def _killed_in_the_second_block(command, db):
    """Let the first block be done, and end the second without a word."""
    child = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    while child.poll() is None:
        if db.exists() and _began_second(db):
            os.kill(child.pid, signal.SIGKILL)
            break
    assert child.wait(30) == -signal.SIGKILL


def _began_second(db):
    try:
        with open_store(db, readonly=True) as store:
            return any(one.block == 2 for one in visits.each(store, status=visits.BEGUN))
    except StoreUnavailable:  # being made
        return False


def _everything_is_kept(store):
    one = next(exchanges.each(store, visitor="hiker 1.1"))
    assert (one.origin, one.visitor.role, one.round) == ("audit", "control", "1/hiker")
    chains = dict(visits.certificates(store, "hiker 1.1"))
    assert chains["news.test"].startswith(b"-----BEGIN CERTIFICATE-----")
    packed = [
        each for each in exchanges.each(store) if each.response.header("content-encoding") == "gzip"
    ]
    assert visits.wire(store, packed[0].id, "response").startswith(b"\x1f\x8b")
    (view,) = visits.views(store, visit="hiker 1.1")
    assert "More from the Courier" in view.text
    assert visits.picture(store, view.id).startswith(b"\x89PNG")
    assert "webdriver" in next(visits.each(store)).browser


def test_a_store_with_a_persons_record_is_refused(db, path, plan):
    with db.atomic():
        exchanges.keep(db, [an_exchange()])
    with pytest.raises(UnreadableInput, match="a person's own record"):
        prepare(db, path, plan)


def test_a_store_with_seeds_is_refused(db, path, plan):
    add_seeds(db, path, [Seed("email", "maya@example.org")], lambda _: None)
    with pytest.raises(UnreadableInput, match="data to watch for"):
        prepare(db, path, plan)


def test_another_plan_is_refused_and_the_same_goes_on(db, path, plan):
    prepare(db, path, plan)
    prepare(db, path, plan)
    assert len(list(visits.each(db))) == 15
    with pytest.raises(UnreadableInput, match="another plan or seed"):
        prepare(db, path, replace(plan, hash="0" * 64, world=World()))


def test_a_browser_that_does_not_start_is_nothing_a_site_did(tmp_path, plan, path):
    setting = Setting(folder=data_folder(path), program="/bin/false", headless=True, pace=0)
    told = Told(step=lambda _: None, say=lambda _: None)
    with pytest.raises(CompanionError, match="the browser"):
        run(plan, path, setting, told)
    with open_store(path) as store:
        assert {one.status for one in visits.each(store, block=1)} == {visits.BEGUN}
        assert {one.status for one in visits.each(store, block=2)} == {visits.PLANNED}


def test_without_a_browser_for_audits_that_is_said(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CompanionError, match="needs Chromium"):
        browser()
