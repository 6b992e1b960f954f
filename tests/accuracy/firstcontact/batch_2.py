# ruff: noqa: E501, RUF001 - markup and prices stand as sites write them
"""The second shapes: streams, frameworks, shelves of shelves and markup without names."""

import json
from base64 import b64encode
from html import escape

from tests.accuracy.firstcontact.kit import (
    AD,
    ANY_CHOSEN,
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


@shape("en")
def event_stream(say: Say) -> Answer:
    titles = say.titles("story", 8)
    urls = [f"https://tidewire.example/n/{say.token(8)}" for _ in titles]
    lines = [
        f"id: {i}\nevent: story\ndata: {json.dumps({'headline': t, 'link': u, 'at': say.when()})}\n"
        for i, (t, u) in enumerate(zip(titles, urls, strict=True), 1)
    ]
    body = ": hello\n\n" + "\n".join(lines) + "\nevent: ping\ndata: {}\n\n"
    return answer(
        "https://tidewire.example/live/latest",
        "text/event-stream",
        body,
        planted(titles, FEED | LISTING, HARDLY, urls=urls),
    )


@shape("de")
def atom_feed(say: Say) -> Answer:
    titles = say.titles("media", 9)
    urls = [f"https://hoerwald.example/folge/{slug(t)}" for t in titles]
    entries = "".join(
        f'<entry><title type="html">{escape(t)}</title><link rel="alternate" href="{u}"/><id>urn:x:{say.token()}</id>'
        f"<updated>{say.when()}</updated><summary>{say.line()}</summary></entry>"
        for t, u in zip(titles, urls, strict=True)
    )
    body = f'<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Hörwald</title><link href="https://hoerwald.example/"/>{entries}</feed>'
    return answer(
        "https://hoerwald.example/atom",
        "application/atom+xml",
        body,
        planted(titles, FEED | LISTING, HARDLY, urls=urls),
    )


@shape("fr")
def urn_store(say: Say) -> Answer:
    titles = say.titles("job", 7)
    urns = [f"urn:fs:offre:{say.number()}" for _ in titles]
    urls = [f"https://reseaupro.example/offres/{u.rsplit(':', 1)[1]}" for u in urns]
    included = [
        {
            "$type": "com.reseaupro.Offre",
            "entityUrn": n,
            "intitule": t,
            "navigationUrl": u,
            "lieu": "Lyon",
        }
        for n, t, u in zip(urns, titles, urls, strict=True)
    ]
    people = [
        {
            "$type": "com.reseaupro.Profil",
            "entityUrn": f"urn:fs:profil:{say.number()}",
            "nom": say.one("names"),
        }
        for _ in range(3)
    ]
    mixed = sorted([*included, *people], key=lambda it: it["entityUrn"][-3:])
    head = say.one("personal")
    value = {
        "data": {"titre": head, "*elements": urns, "paging": {"start": 0, "count": 7}},
        "included": mixed,
    }
    return json_answer(
        "https://reseaupro.example/api/feed/offres",
        value,
        planted(titles, RECOMMENDED, TOLD, heading=head, urls=urls),
    )


@shape("es")
def shelves_of_shelves(say: Say) -> Answer:
    truths, shelves = [], []
    for kind, surface, told in (
        ("personal", RECOMMENDED, TOLD),
        ("because", RECOMMENDED, TOLD),
        ("popular", FEED, UNTOLD),
    ):
        titles = say.titles("media", 7)
        head = say.one(kind, say.titles("media", 1)[0])
        urls = [f"/ver/{say.number()}" for _ in titles]
        cells = [
            {
                "entity": {
                    "meta": {"displayTitle": t, "synopsis": say.line()},
                    "action": {"target": u},
                }
            }
            for t, u in zip(titles, urls, strict=True)
        ]
        shelves.append(
            {
                "shelfId": say.token(),
                "label": head,
                "content": {"cells": cells, "next": say.token(22)},
            }
        )
        truths.append(planted(titles, surface, told, heading=head, urls=urls))
    value = {
        "screen": {"id": "inicio", "groups": [{"shelves": shelves[:2]}, {"shelves": shelves[2:]}]}
    }
    return json_answer("https://api.pantalla.example/v5/screen/inicio", value, *truths)


@shape("en")
def columnar_table(say: Say) -> Answer:
    titles = say.titles("home", 9)
    prices = say.prices("uk", 9)
    urls = [f"/property/{say.number()}" for _ in titles]
    rows = [
        [say.number(), t, u, p.amount, say.number(1, 5)]
        for t, u, p in zip(titles, urls, prices, strict=True)
    ]
    value = {"columns": ["id", "title", "url", "price", "bedrooms"], "rows": rows, "total": 311}
    truth = planted(titles, SEARCH | LISTING, HARDLY, urls=urls, prices=[p.amount for p in prices])
    return json_answer(
        "https://keyandgate.example/api/search?location=leeds&sort=relevance", value, truth
    )


@shape("de")
def nuxt_state(say: Say) -> Answer:
    titles, head = say.titles("goods", 6), say.one("related")
    prices = say.prices("de", 6)
    urls = [f"/produkt/{slug(t)}" for t in titles]
    rows = [
        {
            "artnr": say.token(7),
            "bezeichnung": t,
            "slug": u,
            "preis": {"brutto": float(p.amount), "waehrung": "EUR"},
        }
        for t, u, p in zip(titles, urls, prices, strict=True)
    ]
    state = {
        "layout": "default",
        "data": [{"artikel": {"id": 7}, "crossSelling": {"headline": head, "produkte": rows}}],
        "serverRendered": True,
    }
    body = f'<div id="__nuxt"></div><script>window.__NUXT__={json.dumps(state, ensure_ascii=False)};</script>'
    truth = planted(
        titles,
        RECOMMENDED,
        say.told(head),
        heading=head,
        urls=urls,
        prices=[p.amount for p in prices],
    )
    return page("https://gartenhalle.example/produkt/jetzt", body, truth, say=say)


@shape("fr")
def remix_state(say: Say) -> Answer:
    titles = say.titles("place", 7)
    urls = [f"/sejours/{slug(t)}" for t in titles]
    rows = [
        {"id": say.number(), "nom": t, "href": u, "note": 8.7}
        for t, u in zip(titles, urls, strict=True)
    ]
    head = say.one("popular")
    state = {
        "state": {
            "loaderData": {
                "root": {"lang": "fr"},
                "routes/_index": {"module": {"titre": head, "sejours": rows}},
            }
        },
        "future": {},
    }
    body = f"<div></div><script>window.__remixContext = {json.dumps(state)};</script>"
    return page(
        "https://partirlibre.example/",
        body,
        planted(titles, FEED | LISTING, UNTOLD, heading=head, urls=urls),
        say=say,
    )


@shape("es")
def astro_island(say: Say) -> Answer:
    titles, head = say.titles("course", 6), say.one("personal")
    urls = [f"/curso/{slug(t)}" for t in titles]
    rows = [1, [[0, {"title": [0, t], "href": [0, u]}] for t, u in zip(titles, urls, strict=True)]]
    props = escape(json.dumps({"heading": [0, head], "items": rows}, ensure_ascii=False))
    body = f'<astro-island uid="{say.token(6)}" component-url="/_astro/Shelf.js" props="{props}" client="load" ssr></astro-island>'
    return page(
        "https://aprende-mas.example/",
        body,
        planted(titles, RECOMMENDED, TOLD, heading=head, urls=urls),
        say=say,
    )


@shape("en")
def svelte_data(say: Say) -> Answer:
    titles, head = say.titles("media", 8), say.one("because", "Paper Lantern Road")
    urls = [f"/listen/{slug(t)}" for t in titles]
    rows = [
        {"show": t, "path": u, "minutes": say.number(10, 90)}
        for t, u in zip(titles, urls, strict=True)
    ]
    value = {
        "type": "data",
        "nodes": [None, {"type": "data", "data": {"shelf": {"caption": head, "shows": rows}}}],
    }
    body = f'<script type="application/json" data-sveltekit-fetched data-url="/api/home">{json.dumps({"status": 200, "body": json.dumps(value)})}</script>'
    return page(
        "https://podnest.example/home",
        body,
        planted(titles, RECOMMENDED, TOLD, heading=head, urls=urls),
        say=say,
    )


@shape("de")
def flight_chunks(say: Say) -> Answer:
    titles, head = say.titles("story", 7), say.one("popular")
    urls = [f"/artikel/{slug(t)}" for t in titles]
    rows = [
        [
            "$",
            "li",
            u,
            {
                "children": [
                    "$",
                    "$L7",
                    None,
                    {"href": u, "teaser": {"title": t, "kicker": "Region"}},
                ]
            },
        ]
        for t, u in zip(titles, urls, strict=True)
    ]
    tree = [
        "$",
        "section",
        None,
        {
            "children": [
                ["$", "h2", None, {"children": head}],
                ["$", "ul", None, {"children": rows}],
            ]
        },
    ]
    chunk = '7:I["(app)/teaser",["881"],"Teaser"]\n3:' + json.dumps(tree, ensure_ascii=False) + "\n"
    half = len(chunk) // 2
    pushes = "".join(
        f"<script>self.__next_f.push({json.dumps([1, it], ensure_ascii=False)})</script>"
        for it in (chunk[:half], chunk[half:])
    )
    return page(
        "https://nordkurs.example/",
        pushes,
        planted(titles, FEED | RECOMMENDED, UNTOLD, urls=urls),
        say=say,
    )


@shape("fr")
def state_and_markup(say: Say) -> Answer:
    titles, head = say.titles("goods", 6), say.one("personal")
    urls = [f"/p/{slug(t)}" for t in titles]
    prices = say.prices("fr", 6)
    cards = "".join(
        f'<li><a href="{u}"><h3>{escape(t)}</h3><p>{p.text}</p></a></li>'
        for t, u, p in zip(titles, urls, prices, strict=True)
    )
    rows = [
        {"nom": t, "url": u, "prix": p.amount} for t, u, p in zip(titles, urls, prices, strict=True)
    ]
    state = json.dumps({"selection": {"titre": head, "produits": rows}}, ensure_ascii=False)
    body = f'<section><h2>{head}</h2><ul>{cards}</ul></section><script id="etat" type="application/json">{state}</script>'
    truth = planted(
        titles, RECOMMENDED, TOLD, heading=head, urls=urls, prices=[p.amount for p in prices]
    )
    return page("https://atelier-vert.example/", body, truth, say=say)


@shape("es")
def template_cards(say: Say) -> Answer:
    titles, head = say.titles("app", 6), say.one("related")
    urls = [f"/app/{slug(t)}" for t in titles]
    cards = "".join(
        f'<div class="a"><a href="{u}"><img src="/i/{say.token()}.png"><b>{escape(t)}</b></a></div>'
        for t, u in zip(titles, urls, strict=True)
    )
    body = f"<article><h1>{say.titles('app', 1)[0]}</h1></article><template id=mas><h2>{head}</h2><div>{cards}</div></template>"
    return page(
        "https://tiendapp.example/app/uno",
        body,
        planted(titles, RECOMMENDED, say.told(head), heading=head, urls=urls),
        say=say,
    )


@shape("en")
def shadow_root(say: Say) -> Answer:
    titles, head = say.titles("media", 6), say.one("personal")
    urls = [f"/watch/{say.token(8)}" for _ in titles]
    cards = "".join(
        f'<film-card><a href="{u}"><img src="/s/{say.token()}.jpg"><span slot="t">{escape(t)}</span></a></film-card>'
        for t, u in zip(titles, urls, strict=True)
    )
    body = f'<film-row><template shadowrootmode="open"><style>h2{{}}</style><h2>{head}</h2><div part="row">{cards}</div></template></film-row>'
    return page(
        "https://reelhouse.example/",
        body,
        planted(titles, RECOMMENDED, TOLD, heading=head, urls=urls),
        say=say,
    )


@shape("de")
def masonry_columns(say: Say) -> Answer:
    titles = say.titles("dish", 9)
    urls = [f"/idee/{say.number()}" for _ in titles]
    cards = [
        f'<div class="pin"><a href="{u}"><img loading=lazy src="data:image/gif;base64,R0" data-src="/p/{say.token()}.jpg"></a><a href="{u}">{escape(t)}</a></div>'
        for t, u in zip(titles, urls, strict=True)
    ]
    head = say.one("personal")
    columns = "".join(f'<div class="col">{"".join(cards[i : i + 3])}</div>' for i in (0, 3, 6))
    body = f'<h1>{head}</h1><div class="mason">{columns}</div>'
    return page(
        "https://pinnbrett.example/",
        body,
        planted(titles, RECOMMENDED | FEED, TOLD, urls=urls),
        say=say,
    )


@shape("fr")
def lazy_without_classes(say: Say) -> Answer:
    titles, head = say.titles("story", 6), say.one("latest")
    urls = [f"/{2026}/11/{slug(t)}" for t in titles]
    cards = "".join(
        f'<div><div><a href="{u}"><img src="/vide.gif" data-lazy="/m/{say.token()}.jpg" alt=""></a></div><div><div>Région</div>'
        f'<a href="{u}">{escape(t)}</a><div>il y a {say.number(1, 23)} h</div></div></div>'
        for t, u in zip(titles, urls, strict=True)
    )
    body = f"<div><div><strong>{head}</strong></div>{cards}</div>"
    return page(
        "https://gazette-midi.example/",
        body,
        planted(titles, FEED | LISTING, UNTOLD, urls=urls),
        say=say,
    )


@shape("es")
def hashed_classes(say: Say) -> Answer:
    titles, head = say.titles("place", 6), say.one("because", "Ronda")
    urls = [f"https://viajaya.example/h/{say.token(8)}" for _ in titles]
    prices = say.prices("de", 6)
    cards = "".join(
        f'<div class="css-{say.token(6)} e{say.number(10, 99)}"><a class="css-{say.token(6)}" href="{u}"><h4 class="css-1x">{escape(t)}</h4></a>'
        f'<span class="css-9q">★ 4,{say.number(0, 9)}</span><span class="css-7z">{p.text} / noche</span></div>'
        for t, u, p in zip(titles, urls, prices, strict=True)
    )
    body = f'<div class="css-{say.token(6)}"><h3>{escape(head)}</h3><div class="css-aa">{cards}</div><button>{say.one("less")}</button></div>'
    truth = planted(
        titles, RECOMMENDED, TOLD, heading=head, urls=urls, prices=[p.amount for p in prices]
    )
    return page("https://viajaya.example/", body, truth, say=say)


@shape("en")
def reasons_per_item(say: Say) -> Answer:
    titles, head = say.titles("media", 6), say.one("personal")
    reasons = [say.because() for _ in titles]
    urls = [f"/title/{say.number()}" for _ in titles]
    rows = [
        {
            "contentId": say.token(9),
            "name": t,
            "deeplink": u,
            "explanation": {"text": r},
            "art": f"https://art.example/{say.token()}",
        }
        for t, u, r in zip(titles, urls, reasons, strict=True)
    ]
    value = {"row": {"displayName": head, "videos": rows}}
    truth = planted(
        titles, RECOMMENDED, TOLD, heading=head, urls=urls, reasons=tuple(enumerate(reasons, 1))
    )
    return json_answer("https://reelhouse.example/api/rows/4", value, truth)


@shape("de")
def single_key_wrappers(say: Say) -> Answer:
    titles = say.titles("thread", 8)
    urls = [f"/faden/{say.number()}" for _ in titles]
    paid = {2}
    rows = []
    for rank, (t, u) in enumerate(zip(titles, urls, strict=True), 1):
        core = {"betreff": t, "ziel": u, "antworten": say.number(0, 90)}
        rows.append(
            {"werbung": {**core, "kennzeichnung": "Anzeige"}} if rank in paid else {"beitrag": core}
        )
    value = {"startseite": {"strom": rows, "weiter": say.token(24)}}
    truth = planted(titles, FEED, HARDLY | TOLD, urls=urls, sponsored=paid)
    return json_answer("https://werkbank.example/api/startseite", value, truth)


@shape("fr")
def html_results(say: Say) -> Answer:
    titles, query = say.titles("home", 7), "duplex"
    head = say.one("results", query)
    urls = [f"/annonce/{say.number()}" for _ in titles]
    prices = say.prices("fr", 7)
    rows = "".join(
        f'<li><div><a href="{u}" title="{escape(t)}"><img src="/a/{i}.jpg" alt=""></a></div><div><a href="{u}">{escape(t)}</a><p>{p.text}</p><p>{say.number(20, 200)} m²</p></div></li>'
        for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True))
    )
    body = f'<form action="/recherche"><input name="q" value="{query}"></form><h1>{head}</h1><ol>{rows}</ol>'
    truth = planted(
        titles, SEARCH, UNTOLD, heading=head, urls=urls, prices=[p.amount for p in prices]
    )
    return page(f"https://chezsoi.example/recherche?q={query}", body, truth, say=say)


