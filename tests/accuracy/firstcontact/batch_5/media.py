# ruff: noqa: E501, RUF001 - markup and prices stand as sites write them
"""What video, music, game and book services deliver."""

import json
from html import escape
from random import Random

from tests.accuracy.firstcontact.kit import (
    FEED,
    HARDLY,
    LISTING,
    RECOMMENDED,
    SEARCH,
    TOLD,
    UNTOLD,
    Answer,
    Say,
    json_answer,
    page,
    planted,
    shape,
    slug,
)


@shape("de")
def lockup_models_beside(say: Say) -> Answer:
    titles = say.titles("media", 10)
    keys = [say.token(11) for _ in titles]
    urls = [f"/watch?v={k}" for k in keys]
    rows = [
        {
            "lockupViewModel": {
                "contentId": k,
                "contentType": "LOCKUP_CONTENT_TYPE_VIDEO",
                "contentImage": {
                    "thumbnailViewModel": {
                        "image": {"sources": [{"url": f"https://i.example/{k}.jpg", "width": 168}]}
                    }
                },
                "metadata": {
                    "lockupMetadataViewModel": {
                        "title": {"content": t},
                        "metadata": {
                            "contentMetadataViewModel": {
                                "metadataRows": [
                                    {"metadataParts": [{"text": {"content": say.one("names")}}]},
                                    {"metadataParts": [{"text": {"content": "12.044 Aufrufe"}}]},
                                ]
                            }
                        },
                    }
                },
                "rendererContext": {
                    "commandContext": {
                        "onTap": {"command": {"webCommandMetadata": {"url": u}}, "rank": i}
                    }
                },
            }
        }
        for i, (t, k, u) in enumerate(zip(titles, keys, urls, strict=True))
    ]
    chips = [
        {"chipCloudChipRenderer": {"text": {"simpleText": c}, "isSelected": c == "Alle"}}
        for c in ("Alle", "Ähnliche", "Von diesem Kanal", "Neu", "Gesehen")
    ]
    state = {
        "contents": {
            "twoColumnWatchNextResults": {
                "results": {"results": {"contents": []}},
                "secondaryResults": {
                    "secondaryResults": {
                        "header": {"relatedChipCloudRenderer": {"chips": chips}},
                        "results": rows,
                    }
                },
            }
        },
        "frameworkUpdates": {"entityBatchUpdate": {"mutations": []}},
    }
    body = f'<ytx-app></ytx-app><script nonce="x">var ytxInitialData = {json.dumps(state, ensure_ascii=False)};</script>'
    truth = planted(titles, RECOMMENDED, HARDLY, urls=urls)
    return page("https://rohrpost.example/watch?v=hier", body, truth, say=say)


@shape("es")
def sectioned_home_query(say: Say) -> Answer:
    every = say.titles("song", 12)
    lists, sections = [], []
    for head, told, surface, titles in (
        (say.one("foryou"), TOLD, RECOMMENDED, every[:6]),
        ("Lo más escuchado", UNTOLD, FEED, every[6:]),
    ):
        keys = [f"spy:playlist:{say.token(22)}" for _ in titles]
        rows = [
            {
                "uid": say.token(8),
                "content": {
                    "__typename": "PlaylistResponseWrapper",
                    "data": {
                        "__typename": "Playlist",
                        "name": t,
                        "uri": k,
                        "description": say.line(),
                        "images": {
                            "items": [
                                {
                                    "extractedColors": {"colorDark": {"hex": "#535353"}},
                                    "sources": [{"url": f"https://i.example/{k[-8:]}"}],
                                }
                            ]
                        },
                        "ownerV2": {"data": {"__typename": "User", "name": "Onda"}},
                    },
                },
            }
            for t, k in zip(titles, keys, strict=True)
        ]
        sections.append(
            {
                "uri": f"spy:section:{say.token(22)}",
                "data": {
                    "__typename": "HomeGenericSectionData",
                    "title": {"transformedLabel": head, "translatedBaseText": head},
                    "subtitle": None,
                },
                "sectionItems": {"items": rows, "pagingInfo": {"nextOffset": 6}, "totalCount": 20},
            }
        )
        lists.append(planted(titles, surface, told, heading=head))
    value = {
        "data": {
            "home": {
                "greeting": {"transformedLabel": "Buenas noches"},
                "sectionContainer": {"sections": {"items": sections, "totalCount": 2}},
            }
        }
    }
    return json_answer("https://api-partner.onda.example/pathfinder/v2/query", value, *lists)


