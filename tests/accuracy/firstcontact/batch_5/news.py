# ruff: noqa: E501 - markup stands as sites write it
"""What newsrooms and portals deliver: content systems, widgets, rivers, archives."""

import json
from html import escape

from tests.accuracy.firstcontact.kit import (
    AD,
    ANY_CHOSEN,
    FEED,
    HARDLY,
    LISTING,
    RECOMMENDED,
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


@shape("es")
def fusion_content_state(say: Say) -> Answer:
    titles = say.titles("brief", 8)
    urls = [f"/politica/2026/11/{i + 10}/{slug(t)[:40]}/" for i, t in enumerate(titles)]
    rows = [
        {
            "_id": say.token(26).upper(),
            "type": "story",
            "headlines": {"basic": t, "meta_title": ""},
            "subheadlines": {"basic": say.line()},
            "canonical_url": u,
            "credits": {"by": [{"name": say.one("names"), "url": "/autor/x/"}]},
            "promo_items": {"basic": {"type": "image", "url": f"/resizer/{say.token()}.jpg"}},
            "display_date": say.when(),
        }
        for t, u in zip(titles, urls, strict=True)
    ]
    state = {"type": "results", "content_elements": rows, "count": 8, "next": 8}
    script = f'window.Fusion=window.Fusion||{{}};Fusion.arcSite="ribera";Fusion.contextPath="/pf";Fusion.globalContent={json.dumps(state, ensure_ascii=False)};Fusion.globalContentConfig={{"source":"story-feed","query":{{"section":"/politica"}}}};Fusion.lastModified=1795000000000;'
    body = f'<div id="fusion-app"></div><script id="fusion-metadata" type="application/javascript">{script}</script>'
    truth = planted(titles, FEED | LISTING, HARDLY, urls=urls)
    return page("https://laribera.example/politica/", body, truth, say=say)


@shape("pl")
def blog_posts_api(say: Say) -> Answer:
    titles = say.titles("brief", 9)
    urls = [f"https://wzgorze.example/2026/11/{slug(t)[:30]}/" for t in titles]
    rows = [
        {
            "id": say.number(),
            "date": say.when()[:-1],
            "slug": slug(t),
            "type": "post",
            "link": u,
            "title": {"rendered": t.replace("„", "&#8222;").replace("”", "&#8221;")},
            "excerpt": {"rendered": f"<p>{say.line()} [&hellip;]</p>\n", "protected": False},
            "author": 3,
            "categories": [4, 9],
            "_links": {"self": [{"href": f"https://wzgorze.example/wp-json/wp/v2/posts/{i}"}]},
        }
        for i, (t, u) in enumerate(zip(titles, urls, strict=True))
    ]
    truth = planted(titles, FEED | LISTING, HARDLY, urls=urls)
    return json_answer("https://wzgorze.example/wp-json/wp/v2/posts?per_page=9", rows, truth)


@shape("en")
def sponsored_links_widget(say: Say) -> Answer:
    titles = say.titles("goods", 6)
    urls = [f"https://paid.exitlane.example/network/redir?p={say.token(30)}" for _ in titles]
    docs = [
        {
            "source_name": say.one("names"),
            "same_source": "false",
            "pc_id": str(say.number()),
            "ads_type": 1,
            "adv_name": say.one("names"),
            "url": u,
            "content": t,
            "thumbnail": {"url": f"https://img.exitlane.example/{say.token()}", "width": 400},
            "pos": str(i),
            "on-viewed": [f"https://log.exitlane.example/v?{say.token()}"],
        }
        for i, (t, u) in enumerate(zip(titles, urls, strict=True))
    ]
    value = {
        "response": {
            "exec_time": 31,
            "status": {"id": 0, "content": "Request succeeded"},
            "request": {"idx": "0", "wnid": 1, "pid": "77", "req_id": say.token(20)},
            "documents": {"total_count": 6, "count": 6, "doc": docs},
            "settings": {"apv": "true", "widgetHeader": "Sponsored links", "lazyLoad": "false"},
        }
    }
    body = f"ELR.returnedHtmlData({json.dumps(value)}, '{say.token(4)}')"
    truth = planted(titles, AD, TOLD, urls=urls)
    return answer(
        "https://mv.exitlane.example/Multivac/api/get?widgetJSId=AR_1&idx=0",
        "text/x-javascript",
        body,
        truth,
        site="millpost.example",
        page="https://millpost.example/a/9",
    )


@shape("fr")
def amp_article_carousel(say: Say) -> Answer:
    titles, head = say.titles("brief", 6), say.one("read_on")
    urls = [f"https://amp.valjour.example/{slug(t)[:40]}.amp" for t in titles]
    slides = "".join(
        f'<a class="amp-flex" href="{u}"><amp-img src="/a/{i}.jpg" width="300" height="200" layout="responsive" alt=""></amp-img><span class="t">{escape(t)}</span></a>'
        for i, (t, u) in enumerate(zip(titles, urls, strict=True))
    )
    body = f'<!doctype html><html ⚡ lang="fr"><head><meta charset="utf-8"><title>Val</title><style amp-boilerplate>body{{}}</style><script async custom-element="amp-carousel" src="https://cdn.amp.example/v0/amp-carousel-0.1.js"></script></head><body><amp-sidebar id="sb" layout="nodisplay"><ul><li><a href="/monde">Monde</a></li><li><a href="/sport">Sport</a></li></ul></amp-sidebar><article><h1>{say.titles("story", 1)[0]}</h1><p>{say.line()} {say.line()}</p><p>{say.line()}</p></article><h3>{head}</h3><amp-carousel height="240" layout="fixed-height" type="carousel">{slides}</amp-carousel><amp-list width="auto" height="100" src="https://api.valjour.example/x.json"><template type="amp-mustache"><div><a href="{{{{url}}}}">{{{{title}}}}</a></div></template></amp-list></body></html>'
    truth = planted(titles, RECOMMENDED, UNTOLD, heading=head, urls=urls)
    return answer("https://amp.valjour.example/ici.amp", "text/html; charset=utf-8", body, truth)


@shape("nl")
def numbered_tabs(say: Say) -> Answer:
    every = say.titles("brief", 10)
    lists, panes = [], []
    for head, titles in (("Meest gelezen", every[:5]), ("Meest bekeken", every[5:])):
        urls = [f"/artikel/{say.number()}/{slug(t)[:30]}" for t in titles]
        rows = "".join(
            f'<li><span class="rank" aria-hidden="true">{i}</span><a href="{u}">{escape(t)}</a></li>'
            for i, (t, u) in enumerate(zip(titles, urls, strict=True), 1)
        )
        panes.append(
            f'<div role="tabpanel" aria-labelledby="{slug(head)}"><h3 id="{slug(head)}">{head}</h3><ol>{rows}</ol></div>'
        )
        lists.append(planted(titles, FEED, UNTOLD, heading=head, urls=urls))
    body = f"<article><h1>{say.titles('place', 1)[0]}</h1><p>{say.line()} {say.line()}</p></article><aside>{''.join(panes)}</aside>"
    return page("https://dedijk.example/artikel/1/x", body, *lists, say=say)


@shape("it")
def read_also_in_text(say: Say) -> Answer:
    titles, head = say.titles("brief", 4), "Leggi anche"
    urls = [f"/cronaca/{slug(t)[:40]}.html" for t in titles]
    rows = "".join(
        f'<li><a href="{u}">{escape(t)}</a></li>' for t, u in zip(titles, urls, strict=True)
    )
    text = "".join(f"<p>{say.line()} {say.line()} {say.line()}</p>" for _ in range(3))
    body = f'<article><h1>{say.titles("brief", 1)[0]}</h1>{text}<div class="inline-box"><strong>{head}</strong><ul>{rows}</ul></div>{text}</article>'
    truth = planted(titles, RECOMMENDED, UNTOLD, heading=head, urls=urls)
    return page("https://corrieretto.example/cronaca/qui.html", body, truth, say=say)


@shape("en")
def json_feed(say: Say) -> Answer:
    titles = say.titles("brief", 8)
    urls = [f"https://millpost.example/{slug(t)[:50]}" for t in titles]
    items = [
        {
            "id": u,
            "url": u,
            "title": t,
            "content_html": f"<p>{say.line()}</p>",
            "date_published": say.when(),
            "authors": [{"name": say.one("names")}],
        }
        for t, u in zip(titles, urls, strict=True)
    ]
    value = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Mill Post",
        "home_page_url": "https://millpost.example/",
        "items": items,
    }
    truth = planted(titles, FEED | LISTING, HARDLY, urls=urls)
    return answer(
        "https://millpost.example/feed.json", "application/feed+json", json.dumps(value), truth
    )


