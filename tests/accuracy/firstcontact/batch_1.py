# ruff: noqa: E501, RUF001 - markup and prices stand as sites write them
"""The first shapes: answers and pages as most sites deliver them."""

import json
from html import escape

from tests.accuracy.firstcontact.kit import (
    AD,
    BARE,
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
def rest_for_you(say: Say) -> Answer:
    titles, head = say.titles("goods", 8), say.one("personal")
    prices = say.prices("us", 8)
    urls = [f"/p/{slug(it)}" for it in titles]
    rows = [
        {
            "sku": say.number(),
            "name": t,
            "link": u,
            "image": f"/i/{say.token()}.jpg",
            "price": p.text,
        }
        for t, u, p in zip(titles, urls, prices, strict=True)
    ]
    value = {"widget": {"title": head, "products": rows}, "requestId": say.token(20)}
    truth = planted(
        titles, RECOMMENDED, TOLD, heading=head, urls=urls, prices=[p.amount for p in prices]
    )
    return json_answer("https://api.tallowshop.example/v2/recs?slot=home", value, truth)


@shape("de")
def graphql_edges(say: Say) -> Answer:
    titles, head = say.titles("story", 7), say.one("latest")
    nodes = [
        {
            "cursor": say.token(16),
            "node": {
                "__typename": "Article",
                "id": f"QXJ0:{say.number()}",
                "headline": t,
                "canonicalUrl": f"https://www.blattwerk.example/{slug(t)}-{i}.html",
                "publishedAt": say.when(),
                "author": {"__typename": "Person", "name": say.one("names")},
            },
        }
        for i, t in enumerate(titles)
    ]
    value = {
        "data": {
            "frontpage": {
                "heading": head,
                "articles": {
                    "edges": nodes,
                    "pageInfo": {"hasNextPage": True, "endCursor": say.token()},
                },
            }
        }
    }
    truth = planted(
        titles, FEED, UNTOLD, heading=head, urls=[it["node"]["canonicalUrl"] for it in nodes]
    )
    request = posted({"operationName": "Frontpage", "variables": {"first": 7}})
    return json_answer("https://www.blattwerk.example/graphql", value, truth, **request)


@shape("fr")
def json_api_search(say: Say) -> Answer:
    titles = say.titles("job", 10)
    urls = [f"https://emploi-vite.example/offres/{say.number()}" for _ in titles]
    data = [
        {
            "type": "offer",
            "id": u.rsplit("/", 1)[1],
            "attributes": {"title": t, "contract": "CDI", "published-at": say.when()},
            "relationships": {"company": {"data": {"type": "company", "id": str(say.number())}}},
            "links": {"self": u},
        }
        for t, u in zip(titles, urls, strict=True)
    ]
    value = {"data": data, "meta": {"total": 248}, "links": {"next": "/offres?page[number]=2"}}
    truth = planted(titles, SEARCH, HARDLY, urls=urls)
    return json_answer(
        "https://emploi-vite.example/api/offres?q=comptable&page[number]=1", value, truth
    )


@shape("es")
def hal_listing(say: Say) -> Answer:
    titles = say.titles("course", 9)
    urls = [f"/cursos/{slug(it)}" for it in titles]
    courses = [
        {"name": t, "hours": say.number(4, 60), "_links": {"self": {"href": u}}}
        for t, u in zip(titles, urls, strict=True)
    ]
    value = {
        "_embedded": {"courses": courses},
        "_links": {"self": {"href": "/catalogo?page=0"}, "next": {"href": "/catalogo?page=1"}},
        "page": {"size": 9, "totalElements": 63, "number": 0},
    }
    truth = planted(titles, LISTING | {"other"}, HARDLY, urls=urls)
    return json_answer("https://aula-abierta.example/catalogo?page=0&sort=name", value, truth)


@shape("en")
def search_hits(say: Say) -> Answer:
    titles, query = say.titles("dish", 10), "soup"
    urls = [f"https://pantryhour.example/recipes/{slug(it)}" for it in titles]
    hits = [
        {
            "objectID": say.token(8),
            "recipe_title": t,
            "url": u,
            "_highlightResult": {"recipe_title": {"value": f"<em>{t}</em>", "matchLevel": "full"}},
            "minutes": say.number(10, 90),
        }
        for t, u in zip(titles, urls, strict=True)
    ]
    value = {
        "results": [{"hits": hits, "nbHits": 248, "page": 0, "query": query, "index": "recipes"}]
    }
    truth = planted(titles, SEARCH, HARDLY, urls=urls)
    request = posted({"requests": [{"indexName": "recipes", "params": f"query={query}"}]})
    return json_answer("https://q1x.findkit.example/1/indexes/*/queries", value, truth, **request)


@shape("de")
def nested_renderers(say: Say) -> Answer:
    titles, head = say.titles("media", 9), say.one("personal")
    tiles = [
        {
            "gridTileRenderer": {
                "clipId": say.token(11),
                "headline": {"runs": [{"text": t[:6]}, {"text": t[6:]}]},
                "byline": {"simpleText": say.one("names")},
                "endpoint": {"commandMeta": {"web": {"url": f"/clip?c={i}{say.token(6)}"}}},
                "trackingParams": say.token(24),
            }
        }
        for i, t in enumerate(titles)
    ]
    urls = [it["gridTileRenderer"]["endpoint"]["commandMeta"]["web"]["url"] for it in tiles]
    shelf = {
        "shelfRenderer": {
            "header": {"runs": [{"text": head}]},
            "body": {"rowRenderer": {"cells": tiles}},
        }
    }
    value = {"contents": {"columnRenderer": {"sections": [shelf]}}, "trackingParams": say.token(20)}
    truth = planted(titles, RECOMMENDED, TOLD, heading=head, urls=urls)
    return json_answer(
        "https://www.clipwiese.example/api/browse", value, truth, **posted({"id": "HOME"})
    )


@shape("fr")
def by_id_and_order(say: Say) -> Answer:
    titles = say.titles("thread", 8)
    keys = [f"t{say.number()}" for _ in titles]
    urls = [f"/sujet/{k}/{slug(t)}" for k, t in zip(keys, titles, strict=True)]
    posts = {
        k: {
            "id": k,
            "title": t,
            "permalink": u,
            "score": say.number(1, 900),
            "author": say.one("names"),
        }
        for k, t, u in zip(keys, titles, urls, strict=True)
    }
    shuffled = dict(sorted(posts.items()))
    value = {"posts": shuffled, "postIds": keys, "listingSort": "hot", "token": say.token(10)}
    truth = planted(titles, FEED, HARDLY, urls=urls)
    return json_answer("https://gateway.lagora.example/desktop/accueil?sort=hot", value, truth)


@shape("en")
def ads_among_posts(say: Say) -> Answer:
    titles = say.titles("story", 9)
    urls = [f"https://loop.example/s/{say.token(9)}" for _ in titles]
    paid = {3, 7}
    feed = []
    for rank, (t, u) in enumerate(zip(titles, urls, strict=True), 1):
        card = {"text": t, "href": u, "by": say.one("names")}
        feed.append(
            {"promoted": {"card": card, "label": "Promoted"}} if rank in paid else {"story": card}
        )
    value = {"timeline": {"kind": "home", "entries": feed, "cursor": say.token(30)}}
    truth = planted(titles, FEED, HARDLY | TOLD, urls=urls, sponsored=paid)
    return json_answer("https://loop.example/api/timeline/home", value, truth)


@shape("de")
def ndjson_results(say: Say) -> Answer:
    titles = say.titles("home", 8)
    urls = [f"https://wohnnest.example/expose/{say.number()}" for _ in titles]
    rows = [
        json.dumps(
            {"expose": u.rsplit("/", 1)[1], "titel": t, "url": u, "zimmer": say.number(1, 6)},
            ensure_ascii=False,
        )
        for t, u in zip(titles, urls, strict=True)
    ]
    truth = planted(titles, SEARCH | LISTING, HARDLY, urls=urls)
    url = "https://wohnnest.example/suche/stream?q=altbau&ort=leipzig"
    return answer(url, "application/x-ndjson", "\n".join(rows) + "\n", truth)


@shape("es")
def xssi_prefix(say: Say) -> Answer:
    titles, head = say.titles("app", 8), say.one("personal")
    urls = [f"/store/apps/{slug(it)}" for it in titles]
    rows = [
        {
            "pkg": f"com.{say.token(6)}",
            "name": t,
            "path": u,
            "stars": 4.1,
            "icon": f"https://img.example/{say.token()}",
        }
        for t, u in zip(titles, urls, strict=True)
    ]
    body = ")]}'\n" + json.dumps({"cluster": {"title": head, "apps": rows}}, ensure_ascii=False)
    truth = planted(titles, RECOMMENDED, TOLD, heading=head, urls=urls)
    return answer("https://tiendapp.example/_/data/home", "application/json", body, truth)


@shape("fr")
def jsonp_widget(say: Say) -> Answer:
    titles, head = say.titles("goods", 6), say.one("related")
    prices = say.prices("fr", 6)
    urls = [f"https://www.mercerie-lune.example/{slug(it)}.html" for it in titles]
    rows = [
        {
            "id": say.token(6),
            "titre": t,
            "lien": u,
            "prix": p.text,
            "visuel": f"//cdn.example/{say.token()}.webp",
        }
        for t, u, p in zip(titles, urls, prices, strict=True)
    ]
    body = f"/**/ jq_{say.number()}({json.dumps({'bloc': head, 'articles': rows}, ensure_ascii=False)});"
    truth = planted(
        titles,
        RECOMMENDED,
        say.told(head),
        heading=head,
        urls=urls,
        prices=[p.amount for p in prices],
    )
    return answer(
        "https://reco.sillage.example/get?cb=jq",
        "application/javascript",
        body,
        truth,
        site="mercerie-lune.example",
        page=urls[0],
    )


@shape("en")
def rss_feed(say: Say) -> Answer:
    titles = say.titles("story", 10)
    urls = [f"https://harbourpost.example/{slug(it)}" for it in titles]
    items = "".join(
        f"<item><title>{escape(t)}</title><link>{u}</link><guid>{u}</guid>"
        f"<description><![CDATA[<p>{say.line()}</p>]]></description></item>"
        for t, u in zip(titles, urls, strict=True)
    )
    body = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Post</title><link>https://harbourpost.example/</link>{items}</channel></rss>'
    truth = planted(titles, FEED | LISTING, HARDLY, urls=urls)
    return answer("https://harbourpost.example/feed.xml", "application/rss+xml", body, truth)


@shape("de")
def next_page_state(say: Say) -> Answer:
    titles, head = say.titles("media", 8), say.one("personal")
    urls = [f"/serie/{slug(it)}" for it in titles]
    rows = [
        {"id": say.token(8), "title": t, "href": u, "poster": {"src": f"/img/{say.token()}.avif"}}
        for t, u in zip(titles, urls, strict=True)
    ]
    state = {
        "props": {"pageProps": {"rails": [{"railTitle": head, "tiles": rows}]}},
        "page": "/",
        "buildId": say.token(),
    }
    body = f'<div id="__next"></div><script id="__NEXT_DATA__" type="application/json">{json.dumps(state, ensure_ascii=False)}</script>'
    truth = planted(titles, RECOMMENDED, TOLD, heading=head, urls=urls)
    return page("https://kinokiste.example/", body, truth, say=say)


@shape("en")
def window_state(say: Say) -> Answer:
    titles = say.titles("thread", 9)
    urls = [f"/d/{slug(it)}" for it in titles]
    rows = [
        {"id": say.number(), "title": t, "url": u, "replies": say.number(0, 80)}
        for t, u in zip(titles, urls, strict=True)
    ]
    state = {"route": "/latest", "latest": {"discussions": rows, "more": True}, "user": None}
    body = f"<div id=app></div><script>window.__STATE__ = {json.dumps(state)};(function(){{boot()}})()</script>"
    truth = planted(titles, FEED | LISTING, HARDLY, urls=urls)
    return page("https://shedtalk.example/latest", body, truth, say=say)


@shape("fr")
def ld_item_list(say: Say) -> Answer:
    titles = say.titles("dish", 8)
    urls = [f"https://cuisine-claire.example/recettes/{slug(it)}" for it in titles]
    head = say.one("popular")
    listed = [
        {"@type": "ListItem", "position": i, "url": u, "name": t}
        for i, (t, u) in enumerate(zip(titles, urls, strict=True), 1)
    ]
    data = {
        "@context": "https://schema.org",
        "@type": "ItemList",
        "name": head,
        "itemListElement": listed,
    }
    body = f"<p>{say.line()}</p>"
    truth = planted(titles, FEED | LISTING, HARDLY, urls=urls)
    meta = f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>'
    return page("https://cuisine-claire.example/top", body, truth, say=say, head=meta)


@shape("es")
def cards_in_section(say: Say) -> Answer:
    titles, head = say.titles("story", 6), say.one("popular")
    urls = [f"/noticias/{slug(it)}" for it in titles]
    cards = "".join(
        f'<article class="card"><a href="{u}"><img src="/i/{say.token()}.jpg" alt=""></a>'
        f'<h3><a href="{u}">{escape(t)}</a></h3><p>{say.line()}</p></article>'
        for t, u in zip(titles, urls, strict=True)
    )
    body = f"<section><h2>{head}</h2><div class=grid>{cards}</div></section>"
    return page(
        "https://diariodelrio.example/",
        body,
        planted(titles, FEED, UNTOLD, heading=head, urls=urls),
        say=say,
    )


@shape("de")
def list_with_reason(say: Say) -> Answer:
    titles, head = say.titles("goods", 6), say.one("because", "Bücherregal")
    prices = say.prices("de", 6)
    urls = [f"/artikel/{slug(it)}" for it in titles]
    rows = "".join(
        f'<li><a href="{u}"><img loading="lazy" data-src="/b/{say.token()}.jpg"><span>{escape(t)}</span></a><b>{p.text}</b></li>'
        for t, u, p in zip(titles, urls, prices, strict=True)
    )
    body = f'<div class="reco"><h2>{escape(head)}</h2><button>{say.one("why")}</button><ul>{rows}</ul></div>'
    truth = planted(
        titles, RECOMMENDED, TOLD, heading=head, urls=urls, prices=[p.amount for p in prices]
    )
    return page("https://moebelmeile.example/", body, truth, say=say)


@shape("en")
def table_two_rows(say: Say) -> Answer:
    titles = say.titles("thread", 10)
    urls = [f"https://elsewhere-{i}.example/{slug(t)}" for i, t in enumerate(titles)]
    rows = "".join(
        f'<tr class="r"><td>{i}.</td><td><a href="vote?id={say.number()}">▲</a></td><td><a href="{u}">{escape(t)}</a></td></tr>'
        f'<tr><td colspan=2></td><td>{say.number(3, 400)} points by <a href="user?id={say.token(5)}">{say.token(5)}</a> '
        f'<a href="item?id={say.number()}">{say.number(2, 99)} comments</a></td></tr>'
        for i, (t, u) in enumerate(zip(titles, urls, strict=True), 1)
    )
    body = f"<table><tbody>{rows}</tbody></table>"
    return page(
        "https://orangeboard.example/",
        body,
        planted(titles, FEED | LISTING, UNTOLD, urls=urls),
        say=say,
    )


@shape("fr")
def carousel(say: Say) -> Answer:
    titles, head = say.titles("place", 7), say.one("personal")
    urls = [f"/hotels/{slug(it)}" for it in titles]
    prices = say.prices("fr", 7)
    slides = "".join(
        f'<div class="swiper-slide"><a href="{u}"><picture><source srcset="/x.webp 1x, /y.webp 2x"><img src="/h/{i}.jpg"></picture>'
        f'<div class="name">{escape(t)}</div><div class="from">dès <strong>{p.text}</strong></div></a></div>'
        for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True))
    )
    body = f'<section class="swiper"><h2>{head}</h2><div class="swiper-wrapper">{slides}</div><button>‹</button><button>›</button></section>'
    truth = planted(
        titles, RECOMMENDED, TOLD, heading=head, urls=urls, prices=[p.amount for p in prices]
    )
    return page("https://escales.example/", body, truth, say=say)