@shape("en")
def path_graph_rows(say: Say) -> Answer:
    titles, head = say.titles("media", 7), "Top Picks for You"
    keys = [str(say.number(80_000_000, 81_999_999)) for _ in titles]
    rows: dict = {"displayName": {"$type": "atom", "value": head}, "length": 40}
    rows |= {
        str(i): {"$type": "sentinel", "reference": {"$type": "ref", "value": ["videos", k]}}
        for i, k in enumerate(keys)
    }
    videos = {
        k: {
            "title": {"$type": "atom", "$size": 40, "value": t},
            "boxart": {"_342x192": {"$type": "atom", "value": {"url": f"https://o.example/{k}"}}},
            "maturity": {"$type": "atom", "value": 16},
        }
        for k, t in zip(keys, titles, strict=True)
    }
    shuffled = dict(Random(say.token()).sample(sorted(videos.items()), len(videos)))
    row = say.token(20)
    value = {
        "jsonGraph": {
            "lolomo": {"0": {"$type": "ref", "value": ["lists", row]}},
            "lists": {row: rows},
            "videos": shuffled,
        },
        "paths": [["lolomo", 0, {"from": 0, "to": 6}, "reference", ["title", "boxart"]]],
    }
    truth = planted(titles, RECOMMENDED, TOLD, heading=head)
    return json_answer("https://www.redreel.example/api/pathEvaluator?retry=1", value, truth)


@shape("en")
def serialized_server_shelf(say: Say) -> Answer:
    titles, head = say.titles("song", 7), "Made for You"
    urls = [f"https://tunes.orchard.example/us/station/{say.number()}" for _ in titles]
    items = [
        {
            "id": f"squareLockup - {say.token(8)}",
            "titleLinks": [{"title": t, "segue": {"$kind": "flowAction", "destination": {}}}],
            "subtitleLinks": [{"title": say.one("names")}],
            "artwork": {"dictionary": {"url": "https://is1.example/{w}x{h}bb.{f}", "width": 600}},
            "contentDescriptor": {"kind": "radioStation", "url": u},
            "impressionMetrics": {"id": say.token(8), "fields": {"name": t}},
        }
        for t, u in zip(titles, urls, strict=True)
    ]
    state = [
        {
            "intent": {"$kind": "HomePageIntent"},
            "data": {
                "sections": [
                    {
                        "id": say.token(6),
                        "itemKind": "squareLockup",
                        "header": {"item": {"titleLink": {"title": head}}, "kind": "header"},
                        "items": items,
                    }
                ]
            },
        }
    ]
    body = f'<div class="app-container"></div><script type="application/json" id="serialized-server-data">{json.dumps(state)}</script>'
    truth = planted(titles, RECOMMENDED, TOLD, heading=head, urls=urls)
    return page("https://tunes.orchard.example/us/home", body, truth, say=say)


@shape("pl")
def live_component_snapshot(say: Say) -> Answer:
    titles, head = say.titles("book", 6), say.one("foryou")
    urls = [f"/ksiazka/{slug(t)}" for t in titles]
    state = {
        "data": {
            "heading": head,
            "books": [
                [
                    [{"id": say.number(), "title": t, "url": u}, {"s": "arr"}]
                    for t, u in zip(titles, urls, strict=True)
                ],
                {"s": "arr"},
            ],
        },
        "memo": {"id": say.token(20), "name": "book-rail", "path": "/", "children": []},
        "checksum": say.token(40),
    }
    rows = "".join(
        f'<div wire:key="b{i}"><a href="{u}" wire:navigate><img src="/o/{i}.jpg" alt=""><p>{escape(t)}</p></a></div>'
        for i, (t, u) in enumerate(zip(titles, urls, strict=True))
    )
    code = escape(json.dumps(state, ensure_ascii=False))
    body = f'<div wire:snapshot="{code}" wire:effects="[]" wire:id="{say.token(20)}"><h3>{head}</h3><div class="grid">{rows}</div></div>'
    truth = planted(titles, RECOMMENDED, TOLD, heading=head, urls=urls)
    return page("https://zaczytani.example/", body, truth, say=say)


