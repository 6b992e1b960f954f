# ruff: noqa: E501 - markup and rows stand as sites write them
"""Page data as frameworks serialise it: devalue tables, turbo streams, islands, caches."""

import base64
import json
from html import escape

from tests.accuracy.firstcontact.batch_6.serial import devalued, island_props, streamed
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
    shape,
    slug,
)


@shape("fr")
def nuxt_table_below_front(say: Say) -> Answer:
    front, more = say.titles("headline", 8), say.titles("brief", 6)
    urls = [f"/article/{slug(t)}-{say.number()}" for t in front]
    links = [f"/article/{slug(t)}-{say.number()}" for t in more]
    head, mine = "À la une", say.one("tailored")

    def stories(titles: list[str], paths: list[str]) -> list[dict]:
        return [
            {"id": say.number(), "title": t, "path": u, "kicker": "Région", "date": say.when()}
            for t, u in zip(titles, paths, strict=True)
        ]

    state = {
        "data": (
            "ShallowReactive",
            {
                "front": {"label": head, "stories": stories(front, urls)},
                "lazy-reco": {"label": mine, "stories": stories(more, links)},
            },
        ),
        "state": ("Reactive", {"$slang": "fr", "$suser": {"plan": "abonne"}}),
        "once": ("Set", []),
        "serverRendered": True,
        "path": "/",
    }
    cards = "".join(
        f'<article class="card"><a href="{u}"><h2>{escape(t)}</h2></a><p>{say.line()}</p></article>'
        for t, u in zip(front, urls, strict=True)
    )
    table = json.dumps(devalued(("ShallowReactive", state)), ensure_ascii=False).replace(
        "<", "\\u003C"
    )
    body = f'<div id="__nuxt"><section><h1>{head}</h1>{cards}</section><div id="reco" class="skeleton"></div></div><script type="application/json" data-nuxt-data="nuxt-app" data-ssr="true" id="__NUXT_DATA__">{table}</script>'
    return page(
        "https://lecourrier.example/",
        body,
        planted(front, FEED, UNTOLD, heading=head, urls=urls),
        planted(more, RECOMMENDED, TOLD, heading=mine, urls=links),
        say=say,
    )


@shape("en")
def router_data_request(say: Say) -> Answer:
    titles = say.titles("job", 12)
    urls = [f"/jobs/{say.number()}-{slug(t)}" for t in titles]
    rows = [
        {"id": say.token(8), "title": t, "href": u, "company": say.one("names"), "remote": True}
        for t, u in zip(titles, urls, strict=True)
    ]
    value = {
        "root": {"data": {"user": None, "locale": "en-GB", "flags": ["new-header", "map"]}},
        "routes/jobs": {
            "data": {
                "query": "analyst",
                "results": rows,
                "facets": [{"name": n, "count": say.number(1, 90)} for n in ("Remote", "Hybrid")],
                "total": 248,
            }
        },
    }
    return answer(
        "https://hireloft.example/jobs.data?q=analyst&page=1",
        "text/x-script; charset=utf-8",
        json.dumps(streamed(value), ensure_ascii=False) + "\n",
        planted(titles, SEARCH, HARDLY, urls=urls),
        page="https://hireloft.example/jobs?q=analyst",
    )


@shape("de")
def kit_data_nodes(say: Say) -> Answer:
    titles = say.titles("dish", 9)
    recipes = [
        {"slug": slug(t), "name": t, "minutes": say.number(10, 90), "rating": 4.5} for t in titles
    ]
    node = {"category": "Vegetarisch", "recipes": recipes, "page": 1, "pages": 12}
    value = {
        "type": "data",
        "nodes": [
            {"type": "skip"},
            {"type": "data", "data": devalued(node), "uses": {"params": ["category"]}},
        ],
    }
    return json_answer(
        "https://kuechenheft.example/rezepte/vegetarisch/__data.json?x-sveltekit-invalidated=01",
        value,
        planted(titles, LISTING | FEED | {"other"}, HARDLY),
        page="https://kuechenheft.example/rezepte/vegetarisch",
        site="kuechenheft.example",
    )


@shape("es")
def island_only_in_client(say: Say) -> Answer:
    titles, head, prices = say.titles("gig", 8), say.one("tailored"), say.prices("fr", 8)
    urls = [f"/agenda/{slug(t)}" for t in titles]
    props = {
        "title": head,
        "lang": "es",
        "events": [
            {"id": say.number(), "name": t, "url": u, "price": float(p.amount), "currency": "EUR"}
            for t, u, p in zip(titles, urls, prices, strict=True)
        ],
    }
    wrapped = json.dumps(island_props(props)[1], ensure_ascii=False)
    island = f'<astro-island uid="{say.token(6)}" component-url="/_astro/EventRail.{say.token(8)}.js" component-export="default" renderer-url="/_astro/client.{say.token(8)}.js" props="{escape(wrapped)}" client="only" opts="{escape(json.dumps({"name": "EventRail", "value": "react"}))}"></astro-island>'
    body = f"<h1>Agenda</h1><p>{say.line()}</p>{island}<p>{say.line()}</p>"
    truth = planted(
        titles, RECOMMENDED, TOLD, heading=head, urls=urls, prices=[p.amount for p in prices]
    )
    return page("https://agendaviva.example/", body, truth, say=say)


