"""What went out in requests with the opt-out signal: ad identifiers, strings that say otherwise."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from companion.classify.carried import carried, level, shown_as
from companion.classify.choices import opted_out
from companion.classify.detector import Claim, Silence, detector
from companion.classify.evidence import contexts, shown, tally
from companion.classify.parties import called
from companion.classify.record import Record
from companion.classify.severity import Circumstances
from companion.classify.wording import counted, moment, said
from companion.model import Direction, FindingKind, Level, Signal, SignalKind

SENT = (SignalKind.IDENTIFIER, SignalKind.PII)
SELLING = frozenset({"advertising", "social"})


@detector(FindingKind.GPC_IGNORED, version="2")
def gpc_ignored(site: str, record: Record) -> Iterator[Claim | Silence]:
    """An advertising identifier went to another company although your browser said: do not share.

    Why it is shown:
        Sec-GPC: 1 asks every site not to sell or share what it learns of you. In some places the
        law gives it force; everywhere it says plainly what you want.

    Innocent readings:
        - The law that gives the signal force may not hold where you live or for this company.
        - The company may receive the identifier and make no use of it once it sees the signal.
        - You may have agreed to an exception on this site.
        - A consent string may be a default that the company reads beside the signal, not before it.

    What cannot be seen:
        - What the company does with the identifier after it has read the signal.
        - Sharing between servers.
    """
    consent = record.signals(site, SignalKind.CONSENT)
    signals = opted_out(consent)
    sent = carried(site, record, *SENT)
    claims = [it for party in sent if (it := _claim(site, record, sent[party], signals))]
    known = {it.party for it in claims}
    claims += _strings(site, record, [it for it in consent if it.party not in known], signals)
    yield from claims
    if not signals:
        yield Silence(n=0, why="No opt-out signal was sent on this site.", verdict="not_tested")
    elif not claims:
        looked = counted(len(signals), "request")
        why = f"{looked} with the signal, none with an advertising identifier"
        yield Silence(n=len(signals), why=why)


def _claim(
    site: str, record: Record, sent: Sequence[Signal], signals: Mapping[str, Signal]
) -> Claim | None:
    against = [it for it in sent if it.exchange in signals and _shared(it, record)]
    how = level(against, sent)
    if how is None:
        return None
    first = against[0]
    return Claim(
        party=first.party,
        confidence=how,
        title=said(
            how,
            f"on {moment(first.seen_at)} your browser sent Sec-GPC: 1 and, with it, "
            f"{shown_as(first)} to {called(record, first.party)} on {site}",
        ),
        why=f"{counted(len({it.exchange for it in against}), 'request')} with the signal. "
        "The party can read the value on other sites too, or its business is advertising.",
        evidence=shown([piece for it in against for piece in (signals[it.exchange], it)]),
        measure=tally(against) | {"requests_with_signal": len(signals)},
        first_seen=first.seen_at,
        last_seen=against[-1].seen_at,
        contexts=contexts(against),
    )


def _strings(
    site: str, record: Record, consent: Iterable[Signal], signals: Mapping[str, Signal]
) -> Iterator[Claim]:
    """Consent strings that told a company whose business is advertising of no opt-out."""
    found: defaultdict[str, list[Signal]] = defaultdict(list)
    for it in consent:
        told = it.direction is Direction.SENT and it.exchange in signals
        if told and it.party != site and says_otherwise(it) and _sells(it.party, record):
            found[it.party].append(it)
    for party, strings in found.items():
        first = strings[0]
        yield Claim(
            party=party,
            confidence=Level.OBSERVED,
            title=f"On {moment(first.seen_at)} your browser sent Sec-GPC: 1 and, with it, the "
            f"consent string {first.name}, which tells of no opt-out, to {called(record, party)} "
            f"on {site}",
            why=f"{counted(len({it.exchange for it in strings}), 'request')} with both. "
            f"The string was made for the page; the signal is your browser's own.",
            evidence=shown([piece for it in strings for piece in (signals[it.exchange], it)]),
            measure=tally(strings) | {"requests_with_signal": len(signals), "string": first.name},
            first_seen=first.seen_at,
            last_seen=strings[-1].seen_at,
            contexts=contexts(strings),
            circumstances=Circumstances(stated=True),
        )


def says_otherwise(signal: Signal) -> bool:
    """Whether a string for the USA says that nobody opted out, or that there is no signal."""
    if signal.figures.get("form") == "us_privacy":
        return signal.figures.get("opted_out") == "N"
    american = any(name.startswith("us") for name in signal.figures)
    unheard = signal.figures.get("gpc") is False
    return american and (unheard or signal.figures.get("choice") == "all")


def _sells(party: str, record: Record) -> bool:
    owner = record.owner(party)
    return owner is not None and owner.role in SELLING


def _shared(signal: Signal, record: Record) -> bool:
    """Whether it serves more than this site's own counting of visits."""
    selling = _sells(signal.party, record)
    return selling or signal.kind is SignalKind.PII or signal.locator.startswith("cookie:")
