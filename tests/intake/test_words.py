"""The person's word: it wins, it changes what is recorded, and it can be taken back."""

from datetime import timedelta

import pytest

from companion import pipeline
from companion.errors import CompanionError
from companion.intake import words
from companion.store import acts, exchanges, marks, moments, rollups, signals, topics, unjudged
from companion.store.open import open_store
from tests.builders import NOON, an_exchange

UID = "k3jd92hf83hd7w2qk3jd92hf"
LATER = NOON + timedelta(hours=5)


@pytest.fixture
def journey(tmp_path):
    path = tmp_path / "companion.db"
    with open_store(path) as db:
        yield pipeline.start(db, path)


def at(minutes):
    return NOON + timedelta(minutes=minutes)


def visit(minutes, site="news.example", title="Front page"):
    url = f"https://{site}/p{minutes}"
    html = f"<title>{title}</title>".encode()
    return an_exchange(url, page=url, site=site, seen_at=at(minutes), body=html)


def flow(minutes, site="news.example"):
    return an_exchange(
        f"https://ads.example/p?uid={UID}", site=site, page=f"https://{site}/", seen_at=at(minutes)
    )


def lives(db):
    return [it.context for it in exchanges.each(db)]


def judged(journey):
    journey.judge()
    assert unjudged.sites(journey.db) == {}


def test_a_word_on_a_site_holds_for_what_is_recorded_and_what_comes(journey):
    journey.take([visit(0), flow(1), visit(2, "other.example")])
    judged(journey)
    word = words.mark_site(journey.db, "news.example", "work")
    assert (word.changed, lives(journey.db)) == (2, ["work", "work", None])
    assert [it.context for it in signals.each(journey.db)] == ["work"]
    assert [it.context for it in acts.each(journey.db)] == ["work", None]
    assert rollups.contexts(journey.db) == {"news.example": "work"}
    assert "news.example" in unjudged.sites(journey.db)
    journey.take([visit(3)])
    assert lives(journey.db)[-1] == "work"


def test_taking_a_word_on_a_site_back_lets_the_table_and_the_titles_speak(journey):
    journey.take([visit(0, "zalando.de"), visit(1, "x.example", "Cheap flights to Oslo")])
    for site in ("zalando.de", "x.example"):
        words.mark_site(journey.db, site, "work")
    assert words.unmark_site(journey.db, "zalando.de") == 1
    assert words.unmark_site(journey.db, "x.example") == 1
    assert lives(journey.db) == ["shopping", None]
    assert [it.context for it in acts.each(journey.db)] == ["shopping", "travel"]
    assert marks.all_marks(journey.db) == {}


def test_a_word_on_a_time_wins_over_one_on_the_site_and_leaves_the_site_alone(journey):
    words.mark_site(journey.db, "news.example", "work")
    journey.take([visit(0), visit(20), visit(60)])
    word = words.mark_time(journey.db, "private", (at(-5), at(25)), LATER)
    assert (word.changed, lives(journey.db)) == (2, ["private", "private", "work"])
    assert rollups.contexts(journey.db) == {"news.example": "work"}
    assert marks.contexts(journey.db) == {
        "private": ["news.example"], "work": ["news.example"],
    }  # fmt: skip
    assert words.unmark_time(journey.db, word.moment.number) == 2
    assert lives(journey.db) == ["work"] * 3
    assert moments.each(journey.db) == []


def test_a_word_on_the_coming_minutes_holds_for_what_comes(journey):
    words.mark_time(journey.db, "research", (at(0), at(30)), NOON)
    journey.take([visit(10), visit(40)])
    assert lives(journey.db) == ["research", None]
    assert rollups.contexts(journey.db) == {}


def test_a_word_on_a_time_may_be_about_one_site(journey):
    journey.take([visit(0), visit(1, "other.example")])
    words.mark_time(journey.db, "casual", (at(-5), at(5)), LATER, "other.example")
    assert lives(journey.db) == [None, "casual"]


def test_the_newest_word_counts(journey):
    journey.take([visit(0)])
    for name in ("casual", "private"):
        words.mark_time(journey.db, name, (at(-5), at(5)), LATER)
    assert lives(journey.db) == ["private"]


def test_a_time_that_ends_earlier_gives_the_rest_back(journey):
    word = words.mark_time(journey.db, "research", (at(0), at(600)), NOON)
    journey.take([visit(10), visit(40)])
    words.end_time(journey.db, word.moment.number, at(20))
    assert lives(journey.db) == ["research", None]
    words.end_time(journey.db, word.moment.number, at(30))
    words.end_time(journey.db, 99, at(30))
    assert moments.get(journey.db, word.moment.number).ends == at(20)


def test_a_rebuild_keeps_the_word(journey):
    journey.take([visit(0)])
    words.mark_time(journey.db, "private", (at(-5), at(5)), LATER)
    pipeline.rebuild(journey, lambda _: None)
    assert [it.context for it in acts.each(journey.db)] == ["private"]


def test_now_is_the_page_the_person_is_on_for_half_an_hour_at_most(journey):
    assert words.this_page(journey.db, NOON) == (NOON, NOON)
    journey.take([visit(-10)])
    assert words.this_page(journey.db, NOON) == (at(-10), NOON)
    assert words.this_page(journey.db, at(120)) == (at(90), at(120))


@pytest.mark.parametrize("name", ["", "  ", "x" * 41, "a\x1bb"])
def test_a_part_of_life_needs_a_name(journey, name):
    with pytest.raises(CompanionError, match="needs a name"):
        words.mark_site(journey.db, "news.example", name)


def test_a_word_that_was_not_given_can_not_be_taken_back(journey):
    with pytest.raises(CompanionError, match=r"no word on news\.example"):
        words.unmark_site(journey.db, "news.example")
    with pytest.raises(CompanionError, match="no word has the number 7"):
        words.unmark_time(journey.db, 7)


def test_only_sensitive_topics_are_agreed_to(journey):
    words.agree(journey.db, "health", NOON)
    assert list(topics.agreed(journey.db)) == ["health"]
    words.disagree(journey.db, "health")
    assert topics.agreed(journey.db) == {}
    with pytest.raises(CompanionError, match="'sport' is no sensitive topic"):
        words.agree(journey.db, "sport", NOON)
    with pytest.raises(CompanionError, match="no sensitive topic"):
        words.disagree(journey.db, "nonsense")


def test_a_protected_part_of_life_of_a_known_site_is_kept_only_once_agreed_to(journey):
    journey.take([visit(0, "webmd.com"), visit(1, "zalando.de")])
    assert lives(journey.db) == [None, "shopping"]
    assert {it.context for it in acts.each(journey.db)} == {None, "shopping"}
    words.agree(journey.db, "health", LATER)
    assert lives(journey.db) == ["health", "shopping"]
    assert rollups.contexts(journey.db)["webmd.com"] == "health"
    journey.take([visit(2, "webmd.com")])
    assert lives(journey.db)[-1] == "health"


def test_what_was_agreed_to_is_taken_out_again_and_ones_own_word_stays(journey):
    words.agree(journey.db, "health", NOON)
    journey.take([visit(0, "webmd.com"), visit(1, "nhs.uk")])
    words.mark_site(journey.db, "nhs.uk", "health")
    words.disagree(journey.db, "health")
    assert lives(journey.db) == [None, "health"]


def test_agreeing_to_another_topic_keeps_nothing_of_health(journey):
    words.agree(journey.db, "debt", NOON)
    words.agree(journey.db, "religion", NOON)
    journey.take([visit(0, "webmd.com")])
    assert lives(journey.db) == [None]
