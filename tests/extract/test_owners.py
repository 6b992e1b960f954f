import tomllib
from importlib.resources import files

import pytest

from companion.decode.hosts import registrable
from companion.extract.owners import hosts_known, owner_of, vendor_behind


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
    owners = {owner_of(host).name for host in hosts_known()}
    assert len(owners) >= 120


def test_every_host_is_a_registrable_domain():
    assert [host for host in hosts_known() if registrable(host) != host] == []


def test_no_host_stands_under_two_companies():
    table = tomllib.loads(files("companion.extract").joinpath("owners.toml").read_text("utf-8"))
    assert len(hosts_known()) == sum(len(entry["hosts"]) for entry in table["owner"])


def test_roles_are_words_of_a_short_list():
    roles = {owner_of(host).role for host in hosts_known()}
    assert roles <= {
        "advertising", "analytics", "cdn", "consent", "hosting", "media", "other", "payment",
        "security", "signin", "social",
    }  # fmt: skip


@pytest.mark.parametrize("target", ["omtrdc.net", "criteo.com"])
def test_a_vendor_behind_an_alias_is_the_party(target):
    assert vendor_behind(target) == target


@pytest.mark.parametrize("target", ["cloudflare.net", "amazonaws.com", "datadome.co", "x.example"])
def test_carriers_and_unknown_ones_behind_an_alias_are_none(target):
    assert vendor_behind(target) is None