@shape("en")
def discounted_capsules(say: Say) -> Answer:
    titles, head, was = (
        say.titles("app", 6),
        say.one("reason", say.titles("course", 1)[0]),
        say.prices("us", 6),
    )
    urls = [f"https://store.vapour.example/app/{say.number()}/{slug(t)}/?snr=1_4" for t in titles]
    now = [f"{float(p.amount) * 0.75:.2f}" for p in was]
    cells = "".join(
        f'<a class="store_capsule app_impression_tracked" href="{u}" data-ds-appid="{say.number()}"><div class="capsule headerv5"><img src="/c/{i}.jpg" alt="{escape(t)}"></div><div class="title">{escape(t)}</div><div class="discount_block discount_block_inline" data-discount="25" aria-label="25% off. ${p.amount} normally, discounted to ${n}"><div class="discount_pct">-25%</div><div class="discount_prices"><div class="discount_original_price">{p.text}</div><div class="discount_final_price">${n}</div></div></div></a>'
        for i, (t, u, p, n) in enumerate(zip(titles, urls, was, now, strict=True))
    )
    body = f'<div class="home_ctn"><div class="home_page_content"><h2 class="home_page_content_title">{escape(head)}</h2><div class="carousel_container"><div class="carousel_items store_capsule_container"><div class="focus">{cells}</div></div><div class="carousel_thumbs"><div></div><div></div><div></div></div></div></div></div>'
    truth = planted(titles, RECOMMENDED, TOLD, heading=head, urls=urls, prices=now)
    return page("https://store.vapour.example/", body, truth, say=say)


@shape("nl")
def rails_with_links(say: Say) -> Answer:
    every = say.titles("show", 15)
    lists, rails = [], []
    for head, told, surface, titles in (
        (say.one("foryou"), TOLD, RECOMMENDED, every[:5]),
        (f"Omdat je {say.titles('show', 1)[0]} bekeek", TOLD, RECOMMENDED, every[5:10]),
        ("Nu populair", UNTOLD, FEED, every[10:]),
    ):
        urls = [f"https://kijkbuis.example/serie/{slug(t)}" for t in titles]
        rows = [
            {
                "brandId": say.number(),
                "title": t,
                "synopsis": say.line(),
                "_links": {
                    "self": {"href": f"https://api.kijkbuis.example/b/{i}"},
                    "page": {"href": u},
                    "image": {"href": "https://img.example/{type}", "templated": True},
                },
            }
            for i, (t, u) in enumerate(zip(titles, urls, strict=True))
        ]
        rails.append(
            {
                "railId": say.token(6),
                "railTitle": head,
                "_links": {"self": {"href": f"https://api.kijkbuis.example/rails/{say.token(4)}"}},
                "_embedded": {"brands": rows},
            }
        )
        lists.append(planted(titles, surface, told, heading=head, urls=urls))
    value = {
        "_links": {"self": {"href": "https://api.kijkbuis.example/home"}},
        "_embedded": {"rails": rails},
    }
    return json_answer("https://api.kijkbuis.example/home?profile=2", value, *lists)


@shape("en")
def short_clip_items(say: Say) -> Answer:
    titles = [f"{t} #{say.token(5)} #fyp" for t in say.titles("thread", 8)]
    rows = [
        {
            "id": str(say.number(10**9, 10**10)),
            "desc": t,
            "createTime": 1_795_000_000,
            "video": {"height": 1024, "duration": 31, "cover": f"https://p.example/{say.token()}"},
            "author": {"id": say.token(8), "uniqueId": say.token(6), "nickname": say.one("names")},
            "music": {"id": say.token(8), "title": "original sound", "duration": 31},
            "challenges": [{"id": say.token(4), "title": "fyp", "desc": ""}],
            "stats": {"diggCount": say.number(), "playCount": say.number()},
        }
        for t in titles
    ]
    value = {"cursor": "8", "hasMore": True, "itemList": rows, "statusCode": 0, "log_pb": {}}
    truth = planted(titles, FEED | RECOMMENDED, HARDLY)
    return json_answer(
        "https://www.flickclip.example/api/recommend/item_list/?count=8&from_page=fyp", value, truth
    )


