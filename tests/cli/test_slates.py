"""Lists are printed as the person got them; what decided is said in words."""

import json

import pytest

from companion.cli._lists import joined, lines
from companion.extract.slates.find import found
from companion.model import Surface
from companion.report.document import slate as told
from companion.store import exchanges, sightings
from companion.store.open import open_store
from tests.builders import a_slate, an_exchange
from tests.extract.slates.lists import cards


def row(*titles, **changes):
    return told(a_slate(*titles, **changes))


def printed(*rows):
    return list(lines(rows))


def test_a_list_is_headed_by_what_it_is_and_where_it_was_met():
    (head, *_) = printed(row("One", heading="For you", surface=Surface.RECOMMENDATION))
    assert head.startswith("For you  ·  recommendation")
    assert "news.example" in head


def test_a_list_of_an_unknown_page_says_who_sent_it():
    assert (
        "page unknown, from ads.example" in printed(row("One", site=None, party="ads.example"))[0]
    )


def test_entries_stand_in_their_order_with_mark_price_and_reason():
    one = row("One", "Two")
    one["items"][1] |= {"sponsored": True, "price": "9.90", "currency": "EUR", "reason": "You read"}
    assert printed(one)[-2] == "     2  [ad] Two  9.90 EUR  — You read"


def test_an_entry_without_title_shows_its_id():
    one = row("")
    one["items"][0] |= {"item": "x7"}
    assert printed(one)[-2] == "     1  x7"


def test_what_stands_beside_a_list_is_shown():
    shown = "\n".join(printed(row("One", explanation="You read", controls=("Hide this",))))
    assert "its reason: You read" in shown
    assert "beside it: Hide this" in shown


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"surface": "recommendation", "disclosed": True}, "says at the list"),
        ({"surface": "recommendation", "disclosed": False}, "nothing at the list says that it was"),
        ({"surface": "ad", "disclosed": True}, "marked as paid for"),
        ({"surface": "ad", "disclosed": False}, "says that it is paid for"),
    ],
)
def test_whether_a_list_tells_is_said(changes, words):
    assert words in "\n".join(printed(row("One") | changes))


def test_a_catalogue_is_not_asked_to_tell():
    one = row("One") | {"surface": "listing", "disclosed": False, "personalized": "not_measured"}
    assert "chosen for you" not in "\n".join(printed(one))


def test_pages_of_one_list_are_joined_and_counted_on():
    first = row("One", "Two", id="s1")
    second = row("Three", id="s2", continues="s1")
    third = row("Four", id="s3", continues="s2")
    shown = printed(first, second, third)
    assert [it for it in shown if "Three" in it or "Four" in it] == [
        "     3  Three",
        "     4  Four",
    ]
    assert len([it for it in shown if "page " in it]) == 2


def test_a_page_that_goes_on_from_nothing_shown_stands_alone():
    assert len(joined([row("Three", id="s2", continues="gone")])) == 1


def test_what_a_list_is_known_as_is_shown():
    one = row("One")
    one["measure"]["known_as"] = "Acme: recs"
    assert "      known as Acme: recs" in printed(one)


def test_what_a_site_sent_can_not_steer_the_terminal():
    assert "\x1b" not in "\n".join(printed(row("One\x1b[2J", heading="H\x1b[1m")))


def test_a_saved_page_is_explained_what_was_taken_first(companion, tmp_path):
    page = tmp_path / "page.html"
    menu = "".join(f'<li><a href="/{at}">Part {at}</a></li>' for at in range(4))
    page.write_text(f"<nav><ul>{menu}</ul></nav><h2>Read more</h2><ul>{cards()}</ul>")
    shown = companion("slates", "--html", page).out
    assert shown.index("TAKEN as recommendation: “Read more”") < shown.index("not taken:")
    assert "it stands in the navigation or footer" in shown


def test_a_capture_is_no_page(companion, tmp_path):
    page = tmp_path / "a.har"
    page.write_text(json.dumps({"log": {"entries": []}}))
    done = companion("slates", "--html", page)
    assert done.status == 2
    assert "is a capture, not a page" in done.err


def test_a_recorded_page_is_explained_with_what_its_site_s_other_pages_have(companion):
    companion.store.parent.mkdir()
    tiles = "".join(f'<p><a href="/{at}"><img src="/t.png">The part {at}x</a></p>' for at in "abcd")
    pages = []
    for at in range(3):
        url = f"https://news.example/p{at}"
        body = f"<div><h3>Discover more</h3><div>{tiles}</div></div>".encode()
        pages.append(an_exchange(url, page=url, body=body))
    with open_store(companion.store) as db:
        exchanges.keep(db, pages)
        for one in pages:
            sightings.add(db, "news.example", found(one).sightings)
    shown = companion("slates", "--html", "https://news.example/p0").out
    assert "pages of the site about other things have the very same entries" in shown
