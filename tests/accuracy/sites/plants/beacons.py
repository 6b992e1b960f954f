"""Beacons of companies that nobody has documented."""

from tests.accuracy.sites.plants import planter
from tests.accuracy.sites.site import hexed, opaque
from tests.accuracy.sites.truth import alike, identifier
from tests.accuracy.sites.view import View


@planter(0.6)
def unknown_beacon(view: View) -> None:
    name = view.key("identifier", "beacon")
    who, random = view.once("beacon", opaque), str(view.rng.random())
    query = {
        "e": "view",
        "u": view.url,
        name: who,
        "ts": view.millis,
        "rnd": random,
        "site": view.same("beacon site", lambda r: hexed(r, 12)),
        "v": "4.1.0",
    }
    view.ask(
        f"https://px.{view.site.tracker('beacon')}/hit",
        query,
        identifier(who),
        alike("timestamp", view.millis),
        alike("cache buster", random),
        alike("public site id", query["site"]),
    )


@planter(0.5)
def unknown_cookie(view: View) -> None:
    """A pixel that knows the browser again by its own cookie alone, whatever its name."""
    host = f"t.{view.site.tracker('cookie')}"
    who = view.once("tracker cookie", opaque)
    name = view.same(
        "tracker cookie", lambda r: r.choice(("zuid", "tk", "_vx", "bku", "pid2", "KRTB"))
    )
    view.ask(
        f"https://{host}/b.gif",
        {"p": view.rng.randint(1, 9), "url": view.url},
        identifier(who),
        gives=view.gift(host, name, who, identifier(who)),
    )
