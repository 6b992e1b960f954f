"""An audit as one HTML file: what was asked, how, what came, and what it rests on."""

import base64
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined

from companion import report
from companion.audit.plan import Plan
from companion.audit.result import Result
from companion.audit.run import BEGUN
from companion.audit.shown import heading
from companion.compare.rules import table as rules
from companion.report.html import shown, when
from companion.store import progress, visits
from companion.store.open import Database
from companion.store.visits import Visit

_HERE = Path(__file__).parent
_PNG = b"\x89PNG"


def render(db: Database, plan: Plan, found: Sequence[Result]) -> str:
    """The report; text of sites is shown as text and nothing else."""
    environment = Environment(
        loader=ChoiceLoader(
            [FileSystemLoader(_HERE), FileSystemLoader(Path(report.__file__).parent)]
        ),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "when": when,
        "text": shown(str),
        "figure": lambda value: "" if value is None else f"{value:.3g}",
        "heading": heading,
        "words": lambda name: name.replace("_", " "),
    }
    every = list(visits.each(db))
    return environment.get_template("audit.html").render(
        plan=plan,
        found=found,
        visits=every,
        counts=_counts(every),
        repeated=[one for one in every if one.tries > 1],
        failed=[one for one in every if one.status == visits.MISSING],
        lost=[one for one in visits.views(db) if one.why],
        pictures=_pictures(db, found),
        tells=list(_tells(every)),
        certificates=list(_certificates(db, every)),
        rules=rules(),
        begun=datetime.fromisoformat(progress.fact(db, BEGUN)),
        made_at=datetime.now(UTC),
    )


def _counts(every: Sequence[Visit]) -> dict[str, int]:
    counts: defaultdict[str, int] = defaultdict(int)
    for one in every:
        counts[one.status] += 1
    return dict(counts)


def _pictures(db: Database, found: Sequence[Result]) -> dict[str, str]:
    """For each place what a subject and a stranger saw, by the id of the load."""
    views = dict.fromkeys(side.view for one in _first_of_places(found) for side in one.sides[:2])
    held = {view: visits.picture(db, view) for view in views}
    return {
        view: "data:image/png;base64," + base64.b64encode(picture).decode()
        for view, picture in held.items()
        if picture.startswith(_PNG)
    }


def _first_of_places(found: Sequence[Result]) -> Iterator[Result]:
    seen = set()
    for one in found:
        if one.sides and (one.place, one.subject) not in seen:
            seen.add((one.place, one.subject))
            yield one


def _tells(every: Sequence[Visit]) -> Iterator[tuple[str, list[str]]]:
    """What browsers told about themselves: each thing with every answer that was given."""
    answers: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for one in every:
        told: dict[str, Any] = json.loads(one.browser) if one.browser else {}
        for name, value in told.items():
            answers[name][json.dumps(value)] = None
    for name, given in answers.items():
        yield name, list(given)


def _certificates(db: Database, every: Sequence[Visit]) -> Iterator[tuple[str, list[str]]]:
    """Hosts, with the SHA-256 of each chain they showed."""
    chains: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for one in every:
        for host, chain in visits.certificates(db, one.id):
            chains[host][sha256(chain).hexdigest()] = None
    for host, sums in sorted(chains.items()):
        yield host, list(sums)
