import tomllib
from importlib.resources import files

import pytest

from companion.decode.hosts import registrable
from companion.extract.owners import look_also, owner_of
from companion.update import held
from tests.builders import NOON
from tests.update.conftest import LIST, a_source

TABLE = tomllib.loads(files("companion.extract").joinpath("owners.toml").read_text("utf-8"))
HOSTS = [host for entry in TABLE["owner"] for host in entry["hosts"]]


def test_a_well_known_party_has_an_owner_with_source_and_date():
    owner = owner_of("DoubleClick.net")
    assert (owner.name, owner.role) == ("Google", "advertising")
    assert owner.source
    assert owner.date


def test_source_has_a_short_name_for_sentences():
    owner = owner_of("doubleclick.net")
    assert 0 < len(owner.short) < len(owner.source)


def test_an_unknown_party_has_none():
    assert owner_of("nobody.example") is None


def test_the_table_is_large_enough_to_be_of_use():
    owners = {owner_of(host).name for host in HOSTS}
    assert len(owners) >= 200


def test_every_host_is_a_registrable_domain():
    assert [host for host in HOSTS if registrable(host) != host] == []


def test_no_host_stands_under_two_companies():
    assert len(set(HOSTS)) == len(HOSTS)


def test_roles_are_words_of_a_short_list():
    roles = {owner_of(host).role for host in HOSTS}
    assert roles <= {
        "advertising", "analytics", "cdn", "consent", "hosting", "media", "other", "payment",
        "security", "signin", "social",
    }  # fmt: skip


@pytest.fixture
def lists(tmp_path):
    """A folder with a list that was fetched; asked no longer after the test."""
    held.keep(tmp_path, a_source(), LIST, NOON)
    yield tmp_path
    look_also(tmp_path / "none")


def test_a_list_that_was_fetched_is_asked_and_named_with_its_version(lists):
    look_also(lists)
    owner = owner_of("acme.example")
    assert owner.name == "Acme"
    assert owner.short == f"Acme list, version {held.held(lists)[0].version}"
    assert owner.date == "2026-05-03"
    assert "CC BY-NC-SA" in owner.source


def test_without_it_nothing_is_known_of_them(lists):
    look_also(lists / "none")
    assert owner_of("acme.example") is None


def test_our_own_table_goes_first_and_a_company_keeps_its_name_there(lists):
    look_also(lists)
    assert owner_of("google.com").short == owner_of("doubleclick.net").short
    assert owner_of("brandnew.example").name == owner_of("google.com").name


def test_a_list_that_was_altered_says_nothing(lists):
    (held.place(lists) / "acme-list.list").write_bytes(b"{}")
    look_also(lists)
    assert owner_of("acme.example") is None


def test_a_list_that_is_removed_is_asked_no_longer(lists):
    look_also(lists)
    held.drop(lists, "acme-list")
    look_also(lists)
    assert owner_of("acme.example") is None
