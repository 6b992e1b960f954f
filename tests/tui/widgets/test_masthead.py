from typing import NamedTuple

from tui.status import Status
from tui.widgets.masthead import state, tabs


class A(NamedTuple):
    key: str
    name: str
    title: str


FIVE = [A(str(n), title.lower(), title) for n, title in enumerate(("Home", "Now", "Lists", "Help"))]


def test_every_screen_has_its_title_where_there_is_room():
    assert tabs(FIVE, "home", 40) == ["Home  ", "Now  ", "Lists  ", "Help  "]


def test_where_it_is_narrow_the_last_titles_go_and_the_one_shown_stays():
    assert tabs(FIVE, "home", 22) == ["Home  ", "Now  ", "", ""]
    assert tabs(FIVE, "help", 22) == ["Home  ", "", "", "Help  "]


def test_a_record_that_is_not_open_yet_says_what_it_waits_for():
    assert state(Status()).plain == "opening the record"
    assert state(Status(word="no such file")).plain == "the record can't be read"


def test_recording_or_not_is_a_mark_and_a_word():
    words = {
        state(Status(ready=True, recording=it)).plain.partition(" · ")[0]
        for it in (None, True, False)
    }
    assert words == {"○ not recording", "● recording", "■ recording has ended"}


def test_only_what_was_lost_is_counted():
    whole = Status(ready=True, exchanges=1_200)
    assert state(whole).plain == "○ not recording · 1,200 exchanges"
    torn = Status(ready=True, exchanges=1, gaps=2, failures=1)
    assert state(torn).plain == "○ not recording · 1 exchange · 2 gaps · 1 failure"
