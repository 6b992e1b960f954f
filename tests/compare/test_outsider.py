import numpy as np

from companion.compare.outsider import jars, outsider_p
from tests.compare.worlds import BASE, a_round, changed

OTHER = changed(BASE, 8, "mine", np.random.default_rng(1))


def test_one_apart_from_all_strangers():
    rounds = [a_round(number, mine=(OTHER, OTHER)) for number in range(10)]
    assert outsider_p(rounds, 0.95) == 1 / 21


def test_one_like_all_strangers():
    assert outsider_p([a_round(number) for number in range(10)], 0.95) == 1


def test_strangers_of_the_same_test_group_are_as_far_from_the_others():
    rounds = [a_round(n, mine=(OTHER, OTHER), strangers=(BASE, OTHER)) for n in range(10)]
    assert outsider_p(rounds, 0.95) > 0.4


def test_a_stranger_who_comes_again_is_one():
    rounds = [a_round(n, mine=(OTHER,), jars=("anna", "ben")) for n in range(10)]
    assert outsider_p(rounds, 0.95) == 1 / 3


def test_jars_without_names_are_new():
    named = jars([a_round(), a_round(1), a_round(2, jars=("anna", "ben"))])
    assert len(set(named)) == 6


def test_a_single_stranger_has_no_others():
    assert outsider_p([a_round(strangers=(BASE,))], 0.95) == 1
