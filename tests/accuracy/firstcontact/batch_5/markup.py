# ruff: noqa: E501, RUF001 - markup and prices stand as sites write them
"""Lists by unusual or careless markup: terms, click handlers, overlays, mail, microdata."""

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
    answer,
    page,
    planted,
    shape,
    slug,
)


@shape("fr")
def results_as_terms(say: Say) -> Answer:
    titles = say.titles("brief", 8)
    urls = [f"/document/{say.number()}" for _ in titles]
    rows = "".join(
        f'<dt><a href="{u}">{escape(t)}</a></dt><dd>{say.line()}</dd><dd class="meta">PDF, {say.number(20, 900)} Ko</dd>'
        for t, u in zip(titles, urls, strict=True)
    )
    body = f'<h1>Recherche</h1><p>248 documents pour « cliniques »</p><dl class="resultats">{rows}</dl>'
    truth = planted(titles, SEARCH, UNTOLD, urls=urls)
    return page("https://archives.prefecture.example/chercher?q=cliniques", body, truth, say=say)


@shape("en")
def mail_in_browser(say: Say) -> Answer:
    titles, head = say.titles("brief", 5), "Picked for you this week"
    urls = [f"https://click.millpost.example/f/a/{say.token(30)}" for _ in titles]
    rows = "".join(
        f'<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td style="padding:8px"><table role="presentation"><tr><td><a href="{u}"><img src="https://i.example/{i}.png" width="120" alt=""></a></td><td><a href="{u}" style="font:700 18px Georgia">{escape(t)}</a><br><span>{say.line()}</span></td></tr></table></td></tr></table>'
        for i, (t, u) in enumerate(zip(titles, urls, strict=True))
    )
    body = f'<!doctype html><html lang="en"><head><title>Your weekly letter</title></head><body><table role="presentation" width="600" align="center"><tr><td><a href="https://millpost.example/"><img alt="Mill Post" src="/l.png"></a></td></tr><tr><td><h2 style="margin:0">{head}</h2></td></tr><tr><td>{rows}</td></tr><tr><td><a href="https://millpost.example/u">Unsubscribe</a> | <a href="https://millpost.example/p">Preferences</a></td></tr></table></body></html>'
    truth = planted(titles, RECOMMENDED, TOLD, heading=head, urls=urls)
    return answer("https://view.millpost.example/?m=x", "text/html; charset=utf-8", body, truth)


@shape("pl")
def titles_without_links(say: Say) -> Answer:
    titles = say.titles("brief", 7)
    urls = [f"/blog/{slug(t)[:40]}/" for t in titles]
    rows = "".join(
        f'<div class="et_pb_post"><noscript><img src="/b/{i}.jpg" alt=""></noscript><img data-src="/b/{i}.jpg" class="lazyload" alt=""><h2>{escape(t)}</h2><p>{say.line()}</p><a class="more-link" href="{u}">Czytaj więcej</a></div>'
        for i, (t, u) in enumerate(zip(titles, urls, strict=True))
    )
    truth = planted(titles, FEED | LISTING, UNTOLD, urls=urls)
    return page("https://wzgorze.example/blog/", f"<h1>Blog</h1>{rows}", truth, say=say)


@shape("pt")
def microdata_products(say: Say) -> Answer:
    titles, prices, head = say.titles("gear", 6), say.prices("br", 6), say.one("beside")
    urls = [f"https://loja.seixo.example/{slug(t)}/p" for t in titles]
    rows = "".join(
        f'<div itemscope itemtype="https://schema.org/Product"><meta itemprop="sku" content="{say.number()}"><a itemprop="url" href="{u}"><img itemprop="image" src="/q/{i}.jpg" alt=""><span itemprop="name">{escape(t)}</span></a><div itemprop="offers" itemscope itemtype="https://schema.org/Offer"><meta itemprop="priceCurrency" content="BRL"><meta itemprop="price" content="{p.amount}"><span>{p.text}</span><small>em até 10x sem juros</small></div></div>'
        for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True))
    )
    body = f'<h1>{say.titles("gear", 1)[0]}</h1><p>{say.line()}</p><div class="vitrine"><h2>{head}</h2><div>{rows}</div></div>'
    truth = planted(
        titles, RECOMMENDED, UNTOLD, heading=head, urls=urls, prices=[p.amount for p in prices]
    )
    return page("https://loja.seixo.example/isto/p", body, truth, say=say)


