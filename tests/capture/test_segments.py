import os
import stat

from companion import posix
from companion.capture import segments


def test_runs_sort_by_time():
    assert segments.new_run() < segments.new_run()
    assert segments.run_of(segments.segment_name("run-1", 7)) == "run-1"


def test_files_are_for_their_owner_alone(tmp_path):
    os.close(segments.create(tmp_path / "a.key", b"secret"))
    assert (tmp_path / "a.key").read_bytes() == b"secret"
    assert stat.S_IMODE((tmp_path / "a.key").stat().st_mode) == 0o600


def test_only_the_newest_segment_of_a_living_run_grows(tmp_path):
    names = ["1-a-0000", "1-a-0001", "2-b-0000", "3-c-0000"]
    held = segments.create(tmp_path / "1-a.lock")
    assert posix.try_lock(held)
    os.close(segments.create(tmp_path / "2-b.lock"))
    assert segments.growing(tmp_path, names) == {"1-a-0001"}
    os.close(held)
    assert segments.growing(tmp_path, names) == set()


def test_segments_are_listed_by_run(tmp_path):
    for name in ("2-b-0000.seg", "1-a-0001.seg", "1-a-0001.key", "1-a-0000.seg", "1-a.lock"):
        (tmp_path / name).touch()
    assert segments.names(tmp_path) == ["1-a-0000", "1-a-0001", "2-b-0000"]
