# ruff: noqa: E501, RUF001 - markup and rows stand as sites write them
"""Advertising: text ads over results, product ads, native grids, retail media, offers in a mailbox."""

import json
from html import escape

from tests.accuracy.firstcontact.kit import (
    AD,
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
    shape,
    slug,
)

ANYHOW = frozenset({True, False, None})


@shape("en")
def results_under_ads(say: Say) -> Answer:
    ads, goods, found = say.titles("app", 4), say.titles("gear", 5), say.titles("course", 8)
    costs = say.prices("uk", 5)
    a_urls, g_urls, urls = (
        [f"https://{say.token(8)}.example/{slug(t)}" for t in them] for them in (ads, goods, found)
    )
    top = "".join(
        f'<div class="uEierd" data-text-ad="1"><div class="v5yQqb"><a href="{u}"><div role="heading" aria-level="3"><span>{escape(t)}</span></div><span class="visurl">{u.split("/")[2]}</span></a><div>{say.line()} {say.line()}</div></div></div>'
        for t, u in zip(ads, a_urls, strict=True)
    )
    units = "".join(
        f'<div class="pla-unit"><a href="{u}"><img src="/p/{i}.jpg" alt=""><div class="pla-title">{escape(t)}</div><div class="pla-price">{p.text}</div><div class="merchant">Hexley Store</div></a></div>'
        for i, (t, u, p) in enumerate(zip(goods, g_urls, costs, strict=True))
    )
    rows = "".join(
        f'<div class="g"><a href="{u}"><h3>{escape(t)}</h3><cite>{u.split("/")[2]} › learn</cite></a><div class="VwiC3b"><span>12 Nov 2026 — </span>{say.line()}</div></div>'
        for t, u in zip(found, urls, strict=True)
    )
    body = f'<div id="tads" aria-label="Ads"><h2>Sponsored results</h2>{top}</div><div class="commercial-unit"><h2>Sponsored products</h2><div>{units}</div></div><div id="search"><h1 class="hidden">Search Results</h1><div id="rso">{rows}</div></div><div id="botstuff"><a href="/search?q=a">kindling course online</a><a href="/search?q=b">kindling course free</a></div>'
    return page(
        "https://lookfor.example/search?q=bookkeeping+course",
        body,
        planted(ads, AD, TOLD, urls=a_urls, sponsored=range(1, 5)),
        planted(goods, AD, TOLD, urls=g_urls, prices=[p.amount for p in costs]),
        planted(found, SEARCH, ANYHOW, urls=urls),
        say=say,
    )


@shape("de")
def native_units_callback(say: Say) -> Answer:
    titles = say.titles("brief", 6)
    urls = [f"https://klick.werbenetz.example/c/{say.token(40)}" for _ in titles]
    rows = [
        {"headline": t, "brand": f"{n} GmbH", "url": u, "image": f"https://img.example/{say.token()}.jpg", "utm": {"src": "nw"}, "cpc": 0.12}
        for t, u, n in zip(titles, urls, say.every("names")[:6], strict=True)
    ]  # fmt: skip
    value = {"widget": {"id": 991, "title": "Anzeigen", "disclosure": "Gesponsert"}, "items": rows}
    return answer(
        "https://trends.werbenetz.example/api/v1/?w=991&domain=bachblatt.example&callback=rc_991",
        "application/javascript; charset=utf-8",
        f"rc_991({json.dumps(value, ensure_ascii=False)});",
        planted(titles, AD, TOLD, urls=urls),
        page="https://bachblatt.example/a/1",
        site="bachblatt.example",
    )


@shape("fr")
def native_grid_fragment(say: Say) -> Answer:
    titles, head = say.titles("headline", 6), "Contenus sponsorisés"
    urls = [f"https://clic.semences.example/r/{say.token(30)}" for _ in titles]
    cells = "".join(
        f'<div class="trc_spotlight_item"><a class="item-thumbnail-href" rel="nofollow sponsored noopener" target="_blank" href="{u}"><span style="background-image:url(/n/{i}.jpg)"></span></a><a class="item-label-href" rel="nofollow sponsored noopener" target="_blank" href="{u}"><span class="video-title">{escape(t)}</span><span class="branding">{n}</span></a></div>'
        for i, (t, u, n) in enumerate(zip(titles, urls, say.every("names")[:6], strict=True))
    )
    return answer(
        "https://cdn.semences.example/widget/valjour.html",
        "text/html; charset=utf-8",
        f'<div class="widget"><div class="header"><span>{head}</span><a href="https://semences.example/pourquoi">par Semences</a></div>{cells}</div>',
        planted(titles, AD, TOLD, heading=head, urls=urls, sponsored=range(1, 7)),
        page="https://valjour.example/article/1",
        site="valjour.example",
    )


