"""What was not understood, in words and as JSON: by site, with the places nothing is known of."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from companion.model import SiteCoverage, UnknownEndpoint
from companion.report.plain import plain

_SHOWN = 8
_UNITS = ((1_000_000, "MB"), (1_000, "KB"))

type Json = dict[str, Any]


class Unread(NamedTuple):
    """A site, and the endpoints of third parties there that nothing documents."""

    site: SiteCoverage
    unknown: Sequence[UnknownEndpoint]


def row(one: Unread) -> Json:
    """The same for JSON; shares are 0 to 1, sizes bytes."""
    site = one.site
    return site._asdict() | {
        "decoded": round(site.decoded, 4),
        "unknown": [it._asdict() for it in one.unknown],
    }


def lines(one: Unread) -> Iterator[str]:
    """The same in words."""
    yield summary(one.site)
    for it in one.unknown[:_SHOWN]:
        size = f"{data_size(it.sent)} sent, {data_size(it.received)} received"
        unread = f", {data_size(it.unread)} of it unread" if it.unread else ""
        yield f"  {plain(it.host + it.path, 70)}  ·  {it.exchanges:,}x  ·  {size}{unread}"
    if (left := len(one.unknown) - _SHOWN) > 0:
        yield f"  and {left:,} more places"
    yield ""


def summary(site: SiteCoverage) -> str:
    """One line on a site."""
    hosts = f"{site.hosts:,} third-party host{'' if site.hosts == 1 else 's'}"
    known = site.documented / site.total if site.total else 1.0
    return (
        f"{plain(site.site, 60)}  ·  {hosts}, {data_size(site.total)} of data: "
        f"{site.decoded:.0%} decoded, {known:.0%} at places that a vendor file documents"
    )


def told(sites: Sequence[SiteCoverage], waiting: int) -> tuple[str, ...]:
    """The sites with the most unread, and what is still to be counted; nothing where none is."""
    some = [summary(site) for site in sites[:_SHOWN]]
    if (more := len(sites) - _SHOWN) > 0:
        some.append(f"and {more:,} more sites")
    if waiting:
        some.append(f"{waiting:,} exchanges are still to be counted: companion unknown does it")
    elif some:
        some.append("companion unknown lists the places that no vendor file documents")
    return tuple(some)


def data_size(count: int) -> str:
    """Bytes as people write them."""
    for size, unit in _UNITS:
        if count >= size:
            return f"{count / size:.1f} {unit}"
    return f"{count} B"
