# ruff: noqa: E501 - markup and rows stand as sites write them
"""Films, series, music, podcasts and radio: home screens, pages of a title, charts."""

from tests.accuracy.firstcontact.batch_7.rows import addresses, rows
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


@shape("en")
def trending_videos_of_an_instance(say: Say) -> Answer:
    titles = say.titles("show", 8)
    ids = [say.token(22) for _ in titles]
    videos = [
        {"id": say.number(), "uuid": u, "shortUUID": u, "url": f"https://tube.halvard.example/videos/watch/{u}", "name": t, "category": {"id": 2, "label": "Films"}, "licence": {"id": 1, "label": "Attribution"}, "privacy": {"id": 1, "label": "Public"}, "duration": 1204, "views": 2011, "likes": 88, "thumbnailPath": f"/lazy-static/thumbnails/{u}.jpg", "account": {"name": "jo", "displayName": "Jo Finch", "host": "tube.halvard.example"}, "channel": {"displayName": "Jo's films", "name": "jo_films"}}
        for t, u in zip(titles, ids, strict=True)
    ]  # fmt: skip
    return json_answer(
        "https://tube.halvard.example/api/v1/videos?sort=-trending&count=8",
        {"total": 9411, "data": videos},
        planted(titles, FEED, HARDLY),
    )


@shape("de")
def library_page_of_widgets(say: Say) -> Answer:
    drawn = say.titles("show", 16)
    parts = (("Unsere Tipps", 0, 5, FEED, UNTOLD), ("Für dich empfohlen", 5, 11, RECOMMENDED, TOLD), ("Neu in der Mediathek", 11, 16, FEED | LISTING, UNTOLD))  # fmt: skip

    def teaser(t: str, i: int) -> dict:
        return {"id": say.token(20), "availableTo": say.when(), "broadcastedOn": say.when(), "coreAssetType": "EPISODE", "duration": 2640, "images": {"aspect16x9": {"src": f"https://img.example/{i}?w={{width}}", "alt": say.line(), "producerName": "NB"}}, "longTitle": t, "mediumTitle": t, "shortTitle": t, "show": {"title": "Filmnacht", "id": "f1"}, "links": {"target": {"id": "x", "href": f"https://api.nordsee.example/page-gateway/pages/nb/item/{i}"}, "self": {"href": f"https://api.nordsee.example/t/{i}"}}, "maturityContentRating": "NONE", "type": "ondemand"}  # fmt: skip

    widgets = [
        {"id": say.token(16), "aZContent": False, "compilationType": "editorial", "title": head, "titleVisible": True, "type": "gridlist", "size": "medium", "swipeable": True, "pagination": {"pageNumber": 0, "pageSize": 24, "totalElements": b - a}, "teasers": [teaser(t, i) for i, t in enumerate(drawn[a:b], a)]}
        for head, a, b, _, _ in parts
    ]  # fmt: skip
    return json_answer(
        "https://api.nordsee.example/page-gateway/pages/nb/home?embedded=true",
        {"id": "home", "title": "Startseite", "widgets": widgets},
        *(planted(drawn[a:b], kind, told, heading=head) for head, a, b, kind, told in parts),
    )


@shape("fr")
def zones_of_a_channel(say: Say) -> Answer:
    drawn = say.titles("show", 14)
    parts = (("Les plus vus", 0, 5, FEED), ("Séries à dévorer", 5, 10, FEED | LISTING), ("Dernière chance", 10, 14, FEED | LISTING))  # fmt: skip

    def tile(t: str, i: int) -> dict:
        return {"id": f"1{i}0-A_fr", "type": "teaser", "kind": {"code": "SHOW", "label": "Programme", "isCollection": False}, "programId": f"1{i}0-A", "url": f"/fr/videos/1{i}0-A/{slug(t)}/", "title": t, "subtitle": None, "shortDescription": say.line(), "durationLabel": "52 min", "mainImage": {"url": "https://img.example/__SIZE__", "caption": say.line()}, "stickers": [{"code": "PLAYABLE"}]}  # fmt: skip

    zones = [
        {"id": say.token(12), "code": f"z{n}", "title": head, "description": None, "displayOptions": {"template": "horizontal-landscape", "showZoneTitle": True, "showItemTitle": True}, "link": None, "content": {"data": [tile(t, i) for i, t in enumerate(drawn[a:b], a)], "pagination": {"page": 1, "pages": 2, "totalCount": 40}}}
        for n, (head, a, b, _) in enumerate(parts)
    ]  # fmt: skip
    return json_answer(
        "https://www.canalest.example/api/rproxy/emac/v4/fr/web/pages/HOME/",
        {"tag": "Ok", "value": {"id": "HOME", "page": "HOME", "language": "fr", "zones": zones}},
        *(
            planted(drawn[a:b], kind, UNTOLD, heading=head, urls=[f"/fr/videos/1{i}0-A/{slug(t)}/" for i, t in enumerate(drawn[a:b], a)])
            for head, a, b, kind in parts
        ),
    )  # fmt: skip


