"""Beacons of analytics.

Google Analytics 4 and Matomo tracking API, Snowplow tracker protocol, Amplitude HTTP API v2,
Mixpanel ingestion, Adobe Analytics data collection: vendors' public documents, 2026-11.
"""

import json
from random import Random

from tests.accuracy.sites.plants import planter
from tests.accuracy.sites.site import b64, hexed, token, uuid, words
from tests.accuracy.sites.truth import alike, fact, identifier, maybe
from tests.accuracy.sites.view import View


def client_id(rng: Random) -> str:
    """Two numbers as Google's tag draws them: chance and the second of the first visit."""
    return f"{rng.randint(10**8, 2 * 10**9)}.{rng.randint(1_690_000_000, 1_760_000_000)}"


@planter(0.55)
def google_analytics(view: View) -> None:
    cid = view.once("ga", client_id)
    stream = view.same("ga stream", lambda r: token(r, 10).upper())
    sid = str(int(view.at.timestamp()) - view.rng.randint(60, 400))
    random = str(view.rng.randint(10**8, 2 * 10**9))
    view.cookie("_ga", f"GA1.1.{cid}", identifier(cid), days=400)
    query = {
        "v": "2",
        "tid": f"G-{stream}",
        "gtm": "45je4b40v9136",
        "_p": random,
        "gcd": "13l3l3l3l1l1",
        "npa": "0",
        "dma": "1",
        "cid": cid,
        "ul": view.site.speech["locale"].lower(),
        "sr": "1920x1080",
        "ur": "",
        "_s": "1",
        "sid": sid,
        "sct": "1",
        "seg": "1",
        "dl": view.url,
        "dt": view.title,
        "en": "page_view",
    }
    marks = [
        identifier(cid),
        maybe("consent", "13l3l3l3l1l1"),
        maybe("consent", "0"),
        maybe("consent", "1"),
        alike("public site id", f"G-{stream}"),
        alike("session id", sid),
        alike("cache buster", random),
        alike("locale", query["ul"]),
    ]
    if view.same("ga users", lambda r: r.random() < 0.5):
        name, tier = view.once("tier", lambda r: r.choice(words()["shared"]["tiers"]))
        query |= {f"up.{name}": tier, "gcs": "G111"}
        marks += [fact("trait", tier, also=("segment", "score")), fact("consent", "G111")]
    view.ask(
        "https://region1.google-analytics.com/g/collect", query, *marks, body=b"", kind="text/plain"
    )


@planter(0.25)
def matomo(view: View) -> None:
    who = view.once("matomo", lambda r: hexed(r, 16))
    site_id = view.same("matomo", lambda r: str(r.randint(1, 40)))
    since = view.once("matomo since", lambda r: str(r.randint(1_700_000_000, 1_750_000_000)))
    rand, pv = str(view.rng.randint(100_000, 999_999)), token(view.rng, 6)
    view.cookie(
        f"_pk_id.{site_id}.{view.same('pk', lambda r: hexed(r, 4))}",
        f"{who}.{since}.",
        identifier(who),
        days=390,
    )
    query = {
        "action_name": view.title,
        "idsite": site_id,
        "rec": "1",
        "r": rand,
        "h": "9",
        "m": "12",
        "s": "5",
        "url": view.url,
        "_id": who,
        "_idn": "0",
        "send_image": "0",
        "pv_id": pv,
        "res": "1920x1080",
        "pf_net": "12",
        "pf_srv": "180",
        "cookie": "1",
    }
    view.ask(
        f"https://stats.{view.site.domain}/matomo.php",
        query,
        identifier(who),
        alike("cache buster", rand),
        alike("request id", pv),
        status=204,
        body=b"",
    )


