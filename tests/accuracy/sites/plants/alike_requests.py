"""Values of sessions, security, delivery and builds that only look like identifiers."""

import json

from tests.accuracy.sites.plants import planter
from tests.accuracy.sites.site import b64, b64url, hexed, token, uuid
from tests.accuracy.sites.truth import alike
from tests.accuracy.sites.view import View


@planter(0.5)
def session_cookie(view: View) -> None:
    name = view.same(
        "session",
        lambda r: r.choice(
            (
                "PHPSESSID",
                "JSESSIONID",
                "sessionid",
                "connect.sid",
                "ASP.NET_SessionId",
                "laravel_session",
            )
        ),
    )
    value = view.once("session", lambda r: token(r, 32))
    view.cookie(name, value, alike("session id", value))


@planter(0.45)
def forgery(view: View) -> None:
    value = token(view.rng, 40)
    name = view.same(
        "forgery",
        lambda r: r.choice(("csrf_token", "authenticity_token", "csrfmiddlewaretoken", "_csrf")),
    )
    view.part(
        f'<form><input type="hidden" name="{name}" value="{value}"></form><meta name="cs'
        f'rf-token" content="{value}">',
        alike("anti-forgery", value),
    )
    view.post(
        f"https://{view.host}/api/vote",
        {"poll": 41, "choice": 2, name: value},
        alike("anti-forgery", value),
        body=b"{}",
        kind="application/json",
        headers=[("x-csrf-token", value)],
    )


@planter(0.4)
def balancer(view: View) -> None:
    name = view.same(
        "balancer",
        lambda r: r.choice(
            (
                "AWSALB",
                "AWSALBCORS",
                "BIGipServerpool_web",
                "NSC_wjq",
                "ARRAffinity",
                "GCLB",
                "SERVERID",
            )
        ),
    )
    value = view.once("balancer", lambda r: token(r, 44))
    view.cookie(name, value, alike("load balancer", value), days=7)


@planter(0.3)
def bot_guard(view: View) -> None:
    value = view.once("bot", lambda r: f"{token(r, 43)}-1762157524-1.0.1.1-{token(r, 60)}")
    view.cookie("__cf_bm", value, alike("bot protection", value))
    ray = hexed(view.rng, 16)
    view.fetch(
        f"https://{view.host}/cdn-cgi/rum",
        alike("request id", ray),
        gives=[("cf-ray", f"{ray}-FRA")],
        body=b"",
        kind="text/plain",
        status=204,
    )


@planter(0.35)
def errors(view: View) -> None:
    """Error reports: a public key, a trace, a release."""
    key, trace, span, release = (
        view.same("sentry", hexed),
        hexed(view.rng),
        hexed(view.rng, 16),
        view.same("release", lambda r: hexed(r, 40)),
    )
    told = (
        json.dumps(
            {
                "event_id": hexed(view.rng),
                "sent_at": view.at.isoformat(),
                "trace": {"trace_id": trace, "public_key": key, "release": release},
            }
        )
        + '\n{"type":"transaction"}\n{"spans":[]}'
    )
    view.post(
        f"https://o4{view.same('org', lambda r: r.randint(10**5, 10**6))}.ingest.sentry."
        f"io/api/45/envelope/?sentry_key={key}&sentry_version=7",
        told,
        alike("public site id", key),
        alike("request id", trace),
        alike("build hash", release),
        sends="text/plain",
        headers=[("sentry-trace", f"{trace}-{span}-1")],
        body=b"{}",
    )


@planter(0.4)
def performance(view: View) -> None:
    beacon = str(view.rng.randint(10**9, 10**12))
    query = {
        "lcp": "1841",
        "fcp": "902",
        "cls": "0.02",
        "ttfb": "231",
        "ts": view.millis,
        "r": beacon,
        "conn": "4g",
        "vp": "1280x720",
        "tz": "Europe/Berlin",
        "build": view.same("build", lambda r: hexed(r, 20)),
    }
    view.ask(
        f"https://rum.{view.site.tracker('rum')}/b",
        query,
        alike("timestamp", view.millis),
        alike("cache buster", beacon),
        alike("build hash", query["build"]),
        alike("locale", "Europe/Berlin"),
        alike("screen", "1280x720"),
    )


