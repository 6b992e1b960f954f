# ruff: noqa: E501 - markup and rows stand as sites write them
"""Answers that arrive in parts: lines, events, deferred parts, a prefetched page."""

import json
from html import escape

from tests.accuracy.firstcontact.kit import (
    FEED,
    HARDLY,
    RECOMMENDED,
    SEARCH,
    TOLD,
    UNTOLD,
    Answer,
    Say,
    answer,
    page,
    planted,
    posted,
    shape,
    slug,
)


@shape("en")
def result_lines(say: Say) -> Answer:
    titles, prices = say.titles("place", 9), say.prices("uk", 9)
    urls = [f"/stay/{slug(t)}" for t in titles]
    lines = [{"type": "meta", "query": "harbour", "total": 248, "took_ms": 41}]
    lines += [
        {
            "type": "hit",
            "rank": i,
            "doc": {"name": t, "path": u, "nightly": {"value": float(p.amount), "currency": "GBP"}},
        }
        for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True), 1)
    ]
    lines.append({"type": "end", "cursor": say.token(16)})
    return answer(
        "https://staylist.example/api/search?q=harbour&stream=1",
        "application/x-ndjson",
        "".join(json.dumps(it, ensure_ascii=False) + "\n" for it in lines),
        planted(titles, SEARCH, HARDLY, urls=urls, prices=[p.amount for p in prices]),
    )


@shape("fr")
def event_stream_items(say: Say) -> Answer:
    titles = say.titles("story", 7)
    urls = [f"/direct/{say.number()}" for _ in titles]
    parts = ["retry: 3000\n\n", ': ping\n\nevent: hello\ndata: {"session":"9"}\n\n']
    parts += [
        f"id: {i}\nevent: item\ndata: {json.dumps({'titre': t, 'url': u, 'heure': say.when()}, ensure_ascii=False)}\n\n"
        for i, (t, u) in enumerate(zip(titles, urls, strict=True))
    ]
    return answer(
        "https://lejournalier.example/flux/direct",
        "text/event-stream; charset=utf-8",
        "".join(parts),
        planted(titles, FEED, HARDLY, urls=urls),
    )


@shape("en")
def deferred_part(say: Say) -> Answer:
    titles, prices, head = say.titles("gear", 6), say.prices("us", 6), "Recommended with this item"
    urls = [f"/p/{slug(t)}" for t in titles]
    rows = [
        {
            "__typename": "Product",
            "id": say.token(8),
            "title": t,
            "url": u,
            "price": {"amount": float(p.amount), "currency": "USD"},
        }
        for t, u, p in zip(titles, urls, prices, strict=True)
    ]
    first = {"data": {"product": {"id": "9", "title": "Dash cam", "sku": "X"}}, "hasNext": True}
    later = {
        "incremental": [
            {
                "path": ["product"],
                "label": "Recs",
                "data": {"recommendations": {"title": head, "products": rows}},
            }
        ],
        "hasNext": False,
    }
    part = "\r\n---\r\nContent-Type: application/json; charset=utf-8\r\n\r\n"
    body = f"{part}{json.dumps(first)}{part}{json.dumps(later)}\r\n-----\r\n"
    truth = planted(
        titles,
        RECOMMENDED,
        frozenset({True, False}),
        heading=head,
        urls=urls,
        prices=[p.amount for p in prices],
    )
    return answer(
        "https://motorden.example/graphql",
        'multipart/mixed;boundary="-";deferSpec=20220824',
        body,
        truth,
        **posted({"query": "query P{product(id:9){id ...Recs @defer}}"}),
    )


@shape("en")
def streamed_boundary(say: Say) -> Answer:
    titles, head = say.titles("dish", 6), say.one("tailored")
    urls = [f"/recipes/{slug(t)}" for t in titles]
    cards = "".join(
        f'<li><a href="{u}"><img alt="" src="/r/{i}.jpg"/><span>{escape(t)}</span></a></li>'
        for i, (t, u) in enumerate(zip(titles, urls, strict=True))
    )
    body = f'<h1>Dinner</h1><p>{say.line()}</p><!--$?--><template id="B:0"></template><div class="skeleton"></div><!--/$--><p>{say.line()}</p><div hidden id="S:0"><section><h2>{escape(head)}</h2><ul>{cards}</ul></section></div><script>$RC=function(b,c){{}};$RC("B:0","S:0")</script>'
    truth = planted(titles, RECOMMENDED, TOLD, heading=head, urls=urls)
    return page("https://weeknightpan.example/dinner", body, truth, say=say)


@shape("de")
def declarative_shadow_rail(say: Say) -> Answer:
    titles, prices, head = say.titles("ware", 6), say.prices("de", 6), say.one("along")
    urls = [f"/p/{slug(t)}" for t in titles]
    cards = "".join(
        f'<moos-kachel><template shadowrootmode="open"><style>:host{{display:block}}</style><a part="link" href="{u}"><img src="/w/{i}.webp" alt=""><span class="name">{escape(t)}</span></a><span class="preis">{p.text}</span></template></moos-kachel>'
        for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True))
    )
    body = f"<h1>{escape(say.titles('ware', 1)[0])}</h1><moos-schiene><h2>{head}</h2>{cards}</moos-schiene><p>{say.line()}</p>"
    truth = planted(
        titles, RECOMMENDED, UNTOLD, heading=head, urls=urls, prices=[p.amount for p in prices]
    )
    return page("https://moosbach.example/p/dies", body, truth, say=say)


@shape("es")
def element_attribute_products(say: Say) -> Answer:
    titles, prices, head = say.titles("ware", 6), say.prices("fr", 6), say.one("tailored")
    urls = [f"/articulo/{slug(t)}" for t in titles]
    rows = [
        {"nombre": t, "enlace": u, "precio": p.text, "imagen": f"/m/{i}.webp"}
        for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True))
    ]
    body = f'<h1>Casa</h1><product-slider heading="{escape(head)}" :products="{escape(json.dumps(rows, ensure_ascii=False))}" autoplay></product-slider><p>{say.line()}</p>'
    truth = planted(
        titles, RECOMMENDED, TOLD, heading=head, urls=urls, prices=[p.amount for p in prices]
    )
    return page("https://musgo.example/", body, truth, say=say)
