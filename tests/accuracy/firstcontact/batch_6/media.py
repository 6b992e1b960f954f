# ruff: noqa: E501 - markup and rows stand as sites write them
"""Video, music, radio and podcasts: rails in answers and pages, track lists, what was on air."""

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
    json_answer,
    page,
    planted,
    posted,
    shape,
    slug,
)

ANYHOW = frozenset({True, False, None})


@shape("en")
def lockup_watch_next(say: Say) -> Answer:
    titles = say.titles("media", 9)
    ids = [say.token(11) for _ in titles]
    urls = [f"/watch?v={key}" for key in ids]
    rows: list[dict] = [
        {
            "lockupViewModel": {
                "contentImage": {"thumbnailViewModel": {"image": {"sources": [{"url": f"https://i.example/{key}/{w}.jpg", "width": w} for w in (168, 336)]}, "overlays": [{"badge": {"text": "12:41"}}]}},
                "metadata": {"lockupMetadataViewModel": {"title": {"content": t}, "metadata": {"contentMetadataViewModel": {"metadataRows": [{"metadataParts": [{"text": {"content": n}}]}, {"metadataParts": [{"text": {"content": "212K views"}}, {"text": {"content": "2 days ago"}}]}], "delimiter": " • "}}}},
                "contentId": key,
                "contentType": "LOCKUP_CONTENT_TYPE_VIDEO",
                "rendererContext": {"commandContext": {"onTap": {"innertubeCommand": {"clickTrackingParams": say.token(20), "commandMetadata": {"webCommandMetadata": {"url": u, "webPageType": "WEB_PAGE_TYPE_WATCH"}}, "watchEndpoint": {"videoId": key}}}}},
            }
        }
        for key, u, t, n in zip(ids, urls, titles, (say.every("names") * 2)[:9], strict=True)
    ]  # fmt: skip
    rows.append({"continuationItemRenderer": {"trigger": "ON_ITEM_SHOWN", "token": say.token(40)}})
    value = {
        "responseContext": {"serviceTrackingParams": [{"service": "CSI", "params": [{"key": "c", "value": "WEB"}]}]},
        "contents": {"twoColumnWatchNextResults": {
            "results": {"results": {"contents": [{"videoPrimaryInfoRenderer": {"title": {"runs": [{"text": "Now playing"}]}}}]}},
            "secondaryResults": {"secondaryResults": {"results": rows, "targetId": "watch-next-feed"}},
        }},
    }  # fmt: skip
    return json_answer(
        "https://www.tubelet.example/youtubei/v1/next?prettyPrint=false",
        value,
        planted(titles, RECOMMENDED | FEED, ANYHOW, urls=urls),
        **posted({"videoId": "abc", "context": {"client": {"clientName": "WEB"}}}),
    )


@shape("de")
def home_section_container(say: Say) -> Answer:
    heads = "Für Jana gemacht", "Zuletzt gehört", "Beliebte Alben"
    lists = [say.titles("media", 6), say.titles("episode", 5), say.titles("book", 6)]
    keys = [[f"tone:playlist:{say.token(22)}" for _ in them] for them in lists]

    def section(head: str, titles: list[str], uris: list[str]) -> dict:
        rows = [
            {
                "uri": key,
                "data": None,
                "content": {
                    "__typename": "PlaylistResponseWrapper",
                    "data": {"__typename": "Playlist", "name": t, "uri": key, "description": say.line(), "images": {"items": [{"sources": [{"url": f"https://i.example/{say.token()}", "height": None}]}]}, "ownerV2": {"data": {"name": "Tonwerk", "uri": "tone:user:tonwerk"}}},
                },
            }
            for t, key in zip(titles, uris, strict=True)
        ]  # fmt: skip
        return {
            "uri": f"tone:section:{say.token(22)}",
            "data": {"__typename": "HomeGenericSectionData", "title": {"transformedLabel": head, "translatedBaseText": head}, "subtitle": {"transformedLabel": None}},
            "sectionItems": {"items": rows, "pagingInfo": {"nextOffset": None}, "totalCount": 20},
        }  # fmt: skip

    sections = [section(*it) for it in zip(heads, lists, keys, strict=True)]
    value = {
        "data": {
            "home": {
                "greeting": {"transformedLabel": "Guten Abend"},
                "sectionContainer": {"sections": {"items": sections, "totalCount": 3}},
            }
        }
    }
    return json_answer(
        "https://api-partner.tonwerk.example/pathfinder/v2/query",
        value,
        planted(lists[0], RECOMMENDED, TOLD, heading=heads[0]),
        planted(lists[1], LISTING | RECOMMENDED | {"other"}, ANYHOW, heading=heads[1]),
        planted(lists[2], FEED, UNTOLD, heading=heads[2]),
        **posted({"operationName": "home", "variables": {"timeZone": "Europe/Berlin"}}),
    )


@shape("fr")
def episode_page(say: Say) -> Answer:
    past, near = say.titles("episode", 6), say.titles("media", 5)
    links, urls = [f"/ep/{say.number()}" for _ in past], [f"/podcasts/{slug(t)}" for t in near]
    rows = "".join(
        f'<li class="episode"><button aria-label="Écouter {escape(t)}">▶</button><div><a href="{u}">{escape(t)}</a><p>{say.line()}</p><span>{20 - i} nov. · 42 min</span></div></li>'
        for i, (t, u) in enumerate(zip(past, links, strict=True))
    )
    shows = "".join(
        f'<div class="pod"><a href="{u}"><img src="/c{i}.jpg" alt="{escape(t)}"></a><a href="{u}"><strong>{escape(t)}</strong></a><span>Ondes lentes</span></div>'
        for i, (t, u) in enumerate(zip(near, urls, strict=True))
    )
    body = f'<h1>{escape(say.titles("episode", 1)[0])}</h1><audio controls src="/a.mp3"></audio><details><summary>Chapitres</summary><ol><li>00:00 Introduction</li><li>04:12 Le port</li><li>21:40 Le retour</li></ol></details><section><h2>Épisodes précédents</h2><ul>{rows}</ul></section><section><h2>Podcasts similaires</h2><div class="row">{shows}</div></section>'
    return page(
        "https://ondes-lentes.example/ep/213",
        body,
        planted(past, LISTING | FEED, UNTOLD, heading="Épisodes précédents", urls=links),
        planted(near, RECOMMENDED, UNTOLD, heading="Podcasts similaires", urls=urls),
        say=say,
    )


