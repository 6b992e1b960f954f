# ruff: noqa: E501 - markup and rows stand as sites write them
"""Answers by the conventions of public interfaces: JSON:API, HAL, OData, GraphQL, feeds, SRU."""

import json
from html import escape

from tests.accuracy.firstcontact.kit import (
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
    planted,
    posted,
    shape,
    slug,
)


@shape("fr")
def jsonapi_ordered_relation(say: Say) -> Answer:
    titles = say.titles("media", 8)
    ids = [str(say.number()) for _ in titles]
    included = [
        {
            "type": "films",
            "id": key,
            "attributes": {"titre": t, "annee": 2020, "slug": slug(t)},
            "links": {"self": f"/api/films/{key}"},
        }
        for key, t in zip(ids, titles, strict=True)
    ]
    say.rng.shuffle(included)
    value = {
        "jsonapi": {"version": "1.1"},
        "data": {
            "type": "films",
            "id": "77",
            "attributes": {"titre": "Marée noire", "annee": 2024, "slug": "maree-noire"},
            "relationships": {
                "genres": {"data": [{"type": "genres", "id": "4"}]},
                "recommandations": {
                    "data": [{"type": "films", "id": key} for key in ids],
                    "links": {"related": "/api/films/77/recommandations"},
                },
            },
        },
        "included": [*included, {"type": "genres", "id": "4", "attributes": {"nom": "Drame"}}],
    }
    return answer(
        "https://cinebreton.example/api/films/77?include=recommandations",
        "application/vnd.api+json",
        json.dumps(value, ensure_ascii=False),
        planted(titles, RECOMMENDED, HARDLY),
    )


@shape("de")
def hal_embedded_events(say: Say) -> Answer:
    titles = say.titles("gig", 9)
    urls = [f"https://api.stadtbuehne.example/events/{say.number()}" for _ in titles]
    rows = [
        {
            "name": t,
            "startsAt": say.when(),
            "_links": {"self": {"href": u}, "venue": {"href": "/venues/3"}},
            "_embedded": {"venue": {"name": "Studiobühne", "_links": {"self": {"href": "/venues/3"}}}},
        }
        for t, u in zip(titles, urls, strict=True)
    ]  # fmt: skip
    value = {
        "_links": {
            "self": {"href": "/events?page=0"},
            "next": {"href": "/events?page=1"},
            "curies": [{"name": "ea", "href": "/docs/{rel}", "templated": True}],
        },
        "_embedded": {"events": rows},
        "page": {"size": 9, "totalElements": 77, "totalPages": 9, "number": 0},
    }
    return answer(
        "https://api.stadtbuehne.example/events?page=0&sort=startsAt,asc",
        "application/hal+json",
        json.dumps(value, ensure_ascii=False),
        planted(titles, LISTING | FEED | {"other"}, HARDLY, urls=urls),
    )


@shape("de")
def odata_catalogue_search(say: Say) -> Answer:
    titles = say.titles("book", 10)
    rows = [
        {
            "@odata.id": f"Medien({say.number()})",
            "@odata.etag": f'W/"{say.token(6)}"',
            "MedienNr": say.number(),
            "Titel": t,
            "Verfasser": n,
            "Jahr": 2019,
            "Verfuegbar": True,
        }
        for t, n in zip(titles, (say.every("names") * 2)[:10], strict=True)
    ]
    value = {
        "@odata.context": "$metadata#Medien(MedienNr,Titel,Verfasser)",
        "@odata.count": 248,
        "value": rows,
        "@odata.nextLink": "Medien?$search=Garten&$skip=10",
    }
    return json_answer(
        "https://katalog.stadtbuecherei.example/odata/Medien?$search=Garten&$top=10&$count=true",
        value,
        planted(titles, SEARCH, HARDLY),
    )


