# ruff: noqa: E501, RUF001 - markup and rows stand as sites write them
"""Shop pages: a product with its rails, grids with sale and from prices, cart, empty search."""

import json

from tests.accuracy.firstcontact.batch_7.rows import addresses, rows
from tests.accuracy.firstcontact.kit import (
    AD,
    FEED,
    LISTING,
    RECOMMENDED,
    SEARCH,
    TOLD,
    UNTOLD,
    Answer,
    Say,
    page,
    planted,
    shape,
)


@shape("de")
def product_with_two_rails(say: Say) -> Answer:
    drawn = say.titles("stock", 10)
    set_of, also = drawn[:3], drawn[3:9]
    urls, links = addresses("/dp/B0{i}", set_of), addresses("/dp/C0{i}?pd_rd_i=C0{i}", also)
    costs, prices = say.prices("de", 3), say.prices("de", 6)
    pack = rows('<li><label><input type="checkbox" checked><a href="{u}"><img src="/m{i}.jpg" alt="{t}"></a></label><div><a href="{u}">{t}</a> <span class="preis">{p}</span></div></li>', set_of, urls, p=[p.text for p in costs])  # fmt: skip
    cards = rows('<li class="carousel-card"><a href="{u}"><img src="/k{i}.jpg" alt=""><div class="clamp">{t}</div></a><div class="stars" aria-label="4,3 von 5 Sternen"><span>1.2{i}8</span></div><span class="preis"><span aria-hidden="true">{p}</span></span><span class="uvp">UVP: <s>9.999,00 €</s></span><span class="grund">(0,{i}9 € / 100 g)</span></li>', also, links, p=[p.text for p in prices])  # fmt: skip
    body = f'<h1>{drawn[9]}</h1><span class="preis">34,90 €</span><button>In den Einkaufswagen</button><h2>Wird oft zusammen gekauft</h2><ul class="fbt">{pack}</ul><p>Gesamtpreis: 199,70 €</p><section aria-roledescription="Karussell"><h2>Kunden, die diesen Artikel angesehen haben, haben auch angesehen</h2><span>Seite 1 von 7</span><ol>{cards}</ol></section>'
    return page(
        "https://brockhof.example/dp/A01",
        body,
        planted(set_of, RECOMMENDED, UNTOLD, urls=urls, prices=[p.amount for p in costs]),
        planted(also, RECOMMENDED, UNTOLD, urls=links, prices=[p.amount for p in prices]),
        say=say,
    )


@shape("en")
def grid_on_sale_and_sold_out(say: Say) -> Answer:
    titles, prices = say.titles("stock", 9), say.prices("uk", 9)
    urls = addresses("/collections/winter/products/{s}", titles)
    told = [
        f'<s class="price-was"><span class="visually-hidden">Regular price</span> £9,999.00</s> <span class="price-now"><span class="visually-hidden">Sale price</span> {p.text}</span>' if i % 3 == 0
        else f'<span class="price-now">From {p.text}</span>' if i % 3 == 1
        else f'<span class="price-now">{p.text}</span> <span class="badge">Sold out</span>'
        for i, p in enumerate(prices)
    ]  # fmt: skip
    cards = rows('<li class="grid__item"><div class="card-wrapper"><div class="card__media"><img srcset="/a{i}.jpg 165w, /b{i}.jpg 360w" alt=""></div><div class="card__content"><h3 class="card__heading"><a href="{u}" class="full-unstyled-link">{t}</a></h3><div class="price">{p}</div></div></div></li>', titles, urls, p=told)  # fmt: skip
    filters = "".join(f'<li><label><input type="checkbox">{n} ({i})</label></li>' for i, n in enumerate(("Small", "Medium", "Large", "Navy", "Moss"), 3))  # fmt: skip
    body = f'<h1>Winter</h1><aside><h2>Filter</h2><ul>{filters}</ul></aside><p role="status">9 products</p><ul id="product-grid" class="grid">{cards}</ul>'
    return page(
        "https://otterly.example/collections/winter",
        body,
        planted(titles, LISTING, UNTOLD, urls=urls, prices=[p.amount for p in prices]),
        say=say,
    )


