"""What a site sends to an address of its own in the form of a vendor that may get it from there.

Server-side tagging: the browser speaks a vendor's protocol to the site, whose server is made to
hand on. What it does hand on can't be seen: possible at most, and about that vendor.
"""

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence

from companion.classify.detector import Claim
from companion.classify.evidence import contexts, shown, tally
from companion.classify.identity import identifiers
from companion.classify.parties import called, same_company
from companion.classify.record import Record
from companion.classify.severity import Circumstances
from companion.classify.wording import masked, moment, said
from companion.model import Direction, Level, Signal, SignalKind


def relayed(site: str, record: Record, known: Container[str]) -> Iterator[Claim]:
    """The claims about vendors that may get a site's identifiers from its server.

    `known` are the parties that got identifiers of the site straight from the browser.
    """
    found: defaultdict[str, list[Signal]] = defaultdict(list)
    for it in identifiers(record.signals(site, SignalKind.IDENTIFIER)):
        vendor = str(it.figures.get("relay", ""))
        sent = it.direction is Direction.SENT and not it.locator.startswith("cookie:")
        if vendor and sent and it.party == site and vendor not in known:
            found[vendor].append(it)
    for vendor, signals in found.items():
        yield _claim(site, record, vendor, signals)


def _claim(site: str, record: Record, vendor: str, signals: Sequence[Signal]) -> Claim:
    first = signals[0]
    product = str(first.figures.get("vendor", ""))
    inside = same_company(record, site, vendor)
    return Claim(
        party=vendor,
        confidence=Level.POSSIBLE,
        title=said(
            Level.POSSIBLE,
            f"on {moment(first.seen_at)} {site} got its own identifier {first.name} "
            f"({masked(str(first.value))}) in the form of {product}, as is done to hand it on to "
            f"{called(record, vendor)}",
        ),
        why=f"The browser sent {first.name} to an address of {site} itself, in the form in which "
        f"{product} is spoken to. Sites do so to have their server hand on what it gets.",
        evidence=shown(signals),
        measure=tally(signals)
        | {
            "sender": site,
            "senders": (site,),
            "identifiers": len({it.value for it in signals}),
            "name": first.name,
            "same_owner": inside,
            "first_party": True,
            "server_side": True,
        },
        first_seen=min(it.seen_at for it in signals),
        last_seen=max(it.seen_at for it in signals),
        contexts=contexts(signals),
        circumstances=Circumstances(inside=inside),
        innocent=("The site's server may keep it, or hand on less than it gets.",),
        limits=("What the site's server does next cannot be seen from here.",),
    )
