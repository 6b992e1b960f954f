import base64
import gzip
import json

import pytest

from companion.model import Direction, Message, SocketMessage
from companion.redact.pen import Pen
from companion.redact.secrets import Secrets
from companion.redact.seeds import Seed
from tests.builders import NOON, an_exchange

SECRETS = Secrets(
    [Seed("email", "jane@mail.example"), Seed("name", "Jane Doe"), Seed("phone", "491701234567")],
    b"k" * 32,
)


def a_pen(*before: str) -> Pen:
    return Pen(SECRETS, frozenset(before))


def token(pen: Pen) -> str:
    (written,) = pen.written
    return written


def test_an_exchange_without_secrets_stays_equal():
    pen, exchange = a_pen(), an_exchange("https://ads.example/?uid=7", body=b"<p>Hello</p>")
    assert pen.exchange(exchange) == exchange
    assert pen.written == {}


@pytest.mark.parametrize(
    ("url", "clean"),
    [
        ("https://a.example/u/jane@mail.example?x=1", "https://a.example/u/{}?x=1"),
        ("https://a.example/?em=jane%40mail.example#top", "https://a.example/?em={}#top"),
        ("https://jane-doe.blog.example/", "https://{}.blog.example/"),
        ("https://jane:hunter2@a.example/", "https://{}@a.example/"),
        ("https://[broken/?em=jane@mail.example", "https://[broken/?em={}"),
        ("/?em=jane@mail.example", "/?em={}"),
    ],
)
def test_addresses_stay_addresses(url, clean):
    pen = a_pen()
    written = pen.url(url)
    assert written == clean.format(token(pen))
    assert a_pen(*pen.written).url(written) == written


@pytest.mark.parametrize(
    ("name", "value", "clean"),
    [
        ("Authorization", "Bearer abc.def", "Bearer {}"),
        ("Proxy-Authorization", "abc", "{}"),
        ("Cookie", "a=1; PHPSESSID=q1w2e3; b=2", "a=1; PHPSESSID={}; b=2"),
        ("Set-Cookie", 'login="q1w2e3"; Path=/login=1', 'login="{}"; Path=/login=1'),
        ("Set-Cookie", "a=1\nauth=q1w2e3; HttpOnly", "a=1\nauth={}; HttpOnly"),
        ("X-User", "jane@mail.example", "{}"),
        ("Referer", "https://a.example/?q=Jane+Doe", "https://a.example/?q={}"),
    ],
)
def test_headers(name, value, clean):
    pen = a_pen()
    written = pen.header(name, value, sent=True)
    assert written == clean.format(token(pen))
    assert a_pen(*pen.written).header(name, written, sent=True) == written


@pytest.mark.parametrize(
    ("name", "value"), [("Cookie", "_ga=GA1.2.3; theme=dark"), ("Accept", "*/*")]
)
def test_other_headers_stay(name, value):
    assert a_pen().header(name, value, sent=True) is value or a_pen().written == {}


def test_a_number_of_json_becomes_a_string():
    pen = a_pen()
    written = pen.body(b'{"phone": 491701234567, "n": [491701234567]}', sent=True)
    assert json.loads(written) == {"phone": token(pen), "n": [token(pen)]}


def test_a_number_in_prose_does_not():
    pen = a_pen()
    assert pen.body(b"call: 491701234567 now", sent=True) == f"call: {token(pen)} now".encode()


def test_a_compressed_body_is_opened_when_it_carries_a_secret():
    pen = a_pen()
    assert (
        pen.body(gzip.compress(b"em=jane@mail.example"), sent=True) == f"em={token(pen)}".encode()
    )
    packed = gzip.compress(b"em=nothing")
    assert pen.body(packed, sent=True) is packed
    twice = gzip.compress(gzip.compress(b"em=jane@mail.example"))
    assert pen.body(twice, sent=True) == f"em={token(pen)}".encode()
    broken = b"\x1f\x8bbroken jane@mail.example"
    assert b"jane" not in pen.body(broken, sent=True)


def test_media_are_left_alone_and_socket_messages_are_not():
    pen = a_pen()
    picture = Message(headers=(("content-type", "image/png"),), body=b"jane@mail.example")
    assert pen.message(picture, Direction.RECEIVED) == picture
    message = SocketMessage(
        ordinal=0, direction=Direction.SENT, body=b'["jane@mail.example"]', seen_at=NOON
    )
    assert pen.socket(message).body == f'["{token(pen)}"]'.encode()


def test_tokens_of_an_earlier_time_stay():
    earlier = "[seed:name::0123456789ab]"
    secrets = Secrets([Seed("word", "seed"), Seed("word", "name")], b"k" * 32)
    pen = Pen(secrets, frozenset([earlier]))
    assert pen.text(f"x={earlier}&y=1", sent=True) == f"x={earlier}&y=1"
    assert pen.written == {}


def test_the_sites_words_are_no_tokens():
    pen = a_pen()
    forged = "[seed:email::0123456789ab]"
    assert pen.text(forged, sent=False) == forged
    assert pen.written == {}


def test_several_secrets_in_one_packed_value_have_a_token_each():
    pen = a_pen()
    packed = base64.b64encode(b'{"em":"jane@mail.example","password":"hunter2"}').decode()
    written = pen.text(f"d={packed}&x=1", sent=True)
    assert written == f"d={''.join(pen.written)}&x=1"
    assert [secret.kind for secret in pen.written.values()] == ["seed", "password"]


def test_names_of_sites_and_aliases_are_redacted_alike():
    pen = a_pen()
    exchange = an_exchange(
        "https://janedoe.example/",
        site="janedoe.example",
        party="janedoe.example",
        cname="janedoe.example",
    )
    clean = pen.exchange(exchange)
    assert clean.site == clean.party == clean.cname == clean.host == f"{token(pen)}.example"
