"""Made-up exchanges that carry known facts about a person, and look-alikes that are none."""

import base64
import json
import random
import string
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from urllib.parse import quote, urlencode

from companion.model import Exchange, Message, digest
from tests.builders import NOON, an_exchange

PARTIES = ("ads.example", "stats.example", "cdp.example", "push.example", "sync.example")
WORDS = ("garden", "sport", "travel", "cooking", "cinema", "cars", "fashion", "music", "science")
LETTERS = string.ascii_letters + string.digits


@dataclass(slots=True)
class Planted:
    """An exchange, the facts in it as (kind, value), and the values that are look-alikes."""

    exchange: Exchange
    facts: list[tuple[str, str]] = field(default_factory=list)
    lookalikes: list[tuple[str, str]] = field(default_factory=list)


def worlds(rng: random.Random, count: int) -> Iterator[Planted]:
    """Exchanges of every sort in turn."""
    sorts = (*FACTS, *LOOKALIKES)
    for number in range(count):
        yield sorts[number % len(sorts)](rng, number)


def opaque(rng: random.Random) -> str:
    """A value as systems that tell people apart make them."""
    return rng.choice(
        (
            lambda: _uuid(rng),
            lambda: f"{rng.getrandbits(128):032x}",
            lambda: f"{rng.getrandbits(64):016x}",
            lambda: "".join(rng.choices(LETTERS, k=rng.randint(16, 36))),
            lambda: f"{rng.randint(10**8, 10**10)}.{rng.randint(1_600_000_000, 1_790_000_000)}",
            lambda: str(rng.randint(10**15, 10**18)),
            lambda: base64.urlsafe_b64encode(rng.randbytes(18)).decode(),
        )
    )()


def _uuid(rng: random.Random) -> str:
    raw = f"{rng.getrandbits(128):032x}"
    return "-".join((raw[:8], raw[8:12], raw[12:16], raw[16:20], raw[20:]))


def _asked(rng: random.Random, number: int, query: dict[str, str], path: str = "/p") -> Exchange:
    host = f"{rng.choice(('px', 'api', 'collect'))}.{rng.choice(PARTIES)}"
    return an_exchange(
        f"https://{host}{path}?{urlencode(query)}",
        id=digest(number, host),
        seen_at=NOON + timedelta(minutes=number),
        received=(("content-type", "image/gif"),),
        body=b"GIF89a",
    )


def _sent(rng: random.Random, number: int, body: object) -> Exchange:
    raw = json.dumps(body).encode()
    request = Message(headers=(("content-type", "application/json"),), body=raw)
    return an_exchange(
        f"https://api.{rng.choice(PARTIES)}/v1/e",
        id=digest(number),
        method="POST",
        request=request,
        received=(),
        body=b"",
    )


def _answered(rng: random.Random, number: int, body: object, host: str = "") -> Exchange:
    where = host or f"api.{rng.choice(PARTIES)}"
    return an_exchange(
        f"https://{where}/v1/profile",
        id=digest(number),
        received=(("content-type", "application/json"),),
        body=json.dumps(body).encode(),
    )


def _page(rng: random.Random, number: int, state: object) -> Exchange:
    body = f"<html><title>x</title><script>window.__STATE__ = {json.dumps(state)};</script></html>"
    return an_exchange(f"https://news.example/{number}", id=digest(number), body=body.encode())


def _cookies(number: int, sent: str = "", given: str = "", host: str = "news.example") -> Exchange:
    return an_exchange(
        f"https://{host}/{number}",
        id=digest(number),
        sent=(("cookie", sent),) if sent else (),
        received=(("set-cookie", given),) if given else (),
    )


ID_NAMES = (
    "uid",
    "user_id",
    "visitorId",
    "deviceId",
    "anonymous_id",
    "partner_uid",
    "guid",
    "cuid",
)


def id_in_query(rng: random.Random, number: int) -> Planted:
    value = opaque(rng)
    noise = {"t": str(rng.getrandbits(40)), "dl": "https://news.example/a", "v": "2"}
    exchange = _asked(rng, number, noise | {rng.choice(ID_NAMES): value})
    return Planted(exchange, [("identifier", value)])


def id_in_set_cookie(rng: random.Random, number: int) -> Planted:
    value = opaque(rng)
    name = rng.choice((*ID_NAMES, "zx", "_k", "obk", "ptrk"))
    days = rng.choice((180, 365, 730))
    given = f"{name}={value}; Max-Age={days * 86_400}; Path=/"
    return Planted(_cookies(number, given=given, host=rng.choice(PARTIES)), [("identifier", value)])


def id_in_cookie(rng: random.Random, number: int) -> Planted:
    value = opaque(rng)
    sent = f"theme=dark; {rng.choice(ID_NAMES)}={value}; lang=en"
    return Planted(_cookies(number, sent=sent), [("identifier", value)])


def id_in_body(rng: random.Random, number: int) -> Planted:
    value = opaque(rng)
    name = rng.choice(("anonymousId", "userId", "visitor_id", "device_id", "distinct_id"))
    body = {"event": "view", "context": {"page": {"path": "/a"}}, name: value}
    return Planted(_sent(rng, number, body), [("identifier", value)])


