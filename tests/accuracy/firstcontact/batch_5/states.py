# ruff: noqa: E501 - state stands as frameworks write it
"""State that frameworks put into pages and data requests."""

import json
from html import escape

from tests.accuracy.firstcontact.kit import (
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


class _Pool:
    """Values in one flat array that refer to each other by index."""

    def __init__(self) -> None:
        self.flat: list[object] = []

    def put(self, value: object) -> int:
        at = len(self.flat)
        self.flat.append(None)
        if isinstance(value, dict):
            self.flat[at] = {f"_{self.put(k)}": self.put(v) for k, v in value.items()}
        elif isinstance(value, list):
            self.flat[at] = [self.put(it) for it in value]
        else:
            self.flat[at] = value
        return at


@shape("en")
def single_fetch_data(say: Say) -> Answer:
    titles, head = say.titles("book", 7), say.one("foryou")
    urls = [f"/books/{slug(t)}" for t in titles]
    rows = [
        {"isbn": str(say.number()), "title": t, "to": u, "by": say.one("names")}
        for t, u in zip(titles, urls, strict=True)
    ]
    pool = _Pool()
    pool.put(
        {"root": {"data": {"theme": "dark"}}, "routes/_index": {"data": {"shelf": {"heading": head, "books": rows}}}}
    )  # fmt: skip
    truth = planted(titles, RECOMMENDED, TOLD, heading=head, urls=urls)
    return answer(
        "https://inkwell.example/_root.data", "text/x-script", json.dumps(pool.flat), truth
    )


@shape("es")
def exchange_results_state(say: Say) -> Answer:
    titles = say.titles("dish", 8)
    urls = [f"/r/{slug(t)}" for t in titles]
    rows = [
        {
            "__typename": "Recipe",
            "id": say.token(8),
            "name": t,
            "path": u,
            "photo": {"__typename": "Photo", "src": f"/f/{say.token()}.jpg"},
        }
        for t, u in zip(titles, urls, strict=True)
    ]
    inner = json.dumps({"latestRecipes": rows, "me": None}, ensure_ascii=False)
    other = json.dumps({"siteConfig": {"__typename": "Config", "flags": ["a", "b"]}})
    state = {
        "-1712345": {"data": other, "hasNext": False},
        "9938311": {"data": inner, "hasNext": False},
    }
    body = f'<div id="__next"></div><script>window.__URQL_DATA__ = {json.dumps(state, ensure_ascii=False)}</script>'
    truth = planted(titles, FEED | LISTING, HARDLY, urls=urls)
    return page("https://pucherito.example/", body, truth, say=say)


@shape("en")
def record_source_refs(say: Say) -> Answer:
    titles = say.titles("thread", 7)
    keys = [say.token(10) for _ in titles]
    urls = [f"https://hearth.example/p/{k}" for k in keys]
    records: dict = {
        "client:root": {"__id": "client:root", "viewer": {"__ref": "client:root:viewer"}},
        "client:root:viewer": {"__id": "client:root:viewer", 'feed(first:7)': {"__ref": "client:feed"}},
        "client:feed": {"__id": "client:feed", "edges": {"__refs": [f"client:feed:edges:{i}" for i in range(7)]}},
    }  # fmt: skip
    for i, k in enumerate(keys):
        records[f"client:feed:edges:{i}"] = {
            "__id": f"client:feed:edges:{i}",
            "__typename": "FeedEdge",
            "node": {"__ref": k},
        }
    nodes = {
        k: {"__id": k, "__typename": "Post", "id": k, "title": t, "url": u, "voteCount": 4}
        for k, t, u in zip(keys, titles, urls, strict=True)
    }
    records |= dict(sorted(nodes.items()))
    body = f'<div id="root"></div><script>window.__RELAY_STORE__={json.dumps(records)};</script>'
    truth = planted(titles, FEED, HARDLY, urls=urls)
    return page("https://hearth.example/", body, truth, say=say)


@shape("nl")
def entity_adapter_state(say: Say) -> Answer:
    titles = say.titles("place", 8)
    keys = [str(say.number()) for _ in titles]
    urls = [f"/verblijf/{k}" for k in keys]
    entities = {
        k: {"id": k, "naam": t, "pad": u, "sterren": 3}
        for k, t, u in zip(keys, titles, urls, strict=True)
    }
    state = {
        "router": {"location": {"pathname": "/"}},
        "auth": {"status": "anonymous"},
        "stays": {
            "ids": keys,
            "entities": dict(sorted(entities.items())),
            "status": "succeeded",
            "error": None,
        },
        "ui": {"toasts": {"ids": [], "entities": {}}},
    }
    code = json.dumps(state, ensure_ascii=False).replace("<", "\\u003c")
    body = f'<div id="app"></div><script id="preloaded" type="application/json">{code}</script>'
    truth = planted(titles, LISTING | FEED | {"other"}, HARDLY, urls=urls)
    return page("https://slaapuit.example/", body, truth, say=say)


@shape("de")
def dehydrated_queries(say: Say) -> Answer:
    titles, head = say.titles("dish", 8), say.one("foryou")
    urls = [f"https://topfgucker.example/rezept/{say.number()}" for _ in titles]
    rows = [
        {
            "recipe": {"id": say.token(8), "title": t, "siteUrl": u, "rating": {"numVotes": 9}},
            "trackingId": say.token(16),
        }
        for t, u in zip(titles, urls, strict=True)
    ]
    state = {
        "mutations": [],
        "queries": [
            {
                "dehydratedAt": 1_795_000_000_000,
                "state": {"data": {"user": None}, "status": "success"},
                "queryKey": ["me"],
                "queryHash": '["me"]',
            },
            {
                "dehydratedAt": 1_795_000_000_000,
                "state": {
                    "data": {
                        "pages": [{"title": head, "items": rows, "nextCursor": 8}],
                        "pageParams": [0],
                    },
                    "status": "success",
                },
                "queryKey": ["recommendations", {"limit": 8}],
                "queryHash": '["recommendations",{"limit":8}]',
            },
        ],
    }
    body = f'<div id="root"></div><script>window.__REACT_QUERY_STATE__ = JSON.parse({json.dumps(json.dumps(state, ensure_ascii=False))});</script>'
    truth = planted(titles, RECOMMENDED, TOLD, heading=head, urls=urls)
    return page("https://topfgucker.example/", body, truth, say=say)


@shape("en")
def ajax_commands(say: Say) -> Answer:
    titles, head = say.titles("story", 5), "You may also be interested in"
    urls = [f"/node/{say.number()}" for _ in titles]
    rows = "".join(
        f'<div class="views-row"><article class="node node--type-article node--view-mode-teaser"><h3 class="node__title"><a href="{u}" rel="bookmark"><span>{escape(t)}</span></a></h3><div class="field field--name-body">{say.line()}</div></article></div>'
        for t, u in zip(titles, urls, strict=True)
    )
    html = f'<div class="views-element-container"><h2>{head}</h2><div class="view view-related js-view-dom-id-{say.token(30)}"><div class="view-content">{rows}</div></div></div>'
    value = [
        {"command": "settings", "settings": {"pluralDelimiter": "\u0003"}, "merge": True},
        {"command": "add_css", "data": [{"rel": "stylesheet", "href": "/core/x.css"}]},
        {"command": "insert", "method": "replaceWith", "selector": ".js-x", "data": html},
    ]
    truth = planted(titles, RECOMMENDED, TOLD, heading=head, urls=urls)
    return json_answer(
        "https://orchardtrust.example/views/ajax?_wrapper_format=drupal_ajax", value, truth
    )


@shape("fr")
def resumable_objects(say: Say) -> Answer:
    titles, head = say.titles("book", 6), say.one("read_on")
    urls = [f"/livre/{slug(t)}/" for t in titles]
    rows = "".join(
        f'<!--qv q:key=k{i}--><li q:key="{i}" q:id="{i}a"><a href="{u}" on:qvisible="q-{say.token(6)}.js#s_{say.token(8)}" link:app q:id="{i}b"><!--t={i}c-->{escape(t)}<!----></a></li><!--/qv-->'
        for i, (t, u) in enumerate(zip(titles, urls, strict=True))
    )
    objs = [x for t, u in zip(titles, urls, strict=True) for x in (t, u)]
    code = json.dumps(
        {"ctx": {}, "objs": [*objs, {"0": "1"}], "subs": [["_1"]]}, ensure_ascii=False
    )
    body = f'<div q:container="paused" q:render="ssr"><section><h2><!--t=h-->{head}<!----></h2><ul>{rows}</ul></section></div><script type="qwik/json">{code}</script>'
    truth = planted(titles, RECOMMENDED, UNTOLD, heading=head, urls=urls)
    return page("https://papyrus.example/livre/ici/", body, truth, say=say)


@shape("de")
def inertia_page_props(say: Say) -> Answer:
    titles, prices, head = say.titles("gear", 7), say.prices("de", 7), say.one("foryou")
    urls = [f"https://bergkauf.example/artikel/{slug(t)}" for t in titles]
    rows = [
        {
            "ulid": say.token(26).upper(),
            "bezeichnung": t,
            "routes": {"show": u, "merken": u + "/merken"},
            "preis": {"brutto_formatiert": p.text, "mwst": 19},
        }
        for t, u, p in zip(titles, urls, prices, strict=True)
    ]
    state = {
        "component": "Start",
        "props": {
            "errors": {},
            "auth": {"user": {"name": say.one("names")}},
            "bloecke": [{"typ": "empfehlungen", "ueberschrift": head, "artikel": rows}],
            "ziggy": {"routes": {n: {"uri": n, "methods": ["GET"]} for n in ("start", "korb", "suche", "konto")}},
        },
        "url": "/",
        "version": say.token(32),
    }  # fmt: skip
    code = escape(json.dumps(state, ensure_ascii=False))
    truth = planted(
        titles, RECOMMENDED, TOLD, heading=head, urls=urls, prices=[p.amount for p in prices]
    )
    return page(
        "https://bergkauf.example/", f'<div id="app" data-page="{code}"></div>', truth, say=say
    )
