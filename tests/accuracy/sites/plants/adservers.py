"""What pages hand their ad servers.

Prebid key-values, Google Publisher Tag and Ad Manager key-values: public documents, 2026-11.
"""

import json
from urllib.parse import urlencode

from tests.accuracy.sites.plants import planter
from tests.accuracy.sites.site import hexed
from tests.accuracy.sites.truth import Mark, alike, fact, identifier, maybe
from tests.accuracy.sites.view import View


def price_bucket(view: View) -> str:
    """A price as header bidding rounds it."""
    return f"{view.rng.randint(0, 4)}.{view.rng.randint(0, 9)}0"


def key_values(view: View) -> tuple[dict[str, str], list[Mark]]:
    """What a page hands its ad server: about the page and about the person."""
    tag, section = (
        view.rng.choice(view.site.speech["tags"]),
        view.rng.choice(view.site.speech["tags"]),
    )
    codes = ",".join(
        view.once("gam segments", lambda r: [str(r.randint(10**4, 10**6)) for _ in range(4)])
    )
    about = {"section": section, "kw": tag, "pagetype": view.rng.choice(("article", "gallery"))}
    marks: list[Mark] = [fact("targeting", it, also=("topic",)) for it in about.values()]
    if view.same("gam user", lambda r: r.random() < 0.7):
        key = view.same("gam seg", lambda r: r.choice(("permutive", "audience", "usersegs", "ksg")))
        about[key] = codes
        marks.append(fact("segment", *codes.split(","), also=("targeting",)))
    if view.same("gam login", lambda r: r.random() < 0.5):
        about["loggedin"] = "true"
        marks.append(maybe("targeting", "true", also=("trait",)))
    return about, marks


@planter(0.45)
def ad_manager(view: View) -> None:
    about, marks = key_values(view)
    correlator, ppid = str(view.rng.randint(10**15, 4 * 10**15)), view.once("ppid", hexed)
    unit = view.same("gam", lambda r: f"/{r.randint(10**6, 10**8)}/{view.site.domain}/home")
    bid, price = hexed(view.rng, 14), price_bucket(view)
    slot = {
        "pos": "top",
        "hb_bidder": "rubicon",
        "hb_pb": price,
        "hb_adid": bid,
        "hb_size": "300x250",
    }
    query = {
        "pvsid": str(view.rng.randint(10**15, 10**16)),
        "correlator": correlator,
        "eid": "31088457,95344787",
        "output": "ldjh",
        "gdfp_req": "1",
        "vrg": "202611030101",
        "impl": "fifs",
        "iu_parts": unit,
        "sz": "300x250",
        "ppid": ppid,
        "cust_params": urlencode(about),
        "prev_scp": urlencode(slot),
        "npa": "0",
        "url": view.url,
    }
    view.ask(
        "https://securepubads.g.doubleclick.net/gampad/ads",
        query,
        *marks,
        identifier(ppid),
        fact("targeting", "rubicon"),
        fact("targeting", price),
        alike("request id", bid),
        maybe("targeting", bid),
        maybe("targeting", "300x250"),
        maybe("targeting", "top"),
        fact("experiment", "31088457", "95344787"),
        maybe("consent", "0"),
        alike("cache buster", correlator),
        alike("cache buster", query["pvsid"]),
        kind="text/plain",
        body=b"{}",
    )


@planter(0.3)
def publisher_tag(view: View) -> None:
    about, marks = key_values(view)
    calls = "".join(
        f"googletag.pubads().setTargeting({json.dumps(k)}, {json.dumps(v.split(','))});"
        for k, v in about.items()
    )
    unit = view.same("gam", lambda r: f"/{r.randint(10**6, 10**8)}/{view.site.domain}/home")
    view.script(
        f"var googletag=googletag||{{cmd:[]}};googletag.cmd.push(function(){{googletag.d"
        f"efineSlot('{unit}',[300,250],'div-gpt-ad-1');{calls}}});",
        *marks,
    )
