from companion.compare.assemble import by_place, rounds
from companion.compare.delivered import Blank
from companion.compare.measure import POOLED
from tests.compare.deliveries import a_delivery, an_explicit_round
from tests.compare.worlds import BASE

OTHER = tuple(reversed(BASE))


def test_a_round_that_its_exchanges_name():
    (found,) = rounds(an_explicit_round())
    assert (found.key, found.site, found.place) == ("k", "news.example", "home | items | for you")
    assert (len(found.mine), len(found.strangers)) == (2, 2)
    assert found.jars == ("C1 of k", "C2 of k")
    assert len(found.slates) == 4
    assert found.missing == ()


def test_each_key_is_a_round():
    found = rounds([*an_explicit_round("a"), *an_explicit_round("b", second=700)])
    assert [one.key for one in found] == ["a", "b"]


def test_what_a_stranger_got_instead_is_told():
    some = an_explicit_round(arms=("U", "C1"))
    (found,) = rounds(some, [Blank(round="k/C2", why="a sign-in page")])
    assert len(found.strangers) == 1
    assert found.missing == ("a stranger got a sign-in page",)


def test_what_the_copy_got_instead_is_told():
    some = an_explicit_round(arms=("U", "C1", "C2"))
    (found,) = rounds(some, [Blank(round="k/U2", why="no answer")])
    assert found.missing == ("the copy in your name got no answer",)


def test_an_answer_with_other_lists_is_no_blank_where_this_list_came():
    (found,) = rounds(an_explicit_round(), [Blank(round="k/C2", why="a page of another structure")])
    assert found.missing == ()


def test_a_copy_that_came_later_than_a_minute_is_left_out_and_told():
    some = an_explicit_round(arms=("U", "C1", "C2"))
    late = a_delivery("late", 61, round="k/C3")
    (found,) = rounds([*some, late])
    assert (len(found.strangers), len(found.mine)) == (2, 1)
    assert found.missing == ("a copy came more than a minute from your own request",)
    (whole,) = rounds([*some, a_delivery("in time", 60, round="k/C3")])
    assert (len(whole.strangers), whole.missing) == (3, ())


def test_a_round_without_the_person_takes_the_newest_list_before():
    old, new = a_delivery(second=-500), a_delivery(second=-300, ranking=OTHER)
    (found,) = rounds([old, new, *an_explicit_round(arms=("C1", "C2"))])[:1]
    assert found.mine == (OTHER,)
    assert found.block == POOLED


def test_a_round_without_any_list_of_the_person_is_none():
    assert rounds(an_explicit_round(arms=("C1", "C2"))) == []


def test_visits_within_a_minute_are_a_round():
    (found,) = rounds([a_delivery(), a_delivery("anna", 20), a_delivery("ben", 60)])
    assert found.jars == ("anna", "ben")
    assert found.block == ""


def test_a_second_visit_within_the_minute_is_the_self_copy():
    some = [a_delivery(), a_delivery("anna", 20), a_delivery("ben", 30), a_delivery("self", 40)]
    assert len(rounds(some)[0].mine) == 2


def test_visits_more_than_a_minute_apart_are_pooled():
    (found,) = rounds([a_delivery(), a_delivery("anna", 20), a_delivery("ben", 61)])
    assert found.block == POOLED
    assert found.jars == ("anna", "ben")


def test_a_visitor_counts_once_in_a_round():
    some = [a_delivery(), a_delivery("anna", 1), a_delivery("anna", 2), a_delivery("ben", 3)]
    assert rounds(some)[0].jars == ("anna", "ben")


def test_the_window_may_begin_with_a_stranger():
    some = [a_delivery("anna"), a_delivery("ben", 30), a_delivery("self", 59)]
    assert rounds(some)[0].block == ""


def test_other_places_and_pages_are_not_compared():
    some = [
        a_delivery(),
        a_delivery("anna", 1, place="home | items | popular"),
        a_delivery("ben", 2, address="/other"),
        a_delivery("carl", 3),
    ]
    (found,) = rounds(some)
    assert found.jars == ("carl",)


def test_lists_of_the_person_alone_are_no_round():
    assert rounds([a_delivery(), a_delivery(second=30)]) == []


def test_lists_of_strangers_alone_are_no_round():
    assert rounds([a_delivery("anna"), a_delivery("ben", 1)]) == []


def test_an_empty_start_page_is_not_compared():
    (found,) = rounds([a_delivery(), a_delivery("anna", 1, ranking=BASE[:2]), a_delivery("ben", 2)])
    assert len(found.strangers) == 1
    assert found.missing == ("a stranger got a list of another length",)


def test_a_list_of_a_round_is_not_used_again():
    found = rounds([*an_explicit_round(), a_delivery("anna", 5), a_delivery("ben", 6)])
    assert [one.key for one in found] == ["k"]


def test_rounds_by_place():
    found = rounds([*an_explicit_round(), *an_explicit_round("b", place="list | x | y")])
    assert list(by_place(found)) == ["home | items | for you", "list | x | y"]


def test_of_very_many_strangers_the_newest_are_compared():
    some = [a_delivery(), *(a_delivery(f"visitor {n}", 1 + n / 10) for n in range(150))]
    (found,) = rounds(some)
    assert len(found.strangers) == 100
    assert found.jars[-1] == "visitor 149"
