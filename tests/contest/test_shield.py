"""The person's choice of what is held back: switched on and off, kept with its times."""

from dataclasses import replace
from datetime import timedelta

import pytest

from companion.contest.shield import (
    Action,
    ActionKind,
    in_the_way,
    load,
    named,
    offered,
    place,
    save,
    switched_off,
    switched_on,
    touching,
)
from companion.errors import UnreadableInput
from tests.builders import NOON, a_finding

BLOCK = Action(kind=ActionKind.BLOCK, of="ads.example", since=NOON)
WITHHOLD = Action(kind=ActionKind.WITHHOLD, of="ads.example", name='u"id', since=NOON)
LATER = NOON + timedelta(days=1)


def test_nothing_is_on_by_default(tmp_path):
    assert load(place(tmp_path)) == ()


def test_a_choice_comes_back_as_it_was_saved_for_its_owner_alone(tmp_path):
    kept = (BLOCK, replace(WITHHOLD, until=LATER))
    save(place(tmp_path), kept)
    assert load(place(tmp_path)) == kept
    assert place(tmp_path).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "text", ["[[action]\n", "[[action]]\nkind = 'burn'\n", "[[action]]\nof = 'a'\n"]
)
def test_a_file_that_is_no_choice_is_refused_in_words(tmp_path, text):
    place(tmp_path).write_text(text)
    with pytest.raises(UnreadableInput, match="can't be read"):
        load(place(tmp_path))


def test_what_is_on_already_is_not_switched_on_twice():
    assert switched_on((BLOCK,), replace(BLOCK, since=LATER)) == (BLOCK,)
    assert switched_on((), WITHHOLD) == (WITHHOLD,)


@pytest.mark.parametrize(
    "action", [replace(BLOCK, name="uid"), replace(WITHHOLD, name=""), replace(BLOCK, of="")]
)
def test_an_action_that_says_too_little_or_too_much_is_refused(action):
    with pytest.raises(UnreadableInput):
        switched_on((), action)


def test_switched_off_it_stays_with_its_time():
    (off,) = switched_off((BLOCK,), LATER, lambda it: it.of == "ads.example")
    assert (off.on, off.until) == (False, LATER)
    assert switched_off((off,), NOON, lambda _: True) == (off,)
    assert switched_off((BLOCK,), LATER, lambda _: False) == (BLOCK,)


def test_it_bears_on_its_party_and_the_hosts_under_it():
    assert touching((BLOCK,), "news.example", "ads.example") == (BLOCK,)
    assert touching((replace(BLOCK, of="px.ads.example"),), "ads.example")
    assert touching((BLOCK,), "badads.example") == ()


def test_it_was_in_the_way_only_while_it_was_on():
    was = in_the_way((replace(BLOCK, until=LATER),), "ads.example")
    assert was(NOON)
    assert not was(LATER + timedelta(seconds=1))
    assert not was(NOON - timedelta(seconds=1))
    assert in_the_way((BLOCK,), "ads.example")(LATER)


def test_an_identifier_is_withheld_by_the_names_it_stands_under():
    finding = a_finding(party="ads.example", site="news.example")
    found = offered(ActionKind.WITHHOLD, finding, ("uid", "uid", "sid"), NOON)
    assert [(it.kind, it.of, it.name) for it in found] == [
        (ActionKind.WITHHOLD, "ads.example", "uid"),
        (ActionKind.WITHHOLD, "ads.example", "sid"),
    ]


def test_where_no_name_is_known_the_party_can_only_be_blocked():
    assert offered(ActionKind.WITHHOLD, a_finding(party="ads.example"), (), NOON) == (BLOCK,)


def test_the_signal_goes_to_all_of_a_page_or_to_the_party_alone():
    finding = a_finding(party="ads.example", site="news.example")
    assert [it.of for it in offered(ActionKind.GPC, finding, (), NOON)] == [
        "news.example",
        "ads.example",
    ]
    alone = a_finding(party="news.example", site="news.example")
    assert [it.of for it in offered(ActionKind.GPC, alone, (), NOON)] == ["news.example"]


def test_only_cookies_and_parameters_have_a_name_to_withhold():
    places = ("cookie:uid", "query:em#2 >> b64", "/site >> query:name", "form:x", "")
    assert named(places) == ("uid", "em")


@pytest.mark.parametrize("name", ["\x7f\x1b[31m", "👩 \u202e", 'a"\n\\'])
def test_a_name_that_a_site_chose_comes_back_as_it_was(tmp_path, name):
    save(place(tmp_path), [replace(WITHHOLD, name=name)])
    assert load(place(tmp_path))[0].name == name


def test_half_a_character_does_not_spoil_the_rest(tmp_path):
    save(place(tmp_path), [replace(WITHHOLD, name="\ud83d"), BLOCK])
    assert load(place(tmp_path))[1] == BLOCK
