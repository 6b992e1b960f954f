"""Advertising identifiers that went out in requests that carried the opt-out signal."""

from collections.abc import Iterator, Mapping, Sequence

from companion.classify.carried import carried, level, shown_as
from companion.classify.choices import opted_out
from companion.classify.detector import Claim, Silence, detector
from companion.classify.evidence import contexts, shown, tally
from companion.classify.parties import called
from companion.classify.record import Record
from companion.classify.wording import counted, moment, said
from companion.model import FindingKind, Signal, SignalKind

SENT = (SignalKind.IDENTIFIER, SignalKind.PII)
SELLING = frozenset({"advertising", "social"})


@detector(FindingKind.GPC_IGNORED, version="1")
def gpc_ignored(site: str, record: Record) -> Iterator[Claim | Silence]:
    """An advertising identifier went to another company although your browser said: do not share.

    Why it is shown:
        Sec-GPC: 1 asks every site not to sell or share what it learns of you. In some places the
        law gives it force; everywhere it says plainly what you want.

    Innocent readings:
        - The law that gives the signal force may not hold where you live or for this company.
        - The company may receive the identifier and make no use of it once it sees the signal.
        - You may have agreed to an exception on this site.

    What cannot be seen:
        - What the company does with the identifier after it has read the signal.
        - Sharing between servers.
    """
    signals = opted_out(record.signals(site, SignalKind.CONSENT))
    sent = carried(site, record, *SENT)
    claims = [it for party in sent if (it := _claim(site, record, sent[party], signals))]
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


def _shared(signal: Signal, record: Record) -> bool:
    """Whether it serves more than this site's own counting of visits."""
    owner = record.owner(signal.party)
    selling = owner is not None and owner.role in SELLING
    return selling or signal.kind is SignalKind.PII or signal.locator.startswith("cookie:")
