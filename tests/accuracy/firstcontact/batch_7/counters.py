# ruff: noqa: E501 - markup and rows stand as sites write them
"""What shops and marketplaces answer to their own pages: listings, relations, tiles, markup in JSON."""

import json

from tests.accuracy.firstcontact.batch_7.rows import addresses, rows
from tests.accuracy.firstcontact.kit import (
    FEED,
    HARDLY,
    LISTING,
    RECOMMENDED,
    SEARCH,
    TOLD,
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

ANYHOW = frozenset({True, False, None})


@shape("de")
def listing_with_calculated_price(say: Say) -> Answer:
    titles, prices = say.titles("stock", 7), say.prices("de", 7)
    rows_ = [
        {
            "id": say.token(32),
            "productNumber": f"SW1000{i}",
            "translated": {"name": t, "description": f"<p>{say.line()}</p>", "keywords": None},
            "name": None,
            "calculatedPrice": {"unitPrice": float(p.amount), "quantity": 1, "totalPrice": float(p.amount), "listPrice": {"price": float(p.amount) + 30, "percentage": 12.5}, "referencePrice": None},
            "available": True,
            "cover": {"media": {"url": f"https://cdn.example/{i}.jpg", "alt": None}},
            "seoUrls": [{"seoPathInfo": f"Wohnen/{slug(t)}/SW1000{i}", "isCanonical": True}],
            "apiAlias": "product",
        }
        for i, (t, p) in enumerate(zip(titles, prices, strict=True), 1)
    ]  # fmt: skip
    value = {"sorting": "name-asc", "currentFilters": {"navigationId": say.token(32), "price": {"min": None, "max": None}}, "page": 1, "limit": 24, "availableSortings": [{"key": k, "label": n} for k, n in (("name-asc", "Name A-Z"), ("price-asc", "Preis aufsteigend"), ("topseller", "Beliebtheit"))], "total": 7, "aggregations": {"manufacturer": {"entities": [{"id": say.token(8), "translated": {"name": n}} for n in ("Brockhof", "Ottilie", "Fjelltop")]}}, "elements": rows_, "apiAlias": "product_listing"}  # fmt: skip
    return json_answer(
        f"https://shop.brockhof.example/store-api/product-listing/{say.token(32)}",
        value,
        planted(titles, LISTING, HARDLY, prices=[p.amount for p in prices]),
        **posted({"page": 1}),
    )


@shape("fr")
def product_with_three_relations(say: Say) -> Answer:
    drawn, prices = say.titles("stock", 13), say.prices("fr", 13)
    every = [
        {"uid": say.token(6), "sku": f"L{i}", "name": t, "url_key": slug(t), "small_image": {"url": f"https://img.example/{i}.jpg", "label": t}, "price_range": {"minimum_price": {"regular_price": {"value": float(p.amount) + 8, "currency": "EUR"}, "final_price": {"value": float(p.amount), "currency": "EUR"}}}}
        for i, (t, p) in enumerate(zip(drawn, prices, strict=True))
    ]  # fmt: skip
    parts = {"related_products": (1, 5), "upsell_products": (5, 9), "crosssell_products": (9, 13)}
    item = every[0] | {name: every[a:b] for name, (a, b) in parts.items()}
    return json_answer(
        "https://www.ruisseau.example/graphql?operationName=relations",
        {"data": {"products": {"items": [item], "__typename": "Products"}}},
        *(
            planted(drawn[a:b], RECOMMENDED, HARDLY, prices=[p.amount for p in prices[a:b]])
            for a, b in parts.values()
        ),
    )


@shape("de")
def grocer_tiles_with_base_price(say: Say) -> Answer:
    titles, prices = say.titles("stock", 8), say.prices("de", 8)
    urls = addresses("/produkte/{s}/p/{i}77", titles)
    tiles = [
        {
            "tileType": "product",
            "gtin": str(say.number(4_000_000, 4_999_999)),
            "brandName": t.split()[0],
            "title": {"headline": t, "tag": None},
            "links": {"self": u},
            "price": {"current": {"text": p.text, "value": float(p.amount)}, "infos": [f"0,75 l (13,2{i} € je 1 l)"], "strikeThrough": None},
            "rating": {"value": 4.6, "count": 31},
            "eyecatchers": [{"alt": "Neu", "src": "/neu.svg"}],
            "imageUrlTemplate": f"https://media.example/{i}/{{transformations}}.jpg",
        }
        for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True))
    ]  # fmt: skip
    return json_answer(
        "https://product-search.moormeer.example/de/search?query=flasche&pageSize=8",
        {"products": tiles, "count": 8, "totalPages": 4, "facets": [{"name": "brand", "values": [{"name": "Ottilie", "count": 3}, {"name": "Fjelltop", "count": 2}]}]},
        planted(titles, SEARCH, HARDLY, urls=urls, prices=[p.amount for p in prices]),
    )  # fmt: skip


