# ruff: noqa: E501 - markup and prices stand as sites write them
"""What shop platforms deliver: theme fragments, store interfaces, recommenders, bundles."""

import json
from decimal import Decimal
from html import escape

from tests.accuracy.firstcontact.kit import (
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
def theme_section_fragment(say: Say) -> Answer:
    titles, prices, head = say.titles("gear", 4), say.prices("uk", 4), say.one("beside")
    rec = say.token(16)
    urls = [
        f"/products/{slug(t)}?pr_prod_strat=e5_desc&pr_rec_id={rec}&pr_ref_pid={say.number()}&pr_seq=uniform"
        for t in titles
    ]
    cells = "".join(
        f'<li class="grid__item"><div class="card-wrapper product-card-wrapper underline-links-hover"><div class="card card--standard card--media"><div class="card__inner ratio"><div class="card__media"><img srcset="//cdn.example/{i}_165x.jpg 165w, //cdn.example/{i}_360x.jpg 360w" alt="{escape(t)}" loading="lazy"></div><div class="card__content"><h3 class="card__heading"><a href="{escape(u)}" class="full-unstyled-link">{escape(t)}</a></h3></div></div><div class="card__content"><div class="card__information"><h3 class="card__heading h5"><a href="{escape(u)}" class="full-unstyled-link">{escape(t)}</a></h3><div class="price"><div class="price__regular"><span class="visually-hidden">Regular price</span><span class="price-item price-item--regular">{p.text} GBP</span></div></div></div></div></div></div></li>'
        for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True))
    )
    body = f'<div id="shopify-section-rel" class="shopify-section section"><style>.s{{padding:0}}</style><product-recommendations class="related-products page-width" data-url="/recommendations/products?limit=4"><h2 class="related-products__heading">{head}</h2><ul class="grid product-grid" role="list">{cells}</ul></product-recommendations></div>'
    truth = planted(
        titles,
        RECOMMENDED,
        UNTOLD,
        heading=head,
        urls=urls,
        prices=[p.amount for p in prices],
    )
    return answer(
        "https://fernandfell.example/recommendations/products?section_id=rel&product_id=77&limit=4",
        "text/html; charset=utf-8",
        body,
        truth,
        page="https://fernandfell.example/products/mug",
    )


@shape("de")
def collection_products_json(say: Say) -> Answer:
    titles, prices = say.titles("gear", 9), say.prices("de", 9)
    rows = [
        {
            "id": say.number(),
            "title": t,
            "handle": slug(t),
            "body_html": f"<p>{say.line()}</p>",
            "vendor": say.one("names"),
            "product_type": "",
            "tags": ["neu", "lager"],
            "variants": [
                {"id": say.number(), "title": f"Größe {s}", "price": p.amount, "available": True}
                for s in ("S", "M", "L", "XL")
            ],
            "images": [
                {"id": say.number(), "position": n, "src": f"https://cdn.example/{say.token()}.jpg"}
                for n in range(1, 4)
            ],
            "options": [{"name": "Größe", "position": 1, "values": ["S", "M", "L", "XL"]}],
        }
        for t, p in zip(titles, prices, strict=True)
    ]
    truth = planted(titles, LISTING | {"other"}, HARDLY)
    return json_answer(
        "https://kiesladen.example/collections/all/products.json?limit=9", {"products": rows}, truth
    )


@shape("fr")
def blog_shop_related(say: Say) -> Answer:
    titles, head, was = say.titles("gear", 4), "Produits similaires", say.prices("fr", 4)
    urls = [f"https://boutique-galet.example/produit/{slug(t)}/" for t in titles]
    now = [Decimal(p.amount) / 2 for p in was]

    def bdi(text: str) -> str:
        return f'<span class="woocommerce-Price-amount amount"><bdi>{text}&nbsp;<span class="woocommerce-Price-currencySymbol">&euro;</span></bdi></span>'

    cells = "".join(
        f'<li class="product type-product post-{say.number()} status-publish instock sale"><a href="{u}" class="woocommerce-LoopProduct-link woocommerce-loop-product__link"><span class="onsale">Promo !</span><img width="300" src="/wp-content/{i}.jpg" alt=""><h2 class="woocommerce-loop-product__title">{escape(t)}</h2><span class="price"><del aria-hidden="true">{bdi(p.text[:-2])}</del> <span class="screen-reader-text">Le prix initial était&nbsp;: {p.text}.</span><ins aria-hidden="true">{bdi(f"{n:.2f}".replace(".", ","))}</ins><span class="screen-reader-text">Le prix actuel est&nbsp;: {f"{n:.2f}".replace(".", ",")} €.</span></span></a><a href="?add-to-cart={i}" class="button add_to_cart_button" rel="nofollow">Ajouter au panier</a></li>'
        for i, (t, u, p, n) in enumerate(zip(titles, urls, was, now, strict=True))
    )
    tabs = '<ul class="tabs wc-tabs"><li><a href="#d">Description</a></li><li><a href="#a">Avis (3)</a></li></ul>'
    body = f'<div class="product"><h1 class="product_title">{say.titles("gear", 1)[0]}</h1>{tabs}<section class="related products"><h2>{head}</h2><ul class="products columns-4">{cells}</ul></section></div>'
    truth = planted(
        titles, RECOMMENDED, UNTOLD, heading=head, urls=urls, prices=[f"{n:.2f}" for n in now]
    )
    return page("https://boutique-galet.example/produit/ceci/", body, truth, say=say)


