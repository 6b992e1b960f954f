"""Settings: defaults without a file, one clear line for a bad one, and a round trip."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.errors import UnreadableInput
from companion.settings import (
    Settings,
    changed,
    choices,
    data_folder,
    default_db,
    dump,
    load,
    save,
)


def test_defaults_without_a_file(tmp_path):
    assert load(tmp_path / "none.toml") == Settings()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("scope = ", "not valid TOML"),
        ("colour = 'red'", "unknown key"),
        ("scope = 3", "must be a str"),
        ('scope = "some"', "scope must be all or named"),
        ('start = "now"', "start must be demo or live"),
        ('retain = "soon"', 'retain must be written like "365d", or be empty'),
        ('largest = "2000"', 'largest must be written like "2000MB", or be empty'),
        ("exclude = [3]", "must be a list of hosts"),
    ],
)
def test_a_bad_file_gets_one_clear_line(tmp_path, text, said):
    path = tmp_path / "s.toml"
    path.write_text(text)
    with pytest.raises(UnreadableInput, match=said):
        load(path)


def test_a_file_that_can_not_be_read_gets_one_clear_line(tmp_path):
    with pytest.raises(UnreadableInput, match="can't be read"):
        load(tmp_path)


def test_limits_of_what_is_kept_are_read(tmp_path):
    (tmp_path / "s.toml").write_text('retain = "90d"\nlargest = "500MB"')
    loaded = load(tmp_path / "s.toml")
    assert (loaded.retain, loaded.largest) == ("90d", "500MB")


def test_hosts_are_compared_in_lower_case(tmp_path):
    (tmp_path / "s.toml").write_text('exclude = ["News.Example"]')
    assert load(tmp_path / "s.toml").exclude == ("news.example",)


@given(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.lists(st.text('abc.-"\\\n', max_size=9)),
)
def test_what_is_dumped_is_loaded_again(tmp_path_factory, country, hosts):
    path = tmp_path_factory.mktemp("s") / "s.toml"
    settings = Settings(country=country, exclude=tuple(hosts))
    path.write_text(dump(settings), "utf-8", newline="")
    assert load(path) == settings


def test_the_default_store_stands_in_the_users_data_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_db().name == "companion.db"
    assert default_db().parent.name == "companion"


def test_what_belongs_to_a_store_stands_in_a_folder_beside_it(tmp_path):
    assert data_folder(tmp_path / "my.db") == tmp_path / "my.db.d"


def test_what_is_saved_is_its_owners_alone_and_replaces_what_was(tmp_path):
    path = tmp_path / "companion.db.d" / "settings.toml"
    save(path, Settings(country="DE"))
    save(path, Settings(country="FR"))
    assert load(path) == Settings(country="FR")
    assert path.stat().st_mode & 0o777 == 0o600
    assert [it.name for it in path.parent.iterdir()] == ["settings.toml"]


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("retain", " 90d ", "90d"),
        ("retain", "", ""),
        ("scope", "named", "named"),
        ("exclude", "Bank.example, , clinic.example", ("bank.example", "clinic.example")),
        ("exclude", "", ()),
    ],
)
def test_one_is_changed_as_a_person_writes_it(name, text, value):
    assert getattr(changed(Settings(), name, text), name) == value


def test_what_it_can_not_be_is_refused_in_a_line():
    with pytest.raises(UnreadableInput, match='retain must be written like "365d"'):
        changed(Settings(), "retain", "soon")


def test_only_some_have_a_choice():
    assert choices("scope") == ("all", "named")
    assert choices("exclude") == ()