@shape("es")
def shop_category(say: Say) -> Answer:
    titles = say.titles("goods", 12)
    urls = [f"/producto/{slug(t)}" for t in titles]
    prices = say.prices("br", 12)
    rows = "".join(
        f'<li class="product type-product post-{say.number(100, 999)}"><a href="{u}"><img src="/w/{i}.jpg"><h2 class="woo-title">{escape(t)}</h2><span class="price"><bdi>{p.text}</bdi></span></a><a href="?add={i}" class="button">Añadir al carrito</a></li>'
        for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True))
    )
    body = f'<h1>Mochilas</h1><p class="count">Mostrando 1–12 de 63</p><ul class="products columns-4">{rows}</ul>'
    truth = planted(
        titles, LISTING | {"other"}, UNTOLD, urls=urls, prices=[p.amount for p in prices]
    )
    return page("https://brisatienda.example/categoria/mochilas", body, truth, say=say)


@shape("en")
def native_ad_answer(say: Say) -> Answer:
    titles = say.titles("goods", 5)
    urls = [f"https://click.paidnest.example/r?d={say.token(22)}" for _ in titles]
    rows = [
        {
            "title": t,
            "click_url": u,
            "brandName": say.one("names"),
            "thumb": [{"url": f"https://t.example/{say.token()}"}],
            "isSponsored": True,
        }
        for t, u in zip(titles, urls, strict=True)
    ]
    value = {
        "rid": say.token(),
        "placement": "below-article",
        "sponsoredLabel": "Sponsored Links",
        "ads": rows,
    }
    truth = planted(titles, AD, TOLD | HARDLY, urls=urls, sponsored={1, 2, 3, 4, 5})
    return json_answer(
        "https://api.paidnest.example/v1/native?pub=harbour",
        value,
        truth,
        site="harbourpost.example",
        page="https://harbourpost.example/a/9",
    )