@shape("es")
def search_page_with_ads(say: Say) -> Answer:
    titles, head = say.titles("goods", 8), say.one("results", "lámpara")
    urls = [f"/articulo/{say.number()}" for _ in titles]
    prices = say.prices("de", 8)
    paid = {1, 2}
    mark = say.one("sponsored")
    rows = "".join(
        f'<div class="res"><a href="{u}"><h3>{escape(t)}</h3></a>{f"<small>{mark}</small>" if i in paid else ""}<span>{p.text}</span></div>'
        for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True), 1)
    )
    body = f"<h1>{head}</h1><div id=results>{rows}</div>"
    truth = planted(
        titles, SEARCH, UNTOLD | TOLD, urls=urls, prices=[p.amount for p in prices], sponsored=paid
    )
    return page("https://zocogrande.example/buscar?q=l%C3%A1mpara", body, truth, say=say)


@shape("en")
def anchor_around_all(say: Say) -> Answer:
    titles, head = say.titles("course", 6), say.one("related")
    urls = [f"/learn/{slug(it)}" for it in titles]
    cards = "".join(
        f'<a href="{u}"><div><div><img src="/c/{say.token()}.png" alt="{escape(t)}"></div><div><div>{escape(t)}</div><div>{say.one("names")}</div></div></div></a>'
        for t, u in zip(titles, urls, strict=True)
    )
    body = f"<article><h1>{say.titles('course', 1)[0]}</h1><p>{say.line() * 6}</p></article><div><h2>{head}</h2><div>{cards}</div></div>"
    return page(
        "https://skillgrove.example/learn/now",
        body,
        planted(titles, RECOMMENDED, say.told(head), heading=head, urls=urls),
        say=say,
    )


