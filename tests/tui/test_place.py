import pytest

from tui.place import paragraphs, places
from tui.widgets.masthead import tabs


def test_the_screens_are_found_in_order():
    orders = [found.order for found in places()]
    assert orders == sorted(orders)
    assert places()[-1].name == "help"
    assert [found.name for found in places()][:3] == ["home", "now", "mirror"]


@pytest.mark.parametrize("found", places(), ids=lambda found: found.name)
def test_every_screen_explains_itself(found):
    assert paragraphs(found.about)[0].endswith(".")
    assert len(found.title) < 20


def test_keys_and_names_are_given_once():
    assert len({found.key for found in places()}) == len(places())
    assert len({found.name for found in places()}) == len(places())


@pytest.mark.parametrize("found", places(), ids=lambda found: found.name)
def test_the_keys_and_the_name_that_is_shown_fit_into_eighty_columns(found):
    labels = tabs(places(), found.name, 78)
    keys = [it.key for it in places()]
    assert sum(len(f"{key} {label}") for key, label in zip(keys, labels, strict=True)) <= 78
    assert labels[keys.index(found.key)].strip() == found.title


def test_paragraphs_have_no_line_breaks():
    assert paragraphs("a\nb\n\nc") == ("a b", "c")
