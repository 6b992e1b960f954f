# ruff: noqa: E501 - answers stand as sites write them
"""What search engines, content stores, recommenders and ad exchanges answer."""

import json
from html import escape
from urllib.parse import quote

from tests.accuracy.firstcontact.kit import (
    AD,
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


@shape("en")
def deferred_multipart(say: Say) -> Answer:
    titles, head = say.titles("gear", 6), say.one("foryou")
    urls = [f"/item/{slug(t)}" for t in titles]
    edges = [
        {"node": {"__typename": "Product", "id": say.token(), "title": t, "href": u}}
        for t, u in zip(titles, urls, strict=True)
    ]
    first = {"data": {"viewer": {"id": say.token(), "cart": {"lines": []}}}, "hasNext": True}
    late = {
        "incremental": [
            {
                "data": {"recommendations": {"heading": head, "edges": edges}},
                "path": ["viewer"],
                "label": "Recs",
            }
        ],
        "hasNext": False,
    }
    parts = "".join(
        f"\r\n---\r\nContent-Type: application/json; charset=utf-8\r\n\r\n{json.dumps(it)}"
        for it in (first, late)
    )
    truth = planted(titles, RECOMMENDED, TOLD, heading=head, urls=urls)
    return answer(
        "https://api.fernandfell.example/graphql",
        'multipart/mixed; boundary="-"; deferSpec=20220824',
        f"{parts}\r\n-----\r\n",
        truth,
        **posted({"operationName": "Home"}),
    )


@shape("es")
def formatted_hits(say: Say) -> Answer:
    titles = say.titles("book", 9)
    hits = [
        {
            "id": say.number(),
            "title": t,
            "author": say.one("names"),
            "permalink": f"https://letras.example/l/{slug(t)}",
            "_formatted": {
                "id": "1",
                "title": f"<mark>{t[:4]}</mark>{t[4:]}",
                "author": "x",
                "permalink": f"https://letras.example/l/{slug(t)}",
            },
            "_rankingScore": 0.9,
        }
        for t in titles
    ]
    value = {
        "hits": hits,
        "query": "rios",
        "processingTimeMs": 1,
        "limit": 9,
        "offset": 0,
        "estimatedTotalHits": 248,
        "facetDistribution": {"genre": {"novela": 90, "ensayo": 12, "poesía": 7, "teatro": 4}},
    }
    truth = planted(titles, SEARCH, HARDLY, urls=[it["permalink"] for it in hits])
    return json_answer(
        "https://meili.letras.example/indexes/libros/search", value, truth, **posted({"q": "rios"})
    )


@shape("it")
def indexed_docs(say: Say) -> Answer:
    titles = say.titles("brief", 8)
    urls = [f"https://archivio.corrieretto.example/{say.number()}" for _ in titles]
    docs = [
        {"id": str(i), "title_t": [t], "url_s": u, "text_t": [say.line()], "_version_": i}
        for i, (t, u) in enumerate(zip(titles, urls, strict=True))
    ]
    value = {
        "responseHeader": {"status": 0, "QTime": 3, "params": {"q": "cliniche", "rows": "8"}},
        "response": {"numFound": 248, "start": 0, "docs": docs},
        "facet_counts": {"facet_fields": {"anno_i": ["2026", 40, "2025", 31, "2024", 8]}},
        "highlighting": {str(i): {"title_t": [f"<em>{t}</em>"]} for i, t in enumerate(titles)},
    }
    truth = planted(titles, SEARCH, HARDLY, urls=urls)
    return json_answer(
        "https://archivio.corrieretto.example/solr/select?q=cliniche&wt=json&rows=8", value, truth
    )


@shape("de")
def decision_slots(say: Say) -> Answer:
    titles, prices, head = say.titles("gear", 6), say.prices("de", 6), say.one("foryou")
    urls = [f"https://www.bergkauf.example/p/{say.number()}" for _ in titles]
    slots = [
        {
            "sku": say.token(7),
            "slotId": say.token(24),
            "fallback": False,
            "productData": {
                "name": t,
                "url": u,
                "image_url": f"https://img.example/{say.token()}",
                "price": p.amount,
                "in_stock": "true",
                "group_id": say.token(5),
            },
        }
        for t, u, p in zip(titles, urls, prices, strict=True)
    ]
    value = {
        "choices": [
            {
                "id": say.number(),
                "name": "Home Recs 1",
                "type": "RECS_DECISION",
                "decisionId": say.token(20),
                "groups": [],
                "variations": [
                    {
                        "id": say.number(),
                        "payload": {
                            "type": "RECS",
                            "data": {"custom": {"title": head, "cta": "Mehr"}, "slots": slots},
                        },
                    }
                ],
            }
        ],
        "cookies": [{"name": "_dyid_server", "value": say.token(19), "maxAge": "31536000"}],
    }
    truth = planted(
        titles, RECOMMENDED, TOLD, heading=head, urls=urls, prices=[p.amount for p in prices]
    )
    return json_answer(
        "https://direct.dynayield.example/v2/serve/user/choose",
        value,
        truth,
        site="bergkauf.example",
        page="https://www.bergkauf.example/",
        **posted({"user": {"dyid": "9"}, "selector": {"names": ["Home Recs 1"]}}),
    )


@shape("fr")
def recommendation_xml(say: Say) -> Answer:
    titles, prices, head = say.titles("gear", 5), say.prices("uk", 5), say.one("beside")
    urls = [f"https://www.galet.example/fiche/{say.number()}" for _ in titles]
    rows = "".join(
        f'<produit ref="{say.number()}" rang="{i}"><nom>{escape(t)}</nom><adresse>{u}</adresse><image>https://img.example/{i}.jpg</image><prix devise="EUR">{p.amount}</prix></produit>'
        for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True), 1)
    )
    body = f'<?xml version="1.0" encoding="UTF-8"?><reponse statut="ok"><bloc nom="fiche-bas" titre="{escape(head)}">{rows}</bloc></reponse>'
    truth = planted(
        titles, RECOMMENDED, UNTOLD, heading=head, urls=urls, prices=[p.amount for p in prices]
    )
    return answer(
        "https://reco.moteur.example/xml?zone=fiche-bas&produit=9",
        "application/xml; charset=utf-8",
        body,
        truth,
        site="galet.example",
        page="https://www.galet.example/fiche/9",
    )


