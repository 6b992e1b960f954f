"""Seeds: sealed, never shown, one clear line for a bad one; and the key they are sealed with."""

import traceback
from concurrent.futures import ThreadPoolExecutor

import pytest

from companion.errors import StoreUnavailable, UnreadableInput
from companion.redact import seeds
from companion.redact.key import store_key
from companion.redact.seeds import Seed

KEY = b"k" * 32
MAIL = Seed("email", "ann.lee@mail.example")


def test_lines_are_read_and_comments_left_out():
    text = "# mine\n\nEmail = ann.lee@mail.example\nname=Ann = Lee\n"
    assert seeds.parse(text) == [MAIL, Seed("name", "Ann = Lee")]


@pytest.mark.parametrize("line", ["ann.lee@mail.example", "email=", "=x", "e-mail=x"])
def test_a_bad_line_is_named_without_its_value(line):
    with pytest.raises(UnreadableInput, match="line 2") as said:
        seeds.parse(f"a=b\n{line}")
    assert "ann.lee" not in str(said.value)


def test_a_file_that_can_not_be_read_is_one_line(tmp_path):
    with pytest.raises(UnreadableInput, match="can't be read"):
        seeds.read(tmp_path / "none")
    (tmp_path / "seeds").write_text("email=ann.lee@mail.example")
    assert seeds.read(tmp_path / "seeds") == [MAIL]


def test_what_is_added_is_kept_sealed_and_once(tmp_path):
    assert seeds.load(tmp_path, KEY) == []
    seeds.add(tmp_path, KEY, [MAIL])
    seeds.add(tmp_path, KEY, [MAIL, Seed("word", "fjord")])
    assert seeds.load(tmp_path, KEY) == [MAIL, Seed("word", "fjord")]
    assert b"ann.lee" not in (tmp_path / "seeds").read_bytes()
    assert (tmp_path / "seeds").stat().st_mode & 0o777 == 0o600


def test_a_field_is_removed(tmp_path):
    seeds.add(tmp_path, KEY, [MAIL, Seed("word", "fjord")])
    assert seeds.remove(tmp_path, KEY, "email") == 1
    assert seeds.remove(tmp_path, KEY, "email") == 0
    assert seeds.load(tmp_path, KEY) == [Seed("word", "fjord")]


def test_seeds_that_several_programs_add_at_once_are_all_kept(tmp_path):
    words = [f"fjord{number}" for number in range(24)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda word: seeds.add(tmp_path, KEY, [Seed("word", word)]), words))
    assert {seed.value for seed in seeds.load(tmp_path, KEY)} == set(words)


def test_another_key_is_refused_in_one_line(tmp_path):
    seeds.add(tmp_path, KEY, [MAIL])
    with pytest.raises(StoreUnavailable, match="another key"):
        seeds.load(tmp_path, b"x" * 32)


def test_a_traceback_does_not_show_a_seed():
    try:
        raise ValueError(MAIL)
    except ValueError:
        assert "ann.lee" not in traceback.format_exc()


def test_the_key_is_made_once_for_its_owner_alone(tmp_path):
    key = store_key(tmp_path / "new")
    assert store_key(tmp_path / "new") == key
    assert len(key) == 32
    assert (tmp_path / "new" / "key").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["key"]


def test_a_damaged_key_is_one_line(tmp_path):
    (tmp_path / "key").write_bytes(b"short")
    with pytest.raises(StoreUnavailable, match="damaged"):
        store_key(tmp_path)
    (tmp_path / "key").unlink()
    (tmp_path / "key").mkdir()
    with pytest.raises(StoreUnavailable, match="can't be read"):
        store_key(tmp_path)
