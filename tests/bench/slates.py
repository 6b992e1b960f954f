"""What finding lists costs beside decoding and parsing alone, and what very large answers cost.

First contact on the mix of `signals` and on real captures; answers without any list; a surface
that was seen before, as it was and with other items; pages; answers at the bounds, whose lists
must all be there. Ratios are medians of rounds in which both sides take turns.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import batched
from random import Random
from statistics import median
from time import process_time
from typing import NamedTuple

from companion.decode.content import decoded
from companion.extract.slates import slates
from companion.extract.slates.answers import Answers
from companion.extract.slates.find import found
from companion.model import Exchange, ExchangeId
from tests.accuracy.report import Report, corpus
from tests.accuracy.signals import exchanges
from tests.bench import signals
from tests.bench.signals import mix, parse_only, words
from tests.builders import an_exchange

ROUNDS = 5
PAGE = 300_000  # bytes
SHELF = 6  # items of a list in the page with many

type Work = Callable[[Exchange], object]


def run(report: Report) -> None:
    made = [decoded(it) for it in mix(Random(7))]
    first_contact(report, "mix", made)
    if folder := corpus():
        real = [one for path in sorted((folder / "har").glob("*.har")) for one in exchanges(path)]
        first_contact(report, "real captures", real)
        real_pages = [
            one for one in real if len(one.response.body or b"") > PAGE // 3 and is_page(one)
        ]
        alone, whole = measured(real_pages, slates)
        report.line(f"real pages of 100 KB and more: {ratio(whole, alone):.1f} x parse only")
    without_lists(report)
    seen_before(report)
    pages(report, made)
    for case in large(Random(5)):
        at_the_bounds(report, case)


def first_contact(report: Report, what: str, read: Sequence[Exchange]) -> None:
    size = sum(len(one.response.body or b"") for one in read if holds_text(one))
    alone, whole = measured(read, slates)
    report.line(f"first contact, {what}: {median(whole) / median(alone):.1f} x parse only")
    report.line(f"first contact, {what}: {size / 1e6 / min(whole):.1f} MB/s (wanted: 10)")


def is_page(exchange: Exchange) -> bool:
    return "html" in exchange.response.media_type


def holds_text(exchange: Exchange) -> bool:
    return not exchange.response.media_type.startswith("image/")


def without_lists(report: Report) -> None:
    """Settings, results and running text: parsing is nearly all that can be left out."""
    rng = Random(3)
    read = [settings(rng, at) for at in range(20)] + [prose(rng, at) for at in range(10)]
    alone, whole = measured(read, slates)
    report.line(f"no list in it: {ratio(whole, alone):.2f} x parse only (wanted: 1.5)")


def seen_before(report: Report) -> None:
    """The surface as it was, in another exchange; and with every item exchanged."""
    rng = Random(9)
    before, after = ([feed(rng, at) for at in range(30)] for _ in range(2))
    memory = Answers()
    for one in before:
        found(one, answers=memory)
    again = [replace(one, id=ExchangeId(f"again-{at}")) for at, one in enumerate(before)]
    alone, same = measured(again, partial(found, answers=memory))
    report.check_at_most("seen before, as it was / parse only", ratio(same, alone), 3)
    alone, other = measured(after, slates)
    report.line(f"seen before, other items: {ratio(other, alone):.1f} x parse only (wanted: 3)")


def pages(report: Report, made: Sequence[Exchange]) -> None:
    rng = Random(11)
    large_pages = [article(rng, at) for at in range(5)]
    alone, whole = measured(large_pages, slates)
    report.line(f"a page of 300 KB: {ratio(whole, alone):.1f} x parse only (wanted: 10)")
    dense = [it for it in made if "html" in it.response.media_type]
    alone, whole = measured(dense, slates)
    report.line(f"a page that is nothing but cards: {ratio(whole, alone):.1f} x parse only")


class Large(NamedTuple):
    """An answer at the bounds: the fewest lists that must be found, the most seconds it takes."""

    name: str
    lists: int
    seconds: float
    exchange: Exchange


def at_the_bounds(report: Report, case: Large) -> None:
    began = process_time()
    delivered = found(case.exchange)
    taken = process_time() - began
    size = len(case.exchange.response.body or b"") / 1e6
    report.check(f"{case.name} ({size:.1f} MB), lists found", len(delivered.slates), case.lists)
    report.check_at_most(f"{case.name}, seconds", taken, case.seconds)


def measured(read: Sequence[Exchange], work: Work) -> tuple[list[float], list[float]]:
    """Seconds of parsing alone and of the work, round by round."""
    alone, whole = [], []
    for _ in range(ROUNDS):
        alone.append(signals.seconds(parse_only, read))
        whole.append(signals.seconds(work, read))
    return alone, whole


def ratio(whole: Sequence[float], alone: Sequence[float]) -> float:
    return median(one / other for one, other in zip(whole, alone, strict=True))


def answer(value: object, url: str) -> Exchange:
    body = json.dumps(value, separators=(",", ":")).encode()
    return an_exchange(url, body=body, received=(("content-type", "application/json"),))


def page(body: str, url: str = "https://news.example/x") -> Exchange:
    return an_exchange(url, body=f"<!doctype html><title>x</title><body>{body}".encode())


def settings(rng: Random, at: int) -> Exchange:
    value = {f"part{name}": branch(rng, 3) for name in "abcdefgh"}
    return answer(value, f"https://api.news.example/settings/{at}")


def branch(rng: Random, depth: int) -> object:
    if not depth:
        return {f"flag{it}": rng.choice((True, 7, None, words(rng, 3))) for it in "abcdef"}
    return {f"group{it}": branch(rng, depth - 1) for it in "abcd"}


def prose(rng: Random, at: int) -> Exchange:
    text = "".join(f"<p>{words(rng, 60)}</p>" for _ in range(150))
    return page(f"<main>{text}</main>", f"https://news.example/piece/{at}")


def feed(rng: Random, at: int) -> Exchange:
    return answer(signals.state(rng, 40_000), f"https://api.news.example/feed{at}")


def article(rng: Random, at: int) -> Exchange:
    """A piece with links around it, three shelves, and the scripts that make most of a page."""
    script = "".join(f"function f{it}(a){{return a.q{it}+{it}}}" for it in range(6_000))[
        : PAGE // 2
    ]
    menu = "".join(f'<li><a href="/{it}">{words(rng, 1)}</a></li>' for it in range(40))
    text = "".join(f'<p class="t">{words(rng, 60)}</p>' for _ in range(120))
    shelves = "".join(shelf(rng, it) for it in range(3))
    data = json.dumps(signals.state(rng, 30_000))
    body = (
        f"<header><nav><ul>{menu}</ul></nav></header><main>{text}</main>{shelves}"
        f'<script>{script}</script><script type="application/json">{data}</script>'
    )
    return page(body, f"https://news.example/2026/{at}")


def shelf(rng: Random, at: int) -> str:
    cards = "".join(
        f'<li><a href="/p/{at}/{it}"><img src="/i/{at}{it}.jpg"><h3>{words(rng, 6)}</h3></a></li>'
        for it in range(SHELF)
    )
    return f"<section><h2>{words(rng, 3)}</h2><ul>{cards}</ul></section>"


def large(rng: Random) -> list[Large]:
    items = [signals.item(rng, at) for at in range(20_000)]
    cells = (f'<td><a href="/c/{at}">{words(rng, 3)}</a></td>' for at in range(30_000))
    rows = "".join(f"<tr>{''.join(row)}</tr>" for row in batched(cells, 10))
    shelves = "".join(shelf(rng, at) for at in range(400))
    long, deep = {"items": items}, signals.state(rng, 8_000_000)
    return [
        Large("a list of 20,000", 1, 1, answer(long, "https://api.news.example/all")),
        Large("a page of 3 MB", 150, 2, page(signals.markup(rng, 3_000_000))),
        Large("an answer of 8 MB", 1_500, 5, answer(deep, "https://api.news.example/deep")),
        Large("400 lists in a page", 400, 1, page(shelves)),
        Large("a table of 3,000 rows and 10 columns", 0, 1.5, page(f"<table>{rows}</table>")),
    ]
