import pytest

from addons.edge import Edge
from addons.together import Together
from companion.capture.tail import Reader
from companion.model import Origin


@pytest.fixture
def edge(tmp_path):
    edge = Edge()
    edge.open(tmp_path / "companion.db", Origin.LIVE)
    yield edge
    edge.close()


class One:
    def __init__(self, heard=None):
        self.heard = heard if heard is not None else []

    def configure(self, updated):
        self.heard.append(("configured", updated))

    def response(self, flow):
        self.heard.append(("one", flow))


class Other(One):
    def response(self, flow):
        self.heard.append(("other", flow))

    def error(self, flow):
        self.heard.append(("failed", flow))

    async def server_connect(self, data):
        return data

    def _inner(self):
        raise AssertionError


class Fragile:
    def configure(self, updated):
        raise ZeroDivisionError

    def response(self, flow):
        raise ZeroDivisionError


def failures(edge):
    records = Reader(edge.folder / "journal").batch({}).records
    return [record for record in records if record["what"] == "failed"]


def test_every_part_gets_its_events_in_order(edge):
    heard = []
    both = Together(edge, One(heard), Other(heard))
    both.response(1)
    both.error(2)
    both.configure({"mode"})
    assert heard == [("one", 1), ("other", 1), ("failed", 2), *[("configured", {"mode"})] * 2]


async def test_what_is_awaited_stays_so(edge):
    assert await Together(edge, Other()).server_connect(3) == 3


def test_what_no_part_has_is_not_there(edge):
    both = Together(edge, One(), Other())
    assert not hasattr(both, "request")
    assert not hasattr(both, "_inner")


def test_a_hook_that_fails_is_counted_and_the_others_get_their_turn(edge):
    one = One()
    Together(edge, Fragile(), one).response(1)
    assert one.heard == [("one", 1)]
    (note,) = failures(edge)
    assert (note["hook"], note["count"], note["error"]) == ("response", 1, "ZeroDivisionError")


def test_a_hook_that_works_is_silent(edge):
    Together(edge, One()).response(1)
    assert failures(edge) == []


def test_a_hook_that_fails_often_is_told_of_ever_more_rarely(edge):
    both = Together(edge, Fragile())
    for _ in range(9):
        both.response(1)
    assert [note["count"] for note in failures(edge)] == [1, 2, 4, 8]
    assert edge.failures["response"] == 9


def test_a_start_that_fails_is_not_passed_over(edge):
    with pytest.raises(ZeroDivisionError):
        Together(edge, Fragile()).configure(set())


def test_two_parts_that_are_awaited_at_the_same_event_are_refused(edge):
    with pytest.raises(ValueError, match="too many"):
        Together(edge, Other(), Other())