@planter(0.4)
def images(view: View) -> None:
    digest = hexed(view.site.rng("image", view.title), 40)
    tag = hexed(view.site.rng("etag", view.title), 32)
    view.fetch(
        f"https://cdn.{view.site.domain}/media/{digest}/hero.jpg?w=640&sig="
        f"{b64url(view.site.rng('sig', view.title).randbytes(24))}",
        alike("image digest", digest),
        alike("content version", tag),
        alike("image digest", b64url(view.site.rng("sig", view.title).randbytes(24))),
        gives=[("etag", f'"{tag}"'), ("cache-control", "public, max-age=86400")],
        kind="image/jpeg",
        body=b"\xff\xd8\xff\xe0jpeg",
    )


@planter(0.35)
def library(view: View) -> None:
    build, tag = hexed(view.site.rng("lib"), 20), f'W/"{hexed(view.site.rng("lib etag"), 12)}"'
    view.fetch(
        f"https://static.{view.site.tracker('library')}/tag/{build}/loader.js?v="
        f"{build[:8]}&id={view.same('lib', lambda r: hexed(r, 16))}",
        alike("build hash", build),
        alike("content version", tag),
        alike("public site id", view.same("lib", lambda r: hexed(r, 16))),
        gives=[("etag", tag)],
        body=b"!function(){}();",
        kind="application/javascript",
    )


@planter(0.3)
def fonts(view: View) -> None:
    name = token(view.site.rng("font"), 44)
    view.fetch(
        f"https://fonts.gstatic.com/s/inter/v18/{name}.woff2",
        alike("image digest", name),
        kind="font/woff2",
        body=b"wOF2",
    )


@planter(0.3)
def captcha(view: View) -> None:
    key, session = view.same("captcha", lambda r: "6L" + token(r, 38)), token(view.rng, 90)
    view.ask(
        "https://www.google.com/recaptcha/api2/anchor",
        {
            "ar": "1",
            "k": key,
            "hl": view.site.lang,
            "v": view.same("captcha v", lambda r: token(r, 24)),
            "cb": token(view.rng, 12).lower(),
        },
        alike("public site id", key),
        kind="text/html",
        body=f'<input type="hidden" id="recaptcha-token" value="{session}">'.encode(),
    )


@planter(0.3)
def video(view: View) -> None:
    key, sig = hexed(view.site.rng("video", view.title), 24), hexed(view.rng, 64)
    view.fetch(
        f"https://vod.{view.site.domain}/{key}/master.m3u8?exp="
        f"{view.millis // 1000 + 3600}&sig={sig}",
        alike("content id", key),
        alike("anti-forgery", sig),
        kind="application/vnd.apple.mpegurl",
        body=b"#EXTM3U\n#EXT-X-VERSION:3\n",
    )


@planter(0.3)
def cart(view: View) -> None:
    line, order = uuid(view.rng), f"W{view.rng.randint(10**7, 10**8)}"
    told = {
        "cart": {
            "currency": view.site.speech["currency"],
            "lines": [{"lineId": line, "sku": "A-1029", "qty": 1, "price": "19.90"}],
            "orderNumber": order,
            "coupon": None,
        }
    }
    view.answer(
        f"https://{view.host}/api/cart",
        told,
        alike("content id", line),
        alike("order number", order),
        alike("sku", "A-1029"),
        alike("currency", told["cart"]["currency"]),
    )


@planter(0.35)
def traced(view: View) -> None:
    request, cursor = uuid(view.rng), b64(json.dumps({"offset": 20, "id": view.number}))
    view.fetch(
        f"https://{view.host}/api/feed?cursor="
        f"{b64url(json.dumps({'offset': 20, 'id': view.number}))}",
        alike("request id", request),
        alike("cursor", cursor.rstrip("=")),
        headers=[
            ("x-request-id", request),
            ("traceparent", f"00-{hexed(view.rng)}-{hexed(view.rng, 16)}-01"),
        ],
        body=json.dumps({"items": [], "next": cursor}).encode(),
        kind="application/json",
    )


@planter(0.3)
def tag_loader(view: View) -> None:
    key = view.same("gtm", lambda r: "GTM-" + token(r, 7).upper())
    view.fetch(
        f"https://www.googletagmanager.com/gtm.js?id={key}",
        alike("public site id", key),
        body=b'var data={"resource":{"version":"41","macros":[],"tags":[]}};',
        kind="application/javascript",
    )


@planter(0.3)
def push_key(view: View) -> None:
    key = view.same("vapid", lambda r: b64url(r.randbytes(65)))
    app = view.same("push", uuid)
    told = {"vapidPublicKey": key, "appId": app, "clientVersion": "16.0.8"}
    view.script(
        f"window.__PUSH__={json.dumps(told)};",
        alike("public site id", key),
        alike("public site id", app),
    )
