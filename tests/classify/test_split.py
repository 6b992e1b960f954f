from dataclasses import replace

from companion.classify.split import as_test, first_of_each, split_places
from tests.builders import a_record
from tests.compare.worlds import a_round


def test_a_party_is_told_of_once_by_its_tightest_groups():
    (one,) = split_places("news.example", a_record(a_round()))
    found = first_of_each([replace(one, tightness=0.7), replace(one, tightness=0.9)])
    assert [it.tightness for it in found] == [0.9]


def test_a_place_with_one_round_is_not_tested():
    (one,) = split_places("news.example", a_record(a_round()))
    assert (as_test(one).verdict, as_test(one).n) == ("not_tested", 2)
    assert one.what == "a list"