@shape("es")
def store_api_minor_units(say: Say) -> Answer:
    titles, prices = say.titles("gear", 8), say.prices("de", 8)
    urls = [f"https://guijarro.example/producto/{slug(t)}/" for t in titles]
    rows = [
        {
            "id": say.number(),
            "name": t,
            "slug": slug(t),
            "permalink": u,
            "prices": {
                "price": str(int(Decimal(p.amount) * 100)),
                "regular_price": str(int(Decimal(p.amount) * 100) + 500),
                "currency_code": "EUR",
                "currency_minor_unit": 2,
                "currency_decimal_separator": ",",
            },
            "images": [{"id": 1, "src": f"https://guijarro.example/{say.token()}.jpg"}],
            "add_to_cart": {"text": "Añadir", "url": f"?add-to-cart={say.number()}"},
        }
        for t, u, p in zip(titles, urls, prices, strict=True)
    ]
    truth = planted(
        titles, LISTING | {"other"}, HARDLY, urls=urls, prices=[p.amount for p in prices]
    )
    return json_answer(
        "https://guijarro.example/wp-json/wc/store/v1/products?per_page=8&orderby=title",
        rows,
        truth,
    )


@shape("it")
def graphql_product_search(say: Say) -> Answer:
    titles, prices = say.titles("gear", 10), say.prices("it", 10)
    rows = [
        {
            "__typename": "ConfigurableProduct",
            "uid": say.token(8),
            "name": t,
            "sku": say.token(6).upper(),
            "url_key": slug(t),
            "url_suffix": ".html",
            "small_image": {"url": f"https://media.ciottolo.example/{say.token()}.jpg"},
            "price_range": {
                "minimum_price": {
                    "regular_price": {"value": float(p.amount) + 10, "currency": "EUR"},
                    "final_price": {"value": float(p.amount), "currency": "EUR"},
                    "discount": {"percent_off": 4},
                }
            },
        }
        for t, p in zip(titles, prices, strict=True)
    ]
    sides = [
        {"label": a, "attribute_code": a, "options": [{"label": o, "count": 3} for o in "ABCDE"]}
        for a in ("colore", "marca", "taglia", "materiale")
    ]
    value = {
        "data": {
            "products": {
                "items": rows,
                "aggregations": sides,
                "page_info": {"current_page": 1, "total_pages": 25},
                "total_count": 248,
            }
        }
    }
    truth = planted(titles, SEARCH | LISTING, HARDLY, prices=[p.amount for p in prices])
    request = posted(
        {
            "query": "query productSearch($inputText:String!){products(search:$inputText){items{name}}}",
            "variables": {"inputText": "mouse", "pageSize": 10},
        }
    )
    return json_answer("https://ciottolo.example/graphql", value, truth, **request)


