"""Answers of interfaces: the ways in which lists are written as JSON."""

import json

from companion.model import Surface
from tests.accuracy.shapes.shape import Made, Planted, answer, shape
from tests.accuracy.shapes.words import Thing, things

REC, FEED, AD = Surface.RECOMMENDATION, Surface.FEED, Surface.AD
LISTING, SEARCH = Surface.LISTING, Surface.SEARCH


def plain(thing: Thing) -> dict:
    return {
        "id": thing.id,
        "title": thing.title,
        "url": thing.path,
        "image": {"src": thing.image, "width": 400},
        "author": {"name": thing.author, "id": 7},
    }


@shape(1)
def flat_array() -> Made:
    made = things("flat", 8)
    return answer({"recommendations": [plain(t) for t in made]}), (Planted(made, REC),)


@shape(1)
def relay_edges() -> Made:
    made = things("edges", 10, "de")
    edges = [{"cursor": f"c{i}", "node": plain(t)} for i, t in enumerate(made)]
    body = {"data": {"viewer": {"forYouFeed": {"edges": edges, "pageInfo": {"hasNext": True}}}}}
    return answer(body), (Planted(made, REC),)


@shape(1)
def renderers_with_runs() -> Made:
    made = things("runs", 12)

    def one(t: Thing) -> dict:
        return {
            "videoRenderer": {
                "videoId": f"v{t.id}Xk_{t.id}",
                "title": {"runs": [{"text": t.title[:9]}, {"text": t.title[9:]}]},
                "thumbnail": {"thumbnails": [{"url": t.image, "width": 120}] * 2},
                "menu": {
                    "items": [{"text": "Add to queue"}, {"text": "Share"}, {"text": "Report"}]
                },
            }
        }

    shelf = {
        "shelfRenderer": {
            "title": {"simpleText": "Recommended for you"},
            "contents": [*map(one, made), {"continuationItemRenderer": {"token": "CDEFxyz123456"}}],
        }
    }
    planted = Planted(made, REC, "Recommended for you", links=False, told=True, judged=True)
    return answer({"contents": {"sections": [shelf]}}), (planted,)


@shape(1)
def ads_among_items() -> Made:
    made = things("ads", 9)
    items = [
        {"promoted_item": {"ad": {"headline": t.title, "click_url": t.path, "id": t.id}}}
        if rank in {3, 7}
        else {"story": plain(t)}
        for rank, t in enumerate(made, 1)
    ]
    planted = Planted(made, FEED, sponsored=frozenset({3, 7}))
    return answer({"feed": items}, "https://api.news.example/v2/home/feed"), (planted,)


@shape(1)
def store_and_order() -> Made:
    made = things("store", 14)
    store = {f"item:{t.id}": {"headline": t.title, "href": t.path, "img": t.image} for t in made}
    chosen = [made[i] for i in (5, 2, 11, 8, 0, 13)]
    body = {
        "entities": store,
        "slots": {"recommended": [f"item:{t.id}" for t in chosen]},
    }
    return answer(body), (Planted(chosen, REC),)


@shape(1)
def refs_in_a_cache() -> Made:
    made = things("refs", 7)
    cache: dict = {f"Article:{t.id}": {"__typename": "Article", **plain(t)} for t in made}
    order = [made[i] for i in (6, 0, 3, 2, 5, 1, 4)]
    cache["ROOT_QUERY"] = {"related": [{"__ref": f"Article:{t.id}"} for t in order]}
    return answer(cache), (Planted(order, REC),)


@shape(1)
def parallel_arrays() -> Made:
    made = things("columns", 6)
    body = {
        "recs": {
            "titles": [t.title for t in made],
            "urls": [t.path for t in made],
            "ids": [t.id for t in made],
        }
    }
    return answer(body), (Planted(made, REC),)


@shape(1)
def rows_with_header() -> Made:
    made = things("rows", 8)
    rows = [[t.id, t.title, t.path, t.image, t.day] for t in made]
    columns = ["id", "title", "url", "image", "published"]
    return answer({"columns": columns, "rows": rows}), (Planted(made, LISTING),)


@shape(1)
def shelves_of_shelves() -> Made:
    heads = ("Because you watched The Harbour", "Trending now", "New releases")
    rows = [things(f"shelf{i}", 9) for i in range(3)]
    lolomo = [
        {"id": f"row{i}", "displayName": head, "items": [plain(t) for t in row]}
        for i, (head, row) in enumerate(zip(heads, rows, strict=True))
    ]
    planted = (
        Planted(rows[0], REC, heads[0], told=True, judged=True),
        Planted(rows[1], FEED, heads[1], told=False, judged=True),
        Planted(rows[2], FEED, heads[2], told=False, judged=True),
    )
    return answer({"rows": lolomo}), planted


