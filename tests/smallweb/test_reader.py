"""Whom a site knows: by consent, by dials, and not after a refusal that is kept to."""

import pytest

from companion.smallweb.reader import (
    CONSENT,
    concluded,
    inferred,
    note_act,
    plant_segments,
    reader,
    recognises,
    taste,
)
from companion.smallweb.recommend import STRANGER
from companion.smallweb.world import Act
from tests.smallweb.inside import NOON, a_visit, a_world, kinds


def _visit(world, choice="", gpc=False, **sent):
    cookies = {CONSENT: choice} if choice else {}
    headers = {"cookie": "; ".join(f"{n}={v}" for n, v in (cookies | sent).items())}
    return a_visit(world, headers=headers | ({"sec-gpc": "1"} if gpc else {}))


@pytest.mark.parametrize(
    ("choice", "gpc", "dials", "is_known"),
    [
        ("allow", False, {}, True),
        ("deny", False, {}, False),
        ("", False, {}, False),
        ("allow", True, {}, False),
        ("deny", False, {"refusal_ignored": 1}, True),
        ("", False, {"refusal_ignored": 1}, True),
        ("allow", True, {"gpc_ignored": 1}, True),
        ("deny", True, {"gpc_ignored": 1}, False),
    ],
)
def test_who_is_known_again(choice, gpc, dials, is_known):
    visit = _visit(a_world(**dials), choice, gpc)
    assert recognises(visit) is is_known
    assert (reader(visit) is not None) is is_known


def test_an_identifier_that_survives_a_refusal_is_a_harm():
    world = a_world(refusal_ignored=1)
    reader(_visit(world, "deny"))
    assert kinds(world) == {"tracking_identifier"}


def test_an_identifier_one_agreed_to_is_none():
    world = a_world(refusal_ignored=1)
    reader(_visit(world, "allow"))
    assert kinds(world) == set()


def test_acts_are_noted_for_those_who_are_known():
    world = a_world()
    known, unknown = _visit(world, "allow"), _visit(world)
    note_act(known, "read", "film", "x")
    note_act(unknown, "read", "film", "x")
    assert [act.piece for act in known.person.acts] == ["x"]
    assert unknown.person is None


def _fan(world):
    visit = _visit(world, "allow")
    person = visit.remember()
    person.acts += [Act(NOON, "read", "hiking", "news.test", f"p{n}") for n in range(3)]
    return visit, person


def test_a_stranger_has_no_taste():
    visit, person = _fan(a_world())
    assert taste(visit, None) is STRANGER
    person.personal = False
    assert taste(visit, person) is STRANGER


def test_a_taste_is_what_was_looked_at():
    visit, person = _fan(a_world())
    assert taste(visit, person).interests == {"hiking": 1.0}
    assert "p1" in taste(visit, person).seen


def test_time_narrows_and_fades_only_by_the_dials():
    for dials, planted in (({}, set()), ({"narrowing": 1, "fading": 1}, _SLOW)):
        world = a_world(**dials)
        visit, person = _fan(world)
        assert taste(visit, person).narrowed == 0
        world.clock.jump(24 * 84)
        later = taste(visit, person)
        assert kinds(world) == planted
        assert later.narrowed == (1.0 if planted else 0.0)
        assert bool(later.faded) is bool(planted)


_SLOW = {"narrowing", "fading_alternatives"}


def test_segments_are_delivered_only_by_their_dial():
    for dials, delivered in (({}, []), ({"segments": 1}, ["hiking"])):
        world = a_world(**dials)
        visit, person = _fan(world)
        assert inferred(visit, person) == delivered
        assert kinds(world) == ({"undisclosed_inference"} if delivered else set())
    assert inferred(visit, None) == []


def test_page_state_tells_of_the_person_only_what_is_concluded():
    visit, person = _fan(a_world(segments=1))
    assert concluded(visit, person) == {"user": {"id": person.id, "segments": ["Outdoor > Hiking"]}}
    assert concluded(visit, None) == {}
    assert concluded(*_fan(a_world())) == {}


def test_sensitive_segments_are_a_harm_of_their_own():
    world = a_world()
    plant_segments(a_visit(world), ["hiking", "anxiety"], party="ads.test")
    assert [(row.kind, row.what, row.party) for row in world.truth.rows] == [
        ("undisclosed_inference", "hiking", "ads.test"),
        ("sensitive_inference", "anxiety", "ads.test"),
    ]
