import pytest

from companion.extract.vendors.load import documented, parse
from companion.model import Direction, SignalKind
from tests.extract.reading import asked, sent_json

FILE = {
    "name": "Acme",
    "owner": "Acme",
    "source": "its documentation",
    "last_seen": "2026-11",
    "endpoint": [
        {
            "hosts": ["acme.example"],
            "paths": ["*/collect"],
            "needs": ["tid"],
            "nothing": ["z"],
            "field": [
                {"at": "cid", "kind": "identifier", "says": "browser id", "direction": "sent"},
                {"at": "user.plan", "in": "tree", "kind": "trait", "says": "subscription"},
                {"at": "up.*", "kind": "trait", "says": "property", "name": "p[{}]", "of": "k"},
            ],
        }
    ],
    "cookie": [{"at": "_acme*", "kind": "identifier", "says": "browser id"}],
}


def test_a_file_is_read_into_its_fields():
    vendor = parse("acme.toml", FILE)
    cid, plan, prop, nothing = vendor.endpoints[0].fields
    assert (cid.kind, cid.direction, cid.last) == (SignalKind.IDENTIFIER, Direction.SENT, "cid")
    assert (plan.at, plan.last, plan.name) == ("user.plan", "plan", "user.plan")
    assert (prop.last, prop.name, prop.of) == ("up.*", "p[{}]", "k")
    assert nothing.kind is None
    assert vendor.cookies[0].carrier == "cookie"


@pytest.mark.parametrize(
    "change",
    [{"source": None}, {"cookie": [{"at": "a", "kind": "spell", "says": "x"}]}],
)
def test_a_wrong_file_is_named(change):
    wrong = {key: value for key, value in (FILE | change).items() if value is not None}
    with pytest.raises(ValueError, match=r"acme\.toml"):
        parse("acme.toml", wrong)


def test_an_endpoint_is_known_by_host_path_and_parameters():
    (endpoint,) = parse("acme.toml", FILE).endpoints
    assert endpoint.serves(asked("https://acme.example/v2/collect?tid=1"), "/v2/collect")
    assert not endpoint.serves(asked("https://acme.example/v2/collect"), "/v2/collect")
    assert not endpoint.serves(asked("https://acme.example/v2/other?tid=1"), "/v2/other")


def test_an_endpoint_can_need_something_in_what_was_sent():
    found = documented(sent_json({"id": "1", "imp": [], "user": {"buyeruid": "x"}}))
    assert "buyeruid" in found.exact
    assert not documented(sent_json({"id": "1", "user": {"buyeruid": "x"}}))


def test_subdomains_belong_to_a_host_and_longer_names_do_not():
    assert documented(asked("https://pixel.quantserve.com/p"))
    assert not documented(asked("https://notquantserve.com/p"))


def test_a_name_finds_exact_fields_and_beginnings():
    found = documented(asked("https://www.google-analytics.com/g/collect?tid=1"))
    assert [it.says for it in found.named("up.plan")] == ["user property set by the site"]
    assert found.named("unknown") == ()
