"""Plans that come along can be run as they are."""

import pytest

from companion.audit.forecast import forecast
from companion.audit.library import found, plans

PLANS = {path.stem: plan for path, plan in plans()}


def test_there_is_a_plan_for_choices_interests_and_prices():
    assert set(PLANS) >= {"consent", "personas", "prices", "smallweb"}


@pytest.mark.parametrize("name", sorted(PLANS))
def test_each_runs_offline_and_has_its_claims_within_reach(name):
    plan, said = PLANS[name], "\n".join(forecast(PLANS[name]))
    assert plan.world is not None
    assert "out of reach" not in said
    assert "no claim" not in said


def test_a_plan_is_found_by_name_or_path(tmp_path, monkeypatch):
    assert found("smallweb").exists()
    monkeypatch.chdir(tmp_path)
    (tmp_path / "smallweb").write_text("")
    assert str(found("smallweb")) == "smallweb"
    assert str(found("other.toml")) == "other.toml"