@shape("de")
def sponsored_box(say: Say) -> Answer:
    titles, mark = say.titles("goods", 4), say.one("sponsored")
    urls = [f"https://klick.werbenetz.example/c?u={say.token(20)}" for _ in titles]
    rows = "".join(
        f'<div class="nat-{say.token(4)}"><a href="{u}" rel="sponsored nofollow"><img src="https://bild.example/{say.token()}.jpg"><span>{escape(t)}</span></a></div>'
        for t, u in zip(titles, urls, strict=True)
    )
    body = f"<article><h1>{say.titles('story', 1)[0]}</h1><p>{say.line() * 5}</p></article><aside><span>{mark}</span>{rows}</aside>"
    truth = planted(titles, AD, TOLD, urls=urls)
    return page("https://blattwerk.example/a/lokales", body, truth, say=say)


@shape("fr")
def html_in_json(say: Say) -> Answer:
    titles, head = say.titles("story", 5), say.one("related")
    urls = [f"https://gazette-midi.example/{slug(it)}" for it in titles]
    cells = "".join(
        f'<li><a href="{u}"><img src="/v/{say.token()}.jpg"><h4>{escape(t)}</h4></a></li>'
        for t, u in zip(titles, urls, strict=True)
    )
    fragment = f'<div class="related"><h3>{escape(head)}</h3><ul>{cells}</ul></div>'
    truth = planted(titles, RECOMMENDED, say.told(head), heading=head, urls=urls)
    value = {"status": "ok", "blocks": [{"target": "#apres", "html": fragment}]}
    return json_answer("https://gazette-midi.example/ajax/blocks?post=9183", value, truth)


