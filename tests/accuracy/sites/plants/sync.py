"""One company tells another who the browser is, and addresses that carry a name tag.

User sync as in Prebid's cookie sync, Google cookie matching (`google_hm`), Audience Manager
`ibs:dpid`; click ids as advertisers' help pages name them, 2026-11.
"""

import json

from tests.accuracy.sites.plants import planter
from tests.accuracy.sites.site import b64url, hexed, opaque, token, uuid
from tests.accuracy.sites.truth import alike, fact, identifier
from tests.accuracy.sites.view import View


@planter(0.4)
def redirected(view: View) -> None:
    host, other = f"sync.{view.site.tracker('sync')}", f"match.{view.site.tracker('sync partner')}"
    who, theirs = view.once("sync", opaque), view.once("sync partner", opaque)
    buster = str(view.rng.randint(10**6, 10**9))
    name = view.same(
        "sync name", lambda r: r.choice(("uid", "partner_uid", "puid", "buyeruid", "user_id"))
    )
    target = (
        f"https://{other}/setuid?bidder="
        f"{view.same('sync bidder', lambda r: r.choice(('lynx', 'grove')))}&{name}={who}"
    )
    gives = [*view.gift(host, "u", who, identifier(who)), ("location", target)]
    view.ask(
        f"https://{host}/usersync",
        {"p": view.same("sync p", lambda r: r.randint(10, 99)), "cb": buster},
        identifier(who),
        alike("cache buster", buster),
        status=302,
        gives=gives,
        body=b"",
    )
    view.ask(
        target,
        {},
        identifier(who),
        identifier(theirs),
        gives=view.gift(other, "tuid", theirs, identifier(theirs)),
    )


@planter(0.25)
def google_match(view: View) -> None:
    who = view.once("hm", uuid)
    view.ask(
        "https://cm.g.doubleclick.net/pixel",
        {
            "google_nid": view.same("nid", lambda r: token(r, 8).lower()),
            "google_hm": b64url(who),
            "google_cm": "",
        },
        fact("identifier", who, known_as=(b64url(who),)),
    )


@planter(0.25)
def audience_manager(view: View) -> None:
    who, theirs = (
        view.once("dpm", lambda r: "".join(r.choices("0123456789", k=38))),
        view.once("dpm partner", uuid),
    )
    host = "dpm.demdex.net"
    view.ask(
        f"https://{host}/ibs:dpid={view.same('dpid', lambda r: r.randint(100, 99999))}&d"
        f"puuid={theirs}",
        {},
        identifier(theirs),
        identifier(who),
        gives=view.gift(host, "demdex", who, identifier(who), days=180),
    )


@planter(0.2)
def posted(view: View) -> None:
    who, theirs = view.once("posted", uuid), view.once("posted partner", opaque)
    told = {
        "partnerUserIds": {"acme": theirs},
        "deviceId": who,
        "event": "sync",
        "sentAt": view.millis,
    }
    view.post(
        f"https://graph.{view.site.tracker('sync')}/v1/ids",
        told,
        identifier(who),
        identifier(theirs),
        alike("timestamp", view.millis),
    )


@planter(0.25)
def click_id(view: View) -> None:
    """The person came by an ad: the address has its click's number, and a partner is told it."""
    name = view.same("click", lambda r: r.choice(("gclid", "fbclid", "msclkid", "ttclid")))
    click = view.once(f"click {view.number // 2}", lambda r: token(r, 60))
    page = f"{view.url}?utm_source=newsletter&utm_campaign=autumn_sale_2026&{name}={click}"
    view.ask(
        f"https://{view.host}/landing",
        {"utm_source": "newsletter", "utm_campaign": "autumn_sale_2026", name: click},
        identifier(click),
        alike("campaign", "autumn_sale_2026"),
        kind="text/html",
        body=b"<title>x</title>",
    )
    view.ask(
        f"https://t.{view.site.tracker('click')}/lp",
        {"u": page, "o": view.rng.randint(1, 9)},
        identifier(click),
        alike("campaign", "autumn_sale_2026"),
    )


@planter(0.25)
def bounced_order(view: View) -> None:
    """Numbers of an order and of a hand-over: about a purchase, not about who bought."""
    order, hand = f"{view.rng.randint(10**7, 10**8)}", hexed(view.rng, 40)
    view.ask(
        f"https://{view.host}/checkout/done",
        {"order_id": order, "state": hand},
        alike("order number", order),
        alike("anti-forgery", hand),
        kind="text/html",
        body=b"<title>ok</title>",
    )


@planter(0.25)
def first_party_handed_on(view: View) -> None:
    """A cookie of the site's own, given to an unknown partner inside JSON in a query."""
    who = view.once("own cookie", uuid)
    name = view.key("identifier", "own cookie")
    view.cookie(name, who, identifier(who), days=365)
    view.ask(
        f"https://in.{view.site.tracker('hand on')}/e",
        {"data": json.dumps({"n": "view", "c": {name: who}, "t": view.millis})},
        identifier(who),
        alike("timestamp", view.millis),
    )


@planter(0.15)
def etag(view: View) -> None:
    """A pixel that knows the browser again by the version of an image that never changes."""
    who = view.once("etag", lambda r: hexed(r, 32))
    url = f"https://e.{view.site.tracker('etag')}/p.gif"
    again = [("if-none-match", f'"{who}"')] if view.number else []
    view.fetch(
        url,
        identifier(who),
        headers=again,
        gives=[("etag", f'"{who}"'), ("cache-control", "private, max-age=31536000")],
    )
