"""How do they know, and who else knows: the ledger's answers, put together from a store."""

from collections.abc import Iterable

from companion.errors import CompanionError
from companion.labels import several
from companion.ledger.causes import Candidate, causes
from companion.ledger.delivered import LABELS, Delivered, of_item, of_signal
from companion.ledger.path import Behind, Known, Path
from companion.ledger.timeline import Recorded, Timeline, timeline
from companion.model import Act, Evidence, Finding, Signal, Slate
from companion.store import acts, findings, ledger, parties, signals, slates
from companion.store.database import Database
from companion.store.facts import StoredFacts
from companion.store.loops import loop
from companion.store.parties import OwnerOf

_LABELS = 5
"""Labels of one finding, and entries of one list, whose causes are looked for."""


def timeline_of(db: Database, owner_of: OwnerOf, party: str) -> Timeline:
    """What a party could know by when.

    Raises:
        CompanionError: the record has nothing of it.
    """
    if not parties.known(db, party):
        raise CompanionError(f"nothing of {party} is recorded: companion signals lists parties")
    facts = StoredFacts(db, owner_of)
    recorded = Recorded(
        party=party,
        owner=owner_of(party),
        begins=facts.begins,
        met=parties.met(db, party),
        sights=parties.sights(db, party),
        ties=parties.ties(db, party, owner_of),
        acts=parties.acts(db, party),
    )
    return timeline(recorded, facts)


def why(db: Database, owner_of: OwnerOf, wanted: str) -> Path:
    """The path behind a finding, signal, slate, item (SLATE/RANK) or act, by its id.

    Raises:
        CompanionError: nothing has this id.
    """
    asked = _Asked(db, owner_of)
    key, _, rank = wanted.partition("/")
    if finding := findings.get(db, key):
        return asked.finding(finding)
    if signal := signals.get(db, key):
        return asked.signal(signal)
    if slate := slates.get(db, key):
        return asked.item(slate, rank) if rank else asked.slate(slate)
    if act := acts.get(db, key):
        return asked.act(act)
    raise CompanionError(
        f"nothing here has the id {wanted!r}: take one of companion findings --json, signals,"
        " slates (with /RANK for an entry) or acts"
    )


def behind(db: Database, owner_of: OwnerOf, labels: Iterable[Signal]) -> Behind:
    """The acts that could be behind some labels, as `why` of a finding looks for them."""
    return _Asked(db, owner_of).behind(list(labels)[:_LABELS])


