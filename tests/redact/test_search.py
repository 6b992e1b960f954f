import base64
from urllib.parse import quote

import pytest

from companion.redact.search import MOST, Hit, merged, plain, search
from companion.redact.secrets import Secret, Secrets
from companion.redact.seeds import Seed

SECRETS = Secrets(
    [Seed("email", "jane@mail.example"), Seed("name", "Jane Doe"), Seed("postcode", "1011")],
    b"k" * 32,
)

WRONG_CASE = base64.b64encode(b"jane@mail.example").decode().rstrip("=").swapcase()
PACKED = base64.b64encode(b"em=jane@mail.example&password=x").decode()


def found(text: str, *, sent=True):
    data = text.encode()
    hits = search(data, SECRETS, sent=sent)
    return [
        (data[h.start : h.end].decode(), *(f"{s.kind}:{s.field}" for s in h.secrets)) for h in hits
    ]


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("em=jane@mail.example&x=1", [("jane@mail.example", "seed:email")]),
        ("u=mailto:JANE@mail.example", [("JANE@mail.example", "seed:email")]),
        ("q=Jane+Doe", [("Jane+Doe", "seed:name")]),
        ("q=jane%20doe", [("jane%20doe", "seed:name")]),
        ("zip=1011&n=1011", [("1011", "seed:postcode")]),
        (
            "password=x1&em=jane%40mail.example",
            [("x1", "password:password"), ("jane%40mail.example", "seed:email")],
        ),
        ("password=jane@mail.example", [("jane@mail.example", "seed:email")]),
        ("password=a-jane@mail.example", [("a-jane@mail.example", "password:password")]),
        ("n=4111111111111111", [("4111111111111111", "card:n")]),
        (f"d={PACKED}", [(PACKED, "seed:email", "password:password")]),
        (quote(quote('{"password":"x1"}', safe=""), safe=""), [("x1", "password:password")]),
    ],
)  # fmt: skip
def test_the_smallest_span_that_carries_a_secret(text, hits):
    assert found(text) == hits


@pytest.mark.parametrize(
    "text",
    [
        "em=xjane@mail.example",
        "em=jane@mail.example.org",
        "em=jane@mail.examples",
        f"d={WRONG_CASE}",
        "q=janedoes",
        "q=doe",
        "n=1011",
        "uid=4111111111111111",
        "uid=4111111111111111&id=5500000000000004",
        "passwordHint=dog",
        "password was changed",
        "x=NzAzOTgwOGM4NzY4Zjlh",
        "",
    ],
)
def test_near_misses_stay(text):
    assert found(text) == []


def test_parts_of_names_count_in_what_is_sent_or_under_a_telling_name():
    secrets = Secrets([Seed("name", "Ann Lindqvist")], b"k" * 32)
    assert search(b"q=lindqvist", secrets, sent=True)
    assert search(b'{"lastName": "Lindqvist"}', secrets, sent=False)
    assert not search(b"by Lindqvist", secrets, sent=False)


def test_a_text_with_too_many_secrets_goes_as_a_whole():
    data = b"password=x&" * (MOST + 1)
    assert [hit[:2] for hit in search(data, SECRETS, sent=True)] == [(0, len(data))]


A, B = Secret("seed", "name", "", "a"), Secret("card", "n", "", "b")


@pytest.mark.parametrize(
    ("hits", "one"),
    [
        ([Hit(0, 5, (A,)), Hit(1, 3, (B,))], [Hit(0, 5, (A,))]),
        ([Hit(0, 3, (A,)), Hit(2, 5, (B,))], [Hit(0, 5, (A, B))]),
        ([Hit(3, 5, (A,)), Hit(0, 3, (B,))], [Hit(0, 3, (B,)), Hit(3, 5, (A,))]),
        ([], []),
    ],
)
def test_overlapping_hits_are_one(hits, one):
    assert merged(hits) == one


@pytest.mark.parametrize(
    ("value", "same"),
    [
        ("a%2520b", "a b"),
        ("a+b", "a b"),
        ("%2525252541", "%41"),
        ('a\\"b\\/c', 'a"b/c'),
        ("ab", "ab"),
    ],
)
def test_escapes_are_no_part_of_a_secret(value, same):
    assert plain(value) == same
