"""What a site says or is told of the person, in whatever it writes such things in.

`about` draws a profile with its facts; each planter is one carrier: JSON, GraphQL, page state,
dataLayer, data attributes, cookies, JWT, base64, an address in an address, protobuf, msgpack,
JSONP, server-sent events, multipart.
"""

import json
from dataclasses import dataclass
from html import escape
from urllib.parse import quote, urlencode

from tests.accuracy.sites.plants import planter
from tests.accuracy.sites.plants.cdp import a_trait, user_id
from tests.accuracy.sites.site import b64, b64url, hexed, token, uuid, words
from tests.accuracy.sites.truth import Mark, alike, fact, identifier, maybe
from tests.accuracy.sites.view import View


@dataclass(frozen=True)
class About:
    """A profile as one object, and what in it is about the person."""

    body: dict[str, object]
    marks: tuple[Mark, ...]


def about(view: View, where: str) -> About:
    """Two to four things said of the person, as one site names them."""
    labels = view.once(
        f"{where} labels", lambda r: r.sample(view.site.own["labels"][view.site.lang], 2)
    )
    tier, level = view.once(f"{where} tier", lambda r: r.choice(words()["shared"]["tiers"]))
    name, value = a_trait(view, where)
    interests = view.once(
        f"{where} interests", lambda r: r.sample(view.site.own["interests"][view.site.lang], 2)
    )
    points = view.once(f"{where} points", lambda r: r.randint(11, 97) / 100)
    every = [
        ((view.key("segment", where), labels), (fact("segment", *labels),)),
        ((tier, level), (fact("trait", level, also=("segment", "score")),)),
        ((name, value), (fact("trait", value),)),
        (
            (view.key("topic", where), interests),
            (fact("topic", *interests, also=("segment", "trait")),),
        ),
        ((view.key("score", where), points), (fact("score", points, also=("trait",)),)),
    ]
    drawn = view.same(f"{where} drawn", lambda r: r.sample(range(5), r.randint(2, 4)))
    body = dict(every[at][0] for at in drawn)
    return About(body, tuple(mark for at in drawn for mark in every[at][1]))


@planter(0.3)
def profile_answer(view: View) -> None:
    it = about(view, "json")
    told = {
        "user": {"id": user_id(view), **it.body},
        "cart": {"items": 0},
        "locale": view.site.speech["locale"],
    }
    view.answer(
        f"https://{view.host}/api/v1/me",
        told,
        identifier(user_id(view)),
        *it.marks,
        alike("locale", told["locale"]),
    )


@planter(0.25)
def graphql(view: View) -> None:
    it = about(view, "graphql")
    query = hexed(view.site.rng("graphql"), 64)
    asked = {
        "operationName": "Viewer",
        "variables": {},
        "extensions": {"persistedQuery": {"version": 1, "sha256Hash": query}},
    }
    told = {
        "data": {
            "viewer": {
                "__typename": "Customer",
                "id": b64(f"Customer:{user_id(view)}"),
                "profile": it.body,
            }
        }
    }
    view.post(
        f"https://{view.host}/graphql",
        asked,
        *it.marks,
        maybe("identifier", told["data"]["viewer"]["id"]),
        maybe("identifier", user_id(view)),
        alike("build hash", query),
        body=json.dumps(told, ensure_ascii=False).encode(),
        kind="application/json",
    )


@planter(0.3)
def next_state(view: View) -> None:
    it = about(view, "state")
    build = view.same("next", lambda r: token(r, 21))
    article = {
        "id": uuid(view.site.rng("article", view.title)),
        "tags": view.rng.sample(view.site.speech["tags"], 3),
        "headline": view.title,
    }
    state = {
        "props": {"pageProps": {"customer": it.body, "article": article}},
        "page": "/[slug]",
        "query": {},
        "buildId": build,
    }
    view.part(
        f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(state)}</script>',
        *it.marks,
        alike("build hash", build),
        alike("article tag", article["tags"][0]),
        alike("content id", article["id"]),
    )


