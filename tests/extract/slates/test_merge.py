import json

from companion.extract.slates import slates
from companion.extract.slates.merge import longest_rising
from companion.extract.slates.titles import title_key
from companion.model import SlateSource
from tests.extract.slates.lists import answer, cards, found, items, page


def state(value):
    return f'<script id="s" type="application/json">{json.dumps(value)}</script>'


def test_state_and_markup_are_one_slate_with_two_places():
    slate = found(page(f"<h2>Related</h2><ul>{cards()}</ul>{state({'list': items()})}"))
    assert (slate.locator, slate.source) == ("script#s >> /list", SlateSource.EMBEDDED)
    assert slate.also == ("html > body:nth-of-type(1) > ul:nth-of-type(1)",)
    assert (slate.heading, slate.disclosure) == ("Related", "rendered")


def test_markup_may_show_the_beginning_only():
    slate = found(page(f"<ul>{cards(4)}</ul>{state({'list': items(8)})}"))
    assert (slate.total, len(slate.also)) == (8, 1)


def test_another_order_is_another_list():
    reverse = items(8)[::-1]
    assert len(slates(page(f"<ul>{cards(8)}</ul>{state({'list': reverse})}"))) == 2


def test_a_map_has_no_order_of_its_own():
    by_id = {f"i{item['id']}": item for item in items(8)[::-1]}
    assert len(slates(page(f"<ul>{cards(8)}</ul>{state(by_id)}"))) == 1


def test_few_common_titles_are_two_lists():
    assert len(slates(answer({"a": items(6), "b": items(8)[4:]}))) == 2


def test_keys_of_titles_forget_case_signs_and_length():
    assert title_key("How the Harbour — changed!") == "howtheharbourchanged"
    assert len(title_key("x" * 90)) == 36


def test_the_longest_rising_part():
    assert longest_rising([0, 4, 1, 2, 9, 3]) == 4
    assert longest_rising([]) == 0