@shape("fr")
def markup_in_an_answer(say: Say) -> Answer:
    titles, prices = say.titles("stock", 5), say.prices("fr", 5)
    urls = addresses("https://loutrette.example/fr/{s}", titles)
    cards = rows('<li class="reco-item"><a href="{u}" data-reco-id="{i}"><img src="https://img.example/{i}.jpg" alt=""><span class="reco-name">{t}</span><span class="reco-price">{p}</span></a></li>', titles, urls, p=[p.text for p in prices])  # fmt: skip
    html = f'<div class="reco"><h3>Rien que pour vous</h3><ul class="reco-list">{cards}</ul></div>'
    return json_answer(
        "https://loutrette.example/module/recos/ajax?hook=home&ajax=1",
        {"success": True, "errors": [], "hook": "displayHome", "html": html},
        planted(titles, RECOMMENDED, TOLD, heading="Rien que pour vous", urls=urls, prices=[p.amount for p in prices]),
    )  # fmt: skip


@shape("es")
def polycards_in_state(say: Say) -> Answer:
    titles, prices, paid = say.titles("lot", 8), say.prices("hu", 8), {1, 6}
    urls = addresses("https://articulo.todomercado.example/MX-{i}-{s}-_JM", titles)
    cards = [
        {
            "id": "POLYCARD",
            "state": "VISIBLE",
            "polycard": {
                "unique_id": say.token(20),
                "metadata": {"id": f"MX{i}", "url": u, "is_pad": str(i in paid).lower()},
                "components": [
                    *([{"type": "ads_label", "ads_label": {"text": "Patrocinado"}}] if i in paid else []),
                    {"type": "title", "title": {"text": t}},
                    {"type": "price", "price": {"current_price": {"value": int(p.amount), "currency": "MXN"}}},
                    {"type": "shipping", "shipping": {"text": "Envío gratis"}},
                ],
            },
        }
        for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True), 1)
    ]  # fmt: skip
    cards.insert(3, {"id": "INTERVENTION", "state": "VISIBLE", "title": {"text": "Ayúdanos a mejorar"}})  # fmt: skip
    state = {"pageState": {"initialState": {"query": "piano", "results": cards, "sort": {"options": [{"id": "relevance", "name": "Más relevantes"}, {"id": "price_asc", "name": "Menor precio"}]}}}}  # fmt: skip
    script = json.dumps(state, ensure_ascii=False)
    return page(
        "https://listado.todomercado.example/piano",
        f'<div id="root-app"></div><script id="__PRELOADED_STATE__" type="application/json">{script}</script>',
        planted(titles, SEARCH | LISTING, ANYHOW, urls=urls, prices=[p.amount for p in prices], sponsored=paid),
        say=say,
    )  # fmt: skip


@shape("en")
def in_stock_instead(say: Say) -> Answer:
    titles, prices = say.titles("stock", 5), say.prices("uk", 5)
    urls = addresses("/p/{s}?src=oos", titles)
    told = [f'<ins>{p.text}</ins> <del>£9,999.00</del>' if i % 2 else f"<span>{p.text}</span>" for i, p in enumerate(prices)]  # fmt: skip
    cards = rows('<article class="alt"><a href="{u}"><img src="/o{i}.jpg" alt=""></a><div><a href="{u}"><strong>{t}</strong></a><p>{p}</p><small>In stock · 24h dispatch</small></div></article>', titles, urls, p=told)  # fmt: skip
    return answer(
        "https://fjelltop.example/fragments/oos-alternatives?sku=F17",
        "text/html; charset=utf-8",
        f'<section class="oos"><h2>Out of stock? Try these similar items</h2>{cards}</section>',
        planted(titles, RECOMMENDED, frozenset({False}), heading="Try these similar items", urls=urls, prices=[p.amount for p in prices]),
        page="https://fjelltop.example/p/f17",
        site="fjelltop.example",
    )  # fmt: skip


@shape("en")
def store_front_categories(say: Say) -> Answer:
    drawn, prices = say.titles("show", 16), say.prices("uk", 16)
    items = [
        {"id": say.number(), "type": 0, "name": t, "discounted": i % 2 == 0, "discount_percent": 20 if i % 2 == 0 else 0, "original_price": int(float(p.amount) * 100) + (900 if i % 2 == 0 else 0), "final_price": round(float(p.amount) * 100), "currency": "GBP", "large_capsule_image": f"https://img.example/{i}.jpg", "windows_available": True}
        for i, (t, p) in enumerate(zip(drawn, prices, strict=True))
    ]  # fmt: skip
    parts = {"specials": ("Specials", 0, 5), "top_sellers": ("Top Sellers", 5, 11), "new_releases": ("New Releases", 11, 16)}  # fmt: skip
    value = {"0": {"id": "cat_spotlight", "name": "Spotlights", "items": [{"name": "Autumn sale", "header_image": "/s.jpg", "url": "https://halvard.example/sale"}]}}  # fmt: skip
    value |= {key: {"id": f"cat_{key}", "name": name, "items": items[a:b]} for key, (name, a, b) in parts.items()}  # fmt: skip
    return json_answer(
        "https://store.halvard.example/api/featuredcategories?cc=GB",
        value | {"status": 1},
        *(
            planted(drawn[a:b], FEED | LISTING, frozenset({False, None}), heading=name, prices=[p.amount for p in prices[a:b]])
            for name, a, b in parts.values()
        ),
    )  # fmt: skip
