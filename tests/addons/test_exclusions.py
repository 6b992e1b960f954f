import tomllib

import pytest

from addons.exclusions import DEFAULT, Exclusions, is_within, load, normal, passes
from companion.settings import Settings

LISTED = Exclusions(frozenset({"bank.example", "gov"}), frozenset({"sso"}))


@pytest.mark.parametrize("host", ["bank.example", "www.bank.example", "tax.gov", "sso.uni.example"])
def test_what_is_on_the_list_passes(host):
    assert passes(host, Settings(), LISTED)


@pytest.mark.parametrize(
    "host", ["notbank.example", "bank.example.net", "www.sso.example", "gov.example", ""]
)
def test_what_only_looks_like_it_does_not(host):
    assert not passes(host, Settings(), LISTED)


@pytest.mark.parametrize(
    ("chosen", "host", "passed"),
    [
        ({"exclude": ("news.example",)}, "www.news.example", True),
        ({"include": ("bank.example",)}, "www.bank.example", False),
        ({"include": ("bank.example",), "exclude": ("bank.example",)}, "bank.example", True),
        ({"scope": "named", "inspect": ("news.example",)}, "news.example", False),
        ({"scope": "named", "inspect": ("news.example",)}, "shop.example", True),
        ({"scope": "named", "include": ("shop.example",)}, "shop.example", True),
        ({"scope": "named", "inspect": ("bank.example",)}, "bank.example", False),
        (
            {"scope": "named", "inspect": ("a.example",), "exclude": ("a.example",)},
            "a.example",
            True,
        ),
    ],
)
def test_the_person_has_the_last_word(chosen, host, passed):
    assert passes(host, Settings(**chosen), LISTED) is passed


def test_a_name_stands_under_itself_and_above():
    assert is_within("a.b.example", {"b.example"})
    assert not is_within("b.example", {"a.b.example"})


def test_names_as_they_stand_in_lists():
    assert normal("WWW.Bank.Example.") == "www.bank.example"
    assert normal("[::1]") == normal("[::1]:443") == normal("::1") == "::1"
    assert normal("bank.example:8443") == "bank.example"


@pytest.mark.parametrize(
    "host",
    [
        "www.chase.com", "paypal.com", "mychart.org", "www.irs.gov", "vault.bitwarden.com",
        "accounts.google.com", "mail.google.com", "web.whatsapp.com", "meet.google.com",
        "nas.local",
    ],
)  # fmt: skip
def test_every_sort_of_private_place_is_on_the_list_that_comes_along(host):
    assert load().cover(host)


@pytest.mark.parametrize(
    "host", ["www.google.com", "www.webmd.com", "www.youtube.com", "www.nhs.uk", "news.yahoo.com"]
)
def test_places_to_look_into_are_not(host):
    assert not load().cover(host)


def test_every_table_of_the_list_has_a_source_and_a_date():
    for name, table in tomllib.loads(DEFAULT.read_text("utf-8")).items():
        assert {"source", "date"} <= table.keys() <= {"source", "date", "domains", "labels"}, name
        for entry in table.get("domains", []) + table.get("labels", []):
            assert entry == normal(entry)
            assert "/" not in entry