@planter(0.35)
def data_layer(view: View) -> None:
    it = about(view, "layer")
    tags = view.rng.sample(view.site.speech["tags"], 2)
    pushed = {
        "event": "page_view",
        "page": {"type": "article", "tags": tags},
        "user": {"user_id": user_id(view), **it.body},
    }
    code = (
        "window.dataLayer = window.dataLayer || []; dataLayer.push("
        f"{json.dumps(pushed, ensure_ascii=False)});"
    )
    view.script(code, identifier(user_id(view)), *it.marks, alike("article tag", tags[0]))


@planter(0.2)
def digital_data(view: View) -> None:
    """The W3C customer experience digital data layer."""
    it = about(view, "w3c")
    who = user_id(view)
    state = {
        "pageInstanceID": f"home-{view.number}",
        "page": {"pageInfo": {"pageName": view.title, "language": view.site.lang}},
        "user": [{"profile": [{"profileInfo": {"profileID": who}, "attributes": it.body}]}],
        "version": "1.0",
    }
    view.script(f"var digitalData = {json.dumps(state)};", identifier(who), *it.marks)


@planter(0.25)
def attributes(view: View) -> None:
    label = view.once("attr", lambda r: r.choice(view.site.own["labels"][view.site.lang]))
    who = view.once("attr id", uuid)
    level = view.once("attr tier", lambda r: r.choice(("gold", "silver", "basic")))
    view.part(
        f'<div id="app" data-visitor-id="{who}" data-user-segment="{escape(label)}" data'
        f'-loyalty-tier="{level}" data-theme="dark" data-build="'
        f'{view.same("build", lambda r: hexed(r, 12))}"></div>',
        identifier(who),
        fact("segment", label, also=("trait",)),
        fact("trait", level, also=("segment", "score")),
        alike("setting", "dark"),
        alike("build hash", view.same("build", lambda r: hexed(r, 12))),
    )


@planter(0.25)
def cookie_json(view: View) -> None:
    it = about(view, "cookie")
    text = json.dumps(it.body, separators=(",", ":"), ensure_ascii=False)
    name, packed = (
        view.same("cookie name", lambda r: r.choice(("profile", "usr", "pers", "customer_info"))),
        view.same("packed", lambda r: r.random() < 0.5),
    )
    view.cookie(name, b64url(text) if packed else quote(text, safe=""), *it.marks, days=90)


@planter(0.2)
def jwt(view: View) -> None:
    """A token that the page hands to a partner's widget; its payload can be read by anyone."""
    it = about(view, "jwt")
    who = view.once("jwt", uuid)
    payload = {
        "sub": who,
        "iss": view.site.domain,
        "iat": view.millis // 1000,
        "exp": view.millis // 1000 + 3600,
        **it.body,
    }
    made = ".".join(
        (
            b64url('{"alg":"HS256","typ":"JWT"}'),
            b64url(json.dumps(payload)),
            b64url(view.rng.randbytes(32)),
        )
    )
    view.ask(
        f"https://chat.{view.site.tracker('chat')}/start",
        {"ctx": made},
        identifier(who),
        *it.marks,
        alike("timestamp", payload["iat"]),
        body=b"{}",
        kind="application/json",
    )


@planter(0.2)
def packed_query(view: View) -> None:
    it = about(view, "packed")
    who = view.once("packed", uuid)
    told = {"u": {view.key("identifier", "packed"): who, **it.body}, "ts": view.millis}
    view.ask(
        f"https://rec.{view.site.tracker('recs')}/boxes",
        {"q": b64(json.dumps(told)), "n": "4"},
        identifier(who),
        *it.marks,
        alike("timestamp", view.millis),
        body=b"[]",
        kind="application/json",
    )


@planter(0.2)
def address_in_address(view: View) -> None:
    who, label = (
        view.once("nested", uuid),
        view.once("nested label", lambda r: str(r.randint(10**5, 10**7))),
    )
    inner = (
        f"https://dmp.{view.site.tracker('dmp')}/m?{urlencode({'puid': who, 'segments': label})}"
    )
    view.ask(
        f"https://go.{view.site.tracker('nested')}/r",
        {"redir": inner, "i": view.rng.randint(1, 9)},
        identifier(who),
        fact("segment", label),
    )


@planter(0.15)
def hidden_input(view: View) -> None:
    it = about(view, "input")
    view.part(
        '<input type="hidden" id="user-profile" name="user_profile" value="'
        f'{escape(json.dumps(it.body, ensure_ascii=False))}">',
        *it.marks,
    )
