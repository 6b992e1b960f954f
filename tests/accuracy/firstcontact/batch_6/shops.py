# ruff: noqa: E501 - markup and rows stand as sites write them
"""What shop platforms of these years answer: money in minor units, money objects, offers, widgets."""

from decimal import Decimal

from tests.accuracy.firstcontact.kit import (
    HARDLY,
    LISTING,
    RECOMMENDED,
    SEARCH,
    TOLD,
    Answer,
    Say,
    json_answer,
    planted,
    posted,
    shape,
    slug,
)

ANYHOW = frozenset({True, False, None})


@shape("es")
def seller_offers_search(say: Say) -> Answer:
    titles, prices = say.titles("ware", 9), say.prices("fr", 9)
    urls = [f"/{slug(t)}/p" for t in titles]
    rows = [
        {
            "productId": str(say.number()),
            "productName": t,
            "brand": t.split(",")[0].split()[-1],
            "link": u,
            "linkText": slug(t),
            "categories": ["/Casa/Cocina/", "/Casa/"],
            "priceRange": {
                "sellingPrice": {"lowPrice": float(p.amount), "highPrice": float(p.amount)},
                "listPrice": {
                    "lowPrice": float(p.amount) + 12,
                    "highPrice": float(p.amount) + 12,
                },
            },
            "items": [
                {
                    "itemId": str(say.number()),
                    "name": "Único",
                    "images": [{"imageUrl": f"https://img.example/{say.token()}.jpg"}],
                    "sellers": [
                        {
                            "sellerId": "1",
                            "sellerDefault": True,
                            "commertialOffer": {
                                "Price": float(p.amount),
                                "ListPrice": float(p.amount) + 12,
                                "AvailableQuantity": 90,
                            },
                        }
                    ],
                }
            ],
        }
        for t, u, p in zip(titles, urls, prices, strict=True)
    ]
    value = {
        "products": rows,
        "recordsFiltered": 248,
        "correction": {"misspelled": False},
        "operator": "and",
        "pagination": {"count": 28, "current": {"index": 1}, "next": {"index": 2}},
    }
    return json_answer(
        "https://www.musgo.example/api/io/_v/api/intelligent-search/product_search/?query=manguera&page=1&count=9",
        value,
        planted(titles, SEARCH, HARDLY, urls=urls, prices=[p.amount for p in prices]),
    )


@shape("de")
def localized_cent_amounts(say: Say) -> Answer:
    titles, prices = say.titles("gear", 8), say.prices("de", 8)
    rows = [
        {
            "id": say.token(24),
            "version": 4,
            "key": slug(t),
            "productType": {"typeId": "product-type", "id": say.token(24)},
            "name": {"de-DE": t, "en-GB": f"Item {i}"},
            "slug": {"de-DE": slug(t), "en-GB": f"item-{i}"},
            "categories": [{"typeId": "category", "id": say.token(24)}],
            "masterVariant": {
                "id": 1,
                "sku": say.token(8).upper(),
                "price": {
                    "id": say.token(24),
                    "value": {
                        "type": "centPrecision",
                        "currencyCode": "EUR",
                        "centAmount": int(Decimal(p.amount) * 100),
                        "fractionDigits": 2,
                    },
                },
                "images": [{"url": f"https://img.example/{i}.jpg", "dimensions": {"w": 1, "h": 1}}],
                "attributes": [{"name": "farbe", "value": {"key": "s", "label": "Schwarz"}}],
            },
            "variants": [],
        }
        for i, (t, p) in enumerate(zip(titles, prices, strict=True))
    ]
    value = {"limit": 8, "offset": 0, "count": 8, "total": 248, "results": rows, "facets": {}}
    return json_answer(
        "https://api.kiesladen.example/kies/product-projections/search?filter=categories.id:%22x%22&limit=8&localeProjection=de-DE",
        value,
        planted(titles, LISTING | SEARCH | {"other"}, HARDLY, prices=[p.amount for p in prices]),
    )


