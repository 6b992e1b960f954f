# ruff: noqa: E501 - markup and rows stand as sites write them
"""Shop pages: grocery shelves, instalments, struck prices, rails on a product page, a mailing."""

from html import escape

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
    slug,
)

ANYHOW = frozenset({True, False, None})


@shape("de")
def grocery_week_offers(say: Say) -> Answer:
    titles, prices, head = say.titles("ware", 8), say.prices("de", 8), "Angebote der Woche"
    urls = [f"/angebot/{slug(t)}" for t in titles]
    cards = "".join(
        f'<article class="offer"><a href="{u}"><img alt="" src="/o/{i}.jpg"><div class="badge">-2{i} %</div><h3>{escape(t)}</h3><p class="base">1 kg = {say.number(2, 30)},{say.number(10, 99)} €</p><p class="old">statt <s>{say.number(5000, 6000)},00 €</s></p><p class="now">{p.text}*</p></a><button>Auf die Liste</button></article>'
        for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True))
    )
    body = f"<section><h2>{head}</h2><p>Gültig von Montag bis Samstag</p>{cards}</section><small>* Solange Vorrat reicht</small>"
    truth = planted(
        titles,
        LISTING | FEED | {"other"},
        UNTOLD,
        heading=head,
        urls=urls,
        prices=[p.amount for p in prices],
    )
    return page("https://frischekorb.example/angebote", body, truth, say=say)


@shape("es")
def instalment_carousel(say: Say) -> Answer:
    titles, head = say.titles("gear", 7), "Inspirado en lo último que viste"
    whole = [say.number(10, 999) for _ in titles]
    urls = [f"https://articulo.todaventa.example/AR-{say.number()}-{slug(t)}" for t in titles]
    cards = "".join(
        f'<div class="andes-carousel__slide"><div class="poly-card"><a class="poly-component__title" href="{u}">{escape(t)}</a><div class="poly-component__price"><s class="andes-money-amount--previous" aria-label="Antes: {n + 200} mil pesos"><span>$</span><span class="andes-money-amount__fraction">{n + 200}.500</span></s><div class="poly-price__current"><span class="andes-money-amount" aria-label="{n} mil pesos argentinos"><span class="andes-money-amount__currency-symbol">$</span><span class="andes-money-amount__fraction">{n}.000</span></span><span class="discount">20% OFF</span></div><span class="poly-price__installments">6 cuotas de $ {n // 6}.100 sin interés</span></div><span class="shipping">Envío gratis</span></div></div>'
        for t, u, n in zip(titles, urls, whole, strict=True)
    )
    body = f'<section class="dynamic-carousel"><div><h2>{head}</h2><a href="/historial">Ver historial</a></div><div class="andes-carousel">{cards}</div></section>'
    truth = planted(
        titles, RECOMMENDED, TOLD, heading=head, urls=urls, prices=[f"{n}000" for n in whole]
    )
    return page("https://www.todaventa.example/", body, truth, say=say)


@shape("en")
def search_grid_with_paid(say: Say) -> Answer:
    titles, prices, paid = say.titles("ware", 10), say.prices("us", 10), {1, 2, 6}
    urls = [f"/ip/{slug(t)}/{say.number()}" for t in titles]
    cells = "".join(
        f'<div class="mb0 ph1" role="group" data-item-id="{say.token(8)}">'
        + (
            '<div class="flex"><span class="gray f7">Sponsored</span></div>'
            if i in paid
            else '<div class="flex"></div>'
        )
        + f'<a class="absolute w-100" href="{u}"><span class="w_iUH7">{escape(t)}</span></a><div data-testid="list-view"><div data-automation-id="product-price"><div class="b f5" aria-hidden="true">Now {p.text}</div><span class="w_iUH7">current price Now {p.text}, Was ${say.number(5000, 6000)}.00</span><div class="gray strike">${say.number(5000, 6000)}.00</div></div><span data-automation-id="product-title">{escape(t)}</span><span class="w_iUH7">4.3 out of 5 Stars. {say.number(10, 900)} reviews</span><button>Add</button></div></div>'
        for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True), 1)
    )
    body = f'<h1>Results for "bath mat" <span>(248)</span></h1><section><div class="grid">{cells}</div></section>'
    truth = planted(
        titles, SEARCH, ANYHOW, urls=urls, prices=[p.amount for p in prices], sponsored=paid
    )
    return page("https://bigaisle.example/search?q=bath+mat", body, truth, say=say)