@shape("es")
def streaming_rows_graphql(say: Say) -> Answer:
    liked = say.titles("media", 1)[0]
    heads = f"Porque viste {liked}", "Top 10 de series en España hoy"
    pool = [t for t in say.titles("media", 18) if t != liked]
    lists = pool[:7], pool[7:17]

    def row(head: str, titles: list[str]) -> dict:
        edges = [
            {
                "node": {
                    "__typename": "PinotStandardEntityTreatment",
                    "displayString": t,
                    "unifiedEntity": {"__typename": "Show", "unifiedEntityId": f"Video:{say.number()}", "title": t, "isAvailable": True},
                    "contextualArtwork": {"url": f"https://art.example/{say.token()}.webp"},
                }
            }
            for t in titles
        ]  # fmt: skip
        return {
            "__typename": "PinotCarouselSection",
            "displayString": head,
            "id": say.token(20),
            "entities": {"edges": edges, "totalCount": 40},
        }

    sections = [{"cursor": str(i), "node": row(*it)} for i, it in enumerate(zip(heads, lists, strict=True))]  # fmt: skip
    return json_answer(
        "https://web.pantalla.example/graphql",
        {"data": {"pinotHomePage": {"id": "h", "sections": {"edges": sections}}}},
        planted(lists[0], RECOMMENDED, TOLD, heading=heads[0]),
        planted(lists[1], FEED, UNTOLD, heading=heads[1]),
        **posted({"operationName": "HomePage", "variables": {"rows": 2}}),
    )


@shape("es")
def album_page(say: Say) -> Answer:
    tracks, near, head = say.titles("song", 8), say.titles("media", 5), "Más de este estilo"
    urls = [f"/album/{slug(t)}" for t in near]
    rows = "".join(
        f'<div role="row" aria-rowindex="{i + 1}"><div role="gridcell">{i}</div><div role="gridcell"><a href="/track/{say.token(8)}">{escape(t)}</a><span>Odalys</span></div><div role="gridcell">3:{say.number(10, 59)}</div></div>'
        for i, t in enumerate(tracks, 1)
    )
    cards = "".join(
        f'<div class="card"><a href="{u}" title="{escape(t)}"><img src="/al/{i}.jpg" alt=""><p>{escape(t)}</p></a><p>20{i}1</p></div>'
        for i, (t, u) in enumerate(zip(near, urls, strict=True))
    )
    body = f'<h1>Sal y bruma</h1><p>8 canciones, 29 min</p><div role="grid" aria-rowcount="9"><div role="row" aria-rowindex="1"><div role="columnheader">#</div><div role="columnheader">Título</div><div role="columnheader">Duración</div></div>{rows}</div><section aria-label="{head}"><h2>{head}</h2>{cards}</section>'
    return page(
        "https://tonwerk.example/album/sal",
        body,
        planted(tracks, LISTING, UNTOLD),
        planted(near, RECOMMENDED | FEED, UNTOLD, heading=head, urls=urls),
        say=say,
    )


@shape("de")
def radio_on_air_table(say: Say) -> Answer:
    titles = say.titles("media", 9)
    rows = "".join(
        f"<tr><td>1{9 - i}:{say.number(10, 59)} Uhr</td><td>{n}</td><td>{escape(t)}</td></tr>"
        for i, (t, n) in enumerate(zip(titles, (say.every("names") * 2)[:9], strict=True))
    )
    body = f"<h1>Zuletzt gespielt</h1><form><label>Datum <input type=date></label><button>Suchen</button></form><table><thead><tr><th>Uhrzeit</th><th>Interpret</th><th>Titel</th></tr></thead><tbody>{rows}</tbody></table>"
    return page(
        "https://welle7.example/playlist",
        body,
        planted(titles, LISTING | {"other"}, HARDLY),
        say=say,
    )


@shape("en")
def vertical_clips(say: Say) -> Answer:
    titles, paid = [f"{t} #{slug(t).split('-')[-1]} #fyp" for t in say.titles("thread", 8)], {4}
    rows = [
        {
            "id": str(say.number()),
            "desc": t,
            "createTime": 1764000000 + i,
            "isAd": i in paid,
            "author": {"uniqueId": slug(n), "nickname": n, "verified": False},
            "stats": {"diggCount": say.number(), "shareCount": 9, "playCount": say.number()},
            "video": {"duration": 21, "cover": f"https://p.example/{i}.webp", "bitrateInfo": [{"Bitrate": b, "QualityType": 2} for b in (400, 800)]},
            "music": {"title": f"original sound - {n}", "authorName": n},
        }
        for i, (t, n) in enumerate(zip(titles, say.every("names"), strict=True), 1)
    ]  # fmt: skip
    return json_answer(
        "https://www.cliptide.example/api/recommend/item_list/?aid=1988&count=8",
        {"itemList": rows, "hasMore": True, "status_code": 0, "log_pb": {"impr_id": say.token(30)}},
        planted(titles, FEED | RECOMMENDED, ANYHOW, sponsored=paid),
    )
