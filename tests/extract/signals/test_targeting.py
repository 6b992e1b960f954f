from companion.model import Direction, Message
from tests.builders import an_exchange
from tests.extract.reading import asked, signals_in

PAGE = b"""<html><script>googletag.pubads().setTargeting("kw", ["garden", "roses"]);
googletag.pubads().setTargeting("login", "0");</script></html>"""


def targeting(exchange):
    return {it.name: it.value for it in signals_in(exchange, "targeting")}


def test_key_values_of_the_page_are_found():
    assert targeting(an_exchange(body=PAGE)) == {"kw": ("garden", "roses"), "login": "0"}


def test_key_values_of_a_request_for_ads_are_found():
    url = "https://ad.example/gampad?cust_params=kw%3Dgarden%26age%3D3&hb_pb=0.20&iu=1"
    assert targeting(asked(url)) == {"kw": "garden", "age": "3", "hb_pb": "0.20"}


def test_ordinary_parameters_are_none():
    assert targeting(asked("https://ad.example/gampad?kw=garden")) == {}


def test_they_are_observed():
    (found,) = signals_in(asked("https://ad.example/a?hb_bidder=acme"), "targeting")
    assert (found.confidence, found.direction) == ("observed", Direction.SENT)


def test_a_sensitive_key_value_is_flagged():
    request = Message(headers=(("content-type", "application/x-www-form-urlencoded"),), body=b"")
    exchange = asked("https://ad.example/a?cust_params=kw%3Ddiabetes", request=request)
    (found,) = signals_in(exchange, "targeting")
    assert found.sensitive
    assert found.figures["sensitive_word"] == "diabetes"
