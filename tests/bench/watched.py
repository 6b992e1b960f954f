"""What it costs to watch for ten seeds and to know a thousand identifiers again."""

import random
from functools import partial
from statistics import median
from time import perf_counter

from companion.classify.detector import detectors
from companion.decode.content import decoded
from companion.model import FindingKind
from companion.redact.redact import redact
from companion.redact.secrets import Secrets
from companion.redact.seeds import Seed
from tests.accuracy.report import Report
from tests.bench.signals import ROUNDS, mix
from tests.builders import a_record, a_signal

SEEDS = [
    Seed("email", "jane.doe+x@gmail.com"),
    Seed("email", "j.doe@work.example"),
    Seed("phone", "+49 170 1234567"),
    Seed("name", "Jane Doe"),
    Seed("street", "Gartenweg 12"),
    Seed("postcode", "10115"),
    Seed("city", "Frankfurt am Main"),
    Seed("birthdate", "1990-05-17"),
    Seed("word", "Fjordpony"),
    Seed("account", "fjordpony_90"),
]
KEY = b"k" * 32
MANY, FEW = 1_000, 100


def run(report: Report) -> None:
    exchanges = [decoded(it) for it in mix(random.Random(7))]
    nobody, watched = Secrets((), KEY), Secrets(SEEDS, KEY)
    alone, beside = [], []
    for _ in range(ROUNDS):
        alone.append(seconds(lambda: [redact(it, nobody) for it in exchanges]))
        beside.append(seconds(lambda: [redact(it, watched) for it in exchanges]))
    per = 1e6 / len(exchanges)
    report.line(f"redaction without seeds: {median(alone) * per:.0f} µs an exchange")
    report.line(f"with ten seeds: {median(beside) * per:.0f} µs an exchange")
    ratio = median(b / a for a, b in zip(alone, beside, strict=True))
    report.check_at_most("ten seeds / none", ratio, 1.2)
    for deep in (False, True):
        ready = partial(Secrets, SEEDS, KEY, deep=deep)
        made = median(seconds(ready) for _ in range(3))
        report.check_at_most(f"seconds to make ready for ten seeds, deep={deep}", made, 1.0)
    few, many = sharing(FEW), sharing(MANY)
    report.line(f"sharing among {MANY} identifiers: {many * 1e3:.0f} ms")
    report.check_at_most(f"an identifier of {MANY} / of {FEW}", many / MANY / (few / FEW), 1.5)


def sharing(count: int) -> float:
    """Seconds to look for the sharing of so many identifiers on a site, at best."""
    record = a_record(*(it for at in range(count) for it in pair(at)))
    known = {}
    for it in record.every_signal:
        for token in it.tokens:
            known.setdefault(token, []).append(it)
    object.__setattr__(record, "sightings", lambda token: known.get(token, []))
    look = detectors()[FindingKind.IDENTIFIER_SHARING].look
    return min(seconds(lambda: list(look("news.example", record))) for _ in range(3))


def pair(at: int):
    """A cookie of one party, and another's value."""
    own, other = (f"{random.Random(at * 2 + n).getrandbits(64):016x}" for n in (0, 1))
    yield a_signal(
        id=f"c{at}", party=f"ads{at}.example", locator="cookie:uid", value=own, tokens=(own,)
    )
    yield a_signal(id=f"q{at}", party=f"b{at}.example", value=other, tokens=(other,))


def seconds(work) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start
