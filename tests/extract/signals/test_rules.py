from companion.extract.signals.claim import VALUE_LENGTH
from companion.extract.signals.rules import MOST_OF_A_RULE, discover
from companion.model import Role, Visitor, digest
from tests.extract.reading import ID, answered_json, asked, sent_cookie, signals_in


def test_rules_are_found_in_their_modules():
    assert discover() >= 8


def test_a_signal_knows_where_it_comes_from():
    exchange = asked(
        f"https://ads.example/p?uid={ID}", visitor=Visitor(name="twin", role=Role.CONTROL)
    )
    (found,) = signals_in(exchange, context="news")
    assert (found.party, found.site, found.context) == ("ads.example", "news.example", "news")
    assert (found.visitor, found.exchange, found.seen_at) == ("twin", exchange.id, exchange.seen_at)
    assert found.id == digest(exchange.id, "sent", "query:uid", "identifier", "uid")


def test_one_fact_is_told_once():
    found = signals_in(sent_cookie(f"uid={ID}; uid={ID}"))
    assert len(found) == 1


def test_a_long_value_is_cut():
    (found,) = signals_in(answered_json({"interests": "garden " * 80}), "trait")
    assert len(found.value) == VALUE_LENGTH


def test_there_are_never_too_many_of_a_kind():
    body = {"audiences": {f"a{at}": at for at in range(1_000)}, "userSegments": []}
    body = {"user": [{"segments": [f"s{at}"]} for at in range(1_000)]}
    assert len(signals_in(answered_json(body), "segment")) <= MOST_OF_A_RULE


def test_many_kinds_of_containers_do_not_pile_up():
    body = {f"k{at}": {"uid": ID} for at in range(6_000)}
    assert len(signals_in(answered_json(body))) <= MOST_OF_A_RULE
    wide = {f"n{at}": at for at in range(6_000)}
    assert signals_in(answered_json(wide)) == []
