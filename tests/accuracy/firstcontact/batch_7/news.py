# ruff: noqa: E501, RUF001 - markup and rows stand as sites write them
"""A morning's news: fronts, stories with their rails, tickers, channels and an app's answer."""

import json

from tests.accuracy.firstcontact.batch_7.rows import addresses, rows
from tests.accuracy.firstcontact.kit import (
    AD,
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
)


def _text(say: Say, n: int = 5) -> str:
    return "".join(f"<p>{say.line()} {say.line()} {say.line()}</p>" for _ in range(n))


@shape("en")
def story_and_letters_to_subscribe(say: Say) -> Answer:
    more, letters = say.titles("lead", 4), ["Morning Briefing", "The Long Read", "Money Matters", "Matchday Live"]  # fmt: skip
    urls = addresses("/2026/nov/24/{s}", more)
    signs = addresses("/newsletters/{s}", letters)
    cards = rows('<div class="card-outer"><a class="card-link" href="{u}"><div class="img"></div><h4 class="card-title">{t}</h4></a><p class="meta">{n}</p></div>', more, urls, n=say.every("names"))  # fmt: skip
    boxes = rows('<li class="nl"><h4><a href="{u}">{t}</a></h4><p>{d}</p><button type="button">Sign up</button></li>', letters, signs, d=[say.line() for _ in letters])  # fmt: skip
    body = f'<article><h1>{say.titles("lead", 1)[0]}</h1><p class="byline">By {say.one("names")}</p>{_text(say)}</article><div class="onward"><h3>Keep reading</h3><div class="onward-row">{cards}</div></div><div class="nl-promo"><h3>Newsletters picked for you</h3><ul>{boxes}</ul></div>'
    return page(
        "https://eastmercury.example/2026/nov/24/a",
        body,
        planted(more, RECOMMENDED, UNTOLD, heading="Keep reading", urls=urls),
        planted(letters, RECOMMENDED, TOLD, heading="Newsletters picked for you", urls=signs),
        say=say,
    )


@shape("de")
def front_in_sections(say: Say) -> Answer:
    drawn = say.titles("lead", 18)
    blocks, lists = "", []
    for at, name in enumerate(("Politik", "Wirtschaft", "Sport")):
        titles = drawn[at * 4 : at * 4 + 4]
        urls = addresses(f"/{name.lower()}/{{s}}-a-{{i}}.html", titles)
        teasers = rows('<article class="teaser" aria-label="{t}"><a href="{u}"><picture><img src="/t/{i}.jpg" alt=""></picture><header><span class="kicker">{k}</span><h3>{t}</h3></header></a><section>{d}</section></article>', titles, urls, k=["Vor Ort", "Bilanz", "Streit", "Nachspiel"], d=[say.line() for _ in titles])  # fmt: skip
        blocks += f'<section data-area="{name}"><div class="area-head"><h2><a href="/{name.lower()}/">{name}</a></h2></div><div class="grid">{teasers}</div></section>'
        lists.append(planted(titles, FEED | LISTING, UNTOLD, heading=name, urls=urls))
    most = drawn[12:]
    links = addresses("/meist/{s}-a-9{i}.html", most)
    ranks = rows('<li><a href="{u}"><em>{i}</em><span>{t}</span></a></li>', most, links)
    body = f'<h1>Nordblick – Nachrichten</h1>{blocks}<aside><h2>Meistgelesene Artikel</h2><ol>{ranks}</ol></aside>'  # fmt: skip
    lists.append(planted(most, FEED, UNTOLD, heading="Meistgelesene Artikel", urls=links))
    return page("https://nordblick.example/", body, *lists, say=say)


