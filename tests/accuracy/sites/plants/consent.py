"""What the person chose in a consent banner, and how it travels.

IAB TCF v2 consent string format, IAB GPP and US Privacy strings, Google consent mode, Global
Privacy Control, OneTrust, Cookiebot, Didomi and Usercentrics: public documents, 2026-11.
"""

import base64
import json
from random import Random
from urllib.parse import quote

from tests.accuracy.sites.plants import planter
from tests.accuracy.sites.site import b64, uuid
from tests.accuracy.sites.truth import fact, maybe
from tests.accuracy.sites.view import View


def tc_string(rng: Random) -> str:
    """The core segment of a TC string, field by field as in the IAB's table."""
    decis = rng.randint(17_400_000_000, 17_600_000_000)
    vendors = rng.randint(12, 40)
    fields = [
        (2, 6),
        (decis, 36),
        (decis, 36),
        (rng.randint(2, 400), 12),
        (1, 12),
        (0, 6),
        (4, 6),
        (13, 6),
        (rng.randint(100, 200), 12),
        (5, 6),
        (1, 1),
        (0, 1),
        (rng.getrandbits(2), 12),
        (rng.getrandbits(24), 24),
        (rng.getrandbits(24), 24),
        (0, 1),
        (4, 6),
        (13, 6),
        (vendors, 16),
        (0, 1),
        (rng.getrandbits(vendors), vendors),
        (vendors, 16),
        (0, 1),
        (rng.getrandbits(vendors), vendors),
        (0, 12),
    ]
    bits = "".join(f"{value:0{width}b}" for value, width in fields)
    bits += "0" * (-len(bits) % 8)
    raw = bytes(int(bits[at : at + 8], 2) for at in range(0, len(bits), 8))
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


@planter(0.45)
def tcf(view: View) -> None:
    string = view.once("tcf", tc_string)
    view.cookie("euconsent-v2", string, fact("consent", string), days=365)
    query = {
        "gdpr": "1",
        "gdpr_consent": string,
        "pid": view.same("tcf", lambda r: r.randint(100, 9999)),
        "us_privacy": "1---",
    }
    view.ask(
        f"https://sync.{view.site.tracker('consent')}/px",
        query,
        fact("consent", string),
        maybe("consent", "1"),
        fact("consent", "1---"),
    )


@planter(0.2)
def gpp(view: View) -> None:
    string = f"DBABMA~{view.once('gpp', tc_string)}"
    view.ask(
        f"https://cm.{view.site.tracker('consent')}/match",
        {"gpp": string, "gpp_sid": "2", "r": view.rng.randint(1, 99)},
        fact("consent", string),
        maybe("consent", "2"),
    )


@planter(0.25)
def us_privacy(view: View) -> None:
    string = view.once("usp", lambda r: r.choice(("1YNN", "1YYN", "1YNY")))
    view.cookie("usprivacy", string, fact("consent", string), days=365)
    view.ask(
        f"https://ad.{view.site.tracker('exchange')}/imp",
        {"us_privacy": string, "w": "728", "h": "90"},
        fact("consent", string),
    )


@planter(0.25)
def consent_mode(view: View) -> None:
    state = view.once("gcs", lambda r: r.choice(("G100", "G110", "G111")))
    detail = view.once("gcd", lambda r: r.choice(("13l3l3l3l5l1", "13r3r3r3r5l1", "13p3p3p3p5l1")))
    view.ask(
        "https://www.google.com/ccm/collect",
        {
            "en": "page_view",
            "dl": view.url,
            "gcs": state,
            "gcd": detail,
            "rnd": view.rng.randint(10**6, 10**9),
        },
        fact("consent", state),
        fact("consent", detail),
        method="POST",
        sending=b"",
        body=b"",
        kind="text/plain",
    )


@planter(0.2)
def gpc(view: View) -> None:
    view.fetch(
        f"https://{view.host}/api/menu",
        fact("consent", "1"),
        headers=[("sec-gpc", "1")],
        body=b'{"items":["a","b"]}',
        kind="application/json",
    )


@planter(0.3)
def one_trust(view: View) -> None:
    who = view.once("onetrust", uuid)
    groups = view.once(
        "onetrust groups", lambda r: ",".join(f"C000{n}:{r.randint(0, 1)}" for n in range(1, 5))
    )
    value = (
        f"isGpcEnabled=0&datestamp={quote('Tue Nov 03 2026 09:12:04 GMT+0100')}&version=2025"
        f"10.1.0&browserGpcFlag=0&isIABGlobal=false&hosts=&consentId={who}&interactionCount="
        f"1&landingPath=NotLandingPage&groups={quote(groups)}&AwaitingReconsent=false"
    )
    view.cookie(
        "OptanonConsent",
        value,
        fact("consent", groups, known_as=(value, quote(groups))),
        maybe("identifier", who),
        days=365,
    )


@planter(0.2)
def cookiebot(view: View) -> None:
    stamp = view.once("cookiebot", lambda r: b64(r.randbytes(33)))
    marketing = view.once("cookiebot m", lambda r: r.choice(("true", "false")))
    value = (
        f"{{stamp:'{stamp}',necessary:true,preferences:true,statistics:true,marketing:"
        f"{marketing},method:'explicit',ver:1,utc:1762157524000,region:'de'}}"
    )
    view.cookie(
        "CookieConsent",
        quote(value, safe=""),
        fact("consent", value, known_as=(quote(value, safe=""), marketing)),
        maybe("identifier", stamp),
        maybe("location", "de"),
        days=365,
    )


@planter(0.2)
def didomi(view: View) -> None:
    who = view.once("didomi", uuid)
    value = b64(
        json.dumps(
            {
                "user_id": who,
                "created": "2026-11-03T08:12:04.120Z",
                "updated": "2026-11-03T08:12:09.001Z",
                "vendors": {"enabled": ["google", "c:example"]},
                "purposes": {"enabled": ["cookies", "select_basic_ads"]},
                "version": 2,
            }
        )
    )
    view.cookie(
        "didomi_token",
        value,
        fact("consent", value, known_as=("google", "cookies", "select_basic_ads")),
        maybe("identifier", who),
        days=365,
    )


@planter(0.25)
def own_banner(view: View) -> None:
    """A banner that the site made itself."""
    choice = view.once(
        "banner",
        lambda r: {"necessary": True, "analytics": r.random() < 0.5, "marketing": r.random() < 0.5},
    )
    name = view.same(
        "banner",
        lambda r: r.choice(
            ("cookie_consent", "consent_preferences", "cookieConsent", "gdpr_consent")
        ),
    )
    text = json.dumps(choice, separators=(",", ":"))
    view.cookie(
        name, quote(text), fact("consent", text, known_as=(quote(text), "true", "false")), days=180
    )
