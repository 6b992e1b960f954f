"""What an audit keeps of its visits, as it was."""

from companion.store import forget, visits
from companion.store.visits import View, Visit
from tests.builders import NOON

VISIT = Visit(id="v1", block=1, player="hiker", role="subject")
VIEW = View(id="w1", visit="v1", place="front", page="https://a.example/", seen_at=NOON, status=200)


def test_a_visit_that_was_begun_twice_was_broken_off_once(db):
    with db.atomic():
        visits.put(db, [VISIT])
        assert visits.last_began(db, 1) is None
        visits.begin(db, "v1", NOON)
        visits.begin(db, "v1", NOON)
    (kept,) = visits.each(db, block=1)
    assert (kept.status, kept.tries, kept.began) == (visits.BEGUN, 2, NOON)
    assert visits.last_began(db, 1) == NOON


def test_views_come_back_with_their_picture(db):
    with db.atomic():
        visits.put_views(db, [(VIEW, b"\x89PNG")])
    assert list(visits.views(db, place="front")) == [VIEW]
    assert visits.picture(db, "w1") == b"\x89PNG"
    assert visits.picture(db, "none") == b""


def test_wire_bytes_and_certificates_are_kept(db):
    with db.atomic():
        visits.put_wire(db, "e1", "response", b"\x1f\x8b")
        visits.put_certificates(db, "v1", {"b.example": b"two", "a.example": b"one"})
    assert visits.wire(db, "e1", "response") == b"\x1f\x8b"
    assert visits.wire(db, "e1", "request") is None
    assert list(visits.certificates(db, "v1")) == [("a.example", b"one"), ("b.example", b"two")]


def test_forgetting_everything_forgets_them_too(db):
    with db.atomic():
        visits.put(db, [VISIT])
        visits.put_views(db, [(VIEW, b"")])
        visits.put_wire(db, "e1", "response", b"x")
    forget.forget(db, forget.Part(everything=True))
    assert list(visits.each(db)) == list(visits.views(db)) == []
    assert visits.wire(db, "e1", "response") is None
