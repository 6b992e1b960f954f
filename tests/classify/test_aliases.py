from companion.classify.aliases import behind_alias
from companion.model import Evidence
from tests.builders import a_record, an_exchange


def told(about="omtrdc.net", **changes):
    exchange = an_exchange("https://m.news.example/b/ss", **({"party": "omtrdc.net"} | changes))
    evidence = (Evidence(exchange=exchange.id, note="n"),)
    return behind_alias(about, evidence, a_record(exchange))


def test_a_party_behind_an_alias_is_explained():
    assert told(cname="news.sc.omtrdc.net").startswith(
        "m.news.example is another name for news.sc.omtrdc.net, as it was resolved when this was"
    )


def test_without_an_alias_there_is_nothing_to_say():
    assert told() == ""


def test_an_alias_that_did_not_decide_the_party_is_not_mentioned():
    assert told("news.example", party="news.example", cname="x.edgekey.net") == ""


def test_evidence_that_is_no_exchange_is_passed_over():
    assert behind_alias("a.example", (Evidence(signal="s", note="n"),), a_record()) == ""
