import pytest

from tui.place import paragraphs, places


def test_the_screens_are_found_in_order():
    assert [found.key for found in places()] == ["1", "2", "3", "4", "5", "6", "?"]
    assert [found.name for found in places()][:3] == ["home", "now", "inferences"]


@pytest.mark.parametrize("found", places(), ids=lambda found: found.name)
def test_every_screen_explains_itself(found):
    assert paragraphs(found.about)[0].endswith(".")
    assert len(found.title) < 20


def test_keys_and_names_are_given_once():
    assert len({found.key for found in places()}) == len(places())
    assert len({found.name for found in places()}) == len(places())


def test_the_names_fit_into_eighty_columns():
    assert sum(len(f"{found.key} {found.title}  ") for found in places()) <= 78


def test_paragraphs_have_no_line_breaks():
    assert paragraphs("a\nb\n\nc") == ("a b", "c")
