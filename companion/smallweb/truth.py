"""The truth log: every server of the small web writes down what it did, to hold findings against.

A row whose kind is a finding kind is a harm, planted on purpose. Other kinds ("control_used",
"labelled_list") are what an honest site does too.
"""

import json
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, TextIO

from companion.model import FindingKind, Test

HARMS = frozenset(FindingKind)
_OPEN = {"not_tested", "missing", "inconclusive"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What one server did once: `host` did `kind` to `who` on `site`, `party` gained by it."""

    time: str
    host: str
    kind: str
    site: str
    party: str
    what: str
    who: str = ""


class Claim(NamedTuple):
    """What a finding claims and a row plants: "PARTY does KIND on SITE"."""

    kind: str
    site: str
    party: str


class Truth:
    """An append-only log, in memory and in a file of one JSON object a line."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self.rows: list[Row] = []

    def write(self, now: datetime, host: str, claim: Claim, what: str, who: str = "") -> None:
        """Adds what `host` did."""
        time = now.isoformat(timespec="seconds")
        row = Row(time=time, host=host, what=what, who=who, **claim._asdict())
        self.rows.append(row)
        self._file.write(json.dumps(asdict(row), ensure_ascii=False) + "\n")


def log_file(path: Path) -> TextIO:
    """A file to write the log to, line by line; only its owner may read it (0600)."""
    path.touch(mode=0o600)
    return path.open("a", encoding="utf-8", buffering=1)


def read(path: Path) -> list[Row]:
    """The rows of a truth file."""
    return [Row(**json.loads(line)) for line in path.read_text("utf-8").splitlines()]


def planted(rows: Iterable[Row]) -> set[Claim]:
    """The harms among the rows, as claims."""
    return {Claim(row.kind, row.site, row.party) for row in rows if row.kind in HARMS}


def unsettled(looked: Iterable[Test]) -> set[tuple[str, str]]:
    """Kinds and sites of which every test says that the record is too short, or too thin."""
    said: dict[tuple[str, str], set[str]] = {}
    for test in looked:
        said.setdefault((test.kind.value, test.site), set()).add(test.verdict)
    return {place for place, verdicts in said.items() if verdicts <= _OPEN}


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Planted harms against claims: found, missed, invented.

    `unlooked` has no detector, or could not be settled with what was recorded.
    """

    found: tuple[Claim, ...]
    missed: tuple[Claim, ...]
    invented: tuple[Claim, ...]
    unlooked: tuple[Claim, ...]

    @property
    def holds(self) -> bool:
        """Whether all that could be found was found, and nothing else."""
        return not self.missed and not self.invented


def compare(
    harms: Iterable[Claim],
    claims: Iterable[Claim],
    detectors: Iterable[str] = HARMS,
    open_yet: Collection[tuple[str, str]] = (),
) -> Comparison:
    """Holds what was planted against what is claimed, for the kinds that `detectors` look for.

    `open_yet` are kinds and sites at which it can't be said yet (`unsettled`).
    """
    really, said, looked = set(harms), set(claims), set(detectors)
    missing = really - said

    def was_looked_for(claim: Claim) -> bool:
        return claim.kind in looked and (claim.kind, claim.site) not in open_yet

    return Comparison(
        found=tuple(sorted(really & said)),
        missed=tuple(sorted(claim for claim in missing if was_looked_for(claim))),
        invented=tuple(sorted(said - really)),
        unlooked=tuple(sorted(claim for claim in missing if not was_looked_for(claim))),
    )
