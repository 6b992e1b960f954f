"""The journey of an exchange, in one screen: decode, redact, keep, extract, classify.

A batch is one transaction with the journal's cursor, so that a crash at any moment neither loses
nor doubles anything. Findings follow when a batch is done, for the sites it touched. An exchange
that our own code fails on costs the record that one exchange, and is told.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from itertools import batched
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from companion import covering
from companion.capture.pages import Attribution
from companion.chain.sign import sign, signing_key
from companion.classify.classify import classify, measured
from companion.classify.detector import detectors
from companion.classify.identity import identifiers, usable_tokens
from companion.decode.content import decoded
from companion.extract import taxonomies
from companion.extract.acts import Recent
from companion.extract.aliases import party_of
from companion.extract.contexts import by_site
from companion.extract.extract import Extraction, extract
from companion.extract.owners import look_also, owner_of
from companion.extract.recent import same_address
from companion.extract.slates.answers import Answers
from companion.extract.slates.seen import News
from companion.labelling import Choose, Labelling, words_alone
from companion.model import Exchange, Origin, Role
from companion.redact import seeds
from companion.redact.key import store_key
from companion.redact.redact import redact
from companion.redact.secrets import Secrets
from companion.remembered import remembered
from companion.rereading import read_again
from companion.settings import data_folder
from companion.store import (
    acts,
    coverage,
    derived,
    exchanges,
    findings,
    keeping,
    ledger,
    links,
    lives,
    progress,
    sightings,
    signals,
    slates,
    tests,
    unjudged,
    versions,
)
from companion.store.open import Database
from companion.store.record import StoredRecord
from companion.topics import choice

BATCH = 100

type Progress = Callable[[int], None]
type InTransaction = Callable[[], None]


def nothing() -> None:
    """What a batch does beside itself when nobody asks for more."""


@dataclass(slots=True)
class Journey:
    """What the journey carries from one exchange to the next on a store.

    With `redacts` off nothing is taken out: only for a store that no real person is in.
    """

    db: Database
    secrets: Secrets
    pages: Attribution = field(default_factory=Attribution)
    recent: Recent = field(init=False)
    known: Answers = field(default_factory=Answers, init=False)
    redacts: bool = True
    signing: Ed25519PrivateKey | None = None
    labeller: Choose = words_alone

    def __post_init__(self) -> None:
        """Remember nothing but what the store keeps of each site's pages."""
        self.recent = Recent(partial(sightings.of, self.db))

    def take(self, captured: Iterable[Exchange], also: InTransaction = nothing) -> int:
        """Keep exchanges and what is extracted from them in one transaction; how many were new.

        `also` runs inside the transaction: the journal's cursor, a file's counts.
        """
        lost: list[str] = []
        kept = [clean for one in captured if (clean := self._cleaned(one, lost))]
        with self.db.atomic():
            self._tell(lost)
            self._note_older(kept)
            new = exchanges.keep(self.db, kept)
            self.derive(kept)
            also()
            self.sign()
        return new

    def sign(self) -> None:
        """Sign what the evidence chain ends with now."""
        if self.signing and (newest := links.last(self.db)):
            made = sign(self.signing, newest.number, newest.head, datetime.now(UTC))
            links.put_signature(self.db, made)

    def derive(self, kept: Sequence[Exchange]) -> None:
        """Extract signals, slates and acts, and note which sites to judge again."""
        labelling = Labelling(self.db, self.labeller)
        for exchange in kept:
            extraction = labelling.first(exchange.id, self._understood(exchange))
            signals.replace(self.db, exchange.id, extraction.signals)
            slates.replace(self.db, exchange.id, extraction.slates)
            acts.replace(self.db, exchange.id, extraction.acts)
            if not keeping.is_dropped(exchange):  # else it was counted while it was whole
                coverage.wait(self.db, exchange)
            self._compare(exchange, extraction.news, labelling)
            if exchange.visitor.role is Role.SELF:
                self._enter(exchange, extraction)
                unjudged.add(self.db, self._touched(exchange, extraction))
            elif exchange.site:  # what strangers get says more of what the person got
                unjudged.add(self.db, [exchange.site])

    def label(self) -> int:
        """Tell the topics of some of the titles that wait for it; of how many exchanges."""
        return Labelling(self.db, self.labeller).step()

    def cover(self) -> int:
        """Count how much of some exchanges with third parties was read; of how many."""
        return covering.step(self.db)

    def judge(self) -> None:
        """Bring findings and tests up to date for the sites touched since the last time."""
        unjudged.add_changed(self.db)
        look_also(data_folder(self.db.path))
        looking = {it.name: it.version for it in detectors().values()}
        versions.note(self.db, looking, datetime.now(UTC))
        record = StoredRecord(self.db, owner_of)
        for site, times in unjudged.sites(self.db).items():
            found, looked = classify(site, record)
            with self.db.atomic():  # one for each site: others who write wait for none of this
                findings.replace(self.db, [site], found)
                tests.replace(self.db, [site], looked)
                slates.measured(self.db, site, record.visitor, measured(looked))
                unjudged.done(self.db, site, times)

    def _cleaned(self, exchange: Exchange, lost: list[str]) -> Exchange | None:
        try:
            readable = decoded(self._placed(exchange))
            return redact(readable, self.secrets) if self.redacts else readable
        except Exception as error:  # noqa: BLE001 - what one site sends must not end the record
            lost.append(f"{_of(exchange)} could not be read and is not kept ({_name(error)})")
            return None

    def _understood(self, exchange: Exchange) -> Extraction:
        try:
            found = extract(exchange, recent=self.recent, known=self.known)
        except Exception as error:  # noqa: BLE001 - what one site sends must not end the analysis
            self._tell([f"{_of(exchange)} is kept, but was not understood ({_name(error)})"])
            return Extraction()
        if not keeping.is_alone(exchange):
            return found
        whole = remembered(self.db, exchange, found, self.secrets)
        self.recent.deliver(whole.slates, exchange.url)
        return whole

    def _compare(self, exchange: Exchange, news: News, labelling: Labelling) -> None:
        """Keep what a page tells of its site's lists; read those again that it changes."""
        if news.sightings and exchange.site:
            sightings.add(self.db, exchange.site, news.sightings)
        for earlier in news.again:
            read_again(self.db, earlier, self.recent, labelling)

    def _note_older(self, kept: Sequence[Exchange]) -> None:
        """Imported acts that came before what is recorded may explain labels on any site."""
        imported = [
            it.seen_at for it in kept if it.origin is Origin.IMPORT and it.visitor.role is Role.SELF
        ]
        known = exchanges.window(self.db) if imported else None
        if known and min(imported) < known[1]:
            unjudged.changed(self.db, min(imported))

    def _enter(self, exchange: Exchange, extraction: Extraction) -> None:
        """Note for the ledger which act sent something where, and who holds which identifier."""
        page = same_address(exchange.page) if exchange.page else ""
        ledger.record(self.db, exchange, page, extraction.acts)
        held = identifiers(extraction.signals)
        ledger.hold(self.db, exchange, ((t, it.party) for it in held for t in usable_tokens(it)))

    def _touched(self, exchange: Exchange, extraction: Extraction) -> set[str]:
        """The site, and those where the same identifiers or things were met."""
        touched = {exchange.site} if exchange.site else set()
        tokens = [token for signal in extraction.signals for token in signal.tokens]
        touched |= signals.sites_sharing(self.db, tokens)
        if exchange.origin is Origin.IMPORT:  # it may be older than where its things came back
            things = [it.url for slate in extraction.slates for it in slate.items if it.url]
            things += [exchange.page or exchange.url for _ in extraction.acts[:1]]
            touched |= slates.sites_sharing(self.db, things)
        return touched

    def _tell(self, lost: Iterable[str]) -> None:
        for what in lost:
            progress.add(self.db, "unread")
            progress.add_gap(self.db, datetime.now(UTC), what)

    def _placed(self, exchange: Exchange) -> Exchange:
        placed = self.pages.attribute(exchange)
        placed = replace(placed, party=party_of(placed))
        return replace(placed, context=lives.said(self.db, placed.site, placed.seen_at, by_site))


def _of(exchange: Exchange) -> str:
    return f"an exchange with {exchange.party}"


def _name(error: Exception) -> str:
    return type(error).__name__


def start(db: Database, path: Path, *, deep: bool = False) -> Journey:
    """A journey on an open store, with its seeds."""
    folder = data_folder(path)
    taxonomies.look_also(folder)
    return Journey(
        db,
        load_secrets(folder, deep=deep),
        signing=signing_key(folder),
        labeller=choice.model,
    )


def load_secrets(folder: Path, *, deep: bool = False) -> Secrets:
    """What redaction looks for, as it stands in a store's data folder now.

    With `deep` every hash and encoding of the person's data; too slow while recording.
    """
    key = store_key(folder)
    return Secrets(seeds.load(folder, key), key, deep=deep)


def rebuild(journey: Journey, progress: Progress) -> None:
    """Compute everything derived again from the kept exchanges, with the same ids."""
    with journey.db.atomic():
        derived.clear(journey.db)
    journey.recent = Recent(partial(sightings.of, journey.db))
    for batch in batched(exchanges.each(journey.db), BATCH):
        with journey.db.atomic():
            journey.derive(batch)
        progress(len(batch))
    journey.judge()
