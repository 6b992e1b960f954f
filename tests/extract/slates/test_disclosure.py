import pytest

from companion.extract.slates import slates
from companion.model import Message, Personalized
from tests.extract.slates.lists import answer, cards, found, items, page


def module(heading="", before="", after="", more=""):
    top = f"<h2>{heading}</h2>" if heading else ""
    return page(f"<section>{top}{before}<ul>{cards(more=more)}</ul>{after}</section>")


@pytest.mark.parametrize(
    ("exchange", "expected"),
    [
        (module("Recommended for you"), True),
        (module("More", before="<p>Based on your reading</p>"), True),
        (module("More", after="<p>Picked for you by our system</p>"), True),
        (module("More", more="<small>Because you follow Rain</small>"), True),
        (module("More"), False),
        (module(), False),
        (answer({"items": items()}), None),
        (answer({"title": "More things", "items": items()}), False),
        (answer({"title": "Made for you", "items": items()}), True),
        (answer({"subtitle": "Because you like rain", "items": items()}), True),
    ],
)
def test_a_list_says_that_it_was_chosen_or_not(exchange, expected):
    assert found(exchange).disclosed is expected


def test_words_far_away_do_not_count():
    far = f"<p>{'Some long text about rain. ' * 20}</p><p>Recommended for you</p>"
    assert found(module("More", after=far)).disclosed is False


def test_words_of_the_next_module_do_not_count():
    again = cards(8).replace("<h3>", "<h3>Again ")
    other = f"<section><h2>Recommended for you</h2><ul>{again}</ul></section>"
    exchange = page(f"<section><h2>New openings</h2><ul>{cards()}</ul></section>{other}")
    (first, second) = slates(exchange)
    assert (first.heading, first.disclosed) == ("New openings", False)
    assert (second.heading, second.disclosed) == ("Recommended for you", True)


def test_an_ad_says_it_by_a_label():
    assert found(page(f'<div class="taboola"><b>Sponsored</b><ul>{cards()}</ul></div>')).disclosed
    assert not found(page(f'<div class="taboola"><ul>{cards()}</ul></div>')).disclosed


def test_what_an_answer_says_was_delivered_and_what_a_page_says_was_rendered():
    assert found(answer({"items": items()})).disclosure == "delivered"
    assert found(module("More")).disclosure == "rendered"


@pytest.mark.parametrize(
    ("exchange", "expected"),
    [
        (module("Because you watched Rain"), "Because you watched Rain"),
        (module("More", before="<p>Based on your reading</p>"), "Based on your reading"),
        (answer({"why": "Since you like rain", "items": items()}), "Since you like rain"),
        (module("Recommended for you"), ""),
    ],
)
def test_the_reason_for_the_list_is_kept_in_its_own_words(exchange, expected):
    assert expected in found(exchange).explanation
    assert bool(found(exchange).explanation) == bool(expected)


def test_controls_near_the_list_are_kept_in_their_own_words():
    slate = found(module("For you", after='<a href="/why">Why am I seeing this?</a>'))
    assert slate.controls == ("Why am I seeing this?",)
    icon = '<button aria-label="Hide this story"></button>'
    assert found(module("For you", more=icon)).controls == ("Hide this story",)
    menu = [{"text": "Not interested"}, {"text": "Turn off recommendations"}]
    slate = found(answer({"title": "For you", "menu": {"one": menu[0]}, "items": items()}))
    assert slate.controls == ("Not interested",)


def test_other_buttons_are_no_controls():
    assert found(module("For you", after="<button>Next</button><p>Hide</p>")).controls == ()


@pytest.mark.parametrize(
    ("exchange", "expected"),
    [
        (module("Recommended for you"), Personalized.DECLARED),
        (module("Because you watched Rain"), Personalized.DECLARED),
        (module("Related"), Personalized.NOT_MEASURED),
        (module("Popular"), Personalized.NOT_MEASURED),
        (answer({"items": items(reason="Because you bought rain")}), Personalized.DECLARED),
        (answer({"items": items(reason="popular nearby")}), Personalized.NOT_MEASURED),
    ],
)
def test_a_list_is_personal_where_the_bytes_say_so(exchange, expected):
    assert found(exchange).personalized is expected


def test_a_personal_widget_counts_with_an_id_in_the_request():
    body = {"strategy": "personalized_top_picks", "items": items()}
    known = Message(headers=(("cookie", "sid=1"),))
    assert found(answer(body)).personalized is Personalized.NOT_MEASURED
    assert found(answer(body, request=known)).personalized is Personalized.DECLARED
    with_id = answer(body, "https://api.news.example/recs?user_id=7")
    assert found(with_id).personalized is Personalized.DECLARED


def test_a_widget_for_one_reader_is_one_under_a_heading_that_names_a_sort_of_list_too():
    known = Message(headers=(("cookie", "sid=1"),))
    shelf = {"title": "More from us", "strategy": "personalized", "items": items()}
    assert found(answer(shelf, request=known)).personalized is Personalized.DECLARED
    popular = shelf | {"strategy": "popular"}
    assert found(answer(popular, request=known)).personalized is Personalized.NOT_MEASURED


@pytest.mark.parametrize("heading", ["Your daily picks", "Vos mixes du jour"])
def test_daily_picks_are_picked_for_somebody(heading):
    assert found(module(heading)).disclosed is True


def test_the_label_beside_a_list_in_a_tree_marks_it_as_an_ad():
    assert found(answer({"label": "Anzeige", "rows": items()})).disclosed is True
    assert found(answer({"label": "Angebote", "rows": items()})).disclosed is False


def test_a_module_in_a_tree_is_not_told_by_the_one_beside_it():
    one = {"label": "Similar items", "recos": items(5)}
    other = {"label": "Picked for you", "recos": [it | {"title": it["url"]} for it in items(5)]}
    (slate,) = (
        it for it in slates(answer({"slots": {"a": one, "b": other}})) if "Similar" in it.heading
    )
    assert slate.disclosed is False


def test_all_items_under_a_label_are_paid_for():
    paid = found(page(f"<h2>Sponsored</h2><ul>{cards()}</ul>"))
    assert all(item.sponsored for item in paid.items)
    vendor = found(page(f'<div class="taboola"><ul>{cards()}</ul></div>'))
    assert not any(item.sponsored for item in vendor.items)
