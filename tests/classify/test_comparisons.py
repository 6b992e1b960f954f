"""What rounds show, in the words of tests and figures."""

from datetime import timedelta

from companion.classify.comparisons import course, delivered, dice, follows, judged
from companion.model import Cause, Item
from tests.builders import NOON, a_record, an_act
from tests.compare.worlds import a_round


def thing(title: str, *topics: str) -> dict[str, Item]:
    return {"a": Item(rank=1, item="a", title=title, topics=topics)}


BEFORE = {"seen_at": NOON - timedelta(hours=1)}


def test_an_item_follows_a_topic():
    assert follows([an_act(topics=("garden",), **BEFORE)], thing("x", "garden"), NOON)("a")


def test_an_item_follows_a_word():
    assert follows([an_act(text="trail shoe", **BEFORE)], thing("Kestrel trail shoe"), NOON)("a")


def test_an_item_follows_nothing_that_was_done_later():
    assert not follows([an_act(text="trail shoe")], thing("Kestrel trail shoe"), NOON)("a")


def test_an_item_follows_nothing_that_a_list_suggested():
    act = an_act(text="trail shoe", cause=Cause.SUGGESTED, **BEFORE)
    assert not follows([act], thing("Kestrel trail shoe"), NOON)("a")


def test_an_item_follows_nothing_of_which_it_is_not_known_whose_idea_it_was():
    act = an_act(text="trail shoe", cause=Cause.UNKNOWN, **BEFORE)
    assert not follows([act], thing("Kestrel trail shoe"), NOON)("a")


def test_a_word_is_the_same_in_another_form():
    match = follows([an_act(text="ridge walk", **BEFORE)], thing("Winter walks"), NOON)
    assert match("a")
    assert not follows([an_act(text="ridge walk", **BEFORE)], thing("Walls of stone"), NOON)("a")


def test_the_name_of_a_site_says_nothing():
    acts = [an_act(text=f"Morning Courier {n}", **BEFORE) for n in range(3)]
    assert not follows(acts, thing("The courier on the ridge"), NOON)("a")
    assert follows(acts[:1], thing("The courier on the ridge"), NOON)("a")


def test_short_words_and_unknown_items_follow_nothing():
    match = follows([an_act(text="the sea", **BEFORE)], thing("The sea"), NOON)
    assert not match("a")
    assert not match("b")


def test_words_of_many_titles_say_nothing():
    titles = {str(n): Item(rank=1, item=str(n), title=f"Story number {n}") for n in range(20)}
    assert not follows([an_act(text="my story", **BEFORE)], titles, NOON)("1")


def test_random_numbers_are_the_same_for_the_same_thing():
    assert dice("a", "b").random() == dice("a", "b").random() != dice("a", "c").random()


def test_nothing_is_judged_without_strangers():
    assert judged("news.example", a_record()) == {}


def test_the_lists_of_a_round():
    found = delivered(a_round(slates=("u", "u2", "c1", "c2", "c3")))
    assert [it.slate for it in found] == ["u", "c1", "c2"]
    assert found[1].note == "what a stranger got on 3 May 2026 12:00 UTC"
    assert delivered(a_round()) == ()


def test_a_single_day_has_no_course():
    assert course([a_round()], dice("a")) == {}


def test_twelve_days_have_a_trend():
    rounds = [a_round(n, seen_at=NOON + timedelta(days=n)) for n in range(12)]
    found = course(rounds, dice("a"))
    assert (found["drift_days"], found["drift_breaks"], found["drift_slope"]) == (12, (), 0)