@shape("fr")
def flash_wire_beside_front(say: Say) -> Answer:
    flash, dossiers = say.titles("lead", 9), say.titles("story", 4)
    urls = addresses("/depeches/{s}_{i}.html", flash)
    links = addresses("/dossiers/{s}", dossiers)
    items = rows('<li class="fil__item"><time datetime="2026-11-24T0{i}:12">0{i}:12</time> <a href="{u}">{t}</a></li>', flash, urls)  # fmt: skip
    cards = rows('<div class="col"><a href="{u}"><img loading="lazy" src="/d{i}.webp" alt="{t}"></a><p class="titre"><a href="{u}">{t}</a></p></div>', dossiers, links)  # fmt: skip
    body = f'<div class="row">{cards}</div><div class="fil"><p class="fil__titre">Le fil info</p><ul>{items}</ul><a href="/depeches">Toutes les dépêches</a></div>'
    body = f"<h2>Nos grands formats</h2>{body}"
    return page(
        "https://lepresent.example/",
        body,
        planted(flash, FEED | LISTING, UNTOLD, heading="Le fil info", urls=urls),
        planted(dossiers, FEED | LISTING, UNTOLD, heading="Nos grands formats", urls=links),
        say=say,
    )


@shape("es")
def story_with_partner_content(say: Say) -> Answer:
    near, paid, most = say.titles("lead", 3), say.titles("stock", 4), say.titles("story", 5)
    urls = addresses("/espana/{s}.html", near)
    outs = addresses("https://ir.socio.example/c?a={i}&t={s}", paid)
    links = addresses("/vistas/{s}.html", most)
    inside = rows('<li><a href="{u}">{t}</a></li>', near, urls)
    native = rows('<div class="pc-item"><a href="{u}" rel="sponsored noopener" target="_blank"><span class="pc-img"></span><span class="pc-title">{t}</span><span class="pc-brand">{n}</span></a></div>', paid, outs, n=("Solbahía", "Nutria", "Bondad", "Arroyo"))  # fmt: skip
    ranks = rows('<li class="r{i}"><a href="{u}">{t}</a></li>', most, links)
    body = f'<article><h1>{say.titles("story", 1)[0]}</h1>{_text(say, 2)}<div class="mas-info"><h4>Más información</h4><ul>{inside}</ul></div>{_text(say, 3)}</article><div class="pc"><div class="pc-head">Contenido patrocinado</div>{native}</div><section><h3>Lo más leído hoy</h3><ol>{ranks}</ol></section>'
    return page(
        "https://eldiariomar.example/espana/a.html",
        body,
        planted(near, RECOMMENDED, UNTOLD, heading="Más información", urls=urls),
        planted(paid, AD, TOLD, heading="Contenido patrocinado", urls=outs),
        planted(most, FEED, UNTOLD, heading="Lo más leído hoy", urls=links),
        say=say,
    )


@shape("en")
def channel_with_media_thumbs(say: Say) -> Answer:
    titles = say.titles("lead", 8)
    urls = addresses("https://eastmercury.example/uk/{s}?at_medium=RSS", titles)
    items = rows('<item><title><![CDATA[{r}]]></title><description><![CDATA[{d}]]></description><link>{u}</link><guid isPermaLink="false">{u}#{i}</guid><pubDate>Tue, 24 Nov 2026 0{i}:00:00 GMT</pubDate><media:thumbnail width="240" height="135" url="https://img.example/{i}.jpg"/></item>', titles, urls, r=titles, d=[say.line() for _ in titles])  # fmt: skip
    body = f'<?xml version="1.0" encoding="UTF-8"?><rss xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom" version="2.0"><channel><title><![CDATA[East Mercury - UK]]></title><link>https://eastmercury.example/uk</link><image><url>https://img.example/l.gif</url><title>East Mercury</title></image><ttl>15</ttl>{items}</channel></rss>'
    return answer(
        "https://feeds.eastmercury.example/uk/rss.xml",
        "application/rss+xml; charset=utf-8",
        body,
        planted(titles, FEED | LISTING, HARDLY, urls=urls),
    )


