"""What tests of rules have in common: exchanges that carry something, and the signals in them."""

import json

from companion.extract.signals.rules import signals
from companion.model import Message
from tests.builders import an_exchange

ID = "k3jd92hf83hd7w2q"
UUID = "e4b1c0de-7a31-4f0e-9c55-2b6d8a90f713"


def signals_in(exchange, kind=None, context=None):
    """The signals of an exchange, of one kind when it is given."""
    found = signals(exchange, context).signals
    return [it for it in found if kind is None or it.kind == kind]


def names_in(exchange, kind=None):
    return {it.name for it in signals_in(exchange, kind)}


def asked(url="https://ads.example/p", **changes):
    """A request that a third party answers with a pixel."""
    defaults = {"received": (("content-type", "image/gif"),), "body": b"GIF89a"}
    return an_exchange(url, **(defaults | changes))


def sent_json(value, url="https://ads.example/p", **changes):
    """A request to a third party with a JSON body."""
    request = Message(
        headers=(("content-type", "application/json"),), body=json.dumps(value).encode()
    )
    return asked(url, method="POST", request=request, **changes)


def answered_json(value, url="https://ads.example/p", **changes):
    """An answer of a third party in JSON."""
    body = json.dumps(value).encode()
    return an_exchange(url, received=(("content-type", "application/json"),), body=body, **changes)


def sent_cookie(cookie, url="https://ads.example/p", **changes):
    return asked(url, sent=(("cookie", cookie),), **changes)


def set_cookie(line, url="https://ads.example/p", **changes):
    return an_exchange(url, received=(("set-cookie", line),), **changes)