@shape("fr")
def two_rails_and_history(say: Say) -> Answer:
    past, also = say.titles("ware", 5), say.titles("gear", 6)
    costs, prices = say.prices("fr", 5), say.prices("fr", 6)
    seen, head = "Vos articles consultés récemment", "Les clients achètent aussi"
    urls, links = ([f"/a/{slug(t)}" for t in them] for them in (past, also))

    def cells(titles: list[str], paths: list[str], money: list) -> str:
        return "".join(
            f'<div class="swiper-slide"><a href="{u}" title="{escape(t)}"><img data-src="/z/{i}.jpg" alt="{escape(t)}"><div class="t">{escape(t)}</div></a><div class="p"><span class="sr-only">Prix</span>{p.text}</div></div>'
            for i, (t, u, p) in enumerate(zip(titles, paths, money, strict=True))
        )

    body = f'<h1>{escape(say.titles("ware", 1)[0])}</h1><p>{say.line()}</p><div class="rail"><h2>{head}</h2><div class="swiper">{cells(also, links, prices)}</div></div><div class="rail"><h2>{seen}</h2><div class="swiper">{cells(past, urls, costs)}</div></div>'
    return page(
        "https://boutique-perrin.example/a/ceci",
        body,
        planted(
            also,
            RECOMMENDED,
            UNTOLD,
            heading=head,
            urls=links,
            prices=[p.amount for p in prices],
        ),
        planted(
            past,
            LISTING | RECOMMENDED | {"other"},
            ANYHOW,
            heading=seen,
            urls=urls,
            prices=[p.amount for p in costs],
        ),
        say=say,
    )


@shape("de")
def mailing_in_browser(say: Say) -> Answer:
    titles, prices = say.titles("ware", 6), say.prices("de", 6)
    head = "Jana, diese Angebote haben wir für dich ausgesucht"
    urls = [f"https://link.moosbach.example/c/{say.token(30)}" for _ in titles]
    cells = [
        f'<td width="50%" valign="top" style="padding:8px"><table role="presentation" width="100%"><tr><td><a href="{u}"><img src="https://img.example/{i}.jpg" width="260" alt=""></a></td></tr><tr><td style="font-size:16px"><a href="{u}" style="color:#222">{escape(t)}</a></td></tr><tr><td style="font-size:18px"><b>{p.text}</b></td></tr><tr><td><a href="{u}" style="background:#060;color:#fff">Jetzt ansehen</a></td></tr></table></td>'
        for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True))
    ]
    rows = "".join(f"<tr>{cells[i]}{cells[i + 1]}</tr>" for i in range(0, 6, 2))
    body = f'<table role="presentation" width="600" align="center"><tr><td style="display:none">Nur bis Sonntag</td></tr><tr><td><h1>{head}</h1></td></tr><tr><td><table role="presentation">{rows}</table></td></tr><tr><td><a href="https://link.moosbach.example/abmelden">Abmelden</a></td></tr></table>'
    truth = planted(
        titles, RECOMMENDED, TOLD, heading=head, urls=urls, prices=[p.amount for p in prices]
    )
    return page("https://news.moosbach.example/webview/9", body, truth, say=say)


@shape("en")
def brand_banner_with_products(say: Say) -> Answer:
    paid, titles = say.titles("gear", 3), say.titles("ware", 8)
    prices, costs = say.prices("us", 8), say.prices("us", 3)
    links, urls = ([f"/dp/{slug(t)}" for t in them] for them in (paid, titles))
    banner = "".join(
        f'<div class="sb-item"><a href="{u}"><img src="/sb/{i}.jpg" alt=""><span>{escape(t)}</span></a><span class="money">{p.text}</span></div>'
        for i, (t, u, p) in enumerate(zip(paid, links, costs, strict=True))
    )
    cells = "".join(
        f'<div class="result"><a href="{u}"><img src="/r/{i}.jpg" alt=""><h2>{escape(t)}</h2></a><span class="money">{p.text}</span><span>Tomorrow</span></div>'
        for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True))
    )
    body = f'<div class="sb"><div><img src="/logo.png" alt="LUMO"><span>Light up your desk</span> <a href="/stores/lumo">Shop LUMO</a></div>{banner}<span class="sb-label">Sponsored</span></div><h1>1-8 of 248 results for "rug"</h1><div class="results">{cells}</div>'
    return page(
        "https://everyaisle.example/s?k=rug",
        body,
        planted(paid, AD, TOLD, urls=links, prices=[p.amount for p in costs], sponsored={1, 2, 3}),
        planted(titles, SEARCH, ANYHOW, urls=urls, prices=[p.amount for p in prices]),
        say=say,
    )
