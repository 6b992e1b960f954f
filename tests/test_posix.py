"""What only POSIX has, and what stands in for it elsewhere."""

import os
import subprocess
import sys

import pytest

from companion import posix


def test_a_lock_is_taken_once(tmp_path):
    place = tmp_path / "lock"
    first, second = (os.open(place, os.O_CREAT | os.O_RDWR) for _ in range(2))
    assert posix.try_lock(first)
    assert not posix.try_lock(second)
    os.close(first)
    assert posix.try_lock(second)
    os.close(second)


def test_priority_is_lowered_in_a_process_of_its_own():
    code = "import os; from companion.posix import lower_priority as l; l(1); print(os.nice(0))"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert int(said.stdout) == min(os.nice(0) + 1, 19)


def test_a_child_is_an_orphan_only_of_others():
    assert not posix.is_orphan_of(os.getppid())
    assert posix.is_orphan_of(os.getpid())


def test_a_lock_file_is_held_by_one_block_at_a_time(tmp_path):
    with posix.locked(tmp_path / "lock") as first, posix.locked(tmp_path / "lock") as second:
        assert (first, second) == (True, False)
    with posix.locked(tmp_path / "lock") as third:
        assert third


def test_a_lock_that_is_waited_for_is_free_again_afterwards(tmp_path):
    with posix.alone(tmp_path / "lock"), posix.locked(tmp_path / "lock") as second:
        assert not second
    with posix.locked(tmp_path / "lock") as third:
        assert third


def test_without_a_user_a_process_stays_our_own():
    assert posix.as_user("") == {}


@pytest.mark.skipif(not posix.is_root(), reason="only root can become somebody else")
def test_a_process_of_another_user_has_that_users_group_and_no_other():
    to = posix.as_user(posix.unprivileged_user())
    said = subprocess.run(
        ["/bin/sh", "-c", "id -u; id -g; id -G"], capture_output=True, text=True, check=True, **to
    )
    user, group, groups = said.stdout.splitlines()
    assert user != "0"
    assert group == groups != "0"


@pytest.mark.skipif(not posix.is_root(), reason="only root gives files away")
def test_root_gives_a_folder_and_what_is_in_it(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a/b").touch()
    posix.give(tmp_path / "a", posix.unprivileged_user())
    assert (tmp_path / "a/b").stat().st_uid != 0


@pytest.mark.skipif(not posix.is_root(), reason="only root can become somebody else")
def test_a_command_becomes_somebody_else_and_finds_its_pipes():
    theirs, ours = os.pipe()
    back, answer = os.pipe()
    command = ["sh", "-c", "cat <&3 >&4; id -u >&4; echo $TOLD >&4"]
    given = dict(os.environ) | {"TOLD": "this"}
    process = posix.start_with_pipes(theirs, answer, posix.unprivileged_user(), command, given)
    os.close(theirs)
    os.close(answer)
    os.write(ours, b"hello ")
    os.close(ours)
    process.wait(timeout=30)
    with os.fdopen(back) as said:
        word, user, told = said.read().split()
    assert (word, user == "0", told) == ("hello", False, "this")
