"""`companion audit` as it is asked."""

import json

import pytest

from companion.store.open import open_store
from tests.audit.made import PLAN, a_plan, fill, got_own


@pytest.fixture
def done(companion, tmp_path):
    """A plan whose visits are all done, and its file."""
    plan = a_plan(tmp_path)
    companion.store.parent.mkdir(parents=True, exist_ok=True)
    with open_store(companion.store) as db:
        fill(db, companion.store, plan, got_own)
    return tmp_path / "plan.toml"


def test_plans_that_come_along_are_listed(companion):
    assert "consent: Who is told" in companion("audit", "--plans").out
    assert companion("audit").out == companion("audit", "--plans").out


def test_a_dry_run_touches_nothing(companion, tmp_path):
    (tmp_path / "p.toml").write_text(PLAN)
    said = companion("audit", tmp_path / "p.toml", "--dry-run")
    assert "15 fresh browsers" in said.out
    assert not companion.store.exists()


def test_what_is_done_is_shown_without_doing_it_again(companion, done):
    said = companion("audit", done)
    assert "every visit is done" in said.err
    assert "Before an audit of real sites" in said.err
    assert "because of what it did" in said.out


def test_results_come_as_json_and_as_a_page(companion, done, tmp_path):
    said = companion("audit", done, "--json", "--report", tmp_path / "r.html")
    assert json.loads(said.out)["results"][0]["verdict"] == "personal"
    assert "because of what it did" in (tmp_path / "r.html").read_text()
    assert len(json.loads(companion("export").out)["tests"]) == 1


def test_another_seed_is_another_audit(companion, done):
    said = companion("audit", done, "--seed", "9")
    assert said.status == 2
    assert "holds an audit by another plan or seed" in said.err


def test_a_plan_that_is_not_there_is_told_in_a_line(companion):
    said = companion("audit", "nowhere.toml")
    assert (said.status, said.err.count("\n")) == (2, 1)
