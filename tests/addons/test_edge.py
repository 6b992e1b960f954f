import pytest

from addons.edge import Edge
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


def test_what_a_site_sent_does_not_reach_the_log(edge, caplog):
    edge.failed("response", ValueError("ann.lee@mail.example"))
    edge.failed("write", OSError(28, "No space left on device"))
    assert "ann.lee" not in caplog.text
    assert "response, 1 times so far: ValueError" in caplog.text
    assert "No space left" in caplog.text
