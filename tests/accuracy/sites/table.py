"""The two halves, measured: what `python -m tests.accuracy signals` prints of invented sites.

The tuning half has a fixed seed. The measured half's is drawn each time, printed, and set again
with `SIGNAL_SITES_SEED`; `SIGNAL_SITES_NOTES` names what went wrong on the tuning half.
"""

import os
import random
import tomllib
from functools import reduce
from operator import add
from pathlib import Path

from companion.capture.pages import Attribution
from companion.decode.content import decoded
from companion.extract.extract import extract
from companion.redact.redact import redact
from companion.redact.secrets import Secrets
from companion.redact.seeds import parse
from tests.accuracy.report import Report
from tests.accuracy.sites.score import KINDS, PRECISION, RECALL, Score, Told, score
from tests.accuracy.sites.session import session
from tests.accuracy.sites.site import Site, sites

TUNING_SEED = 20261124
SITES = 96
MOST_ALIKE = 0.01
FIRST = Path(__file__).with_name("firstcontact.toml")


def told(site: Site) -> list[Told]:
    """A person's session on a site, with the signals that their record would hold."""
    seeds = "\n".join(f"{key}={value}" for key, value in site.person("self").seeds.items())
    secrets, pages = Secrets(parse(seeds), bytes(32)), Attribution()
    steps = []
    for step in session(site):
        clean = redact(decoded(pages.attribute(step.exchange)), secrets)
        steps.append((step, extract(clean).signals))
    return steps


def measure(half: str, seed: int, count: int = SITES) -> Score:
    """The score of a half's first sites together."""
    return reduce(add, (score(told(it)) for it in sites(half, seed, count)), Score())


def run(report: Report) -> None:
    """Both halves; the targets are the measured half's."""
    drawn = os.environ.get("SIGNAL_SITES_SEED") or random.SystemRandom().randrange(10**6)
    notes = os.environ.get("SIGNAL_SITES_NOTES", "")
    for half, seed in (("tuning", TUNING_SEED), ("measured", int(drawn))):
        now = measure(half, seed)
        report.line(f"\ninvented sites, {half} half: {SITES} sites, seed {seed}")
        tell(report, now, half)
        if notes and half == "tuning":
            report.line("\n".join(f"  - {it}" for it in now.notes))


def tell(report: Report, now: Score, half: str) -> None:
    """The table of a half; only the measured one has targets."""
    first = tomllib.loads(FIRST.read_text("utf-8"))[half]["kinds"] if FIRST.exists() else {}
    report.line("kind        | planted | recall (first) | told | precision (first) | look-alikes")
    for kind in KINDS:
        was = first.get(kind, {"recall": 0, "precision": 0})
        recall = f"{now.planted[kind]:7} | {now.recall(kind):.3f} ({was['recall']:.3f})  "
        figures = f"{now.precision(kind):.3f} ({was['precision']:.3f})"
        right = f"{now.claimed[kind]:4} | {figures}     "
        taken = f"{now.mistaken_as[kind]} of {now.alikes.total()}"
        report.line(f"{kind:11} | {recall} | {right} | {taken}")
    for sort, count in sorted(now.alikes.items()):
        report.line(f"  {sort}: {now.mistaken[sort]} of {count} told as something")
    if half == "measured":
        _check(report, now)


def _check(report: Report, now: Score) -> None:
    for kind in KINDS:
        report.check(f"precision of {kind}", now.precision(kind), PRECISION)
        report.check(f"recall of {kind}", now.recall(kind), RECALL)
        most = 0.0 if kind == "pii" else MOST_ALIKE
        report.check_at_most(f"look-alikes told as {kind}", now.alike_share(kind), most)