class _Asked:
    """Answers about the things of one store."""

    def __init__(self, db: Database, owner_of: OwnerOf) -> None:
        self._db, self._owner_of = db, owner_of
        self._facts = StoredFacts(db, owner_of)

    def behind(self, labels: list[Signal]) -> Behind:
        """The likeliest acts behind any of some labels."""
        told = [self._told(it) for it in labels]
        return Behind(
            begins=self._facts.begins,
            acts=self._facts.acts_until(max(it.seen_at for it in labels)) if labels else 0,
            causes=self._best(told),
            readable=not told or any(it.readable for it in told),
        )

    def finding(self, finding: Finding) -> Path:
        """A finding by the labels among its evidence."""
        labels = self._labels(finding)[:_LABELS]
        told = [self._told(it) for it in labels]
        return Path(
            what="finding",
            title=finding.title,
            why=finding.why,
            begins=self._facts.begins,
            acts=self._facts.acts_until(finding.last_seen),
            evidence=finding.evidence,
            causes=self._best(told),
            readable=not told or any(it.readable for it in told),
            others=self._tied(finding.party),
        )

    def signal(self, signal: Signal) -> Path:
        """A signal; one in words by the acts that could be behind it."""
        told = self._told(signal)
        value = ", ".join(several(signal.kind, signal.value))
        way = "sent to" if signal.direction == "sent" else "received from"
        return Path(
            what="signal",
            title=f"{signal.name} = {value}, {way} {signal.party}",
            why=f"at {signal.locator}, by the rule {signal.rule}",
            begins=self._facts.begins,
            acts=self._facts.acts_until(signal.seen_at),
            evidence=(Evidence(note="where it stands", signal=signal.id),),
            causes=self._best([told]) if signal.kind in LABELS else (),
            readable=told.readable or signal.kind not in LABELS,
            others=(*self._holders(signal), *self._tied(signal.party)),
        )

    def slate(self, slate: Slate) -> Path:
        """A list by the first of its entries."""
        told = [of_item(slate, it, self._facts.topics(it.title)) for it in slate.items[:_LABELS]]
        return self._listed(slate, slate.heading or "a list without heading", told)

    def item(self, slate: Slate, rank: str) -> Path:
        """One entry of a list."""
        for it in slate.items:
            if str(it.rank) == rank:
                told = of_item(slate, it, self._facts.topics(it.title))
                return self._listed(slate, f"{it.title} (rank {it.rank})", [told], it.reason or "")
        raise CompanionError(f"the list has no rank {rank}: it has {len(slate.items)} entries")

    def act(self, act: Act) -> Path:
        """An act, and who got a flow by it."""
        flows = ledger.recipients(self._db, act.id)
        others = tuple(
            Known(
                party=party,
                how="got a flow by it",
                since=flow.seen_at,
                evidence=Evidence(note="the first flow", exchange=flow.exchange),
            )
            for party, flow in flows.items()
        )
        return Path(
            what="act",
            title=f"{act.kind.value}: {act.text}",
            why=f"whose idea it was: {act.cause.value}",
            begins=self._facts.begins,
            acts=1,
            evidence=(Evidence(note="what you did", act=act.id), *_offered(act)),
            others=others,
            loop=loop(self._db, act, self._facts),
        )

    def _listed(self, slate: Slate, title: str, told: list[Delivered], reason: str = "") -> Path:
        given = reason or slate.explanation
        return Path(
            what="item" if len(told) == 1 else "slate",
            title=f"{title}, delivered by {slate.party}",
            why=f"the reason delivered with it: {given}" if given else "no reason was delivered",
            begins=self._facts.begins,
            acts=self._facts.acts_until(slate.seen_at),
            evidence=(Evidence(note="the list", slate=slate.id, locator=slate.locator),),
            causes=self._best(told),
            readable=any(it.readable for it in told),
            others=self._tied(slate.party),
        )

    def _told(self, signal: Signal) -> Delivered:
        plain = of_signal(signal)
        return of_signal(signal, self._facts.topics(plain.text)) if plain.words else plain

    def _labels(self, finding: Finding) -> list[Signal]:
        """The labels that stand where the evidence points to, each at its first sight."""
        found: list[Signal] = []
        for it in finding.evidence:
            if it.signal:
                found += filter(None, [signals.get(self._db, it.signal)])
            elif it.exchange:
                there = signals.each(self._db, exchange=it.exchange)
                found += [held for held in there if held.locator == it.locator]
        first: dict[object, Signal] = {}
        for one in sorted(found, key=lambda it: it.seen_at):
            first.setdefault((one.name, one.value), one)
        return [it for it in first.values() if it.kind in LABELS]

    def _best(self, told: Iterable[Delivered]) -> tuple[Candidate, ...]:
        """The likeliest three acts behind any of them, each act once."""
        best: dict[str, Candidate] = {}
        for delivered in told:
            for it in causes(delivered, self._facts) if delivered.readable else ():
                if it.act.id not in best or it.p > best[it.act.id].p:
                    best[it.act.id] = it
        return tuple(sorted(best.values(), key=lambda it: it.p, reverse=True)[:3])

    def _holders(self, signal: Signal) -> tuple[Known, ...]:
        found = ledger.holders(self._db, signal.tokens)
        return tuple(
            Known(
                party=party,
                how="holds the same identifier",
                since=flow.seen_at,
                evidence=Evidence(note="where it was first met", exchange=flow.exchange),
            )
            for party, flow in found.items()
            if party != signal.party
        )

    def _tied(self, party: str) -> tuple[Known, ...]:
        return tuple(
            Known(
                party=it.party,
                how=f"is of the same company ({it.owner})" if it.owner else "shares an identifier",
                since=it.seen_at,
                evidence=Evidence(note="where it was met", exchange=it.exchange)
                if it.exchange
                else None,
            )
            for it in parties.ties(self._db, party, self._owner_of)
        )


def _offered(act: Act) -> tuple[Evidence, ...]:
    return (Evidence(note="the list it was taken from", slate=act.slate),) if act.slate else ()
