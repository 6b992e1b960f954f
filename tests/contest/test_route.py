"""A right reads as a law with its article and period."""

from companion.contest.knowledge import knowledge
from companion.contest.route import RouteKind, law


def test_a_right_reads_as_instrument_and_article():
    found = law(knowledge().right["dsa-27"])
    assert found.name == "Digital Services Act, (EU) 2022/2065, Art. 27"
    assert found.period == "no period set by law"
    assert found.verified
    assert found.sources


def test_a_right_without_article_reads_as_its_title():
    assert law(knowledge().right["kr-pipa"]).name == "South Korea, PIPA Art. 35"


def test_kinds_stand_from_near_to_far():
    assert next(iter(RouteKind)) is RouteKind.CONTROL
    assert list(RouteKind)[-1] is RouteKind.AUTHORITY