@shape("fr")
def overlay_links(say: Say) -> Answer:
    titles, head = say.titles("course", 6), say.one("foryou")
    urls = [f"/formation/{slug(t)}" for t in titles]
    rows = "".join(
        f'<div class="col"><div class="card h-100"><img src="/h/{i}.jpg" class="card-img-top" alt=""><div class="card-body"><p class="card-title" id="ct{i}">{escape(t)}</p><p class="card-text">{say.line()}</p><a href="{u}" class="stretched-link" aria-labelledby="ct{i}"></a></div><div class="card-footer"><small class="text-muted">12 h · débutant</small></div></div></div>'
        for i, (t, u) in enumerate(zip(titles, urls, strict=True))
    )
    body = f'<div class="container"><h2 class="h4">{head}</h2><div class="row row-cols-3">{rows}</div></div>'
    truth = planted(titles, RECOMMENDED, TOLD, heading=head, urls=urls)
    return page("https://apprentis.example/", body, truth, say=say)


@shape("de")
def click_handlers(say: Say) -> Answer:
    titles, prices, head = say.titles("gear", 6), say.prices("de", 6), say.one("beside")
    urls = [f"/shop/artikel.php?nr={say.number()}" for _ in titles]
    rows = "".join(
        f'<td class="artikel" onclick="location.href=\'{u}\'" style="cursor:pointer"><img src="/bild/{i}.gif"><br><b>{escape(t)}</b><br><font color="red">{p.text}</font></td>'
        for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True))
    )
    body = f"<h1>{say.titles('gear', 1)[0]}</h1><p>{say.line()}</p><center><b>{head}:</b></center><table><tr>{rows}</tr></table>"
    truth = planted(
        titles, RECOMMENDED, UNTOLD, heading=head, urls=urls, prices=[p.amount for p in prices]
    )
    return page("https://schraubenkiste.example/shop/artikel.php?nr=1", body, truth, say=say)


@shape("es")
def answers_with_ad_block(say: Say) -> Answer:
    every = say.titles("brief", 11)
    ads, plain = say.titles("goods", 3), every[:8]
    ad_urls = [f"https://www.busca.example/aclk?ld={say.token(40)}" for _ in ads]
    urls = [f"https://{say.token(6)}.example/{slug(t)[:30]}" for t in plain]
    top = "".join(
        f'<li><div class="sb_add"><h2><a href="{u}">{escape(t)}</a></h2><div class="b_caption"><div class="b_adurl"><cite>{say.token(6)}.example</cite></div><p>{say.line()}</p></div></div></li>'
        for t, u in zip(ads, ad_urls, strict=True)
    )
    rows = "".join(
        f'<li class="b_algo" data-id><div class="b_tpcn"><a class="tilk" href="{u}" aria-label="{u.split("/")[2]}"><cite>{u.split("/")[2]} › noticias</cite></a></div><h2><a href="{u}">{escape(t)}</a></h2><div class="b_caption"><p>{say.line()}</p></div></li>'
        for t, u in zip(plain, urls, strict=True)
    )
    body = f'<ol id="b_results"><li class="b_ad"><div><span class="b_adSlug">Anuncios</span></div><ul>{top}</ul></li>{rows}<li class="b_pag"><nav><ul><li><a href="?first=1">1</a></li><li><a href="?first=11">2</a></li><li><a href="?first=21">3</a></li></ul></nav></li></ol>'
    lists = (
        planted(ads, AD, TOLD, urls=ad_urls),
        planted(plain, SEARCH, UNTOLD, urls=urls),
    )
    return page("https://www.busca.example/search?q=cl%C3%ADnicas", body, *lists, say=say)