@shape("de")
def array_rpc_stories(say: Say) -> Answer:
    titles = say.titles("brief", 8)
    urls = [f"https://bachblatt.example/{slug(t)[:40]}-{say.number()}.html" for t in titles]
    rows = [
        [
            13,
            [13, say.token(40)],
            t,
            None,
            [1_795_000_000 + i],
            None,
            u,
            None,
            [[None, None, [say.token(30), None, 280, 168]]],
            None,
            [None, None, say.one("names")],
        ]
        for i, (t, u) in enumerate(zip(titles, urls, strict=True))
    ]
    inner = json.dumps(["garturlres", [None, rows], [1, 2]], ensure_ascii=False)
    outer = json.dumps(
        [["wrb.fr", "Qxytce", inner, None, None, None, "generic"], ["di", 84], ["af.httprm", 83]],
        ensure_ascii=False,
    )
    body = f')]}}\'\n\n{len(outer)}\n{outer}\n25\n[["e",4,null,null,9981]]\n'
    truth = planted(titles, ANY_CHOSEN, HARDLY, urls=urls)
    return answer(
        "https://nachrichten.suchwerk.example/_/DotsUi/data/batchexecute?rpcids=Qxytce",
        "application/json; charset=utf-8",
        body,
        truth,
        method="POST",
    )