@shape("de")
def data_attribute_state(say: Say) -> Answer:
    titles, head = say.titles("goods", 5), say.one("personal")
    urls = [f"/d/{slug(t)}" for t in titles]
    rows = [{"produktName": t, "produktUrl": u} for t, u in zip(titles, urls, strict=True)]
    props = escape(json.dumps({"ueberschrift": head, "empfehlungen": rows}, ensure_ascii=False))
    body = f'<div data-component="Empfehlungen" data-props="{props}"></div>'
    return page(
        "https://schuhsaal.example/",
        body,
        planted(titles, RECOMMENDED, TOLD, heading=head, urls=urls),
        say=say,
    )


@shape("fr")
def continued_page(say: Say) -> Answer:
    titles = say.titles("media", 8)
    urls = [f"/video/{say.token(7)}" for _ in titles]
    rows = [
        {
            "videoCell": {
                "vid": u[7:],
                "caption": {"runs": [{"text": t}]},
                "nav": {"watch": {"path": u}},
                "length": "4:33",
            }
        }
        for t, u in zip(titles, urls, strict=True)
    ]
    tail = {"continuationCell": {"token": say.token(40)}}
    value = {"received": [{"appendCells": {"cells": [*rows, tail], "target": "home-feed"}}]}
    request = posted({"continuation": say.token(40)})
    return json_answer(
        "https://toile.example/api/browse?more=1",
        value,
        planted(titles, FEED | RECOMMENDED, HARDLY, urls=urls),
        **request,
    )


