"""The journey of an exchange, in one screen: decode, redact, keep, extract, classify.

A batch is one transaction with the journal's cursor, so that a crash at any moment neither loses
nor doubles anything. Findings follow when a batch is done, for the sites it touched.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import batched
from pathlib import Path

from companion.capture.pages import Attribution
from companion.classify.classify import classify
from companion.decode.content import decoded
from companion.extract.acts import Recent
from companion.extract.contexts import context_of
from companion.extract.extract import extract
from companion.extract.owners import owner_of
from companion.model import Exchange, Role
from companion.redact import seeds
from companion.redact.key import store_key
from companion.redact.redact import redact
from companion.redact.secrets import Secrets
from companion.settings import data_folder
from companion.store import acts, derived, exchanges, findings, marks, signals, slates, tests
from companion.store.open import Database
from companion.store.record import StoredRecord

BATCH = 100

type Progress = Callable[[int], None]
type InTransaction = Callable[[], None]


def nothing() -> None:
    """What a batch does beside itself when nobody asks for more."""


@dataclass(slots=True)
class Journey:
    """What the journey carries from one exchange to the next on a store."""

    db: Database
    secrets: Secrets
    marks: dict[str, str]
    pages: Attribution = field(default_factory=Attribution)
    recent: Recent = field(default_factory=Recent)
    touched: set[str] = field(default_factory=set)

    def take(self, captured: Iterable[Exchange], also: InTransaction = nothing) -> int:
        """Keep exchanges and what is extracted from them in one transaction; how many were new.

        `also` runs inside the transaction: the journal's cursor, a file's counts.
        """
        kept = [redact(decoded(self._placed(one)), self.secrets) for one in captured]
        with self.db.atomic():
            new = exchanges.keep(self.db, kept)
            self.derive(kept)
            also()
        return new

    def derive(self, kept: Sequence[Exchange]) -> None:
        """Extract signals, slates and acts, and note which sites to judge again."""
        for exchange in kept:
            extraction = extract(exchange, recent=self.recent)
            signals.put(self.db, extraction.signals)
            slates.put(self.db, extraction.slates)
            acts.put(self.db, extraction.acts)
            if exchange.visitor.role is Role.SELF:
                self.touched |= {exchange.site} if exchange.site else set()
                tokens = [token for signal in extraction.signals for token in signal.tokens]
                self.touched |= signals.sites_sharing(self.db, tokens)

    def judge(self) -> None:
        """Bring findings and tests up to date for the sites touched since the last time."""
        if not self.touched:
            return
        record = StoredRecord(self.db, owner_of)
        with self.db.atomic():
            for site in sorted(self.touched):
                found, looked = classify(site, record)
                findings.replace(self.db, [site], found)
                tests.replace(self.db, [site], looked)
        self.touched.clear()

    def _placed(self, exchange: Exchange) -> Exchange:
        placed = self.pages.attribute(exchange)
        return replace(placed, context=context_of(placed.site, self.marks))


def start(db: Database, path: Path) -> Journey:
    """A journey on an open store, with its seeds and the person's marks."""
    folder = data_folder(path)
    key = store_key(folder)
    return Journey(db, Secrets(seeds.load(folder, key), key), marks.all_marks(db))


def rebuild(journey: Journey, progress: Progress) -> None:
    """Compute everything derived again from the kept exchanges, with the same ids."""
    with journey.db.atomic():
        derived.clear(journey.db)
    for batch in batched(exchanges.each(journey.db), BATCH):
        with journey.db.atomic():
            journey.derive(batch)
        progress(len(batch))
    journey.judge()
