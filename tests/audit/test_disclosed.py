"""Whether a page says beside a list that it was chosen, by the text it showed."""

import pytest

from companion.audit.disclosed import beside, said_beside, settle, told_beside
from companion.audit.loads import loads
from companion.model import Surface
from companion.store import slates
from tests.audit.made import fill
from tests.builders import a_slate

FAR = "words about the weather and nothing else\n" * 20
LIST = "More stories\nOne\nTwo\nThree\nFour\n"


def _slate(**changes):
    return a_slate(heading="More stories", **changes)


@pytest.mark.parametrize(
    "text",
    [
        LIST + "Chosen for you from what you looked at here.",
        "Picked for you\n" + LIST,
        LIST.replace("Two\n", "Two\nBecause you read “Huts”\n"),
    ],
)
def test_a_word_beside_the_list_is_seen(text):
    assert said_beside(_slate(), text) is True


@pytest.mark.parametrize(
    "text",
    [
        LIST,
        LIST + FAR + "Recommended for you",
        "Recommended for you\n" + FAR + LIST,
        LIST + "\fWe choose content for you if you accept",
    ],
    ids=["nothing", "far below", "far above", "in a dialog"],
)
def test_a_word_elsewhere_is_not_beside_it(text):
    assert said_beside(_slate(), text) is False


def test_a_list_that_is_not_in_the_text_can_not_be_judged():
    assert said_beside(_slate(), "Other things") is None
    assert said_beside(_slate(items=()), "") is None


def test_without_a_heading_the_titles_say_where_it_is():
    assert beside(a_slate(heading=""), FAR + LIST).endswith("Four\n")


def test_ads_are_to_say_that_they_are_ads():
    ads = _slate(surface=Surface.AD)
    assert said_beside(ads, "Sponsored\n" + LIST) is True
    assert said_beside(ads, LIST) is False


def test_what_was_seen_is_kept_with_the_list_and_counted(db, path, plan):
    text = "Recommended for you\nOne\nTwo\nThree\nFour\nFive\nSix"
    fill(db, path, plan, text=text)
    held = loads(db, plan)["front"]
    settle(db, held)
    assert {(one.disclosed, one.disclosure) for one in slates.each(db)} == {(True, "rendered")}
    (place,) = held[0].lists
    assert told_beside(held[:3], place) == "said beside it in 3 of 3 loads"
    assert told_beside(held[:3], "other") == "not seen in the text of the page"
