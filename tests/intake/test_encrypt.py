"""An encrypted store: readable with its passphrase alone, and all of the program works on it."""

import os
import shutil
import subprocess
import sys

import pytest

from companion import pipeline, sealing
from companion.errors import StoreUnavailable
from companion.intake.amend import forget
from companion.intake.encrypt import encrypt, refuse_done
from companion.intake.journal import alone
from companion.intake.keeping import settle
from companion.intake.repair import mend
from companion.redact import seeds
from companion.redact.key import store_key
from companion.redact.seeds import Seed
from companion.settings import data_folder
from companion.store import exchanges, findings, signals, slates
from companion.store.convert import convert
from companion.store.forget import Part
from companion.store.open import open_store
from companion.store.repair import damage
from tests.builders import an_exchange

WORDS = "correct horse battery"
JSON = (("content-type", "application/json"),)
BODY = b'{"user": {"segments": ["hikers"], "mail": "canary.lee@mail.example"}}'


@pytest.fixture(autouse=True)
def locked(monkeypatch):
    """No process begins with a key; making one is quick here."""
    quick(monkeypatch)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A plain store and the same encrypted, made once for all tests."""
    plain, closed = (tmp_path_factory.mktemp("made") / name for name in ("plain", "sealed"))
    path = plain / "companion.db"
    folder = data_folder(path)
    with pytest.MonkeyPatch.context() as patch, open_store(path) as db:
        quick(patch)
        seeds.add(folder, store_key(folder), [Seed("phone", "+49 170 5550123")])
        journey = pipeline.start(db, path)
        journey.take(
            [an_exchange(f"https://canary.example/{n}", received=JSON, body=BODY) for n in range(9)]
        )
        journey.judge()
        db.close()
        shutil.copytree(plain, closed)
        encrypt(closed / path.name, WORDS)
    return plain, closed


def quick(patch):
    patch.setenv(sealing.VARIABLE, "")
    patch.setattr(sealing, "_SETTING", {"memory_kib": 64, "passes": 1, "lanes": 1})


@pytest.fixture
def path(made, tmp_path):
    return shutil.copytree(made[0], tmp_path / "data") / "companion.db"


@pytest.fixture
def sealed(made, tmp_path):
    path = shutil.copytree(made[1], tmp_path / "sealed") / "companion.db"
    sealing.unlock(sealing.key_from(data_folder(path), WORDS))
    return path


def lock():
    os.environ[sealing.VARIABLE] = ""


def files(path):
    folder = path.parent
    return b"".join(it.read_bytes() for it in folder.rglob("*") if it.is_file())


def held(path):
    with open_store(path) as db:
        return list(exchanges.each(db)), list(signals.each(db)), list(findings.each(db))


def test_there_and_back_nothing_changes_and_in_between_nothing_can_be_read(path):
    before, key = held(path), store_key(data_folder(path))
    assert b"canary.example" in files(path)
    encrypt(path, WORDS)
    assert b"canary.example" not in files(path)
    assert b"SQLite format" not in files(path)
    assert key not in files(path)
    assert held(path) == before
    encrypt(path, WORDS, off=True)
    lock()
    assert held(path) == before
    assert store_key(data_folder(path)) == key
    assert not sealing.is_sealed(data_folder(path))
    assert sorted(it.name for it in path.parent.iterdir()) == [path.name, f"{path.name}.d"]


def test_without_its_key_it_is_one_line(sealed):
    lock()
    for readonly in (False, True):
        with pytest.raises(StoreUnavailable, match="is encrypted: start Companion to be asked"):
            open_store(sealed, readonly=readonly)
    with pytest.raises(StoreUnavailable, match="is encrypted"):
        store_key(data_folder(sealed))


def test_a_wrong_passphrase_is_one_line_and_changes_nothing(sealed):
    lock()
    before = files(sealed)
    with pytest.raises(StoreUnavailable, match="not the passphrase") as said:
        encrypt(sealed, WORDS + "!", off=True)
    assert "\n" not in str(said.value)
    assert files(sealed) == before
    assert not sealing.is_unlocked(data_folder(sealed))


def test_a_short_passphrase_is_refused(path):
    with pytest.raises(StoreUnavailable, match="needs 8 characters"):
        encrypt(path, "short")
    assert held(path)[0]
    assert not sealing.is_sealed(data_folder(path))


def test_the_same_passphrase_makes_another_key_for_another_store(sealed, tmp_path):
    other = tmp_path / "other.db"
    open_store(other).close()
    first = sealing.key_from(data_folder(sealed), WORDS)
    encrypt(other, WORDS)
    assert sealing.key_from(data_folder(other), WORDS) != first
    with pytest.raises(StoreUnavailable, match="is encrypted"):
        open_store(sealed)


def test_all_of_the_program_works_on_it(sealed):
    with open_store(sealed) as db:
        journey = pipeline.start(db, sealed)
        journey.take([an_exchange("https://news.example/new", received=JSON, body=BODY)])
        journey.judge()
        settle(db, sealed)
        pipeline.rebuild(journey, lambda _: None)
        assert exchanges.count(db) == 10
        assert slates.count(db) == 0
        assert exchanges.size(db) > 0
        folder = data_folder(sealed)
        assert [it.field for it in seeds.load(folder, store_key(folder))] == ["phone"]
        assert db.execute("pragma journal_mode").fetchone() == ("wal",)
        assert forget(db, sealed, Part(everything=True)) == (10, 0)
    assert sealed.stat().st_mode & 0o777 == 0o600


def test_errors_of_its_file_are_one_line_too(sealed):
    data = bytearray(sealed.read_bytes())
    data[4096:] = os.urandom(len(data) - 4096)
    sealed.write_bytes(data)
    with (
        pytest.raises(StoreUnavailable, match="can't be used as a store"),
        open_store(sealed) as db,
    ):
        list(exchanges.each(db))


def test_a_damaged_one_is_mended_into_an_encrypted_one(sealed):
    with open_store(sealed) as db:
        exchanges.keep(db, [an_exchange(f"https://news.example/{n}") for n in range(300)])
    data = bytearray(sealed.read_bytes())
    at = len(data) - 20 * 4096
    data[at : at + 4096] = os.urandom(4096)
    sealed.write_bytes(data)
    assert damage(sealed)
    assert mend(sealed, lambda _: None)
    assert damage(sealed) == ""
    assert b"news.example" not in files(sealed)


@pytest.mark.parametrize("off", [False, True])
def test_where_it_is_so_already_it_is_said(path, off):
    if not off:
        encrypt(path, WORDS)
    with pytest.raises(StoreUnavailable, match="already"):
        refuse_done(path, off=off)


def test_one_in_use_is_refused(path):
    with alone(path), pytest.raises(StoreUnavailable, match="end the recording"):
        encrypt(path, WORDS)


def test_what_was_stopped_half_way_is_read_and_finished(path):
    """Stopped after the key was sealed and before the file was."""
    folder = data_folder(path)
    before = held(path)
    key = sealing.begin(folder, WORDS)
    assert held(path) == before
    refuse_done(path, off=False)
    encrypt(path, WORDS)
    assert sealing.key_from(folder, WORDS) == key
    assert held(path) == before


def test_what_was_stopped_half_way_back_is_finished(sealed):
    before, key = held(sealed), sealing.key_from(data_folder(sealed), WORDS)
    convert(sealed, before=key, after=None)
    assert held(sealed) == before
    refuse_done(sealed, off=True)
    encrypt(sealed, WORDS, off=True)
    lock()
    assert held(sealed) == before


def test_without_room_it_stays_as_it_is(path, monkeypatch):
    before = held(path)
    monkeypatch.setattr("companion.store.convert._rows", lambda _db, where, _table: where == "main")
    with pytest.raises(StoreUnavailable, match="stays as it is"):
        encrypt(path, WORDS)
    assert held(path) == before
    assert not path.with_name("companion.db.new").exists()


def test_without_room_nothing_of_it_is_sealed(path, monkeypatch):
    monkeypatch.setattr("companion.store.convert._rows", lambda _db, where, _table: where == "main")
    key = store_key(data_folder(path))
    with pytest.raises(StoreUnavailable):
        encrypt(path, WORDS)
    lock()
    assert not sealing.is_sealed(data_folder(path))
    assert store_key(data_folder(path)) == key


SCREEN = """
import sys
from pathlib import Path
from companion.store import exchanges
from companion.store.open import open_store
from tests.builders import an_exchange
with open_store(Path(sys.argv[1])) as db:
    print(exchanges.count(db), flush=True)
    sys.stdin.read()
    exchanges.keep(db, [an_exchange("https://news.example/meanwhile")])