@shape("fr")
def aisle_search_by_the_kilo(say: Say) -> Answer:
    titles, prices, paid = say.titles("stock", 8), say.prices("fr", 8), {1, 2, 5}
    urls = addresses("/produit/{s}-{i}", titles)
    marks = ['<span class="tag">Sponsorisé</span>' if i in paid else "" for i in range(1, 9)]
    cards = rows('<article class="pdt">{m}<a class="pdt__link" href="{u}"><img src="/p{i}.png" alt="{t}"></a><h2 class="pdt__name"><a href="{u}">{t}</a></h2><p class="pdt__unit">3,{i}0 € / KG</p><p class="pdt__price">{p}</p><p class="pdt__promo">2+1 offert</p><button aria-label="Ajouter {t}">Ajouter</button></article>', titles, urls, m=marks, p=[p.text for p in prices])  # fmt: skip
    body = f'<h1>Résultats pour « gourde »</h1><p>8 produits</p><select><option>Pertinence</option><option>Prix croissant</option></select><div class="pdts">{cards}</div>'
    return page(
        "https://landemer.example/s?q=gourde",
        body,
        planted(titles, SEARCH, frozenset({True, False}), heading="Résultats pour « gourde »", urls=urls, prices=[p.amount for p in prices], sponsored=paid),
        say=say,
    )  # fmt: skip


@shape("es")
def cart_with_completions(say: Say) -> Answer:
    drawn = say.titles("stock", 7)
    mine, more, prices = drawn[:2], drawn[2:], say.prices("de", 5)
    urls = addresses("/p/{s}?origin=cart", more)
    lines = rows('<tr><td><a href="{u}">{t}</a></td><td><input type="number" value="1"></td><td>25,00 €</td><td><a href="/quitar/{i}">Quitar</a></td></tr>', mine, addresses("/p/{s}", mine))  # fmt: skip
    cards = rows('<div class="swiper-slide"><div class="mini"><a href="{u}"><img src="/c{i}.jpg" alt="{t}"></a><a class="mini-n" href="{u}">{t}</a><div class="mini-p">{p}</div><button>Añadir</button></div></div>', more, urls, p=[p.text for p in prices])  # fmt: skip
    body = f'<h1>Tu cesta (2)</h1><table>{lines}</table><p>Total 50,00 €</p><a href="/pago">Tramitar pedido</a><div class="cross"><h3>Completa tu compra</h3><div class="swiper"><div class="swiper-wrapper">{cards}</div></div></div>'
    return page(
        "https://nutria.example/cesta",
        body,
        planted(more, RECOMMENDED, UNTOLD, heading="Completa tu compra", urls=urls, prices=[p.amount for p in prices]),
        say=say,
    )  # fmt: skip


@shape("en")
def nothing_found_but_these(say: Say) -> Answer:
    drawn = say.titles("stock", 10)
    picks, best = drawn[:5], drawn[5:]
    prices = say.prices("us", 5)
    urls, links = addresses("/p/{s}/{i}", picks), addresses("/best/{s}", best)
    tiles = rows('<div data-test="tile"><a href="{u}" aria-label="{t}"><img src="/z{i}.jpg" alt=""><span data-test="name">{t}</span></a><span data-test="price">{p}</span></div>', picks, urls, p=[p.text for p in prices])  # fmt: skip
    top = rows('<li><a href="{u}">{t}</a></li>', best, links)
    body = f'<h1>We couldn’t find anything for “flurb”</h1><p>Check your spelling or try a broader term.</p><section><h2>Picked for you, based on what you’ve bought before</h2><div class="tiles">{tiles}</div></section><section><h2>Best sellers</h2><ul>{top}</ul></section>'
    return page(
        "https://kindgoods.example/search?q=flurb",
        body,
        planted(picks, RECOMMENDED, TOLD, urls=urls, prices=[p.amount for p in prices]),
        planted(best, FEED, UNTOLD, heading="Best sellers", urls=links),
        say=say,
    )


