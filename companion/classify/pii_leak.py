"""The person's own data, as they were told to watch for, sent to another party."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from companion.classify.carried import ESSENTIAL
from companion.classify.detector import Claim, Silence, detector
from companion.classify.evidence import contexts, shown, surest, tally
from companion.classify.parties import called, same_company
from companion.classify.record import Record
from companion.classify.severity import Circumstances
from companion.classify.wording import counted, listed, moment, said
from companion.model import Act, ActKind, Direction, FindingKind, Signal, SignalKind


@detector(FindingKind.PII_LEAK, version="2")
def pii_leak(site: str, record: Record) -> Iterator[Claim | Silence]:
    """A company other than the site received data that name you.

    Why it is shown:
        An e-mail address or a phone number, plain or hashed, is the same everywhere. Who has it
        can join what you do here to what is known under that address elsewhere; a hash of it
        serves the same end.

    Innocent readings:
        - The recipient may be needed for what you asked for: a payment, a delivery, a sign-in.
        - It may work for the site alone, as a processor bound by a contract.
        - The site may have told you, and you may have agreed.

    What cannot be seen:
        - Data that are written in a form we do not search for.
        - What the site's server passes on without the browser.
    """
    signals = [it for it in record.signals(site, SignalKind.PII) if it.direction is Direction.SENT]
    others: defaultdict[str, list[Signal]] = defaultdict(list)
    for signal in signals:
        if signal.party != site:
            others[signal.party].append(signal)
    for party, sent in others.items():
        yield _claim(site, record, party, sent)
    if not others:
        yield Silence(
            n=len(signals),
            why=f"your data were found in {counted(len(signals), 'place')}, "
            "all of them sent to the site itself",
        )


def _claim(site: str, record: Record, party: str, sent: list[Signal]) -> Claim:
    first = sent[0]
    level = surest(sent)
    fields = tuple(dict.fromkeys(_field(it) for it in sent))
    submits = [it for it in record.acts(site) if it.kind is ActKind.SUBMIT]
    pressed = _next_submit(first, submits)
    inside = same_company(record, site, party)
    relation = _relation(site, record, party)
    return Claim(
        party=party,
        confidence=level,
        title=said(
            level,
            f"on {moment(first.seen_at)} your browser sent your {listed(fields)} "
            f"to {called(record, party)} on {site}{_before(first, pressed)}",
        ),
        why=f"{counted(len(sent), 'place')} in what was sent; written as "
        f"{listed(dict.fromkeys(it.name for it in sent))}. {_SAID[relation]}",
        evidence=shown(sent),
        measure=tally(sent)
        | {
            "fields": fields,
            "relation": relation,
            "before_submit": _known_before(first, submits),
            "seconds_before_submit": _seconds(first, pressed),
        },
        first_seen=first.seen_at,
        last_seen=sent[-1].seen_at,
        contexts=contexts(sent),
        circumstances=Circumstances(inside=inside),
    )


def _field(signal: Signal) -> str:
    return str(signal.value).removeprefix("seed:")


def _next_submit(first: Signal, submits: Sequence[Act]) -> Act | None:
    """The submit that followed, when none came before."""
    if any(it.seen_at <= first.seen_at for it in submits):
        return None
    return next(iter(submits), None)


def _known_before(first: Signal, submits: Sequence[Act]) -> bool | None:
    return _next_submit(first, submits) is not None if submits else None


def _seconds(first: Signal, pressed: Act | None) -> int | None:
    return None if pressed is None else round((pressed.seen_at - first.seen_at).total_seconds())


def _before(first: Signal, pressed: Act | None) -> str:
    seconds = _seconds(first, pressed)
    return "" if seconds is None else f", {counted(seconds, 'second')} before you pressed send"


def _relation(site: str, record: Record, party: str) -> str:
    """Who the recipient is to the site: of one company, at work for it, or another party."""
    if same_company(record, site, party):
        return "same company"
    owner = record.owner(party)
    return "processor" if owner is not None and owner.role in ESSENTIAL else "other party"


_SAID = {
    "same company": "The recipient belongs to the same company as the site.",
    "processor": "The recipient's business is one that sites need for what you ask of them.",
    "other party": "The recipient is another party than the site.",
}