"""


def test_one_that_a_screen_has_open_is_refused_and_stays_as_it_is(path):
    before = held(path)
    running = [sys.executable, "-c", SCREEN, str(path)]
    with subprocess.Popen(running, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as screen:
        screen.stdout.readline()
        with pytest.raises(StoreUnavailable, match="in use"):
            encrypt(path, WORDS)
        screen.communicate()
    assert screen.returncode == 0
    assert not sealing.is_sealed(data_folder(path))
    assert len(held(path)[0]) == len(before[0]) + 1


def test_a_plain_copy_that_was_left_behind_is_wiped_when_it_is_asked_again(sealed, made):
    left = shutil.copy(made[0] / "companion.db", sealed.with_name("companion.db.old"))
    with pytest.raises(StoreUnavailable, match="already"):
        refuse_done(sealed, off=False)
    assert not left.exists()
    assert b"canary.example" not in files(sealed)


def test_a_second_name_of_the_store_itself_is_no_copy_to_wipe(path):
    """Stopped after the old file got its second name and before the new one took its place."""
    before = held(path)
    path.with_name("companion.db.old").hardlink_to(path)
    encrypt(path, WORDS)
    assert held(path) == before


def test_a_copy_that_was_left_behind_is_forgotten_too(path):
    left = shutil.copy(path, path.with_name("companion.db.new"))
    with open_store(path) as db:
        forget(db, path, Part(everything=True))
    assert not left.exists()


def test_a_variable_that_is_no_key_opens_nothing(sealed, monkeypatch):
    monkeypatch.setenv(sealing.VARIABLE, "no key")
    with pytest.raises(StoreUnavailable, match="start Companion to be asked"):
        open_store(sealed)


def test_a_damaged_note_of_the_key_is_one_line(sealed):
    (data_folder(sealed) / sealing.FILE).write_text("{}")
    with pytest.raises(StoreUnavailable, match="can't be read: restore it"):
        open_store(sealed)


def test_browsers_and_proxy_do_not_get_the_key():
    sealing.unlock(b"k" * 32)
    assert sealing.VARIABLE not in sealing.environment()
