"""The person's own data on their way: plain, normalised, hashed, encoded.

Meta advanced matching, Google enhanced conversions (`em=tv.1~em.…`), TikTok and Pinterest matching,
LiveRamp envelope, ID5 partner data: vendors' public documents, 2026-11.
"""

import base64
import hashlib
import json
from urllib.parse import quote, urlencode

from tests.accuracy.sites.plants import planter
from tests.accuracy.sites.site import b64, b64url, token, uuid
from tests.accuracy.sites.truth import alike, identifier, maybe, seed
from tests.accuracy.sites.view import View


def sha256(text: str) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(text.encode()).hexdigest()


def digits(phone: str) -> str:
    """A phone number without its plus."""
    return phone.lstrip("+")


@planter(0.4)
def meta(view: View) -> None:
    fbp = view.once(
        "fbp",
        lambda r: (
            f"fb.1.{r.randint(1_750_000_000_000, 1_760_000_000_000)}.{r.randint(10**8, 10**10)}"
        ),
    )
    pixel, event = view.same("meta", lambda r: str(r.randint(10**14, 10**16))), uuid(view.rng)
    seeds = view.person.seeds
    query = {
        "id": pixel,
        "ev": "PageView",
        "dl": view.url,
        "rl": "",
        "if": "false",
        "ts": view.millis,
        "sw": "1920",
        "sh": "1080",
        "ud[em]": sha256(seeds["email"]),
        "ud[ph]": sha256(digits(seeds["phone"])),
        "ud[external_id]": sha256(view.once("external", uuid)),
        "v": "2.9.176",
        "r": "stable",
        "fbp": fbp,
        "eid": event,
        "cd[currency]": view.site.speech["currency"],
        "cd[content_ids]": json.dumps(["A-1029", "B-3310"]),
        "it": view.millis - 900,
    }
    view.cookie("_fbp", fbp, identifier(fbp), days=90)
    view.ask(
        "https://www.facebook.com/tr/",
        query,
        identifier(fbp),
        seed("email"),
        seed("phone"),
        identifier(query["ud[external_id]"]),
        alike("public site id", pixel),
        alike("request id", event),
        alike("currency", query["cd[currency]"]),
        alike("sku", "A-1029"),
    )


@planter(0.3)
def enhanced_conversions(view: View) -> None:
    def coded(text: str) -> str:
        return b64url(hashlib.sha256(text.encode()).digest())

    seeds = view.person.seeds
    auid = view.once(
        "auid", lambda r: f"{r.randint(10**8, 2 * 10**9)}.{r.randint(1_690_000_000, 1_760_000_000)}"
    )
    conversion = view.same("aw", lambda r: str(r.randint(10**8, 10**10)))
    random = str(view.rng.randint(10**8, 2 * 10**9))
    query = {
        "random": random,
        "cv": "11",
        "fst": view.millis,
        "bg": "ffffff",
        "guid": "ON",
        "async": "1",
        "label": view.same("aw l", lambda r: token(r, 12)),
        "url": view.url,
        "auid": auid,
        "em": f"tv.1~em.{coded(seeds['email'])}~pn.{coded(seeds['phone'])}",
        "value": "49.9",
        "currency_code": view.site.speech["currency"],
    }
    view.ask(
        f"https://www.googleadservices.com/pagead/conversion/{conversion}/",
        query,
        identifier(auid),
        seed("email"),
        seed("phone"),
        alike("cache buster", random),
        alike("public site id", conversion),
        alike("currency", query["currency_code"]),
    )


@planter(0.25)
def tiktok(view: View) -> None:
    cookie = view.once("ttp", lambda r: token(r, 27))
    view.cookie("_ttp", cookie, identifier(cookie), days=390)
    event, pixel = uuid(view.rng), view.same("tiktok", lambda r: token(r, 20).upper())
    told = {
        "event": "ViewContent",
        "event_id": event,
        "timestamp": view.at.isoformat(),
        "context": {
            "pixel": {"code": pixel},
            "page": {"url": view.url},
            "library": {"name": "pixel.js"},
            "user": {
                "email": sha256(view.person.seeds["email"]),
                "phone_number": sha256(view.person.seeds["phone"]),
                "anonymous_id": cookie,
            },
        },
    }
    view.post(
        "https://analytics.tiktok.com/api/v2/pixel",
        told,
        identifier(cookie),
        seed("email"),
        seed("phone"),
        alike("request id", event),
        alike("public site id", pixel),
    )