@shape("en")
def resumable_containers(say: Say) -> Answer:
    titles, prices, head = say.titles("ware", 8), say.prices("uk", 8), say.one("along")
    urls = [f"/product/{slug(t)}/" for t in titles]
    cards = "".join(
        f'<!--qv q:id={i} q:key=c{i}--><li q:key="{say.token(4)}"><a href="{u}" class="card" on:click="q-{say.token(6)}.js#s_x[0]" q:id="{i}"><img width="250" alt="" src="/i/{i}.webp"><div><!--t={i}a-->{escape(t)}<!----></div><span class="price"><!--t={i}b-->{p.text}<!----></span></a></li><!--/qv-->'
        for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True))
    )
    state = {"refs": {"1": "0 1!"}, "ctx": {}, "objs": ["", 1, *titles, {"a": "2"}], "subs": []}
    body = f'<div q:container="paused" q:version="1.9"><h1>{say.titles("ware", 1)[0]}</h1><section><h2>{head}</h2><ul>{cards}</ul></section><script type="qwik/json">{json.dumps(state)}</script></div>'
    truth = planted(
        titles, RECOMMENDED, UNTOLD, heading=head, urls=urls, prices=[p.amount for p in prices]
    )
    return page("https://tildaandsons.example/product/rug/", body, truth, say=say)


@shape("en")
def relay_records(say: Say) -> Answer:
    titles, head = say.titles("media", 9), "Works by artists you follow"
    ids = [base64.b64encode(f"Artwork:{say.number()}".encode()).decode() for _ in titles]
    urls = [f"/artwork/{slug(t)}" for t in titles]
    root = "client:root:me:rail"
    records: dict = {
        "client:root": {"__id": "client:root", "__typename": "__Root", "me": {"__ref": "VXNlcjo5"}},
        "VXNlcjo5": {"__id": "VXNlcjo5", "__typename": "Me", "rail(first:9)": {"__ref": root}},
        root: {
            "__id": root,
            "__typename": "ArtworkConnection",
            "title": head,
            "edges": {"__refs": [f"{root}:edges:{i}" for i, _ in enumerate(ids)]},
        },
    }
    for i, (key, t, u) in enumerate(zip(ids, titles, urls, strict=True)):
        edge = f"{root}:edges:{i}"
        records[edge] = {"__id": edge, "__typename": "ArtworkEdge", "node": {"__ref": key}}
        records[key] = {
            "__id": key,
            "__typename": "Artwork",
            "id": key,
            "title": t,
            "href": u,
            "image": {"__ref": f"{key}:image"},
        }
        records[f"{key}:image"] = {"__id": f"{key}:image", "url": f"https://img.example/{i}.jpg"}
    body = f'<div id="react-root"><div class="placeholder"></div></div><script>var __RELAY_BOOTSTRAP__ = {json.dumps(json.dumps(records))};</script>'
    truth = planted(titles, RECOMMENDED | FEED, TOLD, urls=urls)
    return page("https://salonwall.example/", body, truth, say=say)


@shape("de")
def urql_hashed_results(say: Say) -> Answer:
    titles, head, prices = say.titles("home", 6), "Ähnliche Immobilien", say.prices("de", 6)
    urls = [f"/expose/{say.number()}" for _ in titles]
    rows = [
        {
            "__typename": "RealEstate",
            "id": str(say.number()),
            "headline": t,
            "exposeUrl": u,
            "rent": {"amount": float(p.amount), "currency": "EUR", "label": "Kaltmiete"},
            "rooms": 2.5,
        }
        for t, u, p in zip(titles, urls, prices, strict=True)
    ]
    similar = {"similarEstates": {"headline": head, "estates": rows}}
    cache = {
        str(say.number()): {"data": json.dumps({"me": None, "featureFlags": ["a", "b"]})},
        str(say.number()): {"data": json.dumps(similar, ensure_ascii=False), "hasNext": False},
    }
    body = f"<h1>{escape(say.titles('home', 1)[0])}</h1><p>{say.line()}</p><script>window.__URQL_DATA__ = {json.dumps(cache, ensure_ascii=False)};</script>"
    truth = planted(
        titles, RECOMMENDED, UNTOLD, heading=head, urls=urls, prices=[p.amount for p in prices]
    )
    return page("https://wohnblick.example/expose/1", body, truth, say=say)


@shape("es")
def angular_transfer_state(say: Say) -> Answer:
    titles, head = say.titles("course", 8), say.one("hot")
    urls = [f"/cursos/{slug(t)}" for t in titles]
    rows = [{"id": i, "nombre": t, "ruta": u, "horas": 20} for i, (t, u) in enumerate(zip(titles, urls, strict=True))]  # fmt: skip
    state = {
        str(say.number()): {
            "b": {"titulo": head, "cursos": rows},
            "h": {},
            "s": 200,
            "st": "OK",
            "u": "https://api.aulaazul.example/v2/destacados",
            "rt": "json",
        },
        "__nghData__": [{"t": {"3": "t0"}, "c": {"3": [{"i": "t0", "r": 1, "x": 8}]}}],
    }
    cards = "".join(
        f'<app-course-card _nghost-ng-c27><mat-card _ngcontent-ng-c27 class="mdc-card"><a _ngcontent-ng-c27 href="{u}"><mat-card-title class="mat-mdc-card-title">{escape(t)}</mat-card-title></a><mat-card-subtitle>20 horas</mat-card-subtitle></mat-card></app-course-card><!---->'
        for t, u in zip(titles, urls, strict=True)
    )
    body = f'<app-root ng-version="19.1.0"><h2>{head}</h2><div class="grid">{cards}</div></app-root><script id="ng-state" type="application/json">{json.dumps(state, ensure_ascii=False)}</script>'
    truth = planted(titles, FEED | LISTING, UNTOLD, heading=head, urls=urls)
    return page("https://aulaazul.example/", body, truth, say=say)