def id_in_nested_value(rng: random.Random, number: int) -> Planted:
    value = opaque(rng)
    inner = json.dumps({"props": {"distinct_id": value, "os": "Linux"}})
    coded = base64.b64encode(inner.encode()).decode() if rng.random() < 0.5 else quote(inner)
    return Planted(_asked(rng, number, {"data": coded}), [("identifier", value)])


def id_in_redirect(rng: random.Random, number: int) -> Planted:
    value = opaque(rng)
    target = f"https://sync.example/match?partner=7&partner_uid={value}"
    exchange = an_exchange(
        f"https://ads.example/sync?{number}",
        id=digest(number),
        status=302,
        received=(("location", target),),
    )
    return Planted(exchange, [("identifier", value)])


def segments(rng: random.Random, number: int) -> Planted:
    labels = rng.sample(WORDS, 3)
    key = rng.choice(("segments", "audiences", "user_segments", "cohorts", "segmentIds"))
    body = {"user": {key: labels}} if rng.random() < 0.5 else {key: labels}
    made = _answered if rng.random() < 0.5 else _page
    return Planted(made(rng, number, body), [("segment", labels[0])])


def segments_in_query(rng: random.Random, number: int) -> Planted:
    labels = ",".join(str(rng.randint(1_000, 9_999_999)) for _ in range(4))
    key = rng.choice(("segments", "seg", "audience_ids", "kxsegs"))
    return Planted(_asked(rng, number, {key: labels}), [("segment", labels)])


def traits(rng: random.Random, number: int) -> Planted:
    name, value = rng.choice(
        (("gender", "f"), ("age_range", "25-34"), ("yob", "1984"), ("maritalStatus", "single"),
         ("householdIncome", "50-75k"), ("age", "34"))
    )  # fmt: skip
    if rng.random() < 0.4:
        return Planted(_asked(rng, number, {name: value}), [("trait", value)])
    return Planted(_sent(rng, number, {"user": {name: value}}), [("trait", value)])


def scores(rng: random.Random, number: int) -> Planted:
    value = f"0.{rng.randint(11, 99)}"
    key = rng.choice(("churn_risk", "purchasePropensity", "ltv", "intent_score", "propensity"))
    body = {"profile": {key: float(value)}}
    return Planted(_answered(rng, number, body), [("score", str(float(value)))])


def places(rng: random.Random, number: int) -> Planted:
    body = {"geo": {"city": "Oslo", "country": "NO"}, "ip": "203.0.113.7"}
    return Planted(
        _answered(rng, number, body), [("location", "Oslo"), ("location", "203.0.113.7")]
    )


def tests_of_variants(rng: random.Random, number: int) -> Planted:
    variant = rng.choice(("control", "B", "variant-2"))
    name = rng.choice(("checkout_button", "hero", "price_label"))
    body = rng.choice(
        (
            {"experiments": {name: variant}},
            {"experiments": [{"id": name, "variant": variant}]},
            {"abTests": [{"name": name, "bucket": variant}]},
        )
    )
    return Planted(_answered(rng, number, body), [("experiment", variant)])


def session_ids(rng: random.Random, number: int) -> Planted:
    name = rng.choice(("PHPSESSID", "JSESSIONID", "sessionid", "connect.sid", "sid", "session_id"))
    value = f"{rng.getrandbits(128):032x}"
    if rng.random() < 0.5:
        exchange = _cookies(number, given=f"{name}={value}; Path=/; HttpOnly")
    else:
        exchange = _asked(rng, number, {name: value})
    return Planted(exchange, lookalikes=[("session id", value)])


def forgery_tokens(rng: random.Random, number: int) -> Planted:
    value = "".join(rng.choices(LETTERS, k=40))
    name = rng.choice(("csrf_token", "XSRF-TOKEN", "authenticity_token", "nonce", "_csrf"))
    exchange = rng.choice(
        (
            lambda: _cookies(number, given=f"{name}={value}; Path=/"),
            lambda: _page(rng, number, {"security": {name: value}}),
            lambda: _sent(rng, number, {name: value, "comment": "hello"}),
        )
    )()
    return Planted(exchange, lookalikes=[("anti-forgery value", value)])


def moments(rng: random.Random, number: int) -> Planted:
    value = str(rng.choice((rng.randint(10**9, 2 * 10**9), rng.randint(10**12, 2 * 10**12))))
    name = rng.choice(("ts", "visitor_since", "last_visit", "uid_created", "t"))
    if rng.random() < 0.5:
        exchange = _cookies(number, given=f"{name}={value}; Max-Age=31536000")
    else:
        exchange = _asked(rng, number, {name: value})
    return Planted(exchange, lookalikes=[("timestamp", value)])


