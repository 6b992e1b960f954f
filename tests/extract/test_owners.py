import tomllib
from importlib.resources import files

from companion.decode.hosts import registrable
from companion.extract.owners import owner_of

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
    assert len(owners) >= 120


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
