"""What a site's pages sent to other companies that are not needed to show them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from companion.classify.identity import identifiers, strength
from companion.classify.parties import same_company
from companion.classify.record import Record
from companion.classify.wording import masked
from companion.model import Direction, Level, Signal, SignalKind

ESSENTIAL = frozenset({"cdn", "hosting", "security", "consent", "payment", "signin"})


def carried(site: str, record: Record, *kinds: SignalKind) -> Mapping[str, list[Signal]]:
    """Identifiers and personal data sent to other companies on a site, by party, oldest first.

    Parties whose business is to deliver, protect or charge are left out.
    """
    parties: defaultdict[str, list[Signal]] = defaultdict(list)
    every = record.signals(site, *kinds)
    usable = {it.id for it in identifiers(every)}
    for it in every:
        wanted = it.id in usable or it.kind is SignalKind.PII
        if wanted and it.direction is Direction.SENT and it.party != site:
            parties[it.party].append(it)
    return {party: sent for party, sent in parties.items() if _other(site, record, party)}


def level(sent: Sequence[Signal], every: Iterable[Signal]) -> Level | None:
    """How sure it is that personal data or an identifier was among what was sent.

    An identifier is judged by all its sightings at the party, before the moment in question too.
    """
    if any(it.kind is SignalKind.PII for it in sent):
        return Level.OBSERVED
    held = {it.value for it in sent}
    known: defaultdict[object, list[Signal]] = defaultdict(list)
    for it in every:
        if it.value in held:
            known[it.value].append(it)
    found = [how.level for same in known.values() if (how := strength(same)) is not None]
    return max(found, key=lambda it: it.weight, default=None)


def shown_as(signal: Signal) -> str:
    """What was sent, in a few words, identifiers masked."""
    value = str(signal.value)
    if signal.kind is SignalKind.PII:
        return f"your {value.removeprefix('seed:')}"
    return f"the identifier {signal.name} ({masked(value)})"


def _other(site: str, record: Record, party: str) -> bool:
    owner = record.owner(party)
    return not same_company(record, site, party) and (owner is None or owner.role not in ESSENTIAL)
