"""What the servers share."""

from companion.smallweb.dials import Dials
from companion.smallweb.truth import Claim
from companion.smallweb.world import Act, Person
from tests.smallweb.inside import NOON, a_world


def test_identifiers_are_decided_by_the_seed():
    one, same, other = (a_world(Dials({}, seed)) for seed in (1, 1, 2))
    assert one.token("a.test") == same.token("a.test") != other.token("a.test")
    assert one.token("a.test") != one.token("a.test")
    assert len(one.token("a.test")) == 24


def test_what_is_done_is_written_at_the_webs_own_time():
    world = a_world()
    world.clock.jump(24)
    world.plant("a.test", Claim("narrowing", "a.test", "a.test"), "less", "p1")
    assert world.truth.rows[0].time == "2026-05-04T12:00:00+00:00"


def test_who_has_switched_it_off_is_not_remembered():
    person = Person("p1", NOON)
    person.saw(Act(NOON, "read", "film", "a.test"))
    person.personal = False
    person.saw(Act(NOON, "read", "hiking", "a.test"))
    assert [act.topic for act in person.acts] == ["film"]
