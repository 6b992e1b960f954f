"""Who really gets what is sent to a host of a site's own that is an alias of a vendor's.

Dimova et al. 2021, "The CNAME of the Game": a same-site host whose alias ends at another
registrable domain. What only carries, hosts or protects a site stands behind an alias too and is
no third party. The alias was resolved when the exchange was recorded; imports have none.
"""

from companion.decode.hosts import registrable
from companion.extract.owners import owner_of
from companion.extract.urls import host_of
from companion.model import Exchange, Owner

_CARRIERS = frozenset({"cdn", "hosting", "security"})


def party_of(exchange: Exchange) -> str:
    """The party of an exchange: that of its alias where this belongs to a vendor we know.

    The page's own host stays the site, whoever serves it; a host whose company is known stays
    that company's, wherever it has it served.
    """
    if not exchange.cname:
        return exchange.party
    target, host = registrable(exchange.cname), host_of(exchange.url)
    if target == registrable(host) or host == host_of(exchange.page or ""):
        return exchange.party
    vendor, own = owner_of(target), owner_of(exchange.party)
    return (
        target if _is_another(vendor, own, first_party=not exchange.third_party) else exchange.party
    )


def _is_another(vendor: Owner | None, own: Owner | None, *, first_party: bool) -> bool:
    if vendor is None or vendor.role in _CARRIERS:
        return False
    if own is None:
        return True
    return first_party and own.name != vendor.name
