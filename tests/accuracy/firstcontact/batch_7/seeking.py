# ruff: noqa: E501, RUF001 - markup and rows stand as sites write them
"""Answers to what somebody typed, and the paid places around them."""

import json

from tests.accuracy.firstcontact.batch_7.rows import addresses, rows
from tests.accuracy.firstcontact.kit import (
    AD,
    HARDLY,
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


@shape("en")
def results_page_with_paid_block(say: Say) -> Answer:
    paid, found = (drawn := say.titles("stock", 10))[:3], drawn[3:]
    outs, urls = addresses("https://www.finder.example/aclk?sa=L&ai=D{i}&adurl={s}", paid), addresses("https://shop{i}.example/{s}", found)  # fmt: skip
    ads = rows('<div class="ad-unit" data-text-ad="1"><div><span class="lbl">Sponsored</span></div><a class="ad-a" href="{u}"><div role="heading" aria-level="3"><span>{t}</span></div><span>www.brand{i}.example</span></a><div>{d}</div></div>', paid, outs, d=[say.line() for _ in paid])  # fmt: skip
    hits = rows('<div class="g"><div><a href="{u}"><h3>{t}</h3><cite>shop{i}.example › shop</cite></a></div><div class="snip"><span>{d}</span></div></div>', found, urls, d=[say.line() for _ in found])  # fmt: skip
    tabs = "".join(f'<a href="/search?q=bunk+bed&tbm={n[:3].lower()}">{n}</a>' for n in ("All", "Images", "Shopping", "Videos", "News"))  # fmt: skip
    body = f'<div role="navigation">{tabs}</div><div id="tads" aria-label="Ads"><h1 class="sr">Ads</h1>{ads}</div><div id="rso"><h1 class="sr">Search Results</h1>{hits}</div>'
    return page(
        "https://www.finder.example/search?q=bunk+bed",
        body,
        planted(paid, AD, TOLD, urls=outs),
        planted(found, SEARCH, ANYHOW, urls=urls),
        say=say,
    )


@shape("de")
def meta_search_json(say: Say) -> Answer:
    titles = say.titles("ask", 8)
    urls = addresses("https://quelle{i}.example/{s}", titles)
    hits = [
        {"url": u, "title": t, "content": say.line(), "engine": "braver", "template": "default.html", "parsed_url": ["https", u[8:24], f"/{slug(t)}", "", "", ""], "engines": ["braver", "mojo"], "positions": [i], "score": 4.0 / i, "category": "general", "publishedDate": None}
        for i, (t, u) in enumerate(zip(titles, urls, strict=True), 1)
    ]  # fmt: skip
    return json_answer(
        "https://suche.offenbach.example/search?q=nackenverspannung&format=json",
        {"query": "nackenverspannung", "number_of_results": 0, "results": hits, "answers": [], "corrections": [], "infoboxes": [], "suggestions": ["nacken dehnen", "nackenkissen", "verspannung lösen"], "unresponsive_engines": [["goo", "timeout"]]},
        planted(titles, SEARCH, HARDLY, urls=urls),
    )  # fmt: skip


@shape("fr")
def shopping_strip_over_results(say: Say) -> Answer:
    ads, found, prices = say.titles("stock", 5), say.titles("ask", 6), say.prices("fr", 5)
    outs, urls = addresses("https://chercher.example/clk?m={i}&u={s}", ads), addresses("https://site{i}.example/{s}", found)  # fmt: skip
    strip = rows('<div class="pla"><a href="{u}"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt=""><div class="pla-t">{t}</div><div class="pla-p">{p}</div><div class="pla-m">Boutique {i}</div></a></div>', ads, outs, p=[p.text for p in prices])  # fmt: skip
    hits = rows('<li class="b_algo"><h2><a href="{u}">{t}</a></h2><div class="b_caption"><p>{d}</p></div></li>', found, urls, d=[say.line() for _ in found])  # fmt: skip
    body = f'<div class="plas"><div class="plas-h"><span>Produits sponsorisés</span></div><div class="plas-scroll">{strip}</div></div><ol id="b_results">{hits}</ol>'
    return page(
        "https://chercher.example/search?q=gourde",
        body,
        planted(ads, AD, TOLD, urls=outs, prices=[p.amount for p in prices]),
        planted(found, SEARCH, ANYHOW, urls=urls),
        say=say,
    )


@shape("en")
def two_indices_at_once(say: Say) -> Answer:
    goods, posts = say.titles("stock", 6), say.titles("lead", 4)
    prices = say.prices("us", 6)
    urls, links = addresses("/products/{s}", goods), addresses("/journal/{s}", posts)

    def lit(t: str) -> dict:
        first, rest = t.split(maxsplit=1)
        return {"value": f"<em>{first}</em> {rest}", "matchLevel": "partial"}

    first = [{"objectID": str(i), "title": t, "url": u, "price": float(p.amount), "image": f"https://img.example/{i}.jpg", "inStock": True, "_highlightResult": {"title": lit(t)}} for i, (t, u, p) in enumerate(zip(goods, urls, prices, strict=True))]  # fmt: skip
    second = [{"objectID": f"p{i}", "headline": t, "permalink": u, "excerpt": say.line(), "_highlightResult": {"headline": lit(t)}} for i, (t, u) in enumerate(zip(posts, links, strict=True))]  # fmt: skip
    rest = {"page": 0, "nbPages": 3, "exhaustiveNbHits": True, "query": "bottle", "processingTimeMS": 2}  # fmt: skip
    return json_answer(
        "https://x1.search.example/1/indexes/*/queries?x-agent=js",
        {"results": [{"hits": first, "nbHits": 61, "index": "prod_en", "facets": {"brand": {"Otterly": 9, "Solbay": 4}}, **rest}, {"hits": second, "nbHits": 9, "index": "journal_en", **rest}]},
        planted(goods, SEARCH, HARDLY, urls=urls, prices=[p.amount for p in prices]),
        planted(posts, SEARCH, HARDLY, urls=links),
        **posted({"requests": [{"indexName": "prod_en", "query": "bottle"}, {"indexName": "journal_en", "query": "bottle"}]}),
    )  # fmt: skip


@shape("es")
def finder_callback(say: Say) -> Answer:
    titles = say.titles("stock", 6)
    urls = addresses("https://arroyo.example/{s}", titles)
    docs = [{"ID": f"A{i}", "Title": t, "Link": u, "Thumb": f"https://img.example/{i}.jpg", "Score": 9.1} for i, (t, u) in enumerate(zip(titles, urls, strict=True))]  # fmt: skip
    body = f"jQuery3610_17({json.dumps({'numFound': 6, 'term': 'litera', 'docs': docs}, ensure_ascii=False)});"
    return answer(
        "https://buscador.arroyo.example/q?term=litera&callback=jQuery3610_17",
        "text/javascript; charset=utf-8",
        body,
        planted(titles, SEARCH, HARDLY, urls=urls),
    )


@shape("en")
def sources_of_an_assistant(say: Say) -> Answer:
    titles = say.titles("ask", 6)
    urls = addresses("https://ref{i}.example/{s}", titles)
    found = [{"name": t, "url": u, "snippet": say.line(), "timestamp": say.when(), "meta_data": {"domain_name": f"ref{i}"}} for i, (t, u) in enumerate(zip(titles, urls, strict=True), 1)]  # fmt: skip
    events = [("status", {"text": "Searching the web"}), ("search_results", {"query": "stiff neck", "web_results": found})]  # fmt: skip
    events += [("delta", {"content": word + " "}) for word in say.line().split()]
    body = "".join(f"event: {name}\ndata: {json.dumps(value)}\n\n" for name, value in events)
    return answer(
        "https://asksage.example/rest/sse/ask",
        "text/event-stream",
        body + "event: end\ndata: {}\n\n",
        planted(titles, SEARCH, HARDLY, urls=urls),
        **posted({"q": "stiff neck"}),
    )


@shape("de")
def offers_in_ad_frame(say: Say) -> Answer:
    titles, prices = say.titles("stock", 4), say.prices("de", 4)
    urls = addresses("https://click.kreisel.example/ck?p={i}&s={s}", titles)
    cells = rows('<td width="150" valign="top"><a href="{u}" target="_blank"><img src="https://img.example/{i}.jpg" width="140" height="140" alt="{t}"><br><span class="n">{t}</span><br><b class="p">{p}</b><br><span class="cta">Zum Shop</span></a></td>', titles, urls, p=[p.text for p in prices])  # fmt: skip
    html = f'<!doctype html><html><head><meta charset="utf-8"><style>td{{font:12px Arial}}</style></head><body><div class="hd"><a href="https://brockhof.example/"><img src="https://img.example/logo.png" alt="Brockhof"></a><a class="adc" href="https://kreisel.example/info">Anzeige</a></div><table cellpadding="0"><tr>{cells}</tr></table><img src="https://px.kreisel.example/v?i=1" width="1" height="1"></body></html>'
    return answer(
        "https://ads.kreisel.example/render?z=728&w=728&h=250",
        "text/html; charset=utf-8",
        html,
        planted(titles, AD, TOLD, urls=urls, prices=[p.amount for p in prices]),
        page="https://nordblick.example/",
        site="nordblick.example",
    )


@shape("es")
def feed_cards_from_exchange(say: Say) -> Answer:
    titles = say.titles("stock", 4)
    urls = addresses("https://trk.escaparate.example/c/{i}", titles)
    ads = [
        {"adId": say.token(14), "creative": {"title": t, "body": say.line(), "sponsoredBy": n, "cta": "Ver más", "mainImage": {"url": f"https://img.example/{i}.jpg", "w": 1200, "h": 627}}, "clickUrl": u, "impressionTrackers": [f"https://trk.escaparate.example/i/{i}"], "adChoices": "https://escaparate.example/opciones"}
        for i, (t, u, n) in enumerate(zip(titles, urls, ("Nutria", "Arroyo", "Bondad", "Solbahía"), strict=True), 1)
    ]  # fmt: skip
    return json_answer(
        "https://serve.escaparate.example/v2/native?placement=articulo-pie&count=4",
        {"requestId": say.token(20), "placement": {"id": "articulo-pie", "header": "Te puede interesar", "disclosure": "Anuncios"}, "ads": ads},
        planted(titles, AD, frozenset({True}), urls=urls),
    )  # fmt: skip


@shape("fr")
def help_centre_search(say: Say) -> Answer:
    found, top = (drawn := [f"{a} {b}" for a in ("Modifier", "Suivre", "Annuler", "Comprendre") for b in ("ma commande", "mon abonnement", "ma facture")])[:7], drawn[7:]  # fmt: skip
    urls, links = addresses("/hc/fr/articles/36{i}-{s}", found), addresses("/hc/fr/articles/99{i}-{s}", top)  # fmt: skip
    hits = rows('<li class="search-result-list-item"><h2 class="search-result-title"><a href="{u}">{t}</a></h2><ol class="breadcrumbs"><li><a href="/hc/fr">Aide</a></li><li><a href="/hc/fr/c/1">Compte</a></li></ol><div>{d}</div></li>', found, urls, d=[say.line() for _ in found])  # fmt: skip
    side = rows('<li><a href="{u}">{t}</a></li>', top, links)
    body = f'<h1>7 résultats pour « commande »</h1><ul class="search-results-list">{hits}</ul><section class="promoted"><h3>Articles suggérés pour vous</h3><ul>{side}</ul></section>'
    return page(
        "https://aide.bonte.example/hc/fr/search?query=commande",
        body,
        planted(found, SEARCH, frozenset({False, True}), urls=urls),
        planted(top, RECOMMENDED, TOLD, heading="Articles suggérés pour vous", urls=links),
        say=say,
    )