@shape("es")
def music_page_sections(say: Say) -> Answer:
    drawn = say.titles("song", 11)
    mine, new = drawn[:5], drawn[5:]

    def item(t: str, kind: str) -> dict:
        return {"item_id": say.token(12), "id": str(say.number()), "type": kind, "title": t, "subtitle": say.one("names"), "caption": "", "target": f"/es/{kind}/{slug(t)}", "weight": 1, "pictures": [{"md5": say.token(32), "type": "cover"}], "data": {"NB_FAN": 1201}}  # fmt: skip

    value = {
        "error": [],
        "results": {
            "version": "2.5",
            "title": "Inicio",
            "sections": [
                {"layout": "horizontal-grid", "section_id": "s1", "title": "Tus mezclas de hoy", "subtitle": "Según lo que escuchas", "items": [item(t, "playlist") for t in mine], "hasMoreItems": False},
                {"layout": "filterable-grid", "section_id": "s2", "title": "Géneros", "items": []},
                {"layout": "horizontal-grid", "section_id": "s3", "title": "Novedades", "items": [item(t, "album") for t in new], "hasMoreItems": True},
            ],
        },
    }  # fmt: skip
    return json_answer(
        "https://www.sonora.example/ajax/gw-light.php?method=page.get&api_version=1.0",
        value,
        planted(mine, RECOMMENDED, TOLD, heading="Tus mezclas de hoy", urls=[f"/es/playlist/{slug(t)}" for t in mine]),
        planted(new, FEED | LISTING, UNTOLD, heading="Novedades", urls=[f"/es/album/{slug(t)}" for t in new]),
    )  # fmt: skip


@shape("en")
def podcast_with_other_shows(say: Say) -> Answer:
    parts, shows = say.titles("episode", 6), say.titles("show", 5)
    urls, links = addresses("/us/podcast/{s}/id11?i=100{i}", parts), addresses("/us/podcast/{s}/id9{i}", shows)  # fmt: skip
    episodes = rows('<li class="episode"><a href="{u}" class="link-action"><span class="ep-date">NOV {i}</span><span class="ep-title">{t}</span><p class="ep-desc">{d}</p></a><button aria-label="Play">▶ 4{i} min</button></li>', parts, urls, d=[say.line() for _ in parts])  # fmt: skip
    lock = rows('<li class="lockup"><a href="{u}"><picture><source srcset="/l{i}.webp"><img alt=""></picture><div class="lockup__title">{t}</div><div class="lockup__sub">History</div></a></li>', shows, links)  # fmt: skip
    body = f'<h1>{say.titles("show", 1)[0]}</h1><p>{say.line()}</p><div class="section"><h2>Episodes</h2><ol class="episodes">{episodes}</ol></div><div class="section"><h2>You Might Also Like</h2><ul class="shelf">{lock}</ul></div>'
    return page(
        "https://podshelf.example/us/podcast/a/id11",
        body,
        planted(parts, LISTING, UNTOLD, heading="Episodes", urls=urls),
        planted(shows, RECOMMENDED, TOLD, heading="You Might Also Like", urls=links),
        say=say,
    )