@shape("es")
def graphql_home_of_unions(say: Say) -> Answer:
    mine, hot, paid = say.titles("gear", 6), say.titles("goods", 5), say.titles("ware", 4)
    heads = say.one("tailored"), say.one("hot"), "Patrocinado"
    prices = [say.prices("fr", len(them)) for them in (mine, hot, paid)]
    kinds = ("ProductRailSection", "RankingSection", "SponsoredProductsSection")

    def node(kind: str, head: str, titles: list[str], costs: list) -> dict:
        edges = [
            {
                "cursor": say.token(8),
                "node": {
                    "__typename": "Product",
                    "id": say.token(10),
                    "name": t,
                    "path": f"/p/{slug(t)}",
                    "price": {"amount": p.amount, "currencyCode": "EUR", "formatted": p.text},
                },
            }
            for t, p in zip(titles, costs, strict=True)
        ]
        return {
            "__typename": kind,
            "header": {"text": head},
            "products": {"edges": edges, "pageInfo": {"hasNextPage": False}},
        }

    its = zip(kinds, heads, (mine, hot, paid), prices, strict=True)
    sections = [{"node": node(*it)} for it in its]
    banner = {"node": {"__typename": "BannerSection", "image": "/b.jpg", "link": "/ofertas"}}
    value = {"data": {"viewer": {"home": {"sections": {"edges": [banner, *sections]}}}}}

    def truth(at: int, titles: list[str], surface: frozenset, told: frozenset) -> object:
        return planted(
            titles,
            surface,
            told,
            heading=heads[at],
            urls=[f"/p/{slug(t)}" for t in titles],
            prices=[p.amount for p in prices[at]],
        )

    return json_answer(
        "https://api.tiendaolivo.example/graphql",
        value,
        truth(0, mine, RECOMMENDED, TOLD),
        truth(1, hot, FEED, UNTOLD),
        truth(2, paid, frozenset({"ad"}), TOLD),
        **posted({"operationName": "Home", "variables": {"first": 10}}),
    )


@shape("de")
def rpc_batch(say: Say) -> Answer:
    feed, side = say.titles("thread", 8), say.titles("app", 5)
    posts = [
        {"id": say.token(12), "title": t, "slug": slug(t), "createdAt": say.when(), "votes": 4}
        for t in feed
    ]
    apps = [{"id": say.token(12), "name": t, "tagline": say.line()} for t in side]
    value = [
        {"result": {"data": {"json": {"id": say.token(12), "name": "Jana", "plan": "pro"}}}},
        {
            "result": {
                "data": {
                    "json": {"items": posts, "nextCursor": say.token(12)},
                    "meta": {"values": {f"items.{i}.createdAt": ["Date"] for i in range(8)}},
                }
            }
        },
        {"result": {"data": {"json": apps}}},
    ]
    return json_answer(
        "https://bastlerecke.example/api/trpc/user.me,post.feed,app.recommended?batch=1&input=%7B%7D",
        value,
        planted(feed, FEED, HARDLY),
        planted(side, ANY_CHOSEN, frozenset({True, False, None})),
    )


@shape("fr")
def podcast_channel(say: Say) -> Answer:
    titles = say.titles("episode", 9)
    urls = [f"https://ondes-lentes.example/episodes/{say.number()}" for _ in titles]
    items = "".join(
        f'<item><title>{escape(t)}</title><itunes:title>{escape(t)}</itunes:title><itunes:episode>{90 - i}</itunes:episode><link>{u}</link><guid isPermaLink="false">{say.token(20)}</guid><pubDate>Mon, {23 - i} Nov 2026 06:00:00 +0100</pubDate><itunes:duration>2412</itunes:duration><enclosure url="https://audio.example/{say.token()}.mp3" length="{say.number()}" type="audio/mpeg"/><content:encoded><![CDATA[<p>{say.line()} <a href="https://ondes-lentes.example/dons">Dons</a></p>]]></content:encoded></item>'
        for i, (t, u) in enumerate(zip(titles, urls, strict=True))
    )
    body = f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Ondes lentes</title><atom:link href="https://ondes-lentes.example/rss" rel="self"/><itunes:category text="Society"><itunes:category text="Documentary"/></itunes:category><image><url>https://img.example/o.jpg</url><title>Ondes lentes</title></image>{items}</channel></rss>'
    return answer(
        "https://ondes-lentes.example/rss",
        "application/rss+xml; charset=utf-8",
        body,
        planted(titles, FEED | LISTING, HARDLY, urls=urls),
    )


@shape("en")
def channel_atom(say: Say) -> Answer:
    titles = say.titles("media", 8)
    urls = [f"https://tubelet.example/watch?v={say.token(11)}" for _ in titles]
    entries = "".join(
        f'<entry><id>tl:video:{i}</id><title>{escape(t)}</title><link rel="alternate" href="{escape(u)}"/><author><name>Ada</name><uri>https://tubelet.example/@ada</uri></author><published>{say.when()}</published><media:group><media:title>{escape(t)}</media:title><media:content url="https://tubelet.example/v/{i}" type="video/mp4"/><media:thumbnail url="https://i.example/{i}.jpg"/><media:description>{say.line()}</media:description><media:community><media:starRating count="90" average="5.00"/></media:community></media:group></entry>'
        for i, (t, u) in enumerate(zip(titles, urls, strict=True))
    )
    body = f'<?xml version="1.0"?><feed xmlns:media="http://search.yahoo.com/mrss/" xmlns="http://www.w3.org/2005/Atom"><link rel="self" href="https://tubelet.example/feeds/videos.xml?channel_id=1"/><title>Ada</title><author><name>Ada</name></author>{entries}</feed>'
    return answer(
        "https://tubelet.example/feeds/videos.xml?channel_id=1",
        "text/xml; charset=UTF-8",
        body,
        planted(titles, FEED | LISTING, HARDLY, urls=urls),
    )


