import pytest

from companion.extract.slates import names


def test_compound_names_are_split():
    assert names.split("displayTitleURL_v2") == ("display", "title", "url", "v", "2")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("title", 3.0),
        ("Titel", 3.0),
        ("displayTitle", 2.4),
        ("subTitle", -2.2),
        ("artistName", -1.44),
        ("titleId", -2.4),
        ("foo", 0.0),
    ],
)
def test_a_name_gives_or_takes_title_points(name, expected):
    assert names.title_prior(name) == pytest.approx(expected)


def test_people_cost_in_full_what_other_names_cost_in_part():
    assert names.ancestor_cost("account") == -3.2
    assert names.ancestor_cost("badge") == pytest.approx(-1.5)
    assert names.ancestor_cost("title") == 0


@pytest.mark.parametrize(
    ("classes", "expected"),
    [
        ("card__title", 2.4),
        ("article-title-author", -1.8),
        ("title-wrapper", 2.4),
        ("x9f box", 0.0),
    ],
)
def test_class_words_give_or_take_title_points(classes, expected):
    assert names.class_prior(classes) == expected


def test_two_adjacent_words_can_make_a_notion():
    assert names.stands_for_list("recommendation", "homeForYouFeed")
    assert not names.stands_for_list("recommendation", "forum")


def test_only_the_whole_name_is_exactly_a_notion():
    assert names.exactly("sponsored", "is_sponsored")
    assert not names.exactly("sponsored", "sponsoredCount")


def test_class_words_of_a_long_string_are_looked_at_one_by_one():
    assert names.in_class("ad", f"{'x ' * 10}OUTBRAIN")
    assert not names.in_class("ad", "shadow header-large")


def test_generic_names_say_nothing():
    assert names.generic("simpleText")
    assert not names.generic("headline")
