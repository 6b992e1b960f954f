# ruff: noqa: E501 - markup and rows stand as sites write them
"""What a page's script fetches and puts in place: fragments, streams, flights, partial pages."""

import json
from html import escape

from tests.accuracy.firstcontact.kit import (
    FEED,
    HARDLY,
    LISTING,
    RECOMMENDED,
    SEARCH,
    TOLD,
    UNTOLD,
    Answer,
    Say,
    answer,
    json_answer,
    page,
    planted,
    posted,
    shape,
    slug,
)


@shape("es")
def wire_component_update(say: Say) -> Answer:
    titles, prices = say.titles("home", 9), say.prices("it", 9)
    urls = [f"https://casaclara.example/piso/{slug(t)}" for t in titles]
    cards = "".join(
        f'<div wire:key="p-{i}" class="rounded-xl border"><a href="{u}" wire:navigate><img src="/f/{i}.webp" alt=""><h3 class="font-semibold">{escape(t)}</h3></a><p class="text-xl">{p.text}</p><button wire:click="favorito({i})">♡</button></div>'
        for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True))
    )
    html = f'<div wire:id="{say.token(20)}"><p>248 pisos</p><div class="grid grid-cols-3">{cards}</div></div>'
    snapshot = {
        "data": {"ciudad": "Vigo", "orden": "precio", "paginators": [{"page": 1}, {"s": "arr"}]},
        "memo": {"id": say.token(20), "name": "buscador-pisos", "path": "pisos", "method": "GET"},
        "checksum": say.token(64),
    }
    value = {
        "components": [
            {"snapshot": json.dumps(snapshot), "effects": {"returns": [None], "html": html}}
        ],
        "assets": [],
    }
    truth = planted(
        titles,
        LISTING | SEARCH | {"other"},
        HARDLY,
        urls=urls,
        prices=[p.amount for p in prices],
    )
    request = posted({"_token": say.token(40), "components": [{"calls": [], "updates": {}}]})
    return json_answer(
        "https://casaclara.example/livewire/update",
        value,
        truth,
        page="https://casaclara.example/pisos",
        **request,
    )


@shape("en")
def stream_append(say: Say) -> Answer:
    titles = say.titles("thread", 7)
    urls = [f"/posts/{say.number()}" for _ in titles]
    cards = "".join(
        f'<article id="post_{i}" class="post" data-controller="post"><header><a href="/members/{slug(n)}">{n}</a> <time datetime="{say.when()}">2h</time></header><h3><a href="{u}" data-turbo-frame="_top">{escape(t)}</a></h3><p>{say.line()}</p><form action="{u}/like" method="post"><button>Like</button></form></article>'
        for i, (t, u, n) in enumerate(zip(titles, urls, say.every("names")[:7], strict=True))
    )
    body = f'<turbo-stream action="append" target="feed"><template>{cards}</template></turbo-stream><turbo-stream action="replace" target="pager"><template><a id="pager" href="/feed?page=3" data-turbo-stream>More</a></template></turbo-stream>'
    return answer(
        "https://shedtalk.example/feed?page=2",
        "text/vnd.turbo-stream.html; charset=utf-8",
        body,
        planted(titles, FEED | LISTING, HARDLY, urls=urls),
        page="https://shedtalk.example/feed",
    )


@shape("de")
def live_stream_container(say: Say) -> Answer:
    titles, prices, head = say.titles("ware", 10), say.prices("de", 10), "Neu im Marktplatz"
    urls = [f"/angebote/{say.number()}" for _ in titles]
    rows = "".join(
        f'<div id="offers-{i}" phx-click="[[&quot;navigate&quot;,{{&quot;href&quot;:&quot;{u}&quot;}}]]"><a data-phx-link="redirect" data-phx-link-state="push" href="{u}"><h3>{escape(t)}</h3></a><span>{p.text}</span><small>{n}, vor 3 Std.</small></div>'
        for i, (t, u, p, n) in enumerate(
            zip(titles, urls, prices, (say.every("names") * 2)[:10], strict=True)
        )
    )
    body = f'<div data-phx-main data-phx-session="{say.token(60)}" data-phx-static="{say.token(30)}" id="phx-{say.token(8)}"><h2>{head}</h2><div id="offers" phx-update="stream" phx-viewport-bottom="more">{rows}</div></div>'
    truth = planted(
        titles,
        FEED | LISTING,
        UNTOLD,
        heading=head,
        urls=urls,
        prices=[p.amount for p in prices],
    )
    return page("https://kleinmarkt.example/angebote", body, truth, say=say)


