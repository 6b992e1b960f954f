from companion.compare.own import matched_p, own
from tests.compare.worlds import BASE, a_round

MINE = (*BASE[:16], "garden 1", "garden 2", "garden 3", "garden 4")


def gardens(key: str) -> bool:
    return key.startswith("garden")


def test_items_only_the_person_got():
    found = own([a_round(n, mine=(MINE,)) for n in range(5)])
    assert found.mine == MINE[16:]
    assert found.theirs == BASE


def test_an_item_that_the_copy_did_not_get_is_chance():
    assert own([a_round(mine=(MINE, BASE))]).mine == ()


def test_a_list_that_goes_on_has_its_items_in_one_round_each():
    assert own([a_round(mine=(MINE,)), a_round(1)]).mine == MINE[16:]


def test_what_any_stranger_got_is_not_ones_own():
    assert own([a_round(mine=(MINE,), strangers=(BASE, MINE))]).mine == ()


def test_items_that_follow_what_was_done():
    assert matched_p(own([a_round(mine=(MINE,))]), gardens) < 0.001


def test_items_that_strangers_get_as_often_say_nothing():
    assert matched_p(own([a_round(mine=(MINE,))]), lambda key: True) > 0.5


def test_three_items_are_too_few():
    assert matched_p(own([a_round(mine=(MINE[:19],))]), gardens) is None
