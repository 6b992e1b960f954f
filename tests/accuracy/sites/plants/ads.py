"""Ad requests and what companies say of a person in them.

OpenRTB 2.6, Prebid key-values, Google Publisher Tag and Ad Manager key-values, Topics API,
Permutive, Criteo, Microsoft UET, Amazon Publisher Services: public documents, 2026-11.
"""

import json

from tests.accuracy.sites.plants import planter
from tests.accuracy.sites.plants.cdp import a_trait
from tests.accuracy.sites.site import hexed, opaque, token, uuid, words
from tests.accuracy.sites.truth import alike, fact, identifier, maybe
from tests.accuracy.sites.view import View


@planter(0.4)
def open_rtb(view: View) -> None:
    who, bought = view.once("rtb", opaque), view.once("rtb buyer", opaque)
    eid = view.once("rtb eid", lambda r: "ID5*" + token(r, 40))
    segments = view.once("rtb segments", lambda r: [str(r.randint(100, 1600)) for _ in range(3)])
    interest = view.once(
        "rtb words", lambda r: r.choice(view.site.own["interests"][view.site.lang])
    )
    city, yob = (
        view.once("city", lambda r: r.choice(view.site.speech["cities"])),
        view.once("yob", lambda r: r.randint(1955, 2004)),
    )
    request, imp = uuid(view.rng), hexed(view.rng, 12)
    publisher = view.same("rtb publisher", lambda r: str(r.randint(10**5, 10**7)))
    asked = {
        "id": request,
        "imp": [
            {
                "id": imp,
                "banner": {"format": [{"w": 300, "h": 250}]},
                "tagid": "mpu-1",
                "bidfloor": 0.1,
                "bidfloorcur": "EUR",
            }
        ],
        "site": {
            "domain": view.site.domain,
            "page": view.url,
            "cat": ["IAB12"],
            "publisher": {"id": publisher},
            "content": {
                "keywords": ",".join(view.site.speech["tags"][:2]),
                "language": view.site.lang,
            },
        },
        "device": {
            "ua": "Mozilla/5.0",
            "language": view.site.lang,
            "w": 1920,
            "h": 1080,
            "dnt": 0,
            "geo": {"country": "DEU", "city": city},
        },
        "user": {
            "id": who,
            "buyeruid": bought,
            "yob": yob,
            "gender": "F",
            "keywords": interest,
            "data": [
                {"name": "dmp", "ext": {"segtax": 4}, "segment": [{"id": it} for it in segments]}
            ],
            "ext": {"eids": [{"source": "id5-sync.com", "uids": [{"id": eid, "atype": 1}]}]},
        },
        "at": 1,
        "tmax": 900,
        "cur": [view.site.speech["currency"]],
    }
    told = {
        "id": request,
        "seatbid": [
            {"bid": [{"id": hexed(view.rng, 10), "impid": imp, "price": 0.41, "crid": "c-1192"}]}
        ],
    }
    view.post(
        f"https://rtb.{view.site.tracker('exchange')}/openrtb2/auction",
        asked,
        identifier(who),
        identifier(bought),
        identifier(eid),
        *[fact("segment", it) for it in segments],
        fact("trait", yob),
        fact("trait", "F"),
        fact("topic", interest, also=("segment", "trait", "targeting")),
        fact("location", city),
        maybe("location", "DEU"),
        maybe("consent", "0"),
        alike("request id", request),
        alike("request id", imp),
        alike("public site id", publisher),
        alike("currency", asked["cur"][0]),
        body=json.dumps(told).encode(),
        kind="application/json",
    )


@planter(0.2)
def topics_api(view: View) -> None:
    topics = view.once("topics", lambda r: r.sample(range(1, 400), 3))
    header = (
        f"({topics[0]} {topics[1]});v=chrome.1:2:4, ({topics[2]});v=chrome.1:2:4, ();p=P0000"
        "00000000000000"
    )
    view.fetch(
        f"https://topics.{view.site.tracker('exchange')}/t",
        fact("topic", topics[0], topics[1], topics[2]),
        headers=[("sec-browsing-topics", header)],
        body=b"{}",
        kind="application/json",
    )