@shape("es")
def base64_state(say: Say) -> Answer:
    titles, head = say.titles("story", 6), say.one("related")
    urls = [f"/n/{slug(t)}" for t in titles]
    rows = [{"titular": t, "enlace": u} for t, u in zip(titles, urls, strict=True)]
    state = b64encode(
        json.dumps({"bloque": {"titulo": head, "noticias": rows}}, ensure_ascii=False).encode()
    ).decode()
    body = f'<article><h1>{say.line()}</h1></article><script id="datos" type="text/plain">{state}</script>'
    return page(
        "https://diariodelrio.example/n/hoy",
        body,
        planted(titles, RECOMMENDED, say.told(head), urls=urls),
        say=say,
    )


@shape("en")
def people_for_you(say: Say) -> Answer:
    names = [f"{n}, {say.number(24, 60)}" for n in say.every("names")[:7]]
    rows = [
        {
            "user": {
                "_id": say.token(24),
                "display": n,
                "bio": say.line(),
                "photos": [{"url": f"https://ph.example/{say.token()}"}],
            },
            "distance_mi": say.number(1, 40),
        }
        for n in names
    ]
    value = {"meta": {"status": 200}, "data": {"results": rows}}
    return json_answer(
        "https://api.heartbeat.example/v2/recs/core?locale=en",
        value,
        planted(names, RECOMMENDED, HARDLY),
    )


@shape("de")
def map_places(say: Say) -> Answer:
    titles = say.titles("place", 7)
    rows = [
        [
            say.token(10),
            None,
            [None, None, 47.2 + i / 100, 9.1],
            ["Hotel"],
            t,
            f"https://kartenblick.example/ort/{i}",
            4.4,
        ]
        for i, t in enumerate(titles)
    ]
    value = [["hotels am see", None, None, rows], None, say.token(12)]
    body = ")]}'\n" + json.dumps(value, ensure_ascii=False)
    truth = planted(titles, SEARCH | ANY_CHOSEN, HARDLY, urls=[it[5] for it in rows])
    return answer(
        "https://kartenblick.example/search?q=hotels+am+see",
        "application/json; charset=utf-8",
        body,
        truth,
    )
