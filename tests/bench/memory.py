"""Whether memory stays flat over 100,000 exchanges, no two of a host, name or value alike."""

import random
import resource
import sys
from dataclasses import replace

from companion.decode.content import decoded
from companion.extract.extract import extract
from companion.extract.recent import Recent
from companion.extract.slates.answers import Answers
from companion.model import Exchange, Message
from companion.redact.redact import redact
from companion.redact.secrets import Secrets
from tests.accuracy.report import Report
from tests.bench.watched import KEY, SEEDS
from tests.builders import an_exchange

MANY = 100_000
FIRST = 70_000
"""After so many nearly all that is kept from one exchange to the next is full."""
_JSON = (("content-type", "application/json"),)
_UNIT = 1 if sys.platform == "darwin" else 1024


def run(report: Report) -> None:
    rng = random.Random(7)
    secrets, recent, known = Secrets(SEEDS, KEY), Recent(), Answers()
    at_first = 0
    for number in range(MANY):
        exchange = redact(decoded(one(rng, number)), secrets)
        extract(exchange, recent=recent, known=known)
        if number == FIRST:
            at_first = peak()
    grown = peak() - at_first
    report.line(
        f"peak memory: {at_first:,.0f} MB after {FIRST:,} exchanges,"
        f" {peak():,.0f} MB after {MANY:,}"
    )
    report.check_at_most(f"MB more after {MANY:,} exchanges than after {FIRST:,}", grown, 10)


def one(rng: random.Random, number: int) -> Exchange:
    """A beacon, an answer or a page, of a site and party of its own, under names of its own."""
    word, value = f"{rng.getrandbits(40):010x}", f"{rng.getrandbits(64):016x}"
    site = f"s{number % 30_000}.example"
    url = f"https://p{number}.example/c/{word}?k{word}={value}&uid={value}"
    body = f'{{"u{word}":{{"segments":["{word}"],"id":"{value}"}},"n":[{number},{number + 1}]}}'
    if number % 10 == 0:
        cards = "".join(f'<li><a href="/{word}/{n}">Story {n} of {word}</a></li>' for n in range(8))
        page = f"<html><title>{word}</title><h2>For you</h2><ul>{cards}</ul></html>"
        answer = Message(headers=(("content-type", "text/html"),), body=page.encode())
    else:
        answer = Message(headers=_JSON, body=body.encode())
    made = an_exchange(url, site=site, page=f"https://{site}/", response=answer)
    return replace(made, request=Message(headers=(("cookie", f"c{word}={value}"),)))


def peak() -> float:
    """Megabytes that this process held at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT / 1e6
