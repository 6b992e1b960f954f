import tomllib
from datetime import date

from companion.extract.vendors.load import parse
from companion.extract.vendors.skeleton import skeleton
from companion.model import Message
from tests.builders import an_exchange
from tests.extract.reading import UUID

TODAY = date(2026, 11, 24)


def made(*exchanges):
    return skeleton("ads.example", exchanges, TODAY)


def a_call(n=1, body=b'{"profile":{"segments":["sport fan"]}}'):
    answer = Message(headers=(("content-type", "application/json"),), body=body)
    return an_exchange(f"https://ads.example/sync/{n}{n}{n}?uid={UUID}&z={n}", response=answer)


def test_it_loads_as_a_vendor_file():
    text = made(a_call(1), a_call(2))
    vendor = parse("ads.toml", tomllib.loads(text))
    (endpoint,) = vendor.endpoints
    assert endpoint.path.match("/sync/333")
    assert {it.at for it in endpoint.fields} == {"uid", "profile.segments"}
    assert vendor.last_seen == "2026-11"


def test_fields_that_nothing_is_known_of_are_comments_with_what_their_values_look_like():
    assert '# { at = "z", kind = "?", says = "", direction = "sent" },  # met 2 times, 2 values, 1 digits' in made(a_call(1), a_call(2))  # fmt: skip  # noqa: E501


def test_no_value_stands_in_it():
    text = made(a_call())
    assert UUID not in text
    assert "sport" not in text


def test_names_that_may_be_data_are_left_out():
    body = b'{"me@mail.example":{"x":1}, "user 4711":2, "q\\"]":3}'
    assert "mail" not in (text := made(a_call(body=body)))
    assert "4711" not in text
    assert tomllib.loads(text)


def test_an_endpoint_that_carries_nothing_is_left_out():
    assert "[[endpoint]]" not in made(an_exchange("https://ads.example/a.gif", response=Message()))
