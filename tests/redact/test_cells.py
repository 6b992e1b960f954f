"""The grid of hashes, encodings, layers and carriers: in every cell the datum is found."""

import hashlib
import random
from itertools import batched

import pytest

from companion.model import Direction, Message
from companion.redact.digests import SHORT, hashes
from companion.redact.redact import redact
from companion.redact.secrets import Secrets
from companion.redact.seeds import Seed
from tests.builders import an_exchange
from tests.redact.carriers import CARRIERS, text_of
from tests.redact.coding import BINARY, ENCODINGS, TEXT, chains, encoded

MAIL = b"jane@mail.example"
SEEDS = [Seed("email", MAIL.decode())]
DEEP = Secrets(SEEDS, b"k" * 32, deep=True)
LIVE = Secrets(SEEDS, b"k" * 32)
ONCE = {name: hashed([MAIL])[0] for name, hashed in hashes(every=True).items()}
TEXTS = {"": MAIL} | {name: raw.hex().encode() for name, raw in ONCE.items()}


def missed(values, secrets=DEEP):
    """The values that are still there when a body with them has been redacted."""
    left = []
    for some in batched(values, 40):
        lines = b"\n".join(some)
        clean = redact(an_exchange(request=Message(body=lines)), secrets).request.body
        left += [one for one in some if any(line == one for line in clean.split(b"\n"))]
    return left


def missed_packed(bodies):
    return [body for body in bodies if redact(sent(body), DEEP).request.body == body]


def sent(body):
    return an_exchange(request=Message(body=body))


def cells(texts, rows):
    """What each text gives in each row of encodings, those as bytes apart."""
    made = [(row, encoded(text, row)) for text in texts for row in rows]
    as_text = [value for row, value in made if value and (not row or row[-1] in TEXT)]
    return as_text, [value for row, value in made if value and row and row[-1] in BINARY]


@pytest.mark.parametrize("name", TEXTS)
def test_every_hash_is_found_in_every_two_encodings(name):
    as_text, packed = cells([TEXTS[name]], [(), *chains(1), *chains(2)])
    assert len(as_text) > 140
    assert missed(as_text) == []
    assert missed_packed(packed) == []


@pytest.mark.parametrize("inner", ONCE)
def test_every_hash_of_a_hash_is_found_in_every_encoding(inner):
    twice = [hashed([TEXTS[inner]])[0].hex().encode() for hashed in hashes(every=True).values()]
    as_text, packed = cells(twice, [(), *chains(1)])
    assert len(as_text) > 200
    assert missed(as_text) == []
    assert missed_packed(packed) == []


@pytest.mark.parametrize("coding", ["base32", "base58", "base64", "base64url"])
def test_digests_are_found_as_bytes_in_every_encoding_of_bytes(coding):
    raw = list(ONCE.values()) + [
        hashed([text])[0] for text in TEXTS.values() for hashed in hashes(every=True).values()
    ]
    assert missed([ENCODINGS[coding](one) for one in raw]) == []


def test_three_layers_of_encodings_are_undone():
    rows = random.Random(3).sample(chains(3), 400)
    as_text, packed = cells([MAIL, TEXTS["sha256"]], rows)
    assert len(as_text) > 300
    assert missed(as_text) == []
    assert missed_packed(packed) == []


@pytest.mark.parametrize("carrier", CARRIERS)
def test_every_hash_in_every_encoding_is_found_in_every_carrier(carrier):
    as_text, _ = cells(TEXTS.values(), [(), *chains(1)])
    for values in batched(as_text, 40):
        clean = redact(CARRIERS[carrier](values), DEEP)
        assert text_of(clean).count("[seed:email:") == len(values)


@pytest.mark.parametrize("carrier", CARRIERS)
def test_while_recording_the_short_list_is_found_in_every_carrier(carrier):
    rows = [(), ("base64",), ("base64url",), ("urlencode",), ("entity",), ("lz",)]
    as_text, _ = cells([MAIL, *(TEXTS[name] for name in SHORT)], rows)
    clean = redact(CARRIERS[carrier](as_text), LIVE)
    assert text_of(clean).count("[seed:email:") == len(as_text)


def test_while_recording_hashes_of_hashes_and_two_encodings_are_found():
    short = [hashes(every=False)[name] for name in SHORT]
    twice = [f([g([MAIL])[0].hex().encode()])[0].hex().encode() for f in short for g in short]
    rows = [
        (one, other)
        for one in ("base64", "urlencode", "entity", "lz")
        for other in ("base64", "base64url", "urlencode", "entity", "lz")
    ]
    as_text, _ = cells([*twice, MAIL], [(), *rows])
    assert missed(as_text, LIVE) == []


@pytest.mark.parametrize("secrets", [DEEP, LIVE], ids=["deep", "live"])
def test_look_alikes_in_every_encoding_stay(secrets):
    others = [b"john@mail.example", b"jane@mail.example.org", b"xjane@mail.example"]
    others += [hashlib.sha256(it).hexdigest().encode() for it in others]
    others += [TEXTS["sha256"][:-1], TEXTS["sha256"] + b"0", TEXTS["md5"][1:]]
    as_text, _ = cells(others, [(), *chains(1)])
    assert len(missed(as_text, secrets)) == len(as_text)


def test_what_is_found_is_told_in_words_layer_by_layer():
    row = ("base58", "base64")
    value = encoded(hashes(every=True)["md4"]([TEXTS["whirlpool"]])[0].hex().encode(), row)
    body = b'{"user": {"em": "' + value + b'"}}'
    request = Message(headers=(("content-type", "application/json"),), body=body)
    (taken,) = redact(an_exchange(request=request), DEEP).redactions
    assert (taken.locator, taken.direction) == ("/user/em", Direction.SENT)
    assert taken.chain == "b64 >> b58 >> md4 of whirlpool"
