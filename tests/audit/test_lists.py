"""Lists of an audit: what differs is found, what is the same is said to be."""

import pytest

from companion.audit.results import results
from companion.compare import claims
from companion.store import tests as store_tests
from tests.audit.made import COMMON, OWN, a_plan, fill, got_own, got_same
from tests.builders import a_slate


def test_a_list_that_follows_the_acts_is_personal(db, path, plan):
    fill(db, path, plan, got_own)
    (found,) = results(db, plan)
    assert (found.verdict, found.n, found.strangers) == (claims.PERSONAL, 5, 10)
    assert found.sentence.startswith("Likely: the list of “hiker” differs because of what it did")
    assert [side.lines[0] for side in found.sides] == ["1. Hills", "1. One", "1. One"]


def test_a_list_that_is_the_same_for_all_is_said_to_be(db, path, plan):
    fill(db, path, plan, got_same)
    (found,) = results(db, plan)
    assert (found.verdict, found.effect) == (claims.NO_DIFFERENCE, 0.0)


def test_a_lottery_that_splits_everybody_is_no_claim(db, path, plan):
    def drawn(visit):
        return a_slate(*(OWN if hash_of(visit.id) else COMMON))

    def hash_of(name):
        return sum(map(ord, name)) % 2

    fill(db, path, plan, drawn)
    (found,) = results(db, plan)
    assert found.verdict not in (claims.PERSONAL, claims.DIFFERS)


def test_a_list_that_strangers_do_not_get_is_missing_and_never_a_difference(db, path, plan):
    fill(db, path, plan, lambda visit: got_same(visit) if visit.role == "subject" else None)
    (found,) = results(db, plan)
    assert (found.verdict, found.n) == (claims.MISSING, 0)
    assert found.missing == ("2 of 3 visitors of a block did not get this list",)


def test_too_few_blocks_are_told(db, path, tmp_path):
    plan = a_plan(tmp_path, blocks="3")
    fill(db, path, plan, got_own)
    (found,) = results(db, plan)
    assert (found.verdict, found.p) == (claims.NOT_TESTED, None)


@pytest.mark.parametrize("got", [got_own, got_same])
def test_every_comparison_stands_in_the_export_of_the_store(db, path, plan, got):
    fill(db, path, plan, got)
    found = results(db, plan)
    assert list(store_tests.each(db)) == [one.test for one in found]
    assert results(db, plan) == found
    assert store_tests.count(db) == len(found)