@shape("de")
def ticker_answer_with_region(say: Say) -> Answer:
    drawn = say.titles("lead", 13)
    news, region = drawn[:8], drawn[8:]
    urls = addresses("https://www.rundblick.example/inland/{s}-100.html", news)
    links = addresses("https://www.rundblick.example/land/{s}-104.html", region)

    def entry(i: int, t: str, u: str) -> dict:
        return {
            "sophoraId": f"x-{i}",
            "externalId": say.token(20),
            "title": t,
            "topline": "Bahn",
            "date": say.when(),
            "teaserImage": {"alttext": say.line(), "imageVariants": {"1x1-144": f"https://img.example/{i}.webp"}},
            "tags": [{"tag": "Verkehr"}, {"tag": "Land"}],
            "firstSentence": say.line(),
            "shareURL": u,
            "breakingNews": False,
            "type": "story",
        }  # fmt: skip

    value = {
        "news": [entry(i, t, u) for i, (t, u) in enumerate(zip(news, urls, strict=True))],
        "regional": [entry(90 + i, t, u) for i, (t, u) in enumerate(zip(region, links, strict=True))],
        "newStoriesCountLink": "https://www.rundblick.example/api2u/count",
        "type": "homepage",
    }  # fmt: skip
    return json_answer(
        "https://www.rundblick.example/api2u/homepage",
        value,
        planted(news, FEED, HARDLY, urls=urls),
        planted(region, FEED | RECOMMENDED, HARDLY, urls=links),
    )


@shape("es")
def section_with_item_list(say: Say) -> Answer:
    titles = say.titles("lead", 7)
    urls = addresses("https://eldiariomar.example/ciencia/{s}.html", titles)
    linked = {
        "@context": "https://schema.org",
        "@type": "CollectionPage",
        "name": "Ciencia",
        "mainEntity": {
            "@type": "ItemList",
            "itemListElement": [
                {"@type": "ListItem", "position": i, "url": u, "name": t}
                for i, (t, u) in enumerate(zip(titles, urls, strict=True), 1)
            ],
        },
    }
    cards = rows('<article class="c c-d"><figure class="c_m"><a href="{u}" tabindex="-1"><img src="/c{i}.jpg" alt=""></a></figure><header class="c_h"><h2 class="c_t"><a href="{u}">{t}</a></h2></header><div class="c_a"><a href="/autor/{i}">{n}</a></div></article>', titles, urls, n=say.every("names"))  # fmt: skip
    head = f'<script type="application/ld+json">{json.dumps(linked, ensure_ascii=False)}</script>'
    return page(
        "https://eldiariomar.example/ciencia/",
        f"<h1>Ciencia</h1><div class=b>{cards}</div>",
        planted(titles, FEED | LISTING, UNTOLD, urls=urls),
        say=say,
        head=head,
    )


@shape("en")
def app_tab_of_modules(say: Say) -> Answer:
    drawn = say.titles("lead", 11)
    mine, most = drawn[:6], drawn[6:]

    def story(t: str, i: int, kind: str) -> dict:
        return {"storyId": say.token(16), "headline": {"text": t}, "link": {"web": f"https://eastmercury.example/{kind}/{i}"}, "standfirst": say.line(), "publishedAt": say.when(), "image": {"template": "https://img.example/{w}.jpg"}}  # fmt: skip

    value = {
        "tab": "forYou",
        "modules": [
            {"moduleType": "WEATHER", "place": "Hull", "celsius": 9},
            {"moduleType": "STORY_LIST", "title": "Your stories", "subtitle": "Chosen from the topics you follow", "stories": [story(t, i, "s") for i, t in enumerate(mine)]},
            {"moduleType": "AUDIO_PROMO", "title": "Listen now", "stream": "https://a.example/live"},
            {"moduleType": "STORY_LIST", "title": "Most popular", "stories": [story(t, i, "p") for i, t in enumerate(most)]},
        ],
    }  # fmt: skip
    return json_answer(
        "https://mobile.eastmercury.example/v2/tabs/for-you",
        value,
        planted(mine, RECOMMENDED | FEED, TOLD, heading="Your stories", urls=[f"https://eastmercury.example/s/{i}" for i in range(6)]),
        planted(most, FEED, UNTOLD, heading="Most popular", urls=[f"https://eastmercury.example/p/{i}" for i in range(5)]),
    )  # fmt: skip