@shape("en")
def storefront_recommendations(say: Say) -> Answer:
    titles, prices = say.titles("ware", 6), say.prices("us", 6)
    urls = [f"https://perrin.example/products/{slug(t)}" for t in titles]
    rows = [
        {
            "id": f"gid://shop/Product/{say.number()}",
            "title": t,
            "handle": slug(t),
            "onlineStoreUrl": u,
            "featuredImage": {"url": f"https://cdn.example/{say.token()}.jpg", "altText": None},
            "priceRange": {"minVariantPrice": {"amount": p.amount, "currencyCode": "USD"}},
            "variants": {"nodes": [{"id": f"gid://shop/ProductVariant/{say.number()}", "title": "Default Title"}]},
        }
        for t, u, p in zip(titles, urls, prices, strict=True)
    ]  # fmt: skip
    return json_answer(
        "https://perrin.example/api/2025-07/graphql.json",
        {"data": {"productRecommendations": rows}, "extensions": {"cost": {"requestedQueryCost": 9}}},
        planted(titles, RECOMMENDED, HARDLY, urls=urls, prices=[p.amount for p in prices]),
        **posted({"query": "query R($id:ID!){productRecommendations(productId:$id,intent:RELATED){id title}}"}),
    )  # fmt: skip


@shape("en")
def pathways_widget(say: Say) -> Answer:
    titles, prices, head = say.titles("gear", 8), say.prices("us", 8), "Just for you"
    urls = [f"https://hexley.example/shop/{slug(t)}?sku={say.number()}" for t in titles]
    docs = [
        {"pid": str(say.number()), "title": t, "url": u, "price": float(p.amount), "sale_price": float(p.amount), "thumb_image": f"https://img.example/{i}.jpg", "brand": "Hexley"}
        for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True))
    ]  # fmt: skip
    value = {
        "metadata": {
            "query": {},
            "widget": {"id": say.token(8), "rid": say.token(24), "name": head, "description": "home rail", "type": "personalized"},
            "response": {"personalized_results": True, "recall": "original"},
        },
        "response": {"docs": docs, "numFound": 248, "start": 0},
    }  # fmt: skip
    return json_answer(
        "https://pathways.dxpapi.example/api/v1/widgets/personalized/abc?account_id=9&user_id=u77",
        value,
        planted(titles, RECOMMENDED, TOLD, urls=urls, prices=[p.amount for p in prices]),
        site="hexley.example",
        page="https://hexley.example/",
    )


@shape("fr")
def suggest_with_products(say: Say) -> Answer:
    titles, prices = say.titles("gear", 5), say.prices("fr", 5)
    urls = [f"https://galet.example/p/{say.number()}" for _ in titles]
    value = {
        "query": "sour",
        "suggestions": [{"value": w, "count": say.number(2, 90)} for w in ("souris", "souris sans fil", "sourdine", "sourire")],
        "categories": [{"name": n, "url": f"/c/{slug(n)}"} for n in ("Informatique", "Bureau")],
        "products": [
            {"name": t, "link": u, "price": p.text, "image": f"/i/{i}.webp"}
            for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True))
        ],
    }  # fmt: skip
    return json_answer(
        "https://galet.example/search/suggest.json?q=sour&resources[limit]=5",
        value,
        planted(titles, SEARCH, HARDLY, urls=urls, prices=[p.amount for p in prices]),
        page="https://galet.example/",
        site="galet.example",
    )


@shape("de")
def marketplace_search_sponsored(say: Say) -> Answer:
    titles, prices = say.titles("ware", 10), say.prices("de", 10)
    urls = [f"/p/{slug(t)}/{say.number()}" for t in titles]
    paid = {1, 2, 7}
    rows = [
        {
            "type": "PRODUCT",
            "payload": {
                "sku": str(say.number()),
                "title": t,
                "canonicalUrl": u,
                "pricing": {"current": {"value": float(p.amount), "currency": "EUR", "display": p.text}, "rrp": {"value": float(p.amount) + 20, "currency": "EUR"}},
                "isSponsored": i in paid,
                "adLabel": "Gesponsert" if i in paid else None,
                "seller": {"name": "Tilda & Söhne", "rating": 4.8},
            },
        }
        for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True), 1)
    ]  # fmt: skip
    rows.insert(4, {"type": "TEASER", "payload": {"headline": "Winterschlussverkauf", "target": "/sale"}})  # fmt: skip
    return json_answer(
        "https://www.allesmarkt.example/api/search?q=badematte&page=1",
        {"tiles": rows, "meta": {"query": "badematte", "hits": 248}},
        planted(
            titles,
            SEARCH,
            ANYHOW,
            urls=urls,
            prices=[p.amount for p in prices],
            sponsored=paid,
        ),
    )
