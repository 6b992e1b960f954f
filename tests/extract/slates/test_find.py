import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.extract.slates import explain, find, slates
from companion.model import Personalized, SlateSource, Surface, digest
from tests.builders import an_exchange
from tests.extract.slates.lists import TITLES, answer, cards, found, items, page


def test_a_slate_says_where_when_and_what_it_is():
    exchange = answer({"title": "Recommended for you", "items": items()}, context="news")
    slate = found(exchange)
    assert slate.id == digest(exchange.id, "/items")
    assert (slate.exchange, slate.site, slate.party) == (
        exchange.id,
        "news.example",
        "news.example",
    )
    assert (slate.visitor, slate.context, slate.seen_at) == ("self", "news", exchange.seen_at)
    assert (slate.source, slate.surface) == (SlateSource.JSON, Surface.RECOMMENDATION)
    assert slate.personalized is Personalized.DECLARED
    assert slate.figures["form"] == "array"
    assert slate.continues is None


def test_the_same_bytes_give_the_same_slates():
    body = {"a": items(), "b": {"c": items(8)[3:]}}
    assert slates(answer(body)) == slates(answer(body))


@pytest.mark.parametrize(
    "body",
    [
        b"", b"{", b"[" * 100_000, b'{"a":' * 50_000, b"<div>" * 50_000, b"<a href=x>" * 20_000,
        b"\xff\xfe\x00", b"{[ " * 5_000, b'{"a":"\\ud800 lone surrogate in a title"}',
        b"<ul>" + b"<li><a href=http://[>x y z</a></li>" * 50 + b"</ul>",
        b"<template>" * 2_000, b"<table>" + b"<tr><td><a href=1>x</a>" * 2_000,
    ],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["application/json", "text/html"])
def test_hostile_answers_are_survived(body, kind):
    exchange = an_exchange(body=body, received=(("content-type", kind),))
    assert isinstance(slates(exchange), tuple)
    assert isinstance(explain(exchange), tuple)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: (
        st.lists(inner, max_size=6) | st.dictionaries(st.text(max_size=9), inner, max_size=6)
    ),
    max_leaves=60,
)


@given(json_values)
def test_any_tree_is_survived(value):
    slates(answer({"title": "Recommended", "items": [value] * 3, "x": value}))


@given(st.text(alphabet="<>/abilupdhref=\"' &;#1", max_size=400))
def test_any_markup_is_survived(text):
    slates(page(f"<ul><li><a href=1>{text}</a></li><li><a href=2>{text}"))


def test_a_lone_surrogate_in_a_title_is_no_harm():
    listed = [item | {"title": f"{item['title']} \ud800"} for item in items()]
    body = json.dumps({"items": listed}).encode()
    assert slates(an_exchange(body=body, received=(("content-type", "application/json"),)))


def shelf(at: int, count: int) -> list[dict]:
    chance = random.Random(at)
    words = " ".join(TITLES).split()
    return [
        {"id": at * 1000 + n, "title": " ".join(chance.sample(words, 6)), "url": f"/{at}/{n}"}
        for n in range(count)
    ]


def test_labels_of_a_person_are_no_slate():
    segments = [{"id": str(100 + at), "name": name, "value": "1"} for at, name in enumerate(TITLES)]
    assert slates(answer({"user": {"data": [{"name": "a.example", "segment": segments}]}})) == ()


def test_four_hundred_shelves_are_four_hundred_slates():
    shelves = [{"title": f"Shelf number {at}", "items": shelf(at, 6)} for at in range(400)]
    assert len(slates(answer({"sections": shelves}))) == 400
    html = "".join(
        f"<section><h2>Shelf {at}</h2><ul>"
        + "".join(
            f"<li><a href='{it['url']}'><h3>{it['title']}</h3></a></li>" for it in shelf(at, 6)
        )
        + "</ul></section>"
        for at in range(400)
    )
    assert len(slates(page(f"<main>{html}</main>"))) == 400


def test_a_list_of_twenty_thousand_is_one_slate():
    slate = found(answer({"items": shelf(1, 20_000)}))
    assert (slate.total, len(slate.items)) == (20_000, 1_000)


def test_explanations_add_up():
    for verdict in explain(
        page(f"<nav><ul>{cards()}</ul></nav><h2>Related</h2><ul>{cards()}</ul>")
    ):
        assert verdict.score == pytest.approx(
            sum(points for _, points in verdict.evidence), abs=0.05
        )
        assert verdict.taken == verdict.why.startswith("taken")


def test_an_explanation_says_what_weighs_most_against_a_list():
    (verdict,) = explain(answer({"variants": items(2)}))
    assert verdict.why.endswith(
        "most against it: it stands under a name that menus, variants or settings have"
    )


def test_an_explanation_says_when_nothing_speaks_against_it():
    titles = ("Rain ab", "Fog bc", "Snow cd", "Ice de")
    (verdict,) = explain(answer([{"id": at, "n": title} for at, title in enumerate(titles)]))
    assert not verdict.taken
    assert verdict.why.endswith("too little speaks for it")


def test_a_copy_is_explained_as_one():
    state = f'<script type="application/json" id="s">{json.dumps({"list": items()})}</script>'
    whys = [verdict.why for verdict in explain(page(f"<ul>{cards()}</ul>{state}"))]
    assert whys[-1] == "the same list as script#s >> /list"


def test_a_list_after_a_long_table_is_found():
    cells = "".join(f"<td><a href=/{at}>{at}</a></td>" for at in range(6))
    table = f"<table>{f'<tr>{cells}</tr>' * 300}</table>"
    assert found(page(f"{table}<h2>Related</h2><ul>{cards()}</ul>")).total == 6


@pytest.mark.parametrize(
    ("limit", "exchange"),
    [
        ("companion.decode.page.MOST_ELEMENTS", page(f"<ul>{cards()}</ul>")),
        ("companion.extract.slates.judge_page.MOST_GROUPS", page(f"<ul>{cards()}</ul>" * 3)),
        ("companion.extract.slates.walk.MOST_PLACES", answer({"items": items()})),
    ],
)
def test_what_is_too_large_to_look_at_is_noted(monkeypatch, limit, exchange):
    assert find.found(exchange).notes == ()
    monkeypatch.setattr(limit, 2)
    assert find.found(exchange).notes
