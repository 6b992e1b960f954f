"""A small planted world: the ledger shows most true causes, and the same each time."""

from companion.labelling import words_alone
from tests.accuracy.causes import counted
from tests.accuracy.worlds import worlds


def test_most_true_causes_of_a_small_world_are_shown_and_few_labels_said_to_have_none():
    got = counted(worlds([5], days=8), words_alone)
    assert got["caused"] >= 20
    assert got["shown"] / got["caused"] >= 0.7
    assert got["right none"] >= got["uncaused"] * 0.7


def test_a_seed_gives_the_same_world():
    one, two = (next(worlds([5], days=3)) for _ in range(2))
    assert one.exchanges == two.exchanges