@shape("de")
def library_sru(say: Say) -> Answer:
    titles = say.titles("book", 8)
    records = "".join(
        f'<zs:record><zs:recordSchema>oai_dc</zs:recordSchema><zs:recordPacking>xml</zs:recordPacking><zs:recordData><dc xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(t)}</dc:title><dc:creator>{n}</dc:creator><dc:publisher>Verlag am Kai</dc:publisher><dc:date>2021</dc:date><dc:language>ger</dc:language><dc:identifier>https://d-nb.example/{say.number()}</dc:identifier></dc></zs:recordData><zs:recordPosition>{i}</zs:recordPosition></zs:record>'
        for i, (t, n) in enumerate(zip(titles, say.every("names"), strict=True), 1)
    )
    body = f'<?xml version="1.0" encoding="UTF-8"?><zs:searchRetrieveResponse xmlns:zs="http://www.loc.gov/zing/srw/"><zs:version>1.1</zs:version><zs:numberOfRecords>248</zs:numberOfRecords><zs:records>{records}</zs:records><zs:nextRecordPosition>9</zs:nextRecordPosition><zs:echoedSearchRetrieveRequest><zs:query>tit=fluss</zs:query></zs:echoedSearchRetrieveRequest></zs:searchRetrieveResponse>'
    return answer(
        "https://services.d-nb.example/sru/dnb?version=1.1&operation=searchRetrieve&query=tit%3Dfluss",
        "text/xml; charset=utf-8",
        body,
        planted(titles, SEARCH | LISTING, HARDLY),
    )


@shape("en")
def positional_json(say: Say) -> Answer:
    titles, head = say.titles("app", 8), "Similar apps"
    urls = [f"/store/apps/details?id=com.{say.token(8)}" for _ in titles]
    rows = [
        [[f"com.{say.token(8)}", 7], [None, 2, [512, 512], [None, None, f"https://img.example/{i}"]], None, t, ["4.5", 4.5], "Tools", None, [None, None, None, None, [None, None, u]], None, [say.line()]]
        for i, (t, u) in enumerate(zip(titles, urls, strict=True))
    ]  # fmt: skip
    inner = [[[None, [[head, None, None, [None, None, "/store/apps/similar"]]], [rows, None, [1]]]]]
    outer = [["wrb.fr", "ag2B9c", json.dumps(inner), None, None, None, "generic"], ["di", 59]]
    text = json.dumps(outer)
    return answer(
        "https://apps.shelfstore.example/_/StoreUi/data/batchexecute?rpcids=ag2B9c&rt=c",
        "application/json; charset=utf-8",
        f")]}}'\n\n{len(text)}\n{text}\n25\n" + json.dumps([["e", 4, None, None, 9]]),
        planted(titles, RECOMMENDED, HARDLY, urls=urls),
    )


@shape("en")
def workspace_batch(say: Say) -> Answer:
    titles = say.titles("course", 6)
    urls = [f"https://learn.quayworks.example/c/{say.number()}" for _ in titles]
    rows = [
        {"@type": "#learning.course", "id": say.token(12), "displayName": t, "webUrl": u}
        for t, u in zip(titles, urls, strict=True)
    ]
    value = {
        "responses": [
            {"id": "1", "status": 200, "headers": {"Cache-Control": "private"}, "body": {"id": "me", "displayName": "Jo Finch", "mail": None}},
            {"id": "2", "status": 404, "body": {"error": {"code": "NotFound", "message": "No photo"}}},
            {"id": "3", "status": 200, "body": {"@context": "recommendedCourses", "value": rows}},
        ]
    }  # fmt: skip
    request = {"requests": [{"id": "3", "method": "GET", "url": "/me/recommendedCourses?$top=6"}]}
    return json_answer(
        "https://graph.quayworks.example/v1.0/$batch",
        value,
        planted(titles, RECOMMENDED, frozenset({True, False, None}), urls=urls),
        **posted(request),
    )