@planter(0.25)
def snowplow(view: View) -> None:
    duid, nuid = view.once("sp duid", uuid), view.once("sp nuid", uuid)
    sid, eid = view.once(f"sp sid {view.number // 2}", uuid), uuid(view.rng)
    label = view.once("sp segment", lambda r: r.choice(view.site.own["labels"][view.site.lang]))
    context = {
        "schema": "iglu:com.snowplowanalytics.snowplow/contexts/jsonschema/1-0-0",
        "data": [
            {
                "schema": f"iglu:com.{view.site.domain.split('.')[0]}/user/jsonschema/1-0-2",
                "data": {"user_segments": [label]},
            }
        ],
    }
    event = {
        "e": "pv",
        "url": view.url,
        "page": view.title,
        "tv": "js-3.24.3",
        "tna": "sp",
        "aid": "web",
        "p": "web",
        "tz": "Europe/Berlin",
        "lang": view.site.speech["locale"],
        "cs": "UTF-8",
        "res": "1920x1080",
        "eid": eid,
        "dtm": str(view.millis),
        "stm": str(view.millis + 12),
        "cx": b64(json.dumps(context)),
        "vp": "1280x720",
        "ds": "1280x3210",
        "vid": "4",
        "sid": sid,
        "duid": duid,
    }
    host = f"collector.{view.site.tracker('collector')}"
    view.post(
        f"https://{host}/com.snowplowanalytics.snowplow/tp2",
        {
            "schema": "iglu:com.snowplowanalytics.snowplow/payload_data/jsonschema/1-0-4",
            "data": [event],
        },
        identifier(duid),
        identifier(nuid),
        fact("segment", label),
        alike("session id", sid),
        alike("request id", eid),
        alike("timestamp", event["dtm"]),
        gives=view.gift(host, "sp", nuid, identifier(nuid)),
        body=b"ok",
        kind="text/plain",
    )


@planter(0.2)
def amplitude(view: View) -> None:
    device, user = (
        view.once("amplitude", uuid),
        view.once("user", lambda r: str(r.randint(10**7, 10**9))),
    )
    insert, session = uuid(view.rng), str(view.millis - 5000)
    name, value = view.once("trait", lambda r: r.choice(words()["shared"]["traits"]))
    event = {
        "device_id": device,
        "user_id": user,
        "session_id": int(session),
        "time": view.millis,
        "platform": "Web",
        "language": view.site.speech["locale"],
        "insert_id": insert,
        "event_type": "page_viewed",
        "event_properties": {"path": view.url},
        "user_properties": {"$set": {name: value}},
        "event_id": view.number,
    }
    key = view.same("amplitude", hexed)
    view.post(
        "https://api2.amplitude.com/2/httpapi",
        {"api_key": key, "events": [event]},
        identifier(device),
        identifier(user),
        fact("trait", value),
        alike("public site id", key),
        alike("request id", insert),
        alike("session id", session),
    )


@planter(0.2)
def mixpanel(view: View) -> None:
    device, insert = view.once("mixpanel", uuid), token(view.rng, 16)
    key = view.same("mixpanel", hexed)
    told = [
        {
            "event": "$mp_web_page_view",
            "properties": {
                "$os": "Linux",
                "$browser": "Chrome",
                "$current_url": view.url,
                "$screen_height": 1080,
                "mp_lib": "web",
                "$lib_version": "2.61.0",
                "$insert_id": insert,
                "time": view.millis / 1000,
                "distinct_id": f"$device:{device}",
                "$device_id": device,
                "token": key,
            },
        }
    ]
    view.post(
        "https://api-js.mixpanel.com/track/?verbose=1&ip=1",
        f"data={b64(json.dumps(told)).replace('+', '%2B')}",
        identifier(device),
        alike("public site id", key),
        alike("request id", insert),
        sends="application/x-www-form-urlencoded",
        body=b'{"error":null,"status":1}',
    )


@planter(0.2)
def adobe(view: View) -> None:
    mid = view.once("adobe", lambda r: "".join(r.choices("0123456789", k=38)))
    org = view.same("adobe", lambda r: hexed(r, 24).upper() + "@AdobeOrg")
    view.cookie(
        f"AMCV_{org.replace('@', '%40')}",
        f"179643557%7CMCIDTS%7C20400%7CMCMID%7C{mid}%7CvVersion%7C5.5.0",
        identifier(mid),
        days=390,
    )
    buster = f"s{view.rng.randint(10**12, 10**13)}"
    query = {
        "AQB": "1",
        "ndh": "1",
        "pf": "1",
        "t": "3/10/2026 9:12:5 2 -60",
        "mid": mid,
        "aamlh": "6",
        "ce": "UTF-8",
        "pageName": view.title,
        "g": view.url,
        "cc": view.site.speech["currency"],
        "s": "1920x1080",
        "c": "24",
        "j": "1.6",
        "v": "N",
        "k": "Y",
        "bw": "1280",
        "bh": "720",
        "AQE": "1",
    }
    view.ask(
        f"https://metrics.{view.site.domain}/b/ss/{view.site.domain.split('.')[0]}prod/1"
        f"/JS-2.26.0/{buster}",
        query,
        identifier(mid),
        alike("cache buster", buster),
        alike("currency", query["cc"]),
    )
