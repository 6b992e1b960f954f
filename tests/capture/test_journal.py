import resource
import stat

import pytest

from companion.capture.journal import Writer
from companion.capture.tail import Reader
from companion.model import Origin
from tests.capture.records import a_record


@pytest.fixture
def limited():
    """Limit the size of files, so that a write beyond it is short, until the test ends."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)

    def limited(size):
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))

    yield limited
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def kinds(folder):
    return [(record["kind"], record.get("what")) for record in Reader(folder).batch({}).records]


def test_what_is_written_is_read_in_order(tmp_path):
    writer = Writer(tmp_path / "journal", Origin.DEMO)
    writer.write(a_record(flow="f1"))
    writer.note("excluded", hosts=2)
    one, note = Reader(tmp_path / "journal").batch({}).records
    assert (one["id"], one["origin"]) == ("f1", "demo")
    assert (note["what"], note["hosts"]) == ("excluded", 2)
    writer.close()


def test_everything_is_for_its_owner_alone(tmp_path):
    folder = tmp_path / "journal"
    Writer(folder).close()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}


def test_nothing_of_a_record_can_be_read_without_the_key(tmp_path):
    writer = Writer(tmp_path)
    writer.write(a_record())
    writer.close()
    assert b"news.example" not in b"".join(path.read_bytes() for path in tmp_path.iterdir())


def test_a_long_segment_is_followed_by_another_with_a_key_of_its_own(tmp_path):
    writer = Writer(tmp_path, segment_bytes=500)
    for number in range(6):
        writer.write(a_record(flow=str(number)))
    writer.close()
    keys = [path.read_bytes() for path in tmp_path.glob("*.key")]
    assert len(keys) == len(set(keys)) > 1
    read = Reader(tmp_path).batch({}).records
    assert [record["id"] for record in read if record["kind"] == "exchange"] == list("012345")


def test_a_short_write_is_cut_off_again_and_counted(tmp_path, limited):
    writer = Writer(tmp_path)
    writer.write(a_record(flow="f1"))
    limited(2000)
    writer.write(a_record(flow="f2", response={"body": b"x" * 1500}))
    writer.close()
    assert kinds(tmp_path) == [
        ("exchange", None),
        ("note", "cut"),
        ("exchange", None),
        ("end", None),
    ]
    assert Reader(tmp_path).batch({}).notes == ()


def test_a_record_that_fits_nowhere_fails_and_the_next_is_written(tmp_path, limited):
    writer = Writer(tmp_path)
    limited(2000)
    with pytest.raises(OSError, match="short write"):
        writer.write(a_record(response={"body": b"x" * 5000}))
    writer.write(a_record(flow="f2"))
    writer.close()
    assert ("exchange", None) in kinds(tmp_path)
    assert Reader(tmp_path).batch({}).notes == ()


def test_a_full_disk_leaves_the_writer_usable(tmp_path, limited):
    writer = Writer(tmp_path)
    limited(1)
    with pytest.raises(OSError, match=r"."):
        writer.write(a_record())
    limited(1 << 20)
    writer.write(a_record(flow="later"))
    writer.close()
    assert Reader(tmp_path).batch({}).notes == ()
    exchanges = [one for one in Reader(tmp_path).batch({}).records if one["kind"] == "exchange"]
    assert [one["id"] for one in exchanges] == ["later"]
