"""What the signals layer costs beside decoding and parsing alone, on a mix as the web sends it.

Of 100 exchanges 40 are beacons, 35 JSON answers, 15 pages, 10 images; compressed as servers do.
"""

import gzip
import json
import random
from collections.abc import Callable, Sequence
from statistics import median
from time import process_time

import brotli
from bs4 import BeautifulSoup
from selectolax.lexbor import LexborHTMLParser

from companion.decode.content import decoded
from companion.extract.signals.rules import signals
from companion.model import Exchange, Message, digest
from tests.accuracy.report import Report
from tests.builders import an_exchange

KINDS = ("beacon",) * 40 + ("json",) * 35 + ("page",) * 15 + ("image",) * 10
AGENT = (
    "user-agent",
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140 Safari/537.36",
)
SYLLABLES = (
    "ka",
    "lo",
    "mi",
    "ten",
    "ra",
    "su",
    "vel",
    "dor",
    "an",
    "ex",
    "pri",
    "com",
    "sta",
    "er",
)
ROUNDS = 7


def run(report: Report) -> None:
    exchanges = mix(random.Random(7))
    whole, alone, soup = [], [], []
    for _ in range(ROUNDS):
        alone.append(seconds(parse_only, exchanges))
        whole.append(seconds(signals_layer, exchanges))
    soup.append(seconds(beautiful, exchanges[:30]) / 30 * len(exchanges))
    per = 1e6 / len(exchanges)
    report.line(f"decode and parse only: {median(alone) * per:.0f} µs an exchange")
    report.line(f"signals layer: {median(whole) * per:.0f} µs an exchange")
    ratio = median(a / b for a, b in zip(alone, whole, strict=True))
    report.check("parse only / signals layer", ratio, 0.40)
    report.check("bs4 and json / signals layer", soup[0] / median(whole), 8)


def mix(rng: random.Random) -> list[Exchange]:
    kinds = list(KINDS)
    rng.shuffle(kinds)
    return [MAKERS[kind](rng, number) for number, kind in enumerate(kinds)]


def parse_only(exchange: Exchange) -> None:
    answer = decoded(exchange).response
    if "html" in answer.media_type:
        LexborHTMLParser(answer.body or b"")
    elif "json" in answer.media_type:
        json.loads(answer.body or b"null")


def signals_layer(exchange: Exchange) -> None:
    signals(decoded(exchange))


def beautiful(exchange: Exchange) -> None:
    answer = decoded(exchange).response
    if "html" in answer.media_type:
        page = BeautifulSoup(answer.body or b"", "html.parser")
        for script in page.find_all("script", type="application/json"):
            json.loads(script.string or "null")
    elif "json" in answer.media_type:
        json.loads(answer.body or b"null")


def seconds(work: Callable[[Exchange], None], exchanges: Sequence[Exchange]) -> float:
    start = process_time()
    for exchange in exchanges:
        work(exchange)
    return process_time() - start


def beacon(rng: random.Random, number: int) -> Exchange:
    url = (
        f"https://stats.example/g/collect?v=2&tid=G-12345&cid={rng.getrandbits(30)}.1527202446"
        f"&en=page_view&dl=https%3A%2F%2Fnews.example%2F{number}&z={rng.getrandbits(30)}"
    )
    return answered(url, "application/json", b'{"ok":1}', number)


def answer(rng: random.Random, number: int) -> Exchange:
    body = gzip.compress(json.dumps(state(rng, rng.randint(5_000, 48_000))).encode(), 6)
    return answered(f"https://api.news.example/{number}", "application/json", body, number, "gzip")


def page(rng: random.Random, number: int) -> Exchange:
    body = brotli.compress(markup(rng, rng.randint(50_000, 300_000)).encode(), quality=5)
    return answered(f"https://news.example/{number}", "text/html", body, number, "br")


def image(rng: random.Random, number: int) -> Exchange:
    return answered(
        f"https://img.example/{number}.jpg", "image/jpeg", rng.randbytes(50_000), number
    )


MAKERS = {"beacon": beacon, "json": answer, "page": page, "image": image}


def answered(url: str, kind: str, body: bytes, number: int, coding: str = "") -> Exchange:
    headers = [
        ("content-type", kind),
        ("cache-control", "private"),
        ("set-cookie", f"sid=abcdef0123456789{number}; Path=/; HttpOnly"),
        ("x-request-id", "7f3c9a52-0000-4000-8000-000000000000"),
    ]
    if coding:
        headers.append(("content-encoding", coding))
    cookie = f"_ga=GA1.2.1418992272.1383681826; theme=dark; k={digest(number)}"
    return an_exchange(
        url,
        request=Message(headers=(AGENT, ("cookie", cookie))),
        response=Message(headers=tuple(headers), body=body, length=len(body)),
    )


def state(rng: random.Random, size: int) -> dict[str, object]:
    modules: list[object] = []
    written = 0
    while written < size:
        items = [item(rng, at) for at in range(rng.randint(6, 20))]
        modules.append({"name": words(rng, 2), "layout": "carousel", "items": items})
        written += 330 * len(items)
    return {
        "user": {"segment": words(rng, 2), "uid": f"{rng.getrandbits(64):x}"},
        "experiments": {f"exp_{at}": rng.choice("ABC") for at in range(12)},
        "modules": modules,
    }


def item(rng: random.Random, at: int) -> dict[str, object]:
    return {
        "id": f"{rng.getrandbits(48):012x}",
        "title": words(rng, rng.randint(4, 11)),
        "price": round(rng.uniform(2, 900), 2),
        "url": f"/p/{rng.getrandbits(40):x}?ref=rec_{at}",
        "score": rng.random(),
        "image": f"https://img.example/{rng.getrandbits(64):x}.jpg",
        "badges": rng.sample(["new", "deal", "top", "eco"], 2),
        "reason": {"type": rng.choice(["viewed", "bought", "trend"]), "seed": rng.getrandbits(32)},
    }


def markup(rng: random.Random, size: int) -> str:
    data = json.dumps(state(rng, size // 4))
    cards, written = [], len(data)
    while written < size:
        card = (
            f'<div class="card c{len(cards)}"><a href="/p/{rng.getrandbits(40):x}">'
            f'<img src="https://img.example/{rng.getrandbits(64):x}.jpg" alt="{words(rng, 4)}">'
            f'<h3 class="t">{words(rng, 7)}</h3></a><p>{words(rng, rng.randint(10, 40))}</p></div>'
        )
        cards.append(card)
        written += len(card)
    return (
        f"<!doctype html><title>{words(rng, 6)}</title><body>{''.join(cards)}"
        f'<script id="__NEXT_DATA__" type="application/json">{data}</script>'
    )


def words(rng: random.Random, count: int) -> str:
    return " ".join("".join(rng.choices(SYLLABLES, k=rng.randint(1, 4))) for _ in range(count))