@shape("fr")
def radio_replays(say: Say) -> Answer:
    titles = say.titles("episode", 7)
    urls = addresses("/ecouter/{s}-{i}", titles)
    cards = rows('<div class="CardMedia svelte-1x"><div class="CardMedia-visual"><button aria-label="Écouter {t}"></button></div><div class="CardText"><a class="svelte-9" href="{u}" data-sveltekit-preload-data="hover"><span>{t}</span></a><p class="svelte-9">Lundi {i} novembre • 28 min</p></div></div>', titles, urls)  # fmt: skip
    body = f'<section class="Collection"><header><h2>À réécouter</h2><a href="/tout">Tout voir</a></header><div class="Collection-grid">{cards}</div></section>'
    return page(
        "https://ondelibre.example/",
        body,
        planted(titles, FEED | LISTING | RECOMMENDED, UNTOLD, heading="À réécouter", urls=urls),
        say=say,
    )


@shape("de")
def book_chart_table(say: Say) -> Answer:
    titles = say.titles("book", 10)
    urls = addresses("/buch/{s}", titles)
    lines = rows('<tr><td class="platz">{i}</td><td class="vor">({i})</td><td><img src="/b{i}.jpg" alt=""></td><td><a href="{u}"><b>{t}</b></a><br><span>{n}</span></td><td>2{i}. Woche</td></tr>', titles, urls, n=(say.every("names") * 2)[:10])  # fmt: skip
    body = f'<h1>Bestsellerliste Belletristik</h1><p>Kalenderwoche 48</p><table class="liste"><thead><tr><th>Platz</th><th>Vorwoche</th><th></th><th>Titel</th><th>Auf der Liste</th></tr></thead><tbody>{lines}</tbody></table>'
    return page(
        "https://buchschau.example/bestseller/belletristik",
        body,
        planted(titles, FEED | LISTING, UNTOLD, urls=urls),
        say=say,
    )


@shape("es")
def series_neighbours_fragment(say: Say) -> Answer:
    titles = say.titles("show", 6)
    urls = addresses("/title/80{i}", titles)
    cards = rows('<li class="nm-content-horizontal-row-item"><a class="nm-collections-title" href="{u}"><img class="nm-img" src="/t{i}.webp" alt="{t}"><span class="nm-collections-title-name">{t}</span></a></li>', titles, urls)  # fmt: skip
    return answer(
        "https://verano.example/mas-titulos?id=8001&fragment=1",
        "text/html; charset=utf-8",
        f'<section class="nm-section" data-uia="section-more-like-this"><h2>Títulos similares</h2><ul>{cards}</ul></section>',
        planted(titles, RECOMMENDED, UNTOLD, heading="Títulos similares", urls=urls),
        page="https://verano.example/title/8001",
        site="verano.example",
    )


@shape("en")
def living_room_rows(say: Say) -> Answer:
    drawn = say.titles("show", 18)
    mine, top = drawn[:8], drawn[8:]
    urls, links = addresses("/watch/{s}?row=1", mine), addresses("/watch/{s}?row=2", top)
    row = rows('<div class="slider-item slider-item-{i}"><div class="title-card"><a href="{u}" role="link" aria-label="{t}" tabindex="0"><div class="boxart"><img src="/bx{i}.jpg" alt=""><div class="fallback-text" aria-hidden="true">{t}</div></div></a></div></div>', mine, urls)  # fmt: skip
    ten = rows('<div class="slider-item slider-item-{i}"><div class="title-card"><a href="{u}" role="link" aria-label="{t}" tabindex="0"><svg viewBox="0 0 80 154"><use href="#rank-{i}"></use></svg><img src="/tp{i}.jpg" alt=""></a></div></div>', top, links)  # fmt: skip
    why = f"Because you watched {say.titles('show', 1)[0]}"
    body = f'<div class="lolomoRow" data-list-context="becauseYouAdded"><h2 class="rowHeader"><a href="/browse/similars"><div class="row-header-title">{why}</div></a></h2><div class="rowContainer"><div class="sliderContent">{row}</div></div></div><div class="lolomoRow" data-list-context="mostWatched"><h2 class="rowHeader"><span class="row-header-title">Top 10 Series in the UK Today</span></h2><div class="rowContainer"><div class="sliderContent">{ten}</div></div></div>'
    return page(
        "https://halvardplus.example/browse",
        body,
        planted(mine, RECOMMENDED, TOLD, heading=why, urls=urls),
        planted(top, FEED, UNTOLD, heading="Top 10 Series in the UK Today", urls=links),
        say=say,
    )
