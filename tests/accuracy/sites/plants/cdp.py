"""Customer data platforms: who the person is, told by the browser or to it.

Segment HTTP tracking API, RudderStack HTTP API, mParticle identity, Tealium data layer enrichment,
Klaviyo client API, HubSpot tracking code, Braze: vendors' public documents, 2026-11.
"""

import json

from tests.accuracy.sites.plants import planter
from tests.accuracy.sites.site import b64, hexed, token, uuid, words
from tests.accuracy.sites.truth import alike, fact, identifier, maybe, seed
from tests.accuracy.sites.view import View


def user_id(view: View) -> str:
    """The number of the person's account on the site."""
    return view.once("user", lambda r: str(r.randint(10**7, 10**9)))


def a_trait(view: View, about: str) -> tuple[str, str]:
    """A demographic of the person by its name."""
    name, value = view.once(f"trait {about}", lambda r: r.choice(words()["shared"]["traits"]))
    return name, value


@planter(0.3)
def segment_com(view: View) -> None:
    anonymous, message = view.once("segment", uuid), f"ajs-next-{view.millis}-{uuid(view.rng)}"
    key = view.same("segment", lambda r: token(r, 32))
    base = {
        "timestamp": view.at.isoformat(),
        "integrations": {},
        "anonymousId": anonymous,
        "context": {
            "page": {"path": "/", "title": view.title, "url": view.url},
            "locale": view.site.speech["locale"],
            "library": {"name": "analytics.js", "version": "1.74.0"},
        },
        "messageId": message,
        "writeKey": key,
        "sentAt": view.at.isoformat(),
    }
    view.cookie("ajs_anonymous_id", anonymous, identifier(anonymous), days=365)
    marks = [identifier(anonymous), alike("public site id", key), alike("request id", message)]
    if view.number % 2:
        view.post(
            "https://api.segment.io/v1/p",
            base | {"type": "page", "properties": {"title": view.title}},
            *marks,
        )
        return
    name, value = a_trait(view, "segment")
    seeds = view.person.seeds
    traits = {
        "email": seeds["email"],
        name: value,
        "plan": "free",
        "createdAt": "2025-02-11T08:00:00Z",
    }
    view.post(
        "https://api.segment.io/v1/i",
        base | {"type": "identify", "userId": user_id(view), "traits": traits},
        *marks,
        identifier(user_id(view)),
        seed("email"),
        fact("trait", value),
        maybe("trait", "free", also=("segment",)),
        maybe("trait", traits["createdAt"]),
    )


@planter(0.25)
def rudder(view: View) -> None:
    anonymous = view.once("rudder", uuid)
    label = view.once("rudder label", lambda r: r.choice(view.site.own["labels"][view.site.lang]))
    score = view.once("rudder score", lambda r: f"0.{r.randint(11, 98)}")
    name = view.key("score", "rudder")
    message = uuid(view.rng)
    event = {
        "channel": "web",
        "type": "track",
        "event": "Product Viewed",
        "messageId": message,
        "context": {
            "traits": {view.key("segment", "rudder"): [label], name: float(score)},
            "locale": view.site.speech["locale"],
            "app": {"name": "RudderLabs JavaScript SDK"},
        },
        "originalTimestamp": view.at.isoformat(),
        "anonymousId": anonymous,
        "userId": "",
        "properties": {
            "sku": view.rng.choice(("A-1029", "B-3310")),
            "currency": view.site.speech["currency"],
        },
    }
    view.post(
        f"https://rs.{view.site.tracker('cdp')}/v1/batch",
        {"batch": [event]},
        identifier(anonymous),
        fact("segment", label, also=("trait",)),
        fact("score", float(score), also=("trait",)),
        alike("request id", message),
        alike("sku", event["properties"]["sku"]),
        alike("currency", event["properties"]["currency"]),
    )


@planter(0.2)
def tealium(view: View) -> None:
    who = view.once("tealium", lambda r: hexed(r, 44))
    account = view.same("tealium", lambda r: r.choice(("northmedia", "shopgroup")))
    labels = view.once(
        "tealium labels", lambda r: r.sample(view.site.own["labels"][view.site.lang], 2)
    )
    answer = {
        "metrics": {"22": 6.0, "5117": 3.0},
        "dates": {"5111": view.millis - 86_400_000},
        "properties": {"account": account, "profile": "main"},
        "flags": {"5115": True},
        "badges": {"5113": True},
        "audiences": {f"{account}_main_{n}": it for n, it in enumerate(labels, 101)},
    }
    view.answer(
        f"https://visitor-service-eu-central-1.tealiumiq.com/{account}/main/{who}?callba"
        f"ck=&rnd={view.millis}",
        answer,
        identifier(who),
        *[fact("segment", it) for it in labels],
        maybe("segment", "5113"),
        maybe("segment", True),
        alike("timestamp", view.millis),
    )


