from companion.compare.own import matched_p, own
from tests.compare.worlds import BASE, a_round

MINE = (*BASE[:16], "garden 1", "garden 2", "garden 3", "garden 4")


def gardens(key: str) -> bool:
    return key.startswith("garden")


def test_items_only_the_person_got():
    found = own([a_round(n, mine=(MINE,)) for n in range(5)], 0.95)
    assert found.mine == MINE[16:]
    assert set(found.others) == set(BASE)


def test_items_the_person_got_much_higher():
    first = (BASE[-1], *BASE[:-1])
    assert own([a_round(mine=(first,))], 0.95).mine == (BASE[-1],)


def test_items_that_strangers_get_now_and_then_are_ones_own():
    rounds = [a_round(n, mine=(MINE,)) for n in range(5)]
    assert own([*rounds, a_round(strangers=(BASE, MINE), mine=(MINE,))], 0.95).mine == MINE[16:]


def test_equal_lists_have_nothing_of_ones_own():
    assert own([a_round()], 0.95).mine == ()


def test_items_that_follow_what_was_done():
    assert matched_p(own([a_round(mine=(MINE,))], 0.95), gardens) < 0.001


def test_items_that_strangers_get_as_often_say_nothing():
    assert matched_p(own([a_round(mine=(MINE,))], 0.95), lambda key: True) == 1


def test_three_items_are_too_few():
    assert matched_p(own([a_round(mine=(MINE[:19],))], 0.95), gardens) == 1