@shape("fr")
def retargeting_frame(say: Say) -> Answer:
    titles, prices = say.titles("gear", 4), say.prices("fr", 4)
    urls = [
        f"https://cat.recible.example/delivery/ckn.php?cppv=3&cpp={say.token(40)}" for _ in titles
    ]
    rows = "".join(
        f'<a class="product" target="_blank" href="{escape(u)}"><div class="pic"><img src="https://pix.example/{i}.jpg" alt=""></div><div class="name">{escape(t)}</div><div class="price">{p.text}</div><div class="cta">Voir</div></a>'
        for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True))
    )
    body = f'<!doctype html><html lang="fr"><head><title></title><style>a{{color:#000}}</style></head><body><div id="ad"><div class="lbl">Publicité</div><a class="logo" href="https://cat.recible.example/l"><img src="https://pix.example/logo.png" alt=""></a><div class="grid">{rows}</div></div><script>var t=1;</script></body></html>'
    truth = planted(titles, AD, TOLD, urls=urls, prices=[p.amount for p in prices])
    return answer(
        "https://ads.recible.example/delivery/r/afr.php?z=1&did=5",
        "text/html; charset=utf-8",
        body,
        truth,
        site="valjour.example",
        page="https://valjour.example/",
    )


@shape("it")
def house_of_rows_without_grid(say: Say) -> Answer:
    titles, head = say.titles("place", 6), say.one("beside")
    prices = say.prices("it", 6)
    urls = [f"https://casetta.example/annunci/{say.number()}/" for _ in titles]
    rows = "<hr>".join(
        f'<a href="{u}"><b>{escape(t)}</b></a> <i>{p.text}</i> <span>{i + 2} locali</span>'
        for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True))
    )
    body = f'<h1>{say.titles("place", 1)[0]}</h1><p>{say.line()} {say.line()}</p><div id="simili"><h3>{head}</h3>{rows}</div>'
    truth = planted(
        titles, RECOMMENDED, UNTOLD, heading=head, urls=urls, prices=[p.amount for p in prices]
    )
    return page("https://casetta.example/annunci/1/", body, truth, say=say)


@shape("nl")
def reasons_in_cards(say: Say) -> Answer:
    titles, head = say.titles("brief", 6), "Uitgelicht"
    reasons = [say.one("reason", t) for t in say.titles("show", 6)]
    urls = [f"/v/{say.token(10)}" for _ in titles]
    rows = "".join(
        f'<li><article><a href="{u}"><h3>{escape(t)}</h3></a><p class="waarom">{escape(r)}</p><button>Niet interessant</button></article></li>'
        for t, u, r in zip(titles, urls, reasons, strict=True)
    )
    body = f"<section><h2>{head}</h2><ul>{rows}</ul></section>"
    truth = planted(
        titles,
        RECOMMENDED,
        TOLD,
        heading=head,
        urls=urls,
        reasons=tuple(enumerate(reasons, 1)),
    )
    return page("https://kijkbuis.example/", body, truth, say=say)


@shape("en")
def nested_cards_with_quick_shop(say: Say) -> Answer:
    titles, head = say.titles("goods", 6), "Staff picks"
    prices = say.prices("us", 6)
    urls = [f"/products/{slug(t)}" for t in titles]
    size = "".join(f'<option value="{s}">{s}</option>' for s in ("XS", "S", "M", "L", "XL"))
    rows = "".join(
        f'<product-card data-id="{say.number()}"><div class="media"><a href="{u}" aria-label="{escape(t)}"><img src="/k/{i}.jpg" alt=""><img src="/k/{i}b.jpg" alt="" class="hover"></a><quick-add><form action="/cart/add"><select name="id">{size}</select><button>Quick add</button></form></quick-add></div><div class="info"><p class="vendor">{say.one("names")}</p><p class="h6"><a href="{u}">{escape(t)}</a></p><p><span class="sr">From</span> {p.text}</p><div class="swatches"><button aria-label="Moss"></button><button aria-label="Sand"></button></div></div></product-card>'
        for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True))
    )
    body = f'<section class="featured-collection"><div class="section-header"><h2>{head}</h2></div><div class="product-list">{rows}</div></section>'
    truth = planted(
        titles,
        FEED | LISTING,
        UNTOLD,
        heading=head,
        urls=urls,
        prices=[p.amount for p in prices],
    )
    return page("https://fernandfell.example/", body, truth, say=say)