@planter(0.2)
def mparticle(view: View) -> None:
    mpid = view.once("mparticle", lambda r: str(r.randint(10**18, 9 * 10**18)))
    device = view.once("mparticle device", uuid)
    request = uuid(view.rng)
    asked = {
        "client_sdk": {"platform": "web", "sdk_vendor": "mparticle", "sdk_version": "2.30.1"},
        "environment": "production",
        "request_id": request,
        "request_timestamp_ms": view.millis,
        "previous_mpid": None,
        "known_identities": {"customerid": user_id(view), "device_application_stamp": device},
    }
    told = {
        "mpid": mpid,
        "is_logged_in": True,
        "matched_identities": {"customerid": user_id(view)},
        "is_ephemeral": False,
    }
    view.post(
        "https://identity.mparticle.com/v1/identify",
        asked,
        identifier(mpid),
        identifier(device),
        identifier(user_id(view)),
        alike("request id", request),
        maybe("trait", True),
        body=json.dumps(told).encode(),
        kind="application/json",
    )


@planter(0.25)
def klaviyo(view: View) -> None:
    who = view.once("klaviyo", lambda r: token(r, 26))
    company = view.same("klaviyo", lambda r: token(r, 6))
    told = {
        "data": {
            "type": "event",
            "attributes": {
                "properties": {"url": view.url},
                "metric": {"data": {"type": "metric", "attributes": {"name": "Viewed Page"}}},
                "profile": {
                    "data": {
                        "type": "profile",
                        "attributes": {
                            "email": view.person.seeds["email"],
                            "phone_number": view.person.seeds["phone"],
                            "anonymous_id": who,
                        },
                    }
                },
            },
        }
    }
    packed = b64(json.dumps({"cid": who, "$last_referrer": {"ts": 1761000000}}))
    view.cookie("__kla_id", packed, fact("identifier", who, known_as=(packed,)), days=730)
    view.post(
        f"https://a.klaviyo.com/client/events/?company_id={company}",
        told,
        identifier(who),
        seed("email"),
        seed("phone"),
        alike("public site id", company),
        status=202,
        body=b"",
    )


@planter(0.25)
def hubspot(view: View) -> None:
    who, portal = (
        view.once("hubspot", hexed),
        view.same("hubspot", lambda r: str(r.randint(10**6, 10**8))),
    )
    view.cookie("hubspotutk", who, identifier(who), days=180)
    first = view.once("hs first", lambda r: r.randint(1_750_000_000_000, 1_760_000_000_000))
    query = {
        "k": "1",
        "sd": "1920x1080",
        "cd": "24-bit",
        "cs": "UTF-8",
        "ln": view.site.lang,
        "bfp": view.rng.randint(10**8, 4 * 10**9),
        "v": "1.1",
        "a": portal,
        "pu": view.url,
        "t": view.title,
        "cts": view.millis,
        "vi": who,
        "nc": "false",
        "u": (
            f"{view.same('hs', lambda r: r.randint(10**7, 10**9))}.{who}.{first}.{first}.{first}.1"
        ),
    }
    view.ask(
        "https://track.hubspot.com/__ptq.gif",
        query,
        identifier(who),
        maybe("identifier", query["bfp"]),
        alike("public site id", portal),
        alike("timestamp", view.millis),
    )


@planter(0.3)
def audience_answer(view: View) -> None:
    """What an unknown data company answers about the browser."""
    who = view.once("audience id", uuid)
    labels = view.once(
        "audience labels", lambda r: r.sample(view.site.own["labels"][view.site.lang], 3)
    )
    codes = view.once("audience codes", lambda r: [str(r.randint(10**5, 10**7)) for _ in range(4)])
    name, value = a_trait(view, "audience")
    interests = view.once(
        "audience interests", lambda r: r.sample(view.site.own["interests"][view.site.lang], 2)
    )
    score, points = (
        view.key("score", "audience"),
        view.once("audience score", lambda r: r.randint(21, 97)),
    )
    answer = {
        "status": "ok",
        "ttl": 3600,
        "generated": view.millis,
        "profile": {
            view.key("identifier", "audience"): who,
            view.key("segment", "audience"): labels,
            name: value,
            view.key("topic", "audience"): interests,
            score: points,
        },
        "segment_codes": codes,
    }
    view.answer(
        f"https://api.{view.site.tracker('audience')}/v2/profile?site="
        f"{view.same('aud', lambda r: hexed(r, 10))}",
        answer,
        identifier(who),
        fact("segment", *labels),
        fact("segment", *codes),
        fact("trait", value),
        fact("topic", *interests, also=("segment", "trait")),
        fact("score", points, also=("trait",)),
        alike("timestamp", view.millis),
    )