@shape("en")
def keyed_array_callback(say: Say) -> Answer:
    titles, head = say.titles("app", 7), say.one("foryou")
    urls = [f"/store/apps/details?id=com.{say.token(6)}.{say.token(4)}" for _ in titles]
    rows = [
        [
            [u.split("=")[1], 7],
            [None, 2, [512, 512], [None, None, f"https://play-img.example/{say.token(20)}"]],
            None,
            t,
            [f"{4 + i / 10:.1f}", 4 + i / 10],
            [["Tools", None, [None, None, "/store/apps/category/TOOLS"]]],
            None,
            None,
            [None, None, None, None, [None, None, u]],
        ]
        for i, (t, u) in enumerate(zip(titles, urls, strict=True))
    ]
    data = [[None, [[[None, [head, None, None]], [rows], None, [None, say.token(30)]]]]]
    other = [["en", "US"], None, [1, 0, 0], ["https://www.appnook.example/"]]
    body = f"<c-wiz></c-wiz><script nonce=x>AF_initDataCallback({{key: 'ds:1', hash: '2', data:{json.dumps(other)}, sideChannel: {{}}}});</script><script nonce=x>AF_initDataCallback({{key: 'ds:4', hash: '5', data:{json.dumps(data)}, sideChannel: {{}}}});</script>"
    truth = planted(titles, RECOMMENDED, HARDLY | TOLD, urls=urls)
    return page("https://www.appnook.example/store/apps", body, truth, say=say)


@shape("en")
def river_of_promos(say: Say) -> Answer:
    every = say.titles("brief", 12)
    lists, parts = [], []
    for head, titles in (("Top stories", every[:6]), ("Most watched today", every[6:])):
        urls = [f"/articles/c{say.token(11)}" for _ in titles]
        rows = "".join(
            f'<div data-testid="edinburgh-card" class="sc-{say.token(6)}-0 kq{say.token(4)}"><a href="{u}" data-testid="internal-link" class="sc-8a623a54-0"><div><div><img src="/g/{i}.png" srcset="/g/{i}-240.webp 240w,/g/{i}-480.webp 480w" alt="" class="sc-d1200759-0"></div><div data-testid="card-text-wrapper"><h2 data-testid="card-headline" class="sc-fa814188-3">{escape(t)}</h2><p data-testid="card-description">{say.line()}</p><span data-testid="card-metadata-lastupdated">{i + 1} hrs ago</span><span data-testid="card-metadata-tag">Europe</span></div></div></a></div>'
            for i, (t, u) in enumerate(zip(titles, urls, strict=True))
        )
        parts.append(
            f'<section data-testid="{slug(head)}" class="sc-cd6075cf-0"><div><h2 class="sc-84dde4f-0">{head}</h2></div><div class="sc-93223220-0">{rows}</div></section>'
        )
        lists.append(planted(titles, FEED | LISTING, UNTOLD, heading=head, urls=urls))
    return page("https://isles.example/news", "".join(parts), *lists, say=say)


@shape("pt")
def letter_archive_terms(say: Say) -> Answer:
    titles = say.titles("brief", 9)
    urls = [f"/cartas/{say.number()}" for _ in titles]
    rows = "".join(
        f'<dt><time datetime="2026-{10 - i // 3:02}-{20 - i:02}">{20 - i}/{10 - i // 3:02}/2026</time></dt><dd><a href="{u}">{escape(t)}</a></dd>'
        for i, (t, u) in enumerate(zip(titles, urls, strict=True))
    )
    truth = planted(titles, LISTING | FEED, UNTOLD, urls=urls)
    return page(
        "https://cartaaberta.example/arquivo", f"<h1>Arquivo</h1><dl>{rows}</dl>", truth, say=say
    )


@shape("de")
def portal_cards_with_native(say: Say) -> Answer:
    titles = say.titles("brief", 10)
    urls = [f"https://portal.heimseite.example/de-de/{slug(t)[:30]}/{say.token(8)}" for t in titles]
    paid = {4, 9}
    rows = [
        {
            "id": say.token(8),
            "type": "nativead" if rank in paid else "article",
            "title": t,
            "abstract": say.line(),
            "url": u,
            "provider": {"id": say.token(4), "name": say.one("names")},
            "images": [{"width": 1200, "height": 800, "url": f"https://img.example/{say.token()}"}],
            "reactionSummary": {"totalCount": say.number(0, 500)},
            "recoId": say.token(10),
        }
        | ({"adLabel": "Anzeige"} if rank in paid else {})
        for rank, (t, u) in enumerate(zip(titles, urls, strict=True), 1)
    ]
    value = {
        "sections": [
            {"region": "river", "dataTemplate": "grid", "cards": rows, "layout": "feedlayout"}
        ],
        "nextPageUrl": "https://api.heimseite.example/feed/pages?$skip=10",
        "refreshIntervalMinutes": 30,
    }
    truth = planted(titles, FEED, HARDLY | TOLD, urls=urls, sponsored=paid)
    return json_answer("https://api.heimseite.example/news/feed/pages/start?user=m-1", value, truth)