@shape("pt")
def storefront_grid_fragment(say: Say) -> Answer:
    titles, prices = say.titles("gear", 12), say.prices("br", 12)
    urls = [f"/p/{slug(t)}/{say.number()}.html" for t in titles]
    swatch = "".join(
        f'<a href="#" aria-label="{c}"><img class="swatch" src="/s/{c}.jpg" alt="{c}"></a>'
        for c in ("preto", "azul", "areia")
    )
    cells = "".join(
        f'<div class="col-6 col-sm-4"><div class="product" data-pid="{say.number()}"><div class="product-tile"><div class="image-container"><a href="{u}"><img class="tile-image" src="/t/{i}.jpg" alt="{escape(t)}"></a><a class="quickview hidden-sm-down" href="/Product-ShowQuickView?pid={i}" title="Espiar"></a></div><div class="tile-body"><div class="color-swatches">{swatch}</div><div class="pdp-link"><a class="link" href="{u}">{escape(t)}</a></div><div class="price"><span><span class="sales"><span class="value" content="{p.amount}">{p.text}</span></span></span></div><div class="ratings"><span class="sr-only">4,5 de 5</span></div></div></div></div></div>'
        for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True))
    )
    more = '<div class="col-12 grid-footer"><div class="show-more"><button data-url="/Search-UpdateGrid?cgid=casa&amp;start=12">Mais</button></div></div>'
    truth = planted(
        titles, LISTING | {"other"}, HARDLY, urls=urls, prices=[p.amount for p in prices]
    )
    return answer(
        "https://loja.seixo.example/on/Sites/Search-UpdateGrid?cgid=casa&start=0&sz=12",
        "text/html;charset=UTF-8",
        cells + more,
        truth,
        page="https://loja.seixo.example/casa",
    )


@shape("de")
def recommender_callback(say: Say) -> Answer:
    titles, head = say.titles("gear", 6), say.one("foryou")
    urls = [f"https://www.kiesladen.example/artikel/{say.number()}" for _ in titles]
    rows = [
        {
            "id": say.token(7),
            "product_name": t,
            "image_url": f"https://img.example/{say.token()}.jpg",
            "product_url": u,
        }
        for t, u in zip(titles, urls, strict=True)
    ]
    value = {"start-recs": {"displayMessage": head, "recs": rows, "recoUUID": say.token(20)}}
    body = f"CQuotient._callback{say.number(0, 9)}({json.dumps(value, ensure_ascii=False)});"
    truth = planted(titles, RECOMMENDED, TOLD, heading=head, urls=urls)
    return answer(
        f"https://e.cquo.example/recs/bb-kies?cookieId={say.token(20)}&callback=x",
        "text/javascript; charset=UTF-8",
        body,
        truth,
        site="kiesladen.example",
        page="https://www.kiesladen.example/",
    )


@shape("en")
def split_price_carousel(say: Say) -> Answer:
    titles, prices = say.titles("gear", 7), say.prices("us", 7)
    head = "Inspired by your shopping trends"
    urls = [f"/dp/B0{say.token(8).upper()}/ref=rhf_{i}" for i, _ in enumerate(titles)]
    cells = "".join(
        f'<li class="a-carousel-card" role="listitem" aria-posinset="{i + 1}"><div class="p13n-faceout"><a class="a-link-normal" href="{u}" tabindex="-1"><img alt="" src="/i/{i}.jpg"></a><a class="a-link-normal" href="{u}"><span><div class="p13n-truncate">{escape(t)}</div></span></a><div class="a-icon-row"><a href="{u}#reviews" title="4.5 out of 5 stars"><i class="a-icon-star"><span class="a-icon-alt">4.5 out of 5 stars</span></i> <span class="a-size-small">{say.number(10, 9999):,}</span></a></div><div><span class="a-price"><span class="a-offscreen">{p.text}</span><span aria-hidden="true"><span class="a-price-symbol">$</span><span class="a-price-whole">{p.text[1:-3]}<span class="a-price-decimal">.</span></span><span class="a-price-fraction">{p.text[-2:]}</span></span></span></div></div></li>'
        for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True))
    )
    body = f'<div id="rhf" class="a-section"><div class="a-carousel-container" data-a-carousel-options="{{}}"><div class="a-row a-carousel-header-row"><h2 class="a-carousel-heading">{head}</h2><span class="a-carousel-page-count">Page <span>1</span> of <span>5</span></span></div><ol class="a-carousel" role="list">{cells}</ol></div></div>'
    truth = planted(
        titles, RECOMMENDED, TOLD, heading=head, urls=urls, prices=[p.amount for p in prices]
    )
    return page("https://everyaisle.example/gp/css", body, truth, say=say)


@shape("nl")
def bundle_with_boxes(say: Say) -> Answer:
    titles, prices, head = say.titles("gear", 4), say.prices("nl", 4), "Vaak samen gekocht"
    urls = [f"/nl/p/{slug(t)}/{say.number()}/" for t in titles]
    cells = "".join(
        f'<div class="fbt-row"><input type="checkbox" id="f{i}" checked><label for="f{i}"><img src="/m/{i}.webp" alt=""><a href="{u}">{escape(t)}</a><strong class="promo-price">{p.text}</strong></label></div>'
        for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True))
    )
    body = f'<h1>{say.titles("gear", 1)[0]}</h1><section class="fbt"><h2>{head}</h2>{cells}<div class="fbt-total"><span>Totaalprijs</span> <strong>€ 9.120,-</strong><button>Alles in winkelwagen</button></div></section><p>{say.line()}</p>'
    truth = planted(
        titles, RECOMMENDED, UNTOLD, heading=head, urls=urls, prices=[p.amount for p in prices]
    )
    return page("https://keiwinkel.example/nl/p/dit/1/", body, truth, say=say)