@shape("es")
def parallel_arrays(say: Say) -> Answer:
    titles = say.titles("media", 9)
    urls = [f"https://ondalibre.example/e/{say.token(8)}" for _ in titles]
    value = {
        "request_id": say.token(18),
        "placement": "player_next",
        "recommendations": {
            "ids": [say.number() for _ in titles],
            "titles": titles,
            "urls": urls,
            "seconds": [say.number(200, 4000) for _ in titles],
            "scores": [round(0.99 - i / 20, 4) for i in range(9)],
        },
    }
    truth = planted(titles, RECOMMENDED, HARDLY, urls=urls)
    return json_answer("https://api.ondalibre.example/v1/next?episode=77120", value, truth)


@shape("en")
def two_shelves_one_page(say: Say) -> Answer:
    first, second = say.titles("app", 6), say.titles("media", 6)
    heads = [say.one("personal"), say.one("popular")]
    shelves = []
    truths = []
    for head, titles, surface, told in (
        (heads[0], first, RECOMMENDED, TOLD),
        (heads[1], second, FEED, UNTOLD),
    ):
        urls = [f"/item/{slug(it)}" for it in titles]
        cells = "".join(
            f'<li class="x1"><a class="x2" href="{u}"><img src="/z/{say.token()}.png"><p class="x3">{escape(t)}</p></a></li>'
            for t, u in zip(titles, urls, strict=True)
        )
        shelves.append(
            f'<div class="x0"><div class="x5"><h2>{head}</h2></div><ul class="x4">{cells}</ul></div>'
        )
        truths.append(planted(titles, surface, told, heading=head, urls=urls))
    return page("https://appatoll.example/", "".join(shelves), *truths, say=say)


@shape("de")
def bare_array(say: Say) -> Answer:
    titles = say.titles("dish", 6)
    urls = [f"/rezepte/{slug(it)}" for it in titles]
    rows = [
        {"id": say.number(), "name": t, "uri": u, "bild": f"/b/{say.token()}.jpg"}
        for t, u in zip(titles, urls, strict=True)
    ]
    truth = planted(titles, RECOMMENDED, BARE, urls=urls)
    return json_answer("https://kochlust.example/api/recommendations", rows, truth)