@shape("fr")
def revealed_rows(say: Say) -> Answer:
    titles = say.titles("book", 10)
    urls = [f"/catalogue/notice/{say.number()}" for _ in titles]
    rows = "".join(
        f'<tr{more}><td><input type="checkbox" name="id" value="{i}"></td><td><a href="{u}">{escape(t)}</a></td><td>{n}</td><td>{1990 + i}</td><td><span class="dispo">Disponible</span></td></tr>'
        for i, (t, u, n, more) in enumerate(
            zip(
                titles,
                urls,
                (say.every("names") * 2)[:10],
                [""] * 9 + [' hx-get="/catalogue?page=3" hx-trigger="revealed" hx-swap="afterend"'],
                strict=True,
            )
        )
    )
    return answer(
        "https://mediatheque.example/catalogue?page=2",
        "text/html; charset=utf-8",
        rows,
        planted(titles, LISTING | {"other"}, HARDLY, urls=urls),
        page="https://mediatheque.example/catalogue",
        sent=(("hx-request", "true"),),
    )


@shape("en")
def flight_navigation(say: Say) -> Answer:
    titles, more = say.titles("headline", 6), say.titles("brief", 5)
    urls = [f"/2026/11/{slug(t)}" for t in titles]
    links = [f"/2026/11/{slug(t)}" for t in more]
    head, most = "More on this", "Most viewed"
    cards = [
        ["$", "li", u, {"children": ["$", "$L7", None, {"href": u, "className": "card", "children": [["$", "h3", None, {"children": t}], ["$", "p", None, {"children": say.line()}]]}]}]
        for t, u in zip(titles, urls, strict=True)
    ]  # fmt: skip
    ranking = [
        {"id": say.token(6), "headline": t, "url": u, "image": None}
        for t, u in zip(more, links, strict=True)
    ]
    tree = ["$", "aside", None, {"children": [["$", "h2", None, {"children": head}], ["$", "ul", None, {"children": cards}], ["$", "$L9", None, {"title": most, "items": ranking}]]}]  # fmt: skip
    body = "\n".join(
        (
            '1:"$Sreact.fragment"',
            '7:I["83042",["8304","static/chunks/8304-a1.js"],"Link"]',
            '9:I["5511",["5511","static/chunks/5511-b2.js"],"Ranking"]',
            f"0:{json.dumps({'b': say.token(20), 'f': [['children', 'story', '$L5', None]], 'S': False})}",
            f"5:{json.dumps(tree, ensure_ascii=False)}",
            "",
        )
    )
    return answer(
        "https://thequay.example/2026/11/this?_rsc=1x2y3",
        "text/x-component",
        body,
        planted(titles, RECOMMENDED, UNTOLD, heading=head, urls=urls),
        planted(more, FEED, UNTOLD, heading=most, urls=links),
        page="https://thequay.example/2026/11/this",
    )


@shape("fr")
def inertia_visit(say: Say) -> Answer:
    titles, mine = say.titles("gig", 10), say.titles("media", 5)
    urls = [f"https://billets-ouest.example/evenements/{slug(t)}" for t in titles]
    rows = [
        {"id": say.number(), "titre": t, "lien": u, "date": say.when(), "ville": "Brest"}
        for t, u in zip(titles, urls, strict=True)
    ]
    value = {
        "component": "Evenements/Index",
        "props": {
            "errors": {},
            "auth": {"user": {"name": "Camille", "favoris": [1, 2]}},
            "evenements": {
                "data": rows,
                "links": [{"url": f"/evenements?page={i}", "label": str(i), "active": i == 1} for i in range(1, 9)],
                "per_page": 10,
                "total": 248,
            },
            "pourVous": [{"id": i, "titre": t} for i, t in enumerate(mine)],
        },
        "url": "/evenements",
        "version": say.token(32),
    }  # fmt: skip
    return json_answer(
        "https://billets-ouest.example/evenements",
        value,
        planted(titles, LISTING | FEED | {"other"}, HARDLY, urls=urls),
        planted(mine, RECOMMENDED, frozenset({True, None})),
        sent=(("x-inertia", "true"), ("x-requested-with", "XMLHttpRequest")),
    )


@shape("de")
def unpoly_layer_list(say: Say) -> Answer:
    titles, head = say.titles("gear", 6), say.one("foryou")
    urls = [f"/artikel/{slug(t)}" for t in titles]
    rows = "".join(
        f'<a class="tile" href="{u}" up-follow up-preload><figure><img src="/b/{i}.avif" alt=""><figcaption>{escape(t)}</figcaption></figure></a>'
        for i, (t, u) in enumerate(zip(titles, urls, strict=True))
    )
    return answer(
        "https://werkzeugkiste.example/fragmente/vorschlaege",
        "text/html; charset=utf-8",
        f'<section class="vorschlaege" up-hungry><header><h2>{head}</h2><button>Ausblenden</button></header><div class="tiles">{rows}</div></section>',
        planted(titles, RECOMMENDED, TOLD, heading=head, urls=urls),
        page="https://werkzeugkiste.example/",
        sent=(("x-up-version", "3.9.0"),),
    )