@shape("fr")
def hosted_related_model(say: Say) -> Answer:
    titles, prices = say.titles("gear", 6), say.prices("fr", 6)
    urls = [f"https://www.galet.example/a/{say.number()}" for _ in titles]
    hits = [
        {
            "_score": 94.2 - i,
            "objectID": say.token(9),
            "name": t,
            "url": u,
            "price": float(p.amount),
            "images": [f"https://img.example/{say.token()}.jpg"],
            "hierarchicalCategories": {"lvl0": "Maison", "lvl1": "Maison > Cuisine"},
        }
        for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True))
    ]
    value = {"results": [{"hits": hits, "processingTimeMS": 2, "renderingContent": {}}]}
    truth = planted(titles, RECOMMENDED, HARDLY, urls=urls, prices=[p.amount for p in prices])
    request = posted(
        {
            "requests": [
                {
                    "indexName": "prod_fr",
                    "model": "related-products",
                    "objectID": "9",
                    "threshold": 60,
                }
            ]
        }
    )
    return json_answer(
        "https://zq4.hits.example/1/indexes/*/recommendations",
        value,
        truth,
        site="galet.example",
        page="https://www.galet.example/a/1",
        **request,
    )


@shape("en")
def auction_results_with_ghost(say: Say) -> Answer:
    titles, prices = say.titles("gear", 8), say.prices("us", 8)
    urls = [f"https://gavelyard.example/itm/{say.number()}?hash={say.token(14)}" for _ in titles]

    def cell(title: str, url: str, price: str) -> str:
        return f'<li class="s-card s-card--horizontal" data-listingid="{say.number()}"><div class="su-card-container"><a class="image-treatment" href="{url}" tabindex="-1"><img alt="{escape(title)}" src="/g/{say.token(5)}.webp"></a><div class="su-card-container__content"><a class="su-link" href="{url}"><div role="heading" aria-level="3" class="s-card__title"><span class="primary">{escape(title)}</span><span class="clipped">Opens in a new window or tab</span></div></a><div class="s-card__subtitle">Pre-Owned</div><div class="s-card__attribute-row"><span class="s-card__price">{price}</span></div><div class="s-card__attribute-row">or Best Offer</div><div class="s-card__attribute-row">+$12.40 delivery</div></div></div></li>'

    ghost = cell("Shop on Gavelyard", "https://gavelyard.example/itm/123456", "$20.00")
    cells = ghost + "".join(
        cell(t, u, p.text) for t, u, p in zip(titles, urls, prices, strict=True)
    )
    chips = "".join(f'<li><a href="?LH={c}">{c}</a></li>' for c in ("All", "Auction", "Buy It Now"))
    body = f'<ul class="fake-tabs">{chips}</ul><h1 class="srp-controls__count-heading"><span>8</span> results for <span>dash cam</span></h1><ul class="srp-results srp-list">{cells}</ul>'
    truth = planted(titles, SEARCH | LISTING, UNTOLD, prices=[p.amount for p in prices], urls=urls)
    return page("https://gavelyard.example/sch/i.html?_nkw=dash+cam", body, truth, say=say)


@shape("pl")
def slotted_tiles(say: Say) -> Answer:
    titles, prices, head = say.titles("gear", 6), say.prices("pl", 6), say.one("foryou")
    urls = [f"/produkt/{slug(t)}" for t in titles]
    cells = "".join(
        f'<sk-product-tile sku="{say.number()}"><a slot="link" href="{u}"><span slot="name">{escape(t)}</span></a><sk-price slot="price"><span>{p.text}</span></sk-price><sk-button slot="cta">Do koszyka</sk-button></sk-product-tile>'
        for t, u, p in zip(titles, urls, prices, strict=True)
    )
    body = f'<sk-rail><h2 slot="title">{head}</h2><sk-scroller>{cells}</sk-scroller></sk-rail>'
    truth = planted(
        titles, RECOMMENDED, TOLD, heading=head, urls=urls, prices=[p.amount for p in prices]
    )
    return page("https://koszykowo.example/", body, truth, say=say)