@planter(0.2)
def hashed_elsewhere(view: View) -> None:
    """An identity company asked with an MD5 or SHA-1 of the address."""
    mail = view.person.seeds["email"]
    name, coded = view.same(
        "hashed",
        lambda r: r.choice(
            (("md5", hashlib.md5(mail.encode())), ("sha1", hashlib.sha1(mail.encode())))
        ),
    )
    envelope = view.once("envelope", lambda r: "A" + token(r, 60))
    if name == "sha1":
        view.ask(
            "https://api.rlcdn.com/api/identity/envelope",
            {
                "pid": view.same("rlcdn", lambda r: r.randint(100, 9999)),
                "it": "4",
                "iv": coded.hexdigest(),
            },
            seed("email"),
            identifier(envelope),
            body=json.dumps({"envelope": envelope}).encode(),
            kind="application/json",
        )
    else:
        view.ask(
            f"https://id.{view.site.tracker('identity')}/resolve",
            {"h": coded.hexdigest(), "t": "md5"},
            seed("email"),
            identifier(envelope),
            body=json.dumps({"uid": envelope}).encode(),
            kind="application/json",
        )


@planter(0.2)
def id5(view: View) -> None:
    who = view.once("id5", lambda r: "ID5*" + token(r, 60))
    pd = b64(urlencode({"1": sha256(view.person.seeds["email"])}))
    view.post(
        f"https://id5-sync.com/g/v2/{view.same('id5', lambda r: r.randint(10, 999))}.json",
        {"pd": pd, "rf": view.url, "tml": view.url, "v": "7.8.0"},
        seed("email"),
        identifier(who),
        body=json.dumps({"universal_uid": who, "link_type": 2, "cascade_needed": False}).encode(),
        kind="application/json",
    )


@planter(0.3)
def account(view: View) -> None:
    """The site's own account page: the person's data come back to them."""
    seeds = view.person.seeds
    told = {
        "account": {
            "fullName": seeds["name"],
            "email": seeds["email"],
            "address": {
                "street": seeds["street"],
                "city": view.once("city", lambda r: r.choice(view.site.speech["cities"])),
            },
            "birthDate": seeds["birthdate"],
            "newsletter": True,
        }
    }
    view.answer(
        f"https://{view.host}/api/account",
        told,
        *[seed(it) for it in ("name", "email", "street", "birthdate")],
        maybe("location", told["account"]["address"]["city"], also=("trait",)),
        maybe("trait", True),
    )


@planter(0.2)
def form(view: View) -> None:
    seeds = view.person.seeds
    sent = urlencode(
        {
            "_token": token(view.rng, 40),
            "name": seeds["name"],
            "email": seeds["email"],
            "phone": seeds["phone"],
            "topic": "newsletter",
        }
    )
    view.post(
        f"https://{view.host}/newsletter",
        sent,
        seed("name"),
        seed("email"),
        seed("phone"),
        sends="application/x-www-form-urlencoded",
        status=303,
    )


@planter(0.25)
def leaked_address(view: View) -> None:
    """The address of a page holds the mail address, and a third party is told the page."""
    mail = view.person.seeds["email"]
    page = f"https://{view.host}/welcome?{urlencode({'email': mail})}"
    view.ask(
        f"https://v.{view.site.tracker('leak')}/collect",
        {"t": "pv", "dl": page, "z": view.rng.randint(10**6, 10**9)},
        seed("email"),
    )


@planter(0.2)
def packed_contact(view: View) -> None:
    """A chat or survey widget is handed who the person is, coded twice."""
    seeds = view.person.seeds
    packed = b64(
        json.dumps(
            {"user": {"email": seeds["email"], "name": seeds["name"]}, "lang": view.site.lang}
        )
    )
    view.ask(
        f"https://widget.{view.site.tracker('widget')}/boot",
        {"ctx": quote(packed), "v": "3"},
        seed("email"),
        seed("name"),
        body=b"{}",
        kind="application/json",
    )


@planter(0.2)
def swapped(view: View) -> None:
    """An unknown partner's hash, in base64 of the raw digest inside JSON inside a query."""
    raw = base64.b64encode(hashlib.sha256(view.person.seeds["email"].encode()).digest()).decode()
    data = json.dumps({"ids": [{"type": "email_sha256", "id": raw}], "ts": view.millis})
    view.ask(
        f"https://match.{view.site.tracker('identity')}/v1",
        {"d": data},
        seed("email"),
        maybe("identifier", raw),
    )