def builds(rng: random.Random, number: int) -> Planted:
    value = f"{rng.getrandbits(160):040x}"[: rng.choice((16, 20, 32, 40))]
    name = rng.choice(("v", "hash", "build", "rev", "version", "h"))
    exchange = rng.choice(
        (
            lambda: an_exchange(
                f"https://cdn.example/app.js?{name}={value}",
                id=digest(number),
                received=(("content-type", "text/javascript"),),
            ),
            lambda: _page(rng, number, {"buildId": value, "assets": {"main": f"/a.{value}.js"}}),
            lambda: an_exchange(
                f"https://cdn.example/{value}/main.css", id=digest(number), received=()
            ),
        )
    )()
    return Planted(exchange, lookalikes=[("build hash", value)])


def locales(rng: random.Random, number: int) -> Planted:
    value = rng.choice(("en-US", "de_DE", "fr-FR,fr;q=0.9", "EUR", "Europe/Berlin", "1920x1080"))
    name = rng.choice(("lang", "locale", "currency", "tz", "visitor_locale", "sr"))
    return Planted(_asked(rng, number, {name: value}), lookalikes=[("setting", value)])


def busters(rng: random.Random, number: int) -> Planted:
    value = rng.choice((str(rng.getrandbits(60)), f"{rng.getrandbits(64):x}", str(rng.random())))
    name = rng.choice(("cb", "rnd", "ord", "cachebuster", "_", "random"))
    return Planted(_asked(rng, number, {name: value}), lookalikes=[("cache buster", value)])


def balancers(rng: random.Random, number: int) -> Planted:
    value = "".join(rng.choices(LETTERS, k=40))
    name = rng.choice(("AWSALB", "AWSALBCORS", "BIGipServerweb", "NSC_abc", "ARRAffinity", "GCLB"))
    given = f"{name}={value}; Max-Age=604800; Path=/"
    return Planted(_cookies(number, given=given), lookalikes=[("load balancer", value)])


def site_ids(rng: random.Random, number: int) -> Planted:
    value = f"{rng.getrandbits(128):032x}"
    name = rng.choice(("siteId", "publisher_id", "accountId", "tid", "pixel_id", "write_key"))
    exchange = rng.choice(
        (
            lambda: _asked(rng, number, {name: value}),
            lambda: _page(rng, number, {"analytics": {name: value}}),
            lambda: _sent(rng, number, {name: value, "event": "view"}),
        )
    )()
    return Planted(exchange, lookalikes=[("public id of a site", value)])


def article_tags(rng: random.Random, number: int) -> Planted:
    tags = rng.sample(WORDS, 3)
    article = {"id": _uuid(rng), "tags": tags, "topics": tags, "section": tags[0]}
    body = rng.choice(
        ({"article": article}, {"page": {"content": article}}, {"articles": [article]})
    )
    made = rng.choice((_page, lambda r, n, b: _answered(r, n, b, "api.news.example")))
    return Planted(
        made(rng, number, body),
        lookalikes=[("article tag", tags[0]), ("article id", article["id"])],
    )


def products(rng: random.Random, number: int) -> Planted:
    product = {
        "id": f"{rng.getrandbits(64):x}",
        "gender": "female",
        "ageGroup": "adult",
        "score": 0.87,
        "variant": "XL",
        "rating": 4.5,
        "uuid": _uuid(rng),
    }
    body = {"products": [product, product | {"id": "b"}]}
    told = [("product", str(product[key])) for key in ("id", "gender", "score", "variant", "uuid")]
    return Planted(_answered(rng, number, body, "api.shop.example"), lookalikes=told)


def settings(rng: random.Random, number: int) -> Planted:
    sent = "theme=dark; font_size=large; currency=EUR; view=grid; cookie_notice=seen"
    facts = [("setting", "dark"), ("setting", "large"), ("setting", "grid")]
    if rng.random() < 0.5:
        return Planted(_cookies(number, sent=sent), lookalikes=facts)
    body = {"settings": {"theme": "dark", "fontSize": "large", "view": "grid"}}
    return Planted(_page(rng, number, body), lookalikes=facts)


def switches(rng: random.Random, number: int) -> Planted:
    body = {"featureFlags": {"newMenu": True, "darkMode": False}, "features": {"search": "enabled"}}
    told = [("feature switch", "true"), ("feature switch", "enabled")]
    return Planted(_page(rng, number, body), lookalikes=told)


def requests(rng: random.Random, number: int) -> Planted:
    value = _uuid(rng)
    name = rng.choice(("request_id", "traceId", "eventId", "impression_id", "transaction_id"))
    made = (lambda: _asked(rng, number, {name: value}), lambda: _sent(rng, number, {name: value}))
    return Planted(rng.choice(made)(), lookalikes=[("number of a request", value)])


type Maker = Callable[[random.Random, int], Planted]

FACTS: tuple[Maker, ...] = (
    id_in_query, id_in_set_cookie, id_in_cookie, id_in_body, id_in_nested_value, id_in_redirect,
    segments, segments_in_query, traits, scores, places, tests_of_variants,
)  # fmt: skip
LOOKALIKES: tuple[Maker, ...] = (
    session_ids, forgery_tokens, moments, builds, locales, busters, balancers, site_ids,
    article_tags, products, settings, switches, requests,
)  # fmt: skip
