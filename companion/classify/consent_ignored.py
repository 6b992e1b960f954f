"""Identifiers and personal data that went to other companies although consent was refused."""

from collections.abc import Iterator, Sequence

from companion.classify.carried import carried, level, shown_as
from companion.classify.choices import Choice, at, choices
from companion.classify.detector import Claim, Silence, detector
from companion.classify.evidence import contexts, shown, tally, values
from companion.classify.parties import called
from companion.classify.record import Record
from companion.classify.wording import counted, moment, said
from companion.model import FindingKind, Level, Signal, SignalKind

SENT = (SignalKind.IDENTIFIER, SignalKind.PII)


@detector(FindingKind.CONSENT_IGNORED, version="1", needs="cookie")
def consent_ignored(site: str, record: Record) -> Iterator[Claim | Silence]:
    """Another company received an identifier or data of yours against your choice.

    Why it is shown:
        A refusal is meant to end what is not needed to show the page. What still goes to other
        companies afterwards, or went before you could choose, goes there without your consent.

    Innocent readings:
        - Some storage is exempt from consent: security, fraud checks, counting in some countries.
        - The company may receive the value and make no use of it after a refusal.
        - You may have chosen differently for this company in the dialog's details.

    What cannot be seen:
        - A choice that the page keeps in the browser without sending it.
        - Whether a company is needed for what you asked for, where no source names its business.
    """
    chosen = choices(site, record.signals(site, SignalKind.CONSENT))
    sent = carried(site, record, *SENT)
    claims = [it for party in sent if (it := _claim(site, record, sent[party], chosen))]
    yield from claims
    if not chosen:
        why = "No choice about consent was seen on this site."
        yield Silence(n=0, why=why, verdict="not_tested")
    elif not claims:
        looked = counted(len(sent), "other company", "other companies")
        yield Silence(n=len(sent), why=f"{looked} looked at, none after a refusal")


def _claim(
    site: str, record: Record, sent: Sequence[Signal], chosen: Sequence[Choice]
) -> Claim | None:
    """The claim about one party: what came after a refusal, else what came before any choice."""
    refused = [it for it in sent if (now := at(chosen, it.seen_at)) and now.refused]
    early = [it for it in sent if chosen and chosen[0].made and it.seen_at <= chosen[0].at]
    against = refused or early
    how = level(against, sent)
    if how is None:
        return None
    first = against[0]
    choice = at(chosen, first.seen_at) or chosen[0]
    if not (refused and choice.made):
        how = Level.POSSIBLE
    return Claim(
        party=first.party,
        confidence=how,
        title=said(
            how,
            f"{_when(choice, bool(refused))}, your browser sent {shown_as(first)} to "
            f"{called(record, first.party)} on {site}, first on {moment(first.seen_at)}",
        ),
        why=_why(choice, against, bool(refused)),
        evidence=shown([choice.signal, *against]),
        measure=tally(against)
        | {
            "choice": ", ".join(values(choice.signal)),
            "chosen_at": choice.at.isoformat(),
            "after_refusal": len(refused),
            "before_choice": len(early),
            "choice_stored": choice.made,
        },
        first_seen=first.seen_at,
        last_seen=against[-1].seen_at,
        contexts=contexts(against),
    )


def _when(choice: Choice, refused: bool) -> str:
    if refused:
        return f"after the refusal seen on {moment(choice.at)}"
    return f"before any choice about consent, the first of {moment(choice.at)}"


def _why(choice: Choice, against: Sequence[Signal], refused: bool) -> str:
    flows = counted(len({it.exchange for it in against}), "flow")
    name = choice.signal.name
    if not refused:
        return f"{flows} before {name} was seen. An earlier choice may not be in the record."
    if not choice.made:
        return f"{flows} while {name} said so. It may be a default that nobody chose."
    return f"{flows} after {name} was set to it."