@shape("de")
def catalogue_hits_table(say: Say) -> Answer:
    titles = say.titles("book", 9)
    urls = [f"/Record/{say.number()}?sid={say.number()}" for _ in titles]
    rows = "".join(
        f'<tr class="result"><td><input type="checkbox" name="ids[]" value="Solr|{i}"></td><td><span class="Z3988" title="ctx_ver=Z39.88-2004&amp;rft.btitle=x"></span><a href="{u}" class="title getFull" data-view="full">{escape(t)}</a><div>von <a href="/Author/Home?author={slug(say.one("names"))}">{say.one("names")}</a></div><div>Veröffentlicht {say.number(1960, 2025)}</div><span class="format book">Buch</span></td><td><span class="status">Ausleihbar</span><a href="{u}#tabnav">Signatur</a></td></tr>'
        for i, (t, u) in enumerate(zip(titles, urls, strict=True))
    )
    facets = "".join(
        f'<a href="?filter={f}" class="facet">{f} <span class="badge">{say.number(2, 90)}</span></a>'
        for f in ("Buch", "E-Book", "Zeitschrift", "Noten", "Karte")
    )
    body = f'<h1>Suchergebnisse</h1><p>Treffer 1 – 9 von 248 für Suche „Flüsse“</p><form><table class="search-results">{rows}</table></form><div class="sidebar"><h4>Format</h4>{facets}</div>'
    truth = planted(titles, SEARCH, UNTOLD, urls=urls)
    return page(
        "https://katalog.stadtbuecherei.example/Search/Results?lookfor=fl%C3%BCsse",
        body,
        truth,
        say=say,
    )


@shape("it")
def looping_slides(say: Say) -> Answer:
    titles, head = say.titles("gear", 6), say.one("foryou")
    prices = say.prices("it", 6)
    urls = [f"/prodotto/{slug(t)}" for t in titles]
    cells = [
        f'<a href="{u}"><img src="/f/{i}.jpg" alt=""><h4>{escape(t)}</h4><span class="prezzo">{p.text}</span></a>'
        for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True))
    ]

    def slide(at: int, clone: str = "") -> str:
        return f'<div class="swiper-slide{clone}" data-swiper-slide-index="{at}" role="group" aria-label="{at + 1} / 6">{cells[at]}</div>'

    clone = " swiper-slide-duplicate"
    before = "".join(slide(at, clone) for at in (3, 4, 5))
    middle = "".join(slide(at) for at in range(6))
    after = "".join(slide(at, clone) for at in (0, 1, 2))
    body = f'<h2>{head}</h2><div class="swiper"><div class="swiper-wrapper">{before}{middle}{after}</div><div class="swiper-button-prev"></div><div class="swiper-button-next"></div></div>'
    truth = planted(
        titles, RECOMMENDED, TOLD, heading=head, urls=urls, prices=[p.amount for p in prices]
    )
    return page("https://ciottolo.example/", body, truth, say=say)


@shape("fr")
def tracklist_of_album(say: Say) -> Answer:
    titles = say.titles("song", 9)
    urls = [f"/titre/{say.number()}" for _ in titles]
    rows = "".join(
        f'<div role="row" aria-rowindex="{i + 1}"><div role="gridcell"><span>{i}</span><button aria-label="Lire"></button></div><div role="gridcell"><a href="{u}">{escape(t)}</a></div><div role="gridcell"><button aria-label="Ajouter"></button><span>{i % 5 + 2}:4{i}</span></div></div>'
        for i, (t, u) in enumerate(zip(titles, urls, strict=True), 1)
    )
    body = f'<h1>{say.titles("song", 1)[0]}</h1><p>Album · 2026 · 9 titres</p><div role="grid" aria-label="Liste des pistes" aria-colcount="3">{rows}</div>'
    truth = planted(titles, LISTING, UNTOLD, urls=urls)
    return page("https://ecoutille.example/album/7", body, truth, say=say)
