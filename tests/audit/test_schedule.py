"""The seed decides who comes when."""

from companion.audit import schedule


def test_every_block_has_every_visitor_as_often_as_planned(plan):
    found = schedule.visits(plan)
    assert len(found) == len({one.id for one in found}) == 15
    assert [one.id for one in found[:3]] == ["hiker 1.1", "stranger 1.1", "stranger 1.2"]


def test_the_same_seed_gives_the_same_order(plan):
    things = list(range(9))
    first = schedule.order(plan, 1, "start", things)
    assert first == schedule.order(plan, 1, "start", things)
    assert sorted(first) == things
    assert first != schedule.order(plan, 2, "start", things)


def test_a_place_is_loaded_by_strangers_first_and_last(plan):
    for block in range(1, 6):
        here = [one for one in schedule.visits(plan) if one.block == block]
        found = schedule.turns(plan, block, "front", here)
        assert [one.role for one in found] == ["stranger", "subject", "stranger"]


def test_with_one_stranger_chance_alone_decides(plan):
    here = schedule.visits(plan)[:2]
    assert sorted(one.id for one in schedule.turns(plan, 1, "front", here)) == [
        "hiker 1.1",
        "stranger 1.1",
    ]