@planter(0.2)
def permutive(view: View) -> None:
    who = view.once("permutive", uuid)
    cohorts = view.once("cohorts", lambda r: [r.randint(10**6, 10**7) for _ in range(4)])
    view.cookie("permutive-id", who, identifier(who), days=365)
    view.cookie(
        "_psegs", json.dumps(cohorts, separators=(",", ":")), fact("segment", *cohorts), days=365
    )


@planter(0.25)
def criteo(view: View) -> None:
    bundle = view.once("criteo", lambda r: token(r, 70))
    view.cookie("cto_bundle", bundle, identifier(bundle), days=390)
    buster = str(view.rng.randint(10**9, 10**11))
    asked = {
        "publisher": {
            "url": view.url,
            "networkid": view.same("criteo", lambda r: r.randint(1000, 9999)),
        },
        "user": {"uspIab": "1YNN", "ext": {"bundle": bundle}},
        "id": uuid(view.rng),
        "slots": [{"impid": hexed(view.rng, 10), "sizes": ["300x250"]}],
    }
    view.post(
        f"https://bidder.criteo.com/cdb?profileId=207&av=36&wv=9.53.2&cb={buster}",
        asked,
        identifier(bundle),
        fact("consent", "1YNN"),
        alike("cache buster", buster),
        alike("request id", asked["id"]),
        status=204,
        body=b"",
    )


@planter(0.25)
def bing(view: View) -> None:
    mid, sid, vid = uuid(view.rng), hexed(view.rng), view.once("uet", hexed)
    tag = view.same("uet", lambda r: str(r.randint(10**6, 10**8)))
    view.cookie("_uetvid", vid, identifier(vid), days=390)
    query = {
        "ti": tag,
        "Ver": "2",
        "mid": mid,
        "sid": sid,
        "vid": vid,
        "vids": "0",
        "msclkid": "N",
        "pi": "918639831",
        "lg": view.site.speech["locale"],
        "sw": "1920",
        "tl": view.title,
        "p": view.url,
        "evt": "pageLoad",
        "rn": str(view.rng.randint(10**5, 10**6)),
    }
    view.ask(
        "https://bat.bing.com/action/0",
        query,
        identifier(vid),
        maybe("identifier", mid),
        alike("session id", sid),
        alike("public site id", tag),
        alike("cache buster", query["rn"]),
        status=204,
        body=b"",
    )


@planter(0.3)
def own_ad_call(view: View) -> None:
    """An unknown ad server, asked with what it is to aim at."""
    who, name = view.once("own ads", opaque), view.key("identifier", "own ads")
    trait, value = a_trait(view, "own ads")
    codes = ",".join(
        view.once(
            "own ads segments",
            lambda r: [f"{r.choice('abcx')}{r.randint(100, 999)}" for _ in range(3)],
        )
    )
    city = view.once("city", lambda r: r.choice(view.site.speech["cities"]))
    random = str(view.rng.randint(10**9, 10**12))
    query = {
        "zone": view.same("zone", lambda r: r.randint(100, 999)),
        name: who,
        trait: value,
        view.same("own ads seg", lambda r: r.choice(("seg", "segments", "aud"))): codes,
        "city": city,
        "cb": random,
        "loc": view.url,
        "w": "300",
        "h": "250",
    }
    view.ask(
        f"https://ads.{view.site.tracker('own ads')}/serve",
        query,
        identifier(who),
        fact("trait", value),
        fact("segment", *codes.split(",")),
        fact("location", city),
        alike("cache buster", random),
        kind="text/html",
        body=b"<div></div>",
    )


@planter(0.15)
def household(view: View) -> None:
    """Demographics named in an ad company's cookie."""
    host = f"sync.{view.site.tracker('household')}"
    income, who = (
        view.once("income", lambda r: r.choice(("40-60k", "60-80k", "100k+"))),
        view.once("household", uuid),
    )
    names = words()["shared"]["traits"]
    age = view.once(
        "household age", lambda r: r.choice([v for k, v in names if k.startswith("age")])
    )
    value = f"uid:{who}|hhi:{income}|age:{age}"
    marks = (identifier(who), fact("trait", income), fact("trait", age))
    view.ask(
        f"https://{host}/i.gif",
        {"r": view.rng.randint(1, 10**6)},
        *marks,
        gives=view.gift(host, "hhp", value, *marks),
    )
