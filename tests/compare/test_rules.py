import pytest

from companion.compare.rules import rule, table


def test_every_rule_says_where_it_comes_from():
    assert all({"value", "unit", "source", "date"} == set(entry) for entry in table().values())


def test_a_rule_that_does_not_exist_is_named():
    with pytest.raises(KeyError, match="nothing"):
        rule("nothing")
