"""A hook that fails is counted, and the person's browsing goes on."""

from types import SimpleNamespace

import pytest

from addons.edge import Edge, fails_open
from companion.capture.tail import Reader
from companion.model import Origin


@pytest.fixture
def edge(tmp_path):
    edge = Edge()
    edge.open(tmp_path / "companion.db", Origin.LIVE)
    yield edge
    edge.close()


def notes(edge):
    records = Reader(edge.folder / "journal").batch({}).records
    return [record for record in records if record["kind"] == "note"]


class Fragile:
    """An addon with a hook that fails on demand."""

    def __init__(self, edge):
        self.edge = edge

    @fails_open
    def response(self, flow):
        flow.handled = 1 / flow.divisor


def test_a_hook_that_fails_lets_the_answer_pass_and_is_counted(edge):
    Fragile(edge).response(SimpleNamespace(divisor=0))
    (note,) = notes(edge)
    assert (note["what"], note["hook"], note["count"], note["error"]) == (
        "failed", "response", 1, "ZeroDivisionError",
    )  # fmt: skip


def test_a_hook_that_works_is_silent(edge):
    flow = SimpleNamespace(divisor=1)
    Fragile(edge).response(flow)
    assert (flow.handled, notes(edge)) == (1, [])


def test_a_hook_that_fails_often_is_told_of_ever_more_rarely(edge):
    for _ in range(9):
        Fragile(edge).response(SimpleNamespace(divisor=0))
    assert [note["count"] for note in notes(edge)] == [1, 2, 4, 8]
    assert edge.failures["response"] == 9


def test_a_write_that_fails_is_counted_too(edge):
    edge.close()
    edge.write({"kind": "note"})
    edge.note("started")
    assert not edge.failures

    class Full:
        def write(self, record):
            raise OSError("no space")

        def note(self, what, **facts):
            raise OSError("no space")

        def close(self):
            pass

    edge._writer = Full()
    edge.write({"kind": "note"})
    assert edge.failures == {"write": 1, "note": 1}


def test_opening_again_ends_the_run_before(edge, tmp_path):
    edge.open(tmp_path / "other.db", Origin.DEMO)
    assert edge.folder == tmp_path / "other.db.d"
    edge.note("started")
    assert [note["origin"] for note in notes(edge)] == ["demo"]
