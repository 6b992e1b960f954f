import gzip
import hashlib

import pytest

from companion.capture.source import Source
from companion.errors import UnreadableInput


def test_digest_and_size_are_those_of_the_file(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(gzip.compress(b"content"))
    source = Source(path)
    assert source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert source.size == path.stat().st_size


def test_a_gzip_file_is_unpacked(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(gzip.compress(b"one ") + gzip.compress(b"two"))
    with Source(path).bytes() as content:
        assert content.read() == b"one two"


def test_a_gzip_file_that_was_cut_gives_what_can_be_unpacked(tmp_path):
    path = tmp_path / "a"
    packed = gzip.compress(b"".join(b"%d " % n for n in range(100_000)))
    path.write_bytes(packed[: len(packed) // 2])
    with Source(path).bytes() as content:
        assert content.read().startswith(b"0 1 2 3 ")


def test_progress_tells_bytes_of_the_file(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(gzip.compress(b"x" * 1_000_000))
    told = []
    source = Source(path, told.append)
    with source.bytes() as content:
        content.read()
    assert told[-1] == source.size


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_in_the_encodings_that_editors_write(tmp_path, encoding):
    path = tmp_path / "a"
    path.write_text('{"é"', encoding)
    with Source(path).text() as text:
        assert text.read() == '{"é"'


def test_bytes_that_are_no_text_do_not_stop_reading(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"a\xffb")
    with Source(path).text() as text:
        assert text.read() == "a\ufffdb"


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(UnreadableInput, match=r"can't be read .*check the name"):
        Source(tmp_path / "none")