@shape("es")
def retail_media_placements(say: Say) -> Answer:
    titles, prices = say.titles("gear", 6), say.prices("fr", 6)
    urls = [f"https://tiendaolivo.example/p/{slug(t)}" for t in titles]
    rows = [
        {"ParentSKU": str(say.number()), "ProductName": t, "ProductPage": u, "Price": p.amount, "ComparePrice": str(float(p.amount) + 10), "Image": f"https://img.example/{i}.jpg", "OnClickBeacon": f"//b.example/c?{say.token(30)}", "OnViewBeacon": f"//b.example/v?{say.token(30)}", "Rating": "4.4"}
        for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True))
    ]  # fmt: skip
    value = {
        "status": "OK",
        "page-uid": say.token(20),
        "OnLoadBeacon": f"//b.example/l?{say.token(30)}",
        "placements": [{"viewSearchResult_API_desktop-Carousel": [{"format": "sponsored_products", "products": rows, "OnLoadBeacon": f"//b.example/l?{say.token(20)}"}]}],
    }  # fmt: skip
    return json_answer(
        "https://d.retailads.example/delivery/retailmedia?partner-id=9&event-type=viewSearchResult&keywords=raton",
        value,
        planted(titles, AD | RECOMMENDED, ANYHOW, urls=urls, prices=[p.amount for p in prices]),
        site="tiendaolivo.example",
        page="https://tiendaolivo.example/s?q=raton",
    )


@shape("de")
def advertorial_strip_on_front(say: Say) -> Answer:
    titles, news = say.titles("ware", 4), say.titles("headline", 6)
    links, urls = [f"https://partner.example/{say.token(10)}" for _ in titles], [f"/politik/{slug(t)}" for t in news]  # fmt: skip
    ads = "".join(
        f'<a class="partner-teaser" href="{u}" rel="sponsored"><img src="/pt/{i}.jpg" alt=""><strong>{escape(t)}</strong><span>{say.line()}</span></a>'
        for i, (t, u) in enumerate(zip(titles, links, strict=True))
    )
    rows = "".join(
        f'<article class="teaser"><a href="{u}"><span class="kicker">Region</span><h3>{escape(t)}</h3></a><p>{say.line()}</p></article>'
        for t, u in zip(news, urls, strict=True)
    )
    body = f'<section class="top"><h2>Nachrichten</h2>{rows}</section><section class="partner"><p class="label">ANZEIGE</p><h2>Angebote unserer Partner</h2>{ads}</section>'
    return page(
        "https://bachblatt.example/",
        body,
        planted(news, frozenset({"feed", "listing"}), UNTOLD, heading="Nachrichten", urls=urls),
        planted(titles, AD, TOLD, heading="Angebote unserer Partner", urls=links),
        say=say,
    )


@shape("en")
def promoted_pins(say: Say) -> Answer:
    titles, paid = say.titles("dish", 10), {2, 6, 9}
    rows = [
        {"type": "pin", "id": str(say.number()), "grid_title": t, "title": t, "link": f"https://{say.token(6)}.example/{slug(t)}", "is_promoted": i in paid, "promoter": {"full_name": say.one("names")} if i in paid else None, "ad_match_reason": 1 if i in paid else 0, "images": {"236x": {"url": f"https://i.example/{i}.jpg", "width": 236}}, "pinner": {"username": slug(say.one("names"))}, "board": {"name": "Dinner", "url": "/x/dinner/"}}
        for i, t in enumerate(titles, 1)
    ]  # fmt: skip
    urls = [it["link"] for it in rows]
    value = {
        "resource_response": {"status": "success", "code": 0, "data": rows, "bookmark": say.token(30)},
        "client_context": {"is_authenticated": True, "country": "GB"},
        "resource": {"name": "UserHomefeedResource", "options": {"field_set_key": "hf_grid"}},
    }  # fmt: skip
    return json_answer(
        "https://www.corkwall.example/resource/UserHomefeedResource/get/",
        value,
        planted(titles, frozenset({"feed", "recommendation"}), ANYHOW, urls=urls, sponsored=paid),
    )