@shape(1)
def several_lines() -> Made:
    made = things("lines", 6)
    body = "\n".join(json.dumps(plain(t)) for t in made)
    return answer(body, kind="application/x-ndjson"), (Planted(made, LISTING),)


@shape(1)
def guarded() -> Made:
    made = things("guard", 7)
    body = ")]}'\n" + json.dumps({"results": [plain(t) for t in made]})
    url = "https://www.shop.example/search/api?q=harbour"
    return answer(body, url), (Planted(made, SEARCH),)


@shape(1)
def called_back() -> Made:
    made = things("jsonp", 5)
    listed = [
        {"type": "sponsored", "branding": "Brand", "name": t.title, "url": t.path, "thumbnail": [
            {"url": t.image}], "id": f"~~{t.id}abc", "sponsored": True}
        for t in made
    ]  # fmt: skip
    body = f"TRC.callback({json.dumps({'list': listed})});"
    planted = Planted(made, AD, sponsored=frozenset(range(1, 6)))
    return answer(body, kind="text/javascript"), (planted,)


@shape(1)
def event_stream() -> Made:
    made = things("events", 6)
    body = f"event: hello\ndata: 1\n\nevent: feed\ndata: {json.dumps([plain(t) for t in made])}\n\n"
    return answer(body, kind="text/event-stream"), (Planted(made),)


@shape(1)
def json_in_json() -> Made:
    made = things("nested", 6, "fr")
    body = {"ok": True, "payload": json.dumps({"suggestions": [plain(t) for t in made]})}
    return answer(body), (Planted(made, REC),)


@shape(1)
def products_with_prices() -> Made:
    made = things("prices", 8)
    listed = [
        {"sku": f"S{t.id}", "name": t.title, "price": {"value": t.cents / 100, "currency": "EUR"},
         "link": t.path, "images": [{"url": t.image}],
         "variants": [{"id": f"{t.id}{s}", "name": f"{t.title} {s}"} for s in "SML"]}
        for t in made
    ]  # fmt: skip
    body = {"title": "Customers also bought", "products": listed}
    planted = Planted(made, REC, "Customers also bought", prices="EUR", told=False, judged=True)
    return answer(body), (planted,)


@shape(1)
def reasons_per_item() -> Made:
    made = things("reasons", 6)
    listed = [plain(t) | {"reason": {"text": f"Because you read {t.topic}"}} for t in made]
    return answer({"cards": listed}), (Planted(made, REC, told=None),)


@shape(1)
def feed_of_xml() -> Made:
    made = things("rss", 10)
    items = "".join(
        f"<item><title>{t.title}</title><link>https://news.example{t.path}</link>"
        f"<pubDate>Tue, 03 Mar 2026 08:00:00 GMT</pubDate>"
        f"<description>{t.teaser}</description></item>"
        for t in made
    )
    channel = f"<channel><title>Latest</title>{items}</channel>"
    body = f'<?xml version="1.0"?><rss version="2.0">{channel}</rss>'
    return answer(body, "https://news.example/feed", kind="application/rss+xml"), (
        Planted(made, FEED),
    )


@shape(1)
def map_by_id() -> Made:
    made = things("map", 8)
    body = {"items": {str(t.id): {"title": t.title, "url": t.path, "image": t.image} for t in made}}
    return answer(body), (Planted(made, LISTING),)


@shape(1)
def strapi_attributes() -> Made:
    made = things("strapi", 7, "es")
    listed = [
        {"id": t.id, "attributes": {"titulo": t.title, "slug": t.slug, "publishedAt": t.day,
         "portada": {"data": {"attributes": {"url": t.image}}}}}
        for t in made
    ]  # fmt: skip
    return answer({"data": listed, "meta": {"pagination": {"page": 1}}}), (
        Planted(made, LISTING, links=False),
    )


@shape(1)
def polymorphic_feed() -> Made:
    made = things("poly", 9)
    kinds = (
        lambda t: {"type": "article", "headline": t.title, "url": t.path, "hero": t.image},
        lambda t: {
            "type": "video",
            "title": t.title,
            "watchUrl": t.path,
            "poster": t.image,
            "sec": 9,
        },
        lambda t: {"type": "gallery", "name": t.title, "link": t.path, "photos": [t.image] * 2},
    )
    listed = [kinds[i % 3](t) for i, t in enumerate(made)]
    return answer({"stream": listed}), (Planted(made, FEED, links=False),)