@shape("es")
def grid_with_offers_in_jsonld(say: Say) -> Answer:
    titles, prices = say.titles("stock", 8), say.prices("fr", 8)
    urls = addresses("https://www.solbahia.example/catalogo/{s}.html", titles)
    offers = [
        {"@type": "ListItem", "position": i, "item": {"@type": "Product", "name": t, "url": u, "image": f"https://img.example/{i}.jpg", "offers": {"@type": "Offer", "price": p.amount, "priceCurrency": "EUR", "availability": "https://schema.org/InStock"}}}
        for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True), 1)
    ]  # fmt: skip
    linked = json.dumps({"@context": "https://schema.org", "@type": "ItemList", "numberOfItems": 8, "itemListElement": offers}, ensure_ascii=False)  # fmt: skip
    cards = rows('<div class="product-miniature" data-id-product="{i}"><a href="{u}" class="thumbnail"><img src="/q{i}.jpg" alt="{t}"></a><h2 class="h3 product-title"><a href="{u}">{t}</a></h2><div class="product-price-and-shipping"><span class="price" aria-label="Precio">{p}</span></div></div>', titles, urls, p=[p.text for p in prices])  # fmt: skip
    return page(
        "https://www.solbahia.example/catalogo",
        f"<h1>Catálogo</h1><div class=products>{cards}</div>",
        planted(titles, LISTING, UNTOLD, urls=urls, prices=[p.amount for p in prices]),
        say=say,
        head=f'<script type="application/ld+json">{linked}</script>',
    )


@shape("en")
def home_of_a_returning_buyer(say: Say) -> Answer:
    drawn = say.titles("stock", 14)
    left, deals, paid = drawn[:4], drawn[4:10], drawn[10:]
    prices = say.prices("us", 6)
    urls, links, outs = addresses("/gp/{s}", left), addresses("/deal/{s}", deals), addresses("https://aax.ads.example/x/c/{s}?i={i}", paid)  # fmt: skip
    quad = rows('<div class="quad"><a href="{u}"><img src="/h{i}.jpg" alt="{t}"><span class="a-size-small">{t}</span></a></div>', left, urls)  # fmt: skip
    strip = rows('<li class="a-carousel"><a href="{u}"><img src="/d{i}.jpg" alt=""></a><span class="pill">2{i}% off</span><span class="now">{p}</span><span class="list">List: <s>$9,999.00</s></span><a href="{u}" class="name">{t}</a></li>', deals, links, p=[p.text for p in prices])  # fmt: skip
    ads = rows('<li><a href="{u}"><img src="/s{i}.jpg" alt=""><span>{t}</span></a></li>', paid, outs)  # fmt: skip
    body = f'<div class="gw-card"><h2>Keep shopping for</h2>{quad}<a href="/history">View your browsing history</a></div><div class="gw-row"><h2>Deals based on your browsing history</h2><ul>{strip}</ul></div><div class="ad-row"><h2>Products from small brands</h2><span class="ad-tag">Sponsored <button aria-label="Leave feedback on Sponsored ad">ⓘ</button></span><ul>{ads}</ul></div>'
    return page(
        "https://meremoor.example/",
        body,
        planted(left, RECOMMENDED | LISTING | frozenset({"other"}), frozenset({True, False}), heading="Keep shopping for", urls=urls),
        planted(deals, RECOMMENDED, TOLD, heading="Deals based on your browsing history", urls=links, prices=[p.amount for p in prices]),
        planted(paid, AD, TOLD, urls=outs),
        say=say,
    )  # fmt: skip


@shape("fr")
def theme_json_beside_section(say: Say) -> Answer:
    titles, prices = say.titles("stock", 4), say.prices("fr", 4)
    urls = addresses("/products/{s}", titles)
    cards = rows('<product-card class="pc" handle="{s}" data-product-id="88{i}"><div class="pc__info"><a class="pc__title h6" href="{u}">{t}</a><price-list class="price-list"><sale-price class="h6 text-subdued">{p}</sale-price><compare-at-price class="line-through">9 999,00 €</compare-at-price></price-list></div></product-card>', titles, urls, s=[u[10:] for u in urls], p=[f'<span class="sr-only">Prix de vente</span>{p.text}' for p in prices])  # fmt: skip
    variants = json.dumps([{"id": i, "title": n, "available": True, "price": 3490} for i, n in enumerate(("S", "M", "L", "XL"))])  # fmt: skip
    body = f'<h1>{say.titles("stock", 1)[0]}</h1><script type="application/json" data-variants>{variants}</script><product-recommendations intent="related" limit="4"><div class="section-header"><h2>Vous aimerez aussi</h2></div><scroll-carousel>{cards}</scroll-carousel></product-recommendations>'
    return page(
        "https://bonte.example/products/a",
        body,
        planted(titles, RECOMMENDED, TOLD, heading="Vous aimerez aussi", urls=urls, prices=[p.amount for p in prices]),
        say=say,
    )  # fmt: skip