@shape("fr")
def entries_and_includes(say: Say) -> Answer:
    titles = say.titles("course", 8)
    rows = [
        {
            "metadata": {"tags": []},
            "sys": {"id": say.token(22), "type": "Entry", "createdAt": say.when(), "locale": "fr"},
            "fields": {
                "title": t,
                "slug": slug(t),
                "intro": say.line(),
                "cover": {"sys": {"type": "Link", "linkType": "Asset", "id": f"as{i}"}},
            },
        }
        for i, t in enumerate(titles)
    ]
    assets = [
        {
            "sys": {"id": f"as{i}", "type": "Asset"},
            "fields": {
                "title": f"visuel {say.token(5)}",
                "file": {"url": f"//images.example/{say.token()}.jpg", "contentType": "image/jpeg"},
            },
        }
        for i, _ in enumerate(titles)
    ]
    value = {
        "sys": {"type": "Array"},
        "total": 63,
        "skip": 0,
        "limit": 8,
        "items": rows,
        "includes": {"Asset": assets},
    }
    truth = planted(titles, LISTING | FEED | {"other"}, HARDLY)
    return json_answer(
        "https://cdn.contenus.example/spaces/k2/entries?content_type=cours&order=-sys.createdAt",
        value,
        truth,
        site="apprentis.example",
        page="https://apprentis.example/cours",
    )


