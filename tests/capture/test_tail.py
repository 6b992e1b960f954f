import os

import pytest

from companion.capture import tail as module
from companion.capture.frames import HEAD
from companion.capture.journal import Writer
from companion.capture.tail import Reader
from tests.capture.records import a_record


@pytest.fixture
def writer(tmp_path):
    writer = Writer(tmp_path)
    yield writer
    writer.close()


def flows(batch):
    return [record["id"] for record in batch.records if record["kind"] == "exchange"]


def segment(folder):
    (only,) = folder.glob("*.seg")
    return only


def test_reading_goes_on_where_the_cursor_says(tmp_path, writer):
    reader = Reader(tmp_path)
    for number in range(5):
        writer.write(a_record(flow=str(number)))
    first = reader.batch({}, limit=2)
    second = reader.batch(first.cursor, limit=2)
    again = Reader(tmp_path).batch(second.cursor)
    assert [flows(batch) for batch in (first, second, again)] == [["0", "1"], ["2", "3"], ["4"]]


def test_a_growing_segment_is_followed(tmp_path, writer):
    reader = Reader(tmp_path)
    batch = reader.batch({})
    assert batch.records == []
    writer.write(a_record(flow="new"))
    assert flows(reader.batch(batch.cursor)) == ["new"]


def test_a_batch_ends_after_so_many_bytes(tmp_path, writer, monkeypatch):
    monkeypatch.setattr(module, "BATCH_BYTES", 10)
    writer.write(a_record(flow="1"))
    writer.write(a_record(flow="2"))
    assert flows(Reader(tmp_path).batch({})) == ["1"]


def test_records_know_where_they_stand(tmp_path, writer):
    writer.write(a_record())
    (record,) = Reader(tmp_path).batch({}).records
    assert record["at"] == (segment(tmp_path).stem, 0)


def test_what_is_not_all_there_yet_is_waited_for(tmp_path, writer):
    writer.write(a_record(flow="1"))
    whole = segment(tmp_path).read_bytes()
    os.truncate(segment(tmp_path), len(whole) - 3)
    reader = Reader(tmp_path)
    batch = reader.batch({})
    assert (batch.records, batch.notes) == ([], ())
    segment(tmp_path).write_bytes(whole)
    assert flows(reader.batch(batch.cursor)) == ["1"]


def test_the_bad_tail_of_a_run_that_is_over_is_reported_and_passed(tmp_path):
    writer = Writer(tmp_path)
    writer.write(a_record(flow="1"))
    writer.close()
    with segment(tmp_path).open("ab") as file:
        file.write(HEAD.pack(500, 1) + b"torn")
    batch = Reader(tmp_path).batch({})
    assert flows(batch) == ["1"]
    assert batch.notes[0].endswith("12 bytes at its end can't be read: they are no whole record")
    assert Reader(tmp_path).batch(batch.cursor).notes == ()


@pytest.mark.parametrize("tail", [b"torn", HEAD.pack(2**32 - 1, 0) + b"x" * 50])
def test_other_bad_tails(tmp_path, tail):
    Writer(tmp_path).close()
    segment(tmp_path).write_bytes(tail)
    assert f"{len(tail)} bytes" in Reader(tmp_path).batch({}).notes[0]


def test_a_damaged_record_is_reported_and_the_next_is_read(tmp_path, writer):
    writer.write(a_record(flow="1"))
    writer.write(a_record(flow="2"))
    content = bytearray(segment(tmp_path).read_bytes())
    content[HEAD.size + 3] ^= 1
    segment(tmp_path).write_bytes(content)
    batch = Reader(tmp_path).batch({})
    assert flows(batch) == ["2"]
    assert "record at byte 0 was lost: its checksum does not hold" in batch.notes[0]


def test_a_segment_without_its_key_is_reported_once_its_run_is_over(tmp_path):
    writer = Writer(tmp_path)
    writer.write(a_record())
    for key in tmp_path.glob("*.key"):
        key.unlink()
    assert Reader(tmp_path).batch({}).notes == ()
    writer.close()
    assert "its key is gone" in Reader(tmp_path).batch({}).notes[0]


def test_the_end_of_a_run_is_told_once_it_is_read(tmp_path):
    writer = Writer(tmp_path)
    reader = Reader(tmp_path)
    writer.write(a_record(flow="1"))
    writer.write(a_record(flow="2"))
    first = reader.batch({}, limit=1)
    writer.close()
    assert [record["kind"] for record in reader.batch(first.cursor).records] == ["exchange", "end"]
    assert reader.batch(first.cursor | reader.batch(first.cursor).cursor).records == []


def test_a_full_batch_leaves_other_segments_for_later(tmp_path):
    for number in range(2):
        writer = Writer(tmp_path)
        writer.write(a_record(flow=str(number)))
        writer.close()
    reader = Reader(tmp_path)
    first = reader.batch({}, limit=1)
    assert flows(first) == ["0"]
    assert flows(reader.batch(first.cursor)) == ["1"]


def test_the_segments_of_a_run_are_read_one_after_the_other(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "BATCH_BYTES", 10)
    writer = Writer(tmp_path, segment_bytes=500)
    for number in range(8):
        writer.write(a_record(flow=str(number)))
    writer.close()
    reader, cursor, read = Reader(tmp_path), {}, []
    while (batch := reader.batch(cursor)).records:
        read += flows(batch)
        cursor = batch.cursor
    assert read == list("01234567")


def test_the_backlog_is_what_was_not_read(tmp_path, writer):
    reader = Reader(tmp_path)
    writer.write(a_record())
    assert reader.backlog({}) == segment(tmp_path).stat().st_size
    assert reader.backlog(reader.batch({}).cursor) == 0


def test_what_was_read_is_discarded_with_its_key(tmp_path):
    writer = Writer(tmp_path, segment_bytes=1)
    writer.write(a_record())
    reader = Reader(tmp_path)
    cursor = reader.batch({}).cursor
    (gone,) = reader.discard(cursor)
    assert gone.endswith("-0000")
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".key", ".lock", ".seg"]
    writer.close()
    reader.discard(reader.batch(cursor).cursor)
    assert list(tmp_path.iterdir()) == []


def test_what_was_not_read_is_not_discarded(tmp_path):
    writer = Writer(tmp_path)
    writer.write(a_record())
    writer.close()
    assert Reader(tmp_path).discard({}) == []
    assert flows(Reader(tmp_path).batch({})) == ["f1"]
