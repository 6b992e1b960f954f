"""Groups are drawn once, by chance, and kept."""

from companion.smallweb.experiments import described, variant
from tests.smallweb.inside import a_visit, a_world, kinds

HALVES = ("a", "b")


def test_without_the_dial_nobody_is_in_a_group():
    visit = a_visit(a_world())
    assert variant(visit, "experiment", "test", HALVES) == ""
    assert visit.headers == []


def test_a_group_is_kept_in_a_cookie():
    world = a_world(experiment=1)
    visit = a_visit(world)
    group = variant(visit, "experiment", "test", HALVES)
    assert variant(visit, "experiment", "test", HALVES) == group
    assert len(visit.headers) == 1
    for kept in HALVES:
        again = a_visit(world, headers={"cookie": f"test={kept}"})
        assert variant(again, "experiment", "test", HALVES) == kept
    assert kinds(world) == {"undisclosed_experiment"}


def test_both_groups_are_drawn():
    world = a_world(experiment=1)
    drawn = [variant(a_visit(world), "experiment", "test", HALVES) for _ in range(100)]
    assert 30 < drawn.count("a") < 70


def test_page_state_names_the_group_and_the_others():
    told = described("test", "b", HALVES)
    assert told["variant"] == "b"
    assert [it["key"] for it in told["variations"]] == ["a", "b"]
