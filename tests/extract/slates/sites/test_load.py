"""What is known of sites is read, and told apart by host, path and what was sent."""

import pytest

from companion.extract.slates.sites.load import Knowledge, knowledge, parse
from companion.model import Message, Surface
from tests.builders import an_exchange

FILE = {
    "name": "Acme",
    "source": "Acme: reference",
    "basis": "documentation",
    "last_seen": "2026-11",
    "list": [{"says": "recs", "hosts": ["acme.example"], "paths": ["/v2/*"], "at": ["a.items"]}],
}


def rule(**more):
    (found,) = parse("acme.toml", FILE | {"list": [FILE["list"][0] | more]}).rules
    return found


def asked(url="https://api.acme.example/v2/recs", body=b"", **more):
    return an_exchange(url, request=Message(body=body), **more)


def test_a_rule_speaks_of_its_hosts_and_their_subdomains():
    known = Knowledge([rule()])
    assert known.of(asked())
    assert known.of(asked("https://acme.example/v2/recs"))
    assert not known.of(asked("https://notacme.example/v2/recs"))


def test_a_rule_speaks_of_its_paths_only():
    assert not Knowledge([rule()]).of(asked("https://acme.example/v1/recs"))


def test_a_rule_for_any_host_comes_after_those_of_the_host():
    anywhere, own = rule(hosts=["*"]), rule()
    assert Knowledge([anywhere, own]).of(asked()) == (own, anywhere)


def test_a_rule_may_need_words_in_the_address_or_in_what_is_sent():
    by_address, by_body = rule(needs=["w=1"]), rule(needs_sent=["home"])
    assert Knowledge([by_address]).of(asked("https://acme.example/v2/recs?w=1"))
    assert not Knowledge([by_address]).of(asked())
    assert Knowledge([by_body]).of(asked(body=b'{"page":"home"}'))
    assert not Knowledge([by_body]).of(asked())


def test_who_asks_is_told_by_names_in_address_or_body():
    known = rule(person=["visitor"])
    assert known.asked_by(asked("https://acme.example/v2/recs?visitor=1"))
    assert known.asked_by(asked(body=b'{"visitor":1}'))
    assert not known.asked_by(asked())


def test_the_empty_path_is_the_whole_answer():
    assert rule(at=[""]).at == ((),)


def test_a_mark_of_payment_may_name_its_value():
    assert rule(sponsor=["a.b", "kind=ad"]).sponsor == ((("a", "b"), ""), (("kind",), "ad"))


def test_the_surface_is_a_word_of_the_contract():
    assert rule(surface="ad").surface is Surface.AD


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"basis": "rumour"}, "acme.toml: basis rumour is"),
        ({"list": [{"says": "x", "hosts": ["*"]}]}, "at or classes"),
        ({"list": [FILE["list"][0] | {"colour": "red"}]}, "colour"),
        ({"list": [FILE["list"][0] | {"surface": "advert"}]}, "advert"),
    ],
)
def test_what_is_wrong_in_a_file_is_named(change, told):
    with pytest.raises(ValueError, match=told):
        parse("acme.toml", FILE | change)


def test_all_files_are_read():
    assert knowledge().of(asked("https://odb.outbrain.com/utils/platforms"))
