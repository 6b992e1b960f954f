"""Each line of evidence can be checked on the page by what it says."""

import json
import tomllib
from importlib.resources import files

from companion.extract.slates import explain
from companion.extract.slates.data import weights
from companion.extract.slates.explain import said
from tests.extract.slates.lists import answer, cards, items, page

SENTENCES = tomllib.loads(
    files("companion.extract.slates").joinpath("evidence.toml").read_text("utf-8")
)
SECTIONS = ("evidence", "evidence_json", "evidence_html", "pages")


def test_every_line_of_evidence_has_a_sentence():
    weighed = {name for section in SECTIONS for name in weights(section)} - {"unread"}
    assert weighed <= set(SENTENCES)


def test_nothing_is_explained_that_is_not_evidence():
    weighed = {name for section in SECTIONS for name in weights(section)}
    beside = {"heading_in_a_tree", "part_of_an_item", "shelf_of_lists", "menu_with_every_item"}
    assert set(SENTENCES) <= weighed | beside


def test_a_name_is_said_in_words_and_one_without_stays():
    assert said("only two") == "there are only two entries"
    assert said("something else") == "something else"


def test_a_list_that_was_taken_says_its_sort_and_what_it_is_known_as():
    taken = explain(answer(items(), url="https://m.example/api/v1/trends/links"))[0]
    assert (taken.surface, taken.known) == ("feed", "Mastodon: links that trend")


def test_a_list_that_was_not_taken_has_no_sort():
    (missed,) = explain(page("<ul><li><a href='#a'>One</a><li><a href='#b'>Two</a></ul>"))
    assert (missed.taken, missed.surface, missed.known) == (False, "", "")
    assert "most against it: the links lead to places on the page itself" in missed.why


def test_a_list_in_two_places_is_explained_once_as_taken():
    state = f'<script type="application/json">{json.dumps({"items": items()})}</script>'
    verdicts = explain(page(f"{state}<ul>{cards()}</ul>"))
    assert [it.taken for it in verdicts].count(True) == 1
    assert any(it.why.startswith("the same list as ") for it in verdicts)
