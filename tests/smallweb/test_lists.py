"""Lists: the same for all, chosen and said so, chosen without a word."""

import json

import pytest

from companion.smallweb.catalogue import pieces
from companion.smallweb.lists import alike, labelled, same_for_all, unlabelled
from companion.smallweb.reader import CONSENT
from companion.smallweb.world import Act
from tests.smallweb.inside import NOON, a_visit, a_world, kinds


def _fan(world):
    visit = a_visit(world, headers={"cookie": f"{CONSENT}=allow"})
    person = visit.remember()
    read = pieces("news")["five-mountain-huts-worth-the-climb"]
    person.acts += [
        Act(NOON, "read", "hiking", "news.test", read.id),
        Act(NOON, "search", "guitar", "news.test"),
    ]
    return visit, person


def _ids(section):
    return [entry.piece.id for entry in section.entries]


def test_what_is_for_all_is_the_same_for_all():
    visit, _ = _fan(a_world())
    stranger = a_visit(a_world())
    assert _ids(same_for_all(visit, "New", 5)) == _ids(same_for_all(stranger, "New", 5))
    assert _ids(same_for_all(visit, "New", 5)) != _ids(same_for_all(visit, "Old", 5))


def test_what_goes_with_a_piece_is_of_its_topic_and_not_itself():
    piece = pieces("news")["five-mountain-huts-worth-the-climb"]
    section = alike(a_visit(a_world()), "More", piece, 10)
    assert len(section.entries) == 10
    assert {entry.piece.topic for entry in section.entries} == {"hiking"}
    assert piece.id not in _ids(section)


def test_a_labelled_list_gives_its_reasons_and_a_way_out():
    world = a_world()
    section = labelled(*_fan(world), length=20)
    reasons = {entry.piece.topic: entry.reason for entry in section.entries}
    assert reasons == {
        "hiking": "Because you read “Five mountain huts worth the climb”",
        "guitar": "Because you searched for something like it",
    }
    assert "Turn this off" in section.markup()
    assert section.plain()["note"] == section.note
    assert kinds(world) == set()
    assert [row.kind for row in world.truth.rows] == ["labelled_list"]


def test_a_labelled_list_without_reasons_is_a_harm():
    world = a_world(no_reason=1)
    section = labelled(*_fan(world))
    assert not any(entry.reason for entry in section.entries)
    assert "note" not in section.plain()
    assert kinds(world) == {"invisible_curation"}


def test_strangers_and_those_who_switched_it_off_get_no_labelled_list():
    visit, person = _fan(a_world())
    assert labelled(visit, None) is None
    person.personal = False
    assert labelled(visit, person) is None


@pytest.mark.parametrize(("dial", "places"), [(0, 0), (0.5, 5), (1, 10)])
def test_an_unlabelled_list_is_personal_by_its_dial(dial, places):
    world = a_world(unlabelled_lists=dial)
    visit, person = _fan(world)
    besides = same_for_all(visit, "Top", 4)
    mine, theirs = (unlabelled(visit, who, besides, 10) for who in (person, None))
    topics = [entry.piece.topic for entry in mine.entries]
    assert sum(topic in ("hiking", "guitar") for topic in topics) >= places
    assert (_ids(mine) == _ids(theirs)) is (places == 0)
    assert kinds(world) == ({"invisible_curation"} if places else set())
    assert ("userId" in mine.plain()) is bool(places)
    assert theirs.plain()["strategy"] == "popular"


def test_an_unlabelled_list_repeats_nothing_of_its_neighbour():
    visit, person = _fan(a_world(unlabelled_lists=1))
    besides = same_for_all(visit, "Top", 30)
    assert not set(_ids(unlabelled(visit, person, besides, 30))) & set(_ids(besides))


def test_lists_hold_still_within_a_day_and_move_overnight():
    visit, person = _fan(a_world(unlabelled_lists=0.5))
    besides = same_for_all(visit, "Top", 4)
    before = json.dumps(unlabelled(visit, person, besides, 10).plain())
    visit.world.clock.jump(1)
    assert json.dumps(unlabelled(visit, person, besides, 10).plain()) == before
    visit.world.clock.jump(23)
    assert json.dumps(unlabelled(visit, person, besides, 10).plain()) != before