@shape("de")
def dataset_query_result(say: Say) -> Answer:
    titles = say.titles("brief", 7)
    rows = [
        {
            "_id": say.token(20),
            "_type": "post",
            "title": t,
            "slug": {"_type": "slug", "current": slug(t)[:40]},
            "publishedAt": say.when(),
            "mainImage": {"asset": {"_ref": f"image-{say.token(20)}-1200x800-jpg"}},
        }
        for t in titles
    ]
    asked = '*[_type == "post"] | order(publishedAt desc)[0...7]'
    value = {
        "query": asked,
        "result": rows,
        "ms": 5,
        "syncTags": ["s1:abc"],
    }
    truth = planted(titles, LISTING | FEED | {"other"}, HARDLY)
    return json_answer(
        f"https://p1.apicdn.sanitas.example/v2026-01-01/data/query/production?query={quote(asked)}",
        value,
        truth,
        site="wiesenblog.example",
        page="https://wiesenblog.example/",
    )


@shape("en")
def bid_with_native_markup(say: Say) -> Answer:
    titles = say.titles("goods", 4)
    urls = [f"https://clk.bidworks.example/c/{say.token(30)}" for _ in titles]
    bids = [
        {
            "id": say.token(8),
            "impid": str(i),
            "price": 0.41,
            "adomain": [f"{say.token(6)}.example"],
            "crid": say.token(8),
            "adm": json.dumps(
                {
                    "native": {
                        "ver": "1.2",
                        "assets": [
                            {"id": 1, "title": {"text": t}},
                            {"id": 2, "img": {"url": f"https://i.example/{i}.jpg", "w": 300}},
                            {"id": 3, "data": {"type": 1, "value": say.one("names")}},
                        ],
                        "link": {"url": u},
                        "imptrackers": [f"https://t.bidworks.example/i/{say.token()}"],
                    }
                }
            ),
        }
        for i, (t, u) in enumerate(zip(titles, urls, strict=True), 1)
    ]
    value = {
        "id": say.token(20),
        "seatbid": [{"bid": bids, "seat": "77", "group": 0}],
        "cur": "USD",
        "bidid": say.token(8),
    }
    truth = planted(titles, AD, HARDLY | TOLD, urls=urls)
    return json_answer(
        "https://rtb.bidworks.example/openrtb2/auction?pub=9",
        value,
        truth,
        site="millpost.example",
        page="https://millpost.example/",
        **posted({"imp": [{"id": "1", "native": {}}], "site": {"id": "9"}}),
    )


@shape("pl")
def promoted_and_regular(say: Say) -> Answer:
    every, prices = say.titles("gear", 12), say.prices("pl", 12)
    lists, groups = [], {}
    for key, surface, told, part in (
        ("promoted", AD | SEARCH, HARDLY | TOLD, slice(0, 4)),
        ("regular", SEARCH | LISTING, HARDLY, slice(4, 12)),
    ):
        titles, paid = every[part], prices[part]
        urls = [f"https://targowo.example/oferta/{slug(t)}-{say.number()}" for t in titles]
        groups[key] = [
            {
                "id": u.rsplit("-", 1)[1],
                "name": t,
                "url": u,
                "sellingMode": {"format": "BUY_NOW", "price": {"amount": p.amount, "currency": "PLN"}},
                "delivery": {"lowestPrice": {"amount": "8.99", "currency": "PLN"}},
                "images": [{"url": f"https://a.example/{say.token()}"}],
                "promotion": {"emphasized": key == "promoted"},
            }
            for t, u, p in zip(titles, urls, paid, strict=True)
        ]  # fmt: skip
        lists.append(planted(titles, surface, told, urls=urls, prices=[p.amount for p in paid]))
    value = {
        "items": groups,
        "searchMeta": {"availableCount": 248, "totalCount": 248},
        "categories": {"subcategories": [{"id": str(i), "name": f"Dział {i}", "count": 3} for i in range(6)]},
    }  # fmt: skip
    return json_answer("https://api.targowo.example/offers/listing?phrase=mysz", value, *lists)
