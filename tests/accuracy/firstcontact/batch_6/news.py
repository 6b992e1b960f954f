# ruff: noqa: E501 - markup and rows stand as sites write them
"""News pages: fronts, rails beside a story, archives, digests, what content systems leave in scripts."""

import json
from html import escape

from tests.accuracy.firstcontact.kit import (
    FEED,
    LISTING,
    RECOMMENDED,
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


@shape("en")
def story_with_two_rails(say: Say) -> Answer:
    near, most = say.titles("headline", 5), say.titles("brief", 6)
    links, urls = ([f"/news/articles/c{say.token(10)}" for _ in them] for them in (near, most))
    promos = "".join(
        f'<div data-testid="promo"><a class="exn" href="{u}"><h3>{escape(t)}</h3></a><span>{i + 1} hrs ago</span></div>'
        for i, (t, u) in enumerate(zip(near, links, strict=True))
    )
    ranks = "".join(
        f'<li><span class="rank">{i}</span><a href="{u}"><span>{escape(t)}</span></a></li>'
        for i, (t, u) in enumerate(zip(most, urls, strict=True), 1)
    )
    text = "".join(f"<p>{say.line()} {say.line()}</p>" for _ in range(6))
    body = f'<article><h1>{escape(say.titles("story", 1)[0])}</h1><p>By {say.one("names")}</p>{text}<div class="share"><a href="#fb">Facebook</a><a href="#x">X</a><a href="#mail">Email</a></div></article><section data-component="links"><h2>More on this story</h2>{promos}</section><section><h2>Most read</h2><ol>{ranks}</ol></section>'
    return page(
        "https://thequay.example/news/articles/c1",
        body,
        planted(near, RECOMMENDED, UNTOLD, heading="More on this story", urls=links),
        planted(most, FEED, UNTOLD, heading="Most read", urls=urls),
        say=say,
    )


@shape("es")
def content_cache_script(say: Say) -> Answer:
    titles, head = say.titles("headline", 8), say.one("latest")
    urls = [f"/sociedad/2026-11-24/{slug(t)}.html" for t in titles]
    elements = [
        {
            "_id": say.token(26).upper(),
            "type": "story",
            "canonical_url": u,
            "headlines": {"basic": t, "mobile": "", "native": ""},
            "description": {"basic": say.line()},
            "display_date": say.when(),
            "taxonomy": {"primary_section": {"name": "Sociedad", "_id": "/sociedad"}},
            "promo_items": {"basic": {"type": "image", "url": f"https://img.example/{i}.jpg"}},
        }
        for i, (t, u) in enumerate(zip(titles, urls, strict=True))
    ]
    cache = {
        "site-service": {
            '{"site":"x"}': {"data": {"children": [{"_id": f"/{slug(n)}", "name": n} for n in say.every("nav")]}}
        },
        "story-feed-sections": {
            '{"feedSize":8}': {"data": {"content_elements": elements, "count": 248}, "expires": 1}
        },
    }  # fmt: skip
    cards = "".join(
        f'<div class="b-results-list__wrapper"><a class="b-img" href="{u}" aria-hidden="true"><img src="/{i}.jpg" alt=""></a><h2><a href="{u}">{escape(t)}</a></h2><p>{say.line()}</p></div>'
        for i, (t, u) in enumerate(zip(titles, urls, strict=True))
    )
    script = json.dumps(cache, ensure_ascii=False)
    body = f'<div id="fusion-app"><div class="b-results-list"><h1>{head}</h1>{cards}<button>Ver más</button></div></div><script>window.Fusion=window.Fusion||{{}};Fusion.arcSite="x";Fusion.contentCache={script};Fusion.layout="right-rail";</script>'
    return page(
        "https://laribera.example/sociedad/",
        body,
        planted(titles, FEED | LISTING, UNTOLD, heading=head, urls=urls),
        say=say,
    )


@shape("fr")
def mixed_front(say: Say) -> Answer:
    top, views, most = say.titles("headline", 7), say.titles("brief", 4), say.titles("story", 5)
    lists = [[f"/{kind}/{slug(t)}" for t in them] for kind, them in zip("abc", (top, views, most), strict=True)]  # fmt: skip
    lead = f'<article class="une une--xl"><a href="{lists[0][0]}"><figure><img src="/u.jpg" alt=""></figure><h2 class="une__titre">{escape(top[0])}</h2></a><p>{say.line()}</p><ul><li><a href="/dossier/a">Le point sur la journée</a></li></ul></article>'
    rest = "".join(
        f'<article class="une une--{"m" if i < 3 else "s"}"><a href="{u}"><h3 class="une__titre">{escape(t)}</h3></a></article>'
        for i, (t, u) in enumerate(zip(top[1:], lists[0][1:], strict=True))
    )
    opinions = "".join(
        f'<li class="tribune"><img src="/p{i}.jpg" alt=""><span class="auteur">{n}</span><a href="{u}">{escape(t)}</a></li>'
        for i, (t, u, n) in enumerate(zip(views, lists[1], say.every("names")[:4], strict=True))
    )
    ranks = "".join(
        f'<li><a href="{u}"><span>{i}</span> {escape(t)}</a></li>'
        for i, (t, u) in enumerate(zip(most, lists[2], strict=True), 1)
    )
    body = f'<section class="a-la-une"><h1 class="sr-only">À la une</h1>{lead}{rest}</section><section><h2>Débats</h2><ul>{opinions}</ul></section><aside><h2>Les plus partagés</h2><ol>{ranks}</ol></aside>'
    return page(
        "https://valjour.example/",
        body,
        planted(top, FEED, UNTOLD, urls=lists[0]),
        planted(views, FEED | LISTING, UNTOLD, heading="Débats", urls=lists[1]),
        planted(most, FEED, UNTOLD, heading="Les plus partagés"),
        say=say,
    )


@shape("de")
def archive_definition_list(say: Say) -> Answer:
    titles = say.titles("headline", 10)
    urls = [f"/archiv/2026/11/{i}/{slug(t)}" for i, t in enumerate(titles)]
    rows = "".join(
        f'<dt>{24 - i}. November 2026</dt><dd><a href="{u}">{escape(t)}</a> <span class="res">{say.one("nav")}</span></dd>'
        for i, (t, u) in enumerate(zip(titles, urls, strict=True))
    )
    body = f'<h1>Archiv November 2026</h1><dl class="archiv">{rows}</dl><a href="/archiv/2026/10">Oktober</a>'
    return page(
        "https://bachblatt.example/archiv/2026/11",
        body,
        planted(titles, LISTING, UNTOLD, urls=urls),
        say=say,
    )


@shape("en")
def digest_in_browser(say: Say) -> Answer:
    titles, head = say.titles("headline", 6), "Today's highlights from topics you follow"
    urls = [f"https://click.inkwell.example/{say.token(24)}" for _ in titles]
    rows = "".join(
        f'<tr><td style="padding:16px 0;border-bottom:1px solid #eee"><table width="100%"><tr><td><span style="font-size:12px">{n} in <b>Urbanism</b></span><br><a href="{u}" style="font-weight:700">{escape(t)}</a><p>{say.line()}</p><span>{i + 3} min read</span></td><td width="96"><a href="{u}"><img src="https://img.example/{i}.jpg" width="96"></a></td></tr></table></td></tr>'
        for i, (t, u, n) in enumerate(zip(titles, urls, say.every("names")[:6], strict=True))
    )
    body = f'<center><table width="640"><tr><td><img src="/logo.png" alt="Inkwell"></td></tr><tr><td><h2>{head}</h2></td></tr>{rows}<tr><td><a href="https://click.inkwell.example/u">Unsubscribe</a> · <a href="https://click.inkwell.example/p">Control your recommendations</a></td></tr></table></center>'
    return page(
        "https://inkwell.example/digest/2026-11-24",
        body,
        planted(titles, RECOMMENDED | FEED, TOLD, heading=head, urls=urls),
        say=say,
    )


@shape("es")
def near_you_strip(say: Say) -> Answer:
    titles, head = say.titles("story", 6), "Noticias cerca de ti"
    urls = [f"/local/{slug(t)}" for t in titles]
    cards = "".join(
        f'<div class="teaser-row__item"><a class="teaser" href="{u}"><span class="teaser__tag">Local</span><span class="teaser__headline">{escape(t)}</span><time datetime="{say.when()}">hace 2 h</time></a></div>'
        for t, u in zip(titles, urls, strict=True)
    )
    body = f'<div class="teaser-row" data-track="geo"><div class="teaser-row__title">{head}<button>Cambiar localidad</button></div><div class="teaser-row__scroll">{cards}</div></div>'
    return page(
        "https://laribera.example/",
        body,
        planted(titles, RECOMMENDED | FEED, frozenset({True, False}), heading=head, urls=urls),
        say=say,
    )


@shape("en")
def mixed_wrappers_with_promos(say: Say) -> Answer:
    titles, paid = say.titles("headline", 9), {3, 8}
    urls = [f"https://daypaper.example/{slug(t)}" for t in titles]
    rows = []
    for i, (t, u) in enumerate(zip(titles, urls, strict=True), 1):
        if i in paid:
            card = {"paidContent": {"sponsorName": say.one("names"), "label": "Paid post", "title": t, "clickUrl": u}}  # fmt: skip
        else:
            card = {"article": {"id": say.token(10), "title": t, "webUrl": u, "byline": say.one("names"), "publishedAt": say.when()}}  # fmt: skip
        rows.append({"position": i, "card": card})
    rows.insert(5, {"position": 99, "card": {"newsletterSignup": {"listId": "am", "cta": "Sign up"}}})  # fmt: skip
    return json_answer(
        "https://api.daypaper.example/v3/stream?section=home&cursor=",
        {"stream": {"name": "home", "cards": rows, "next": say.token(12)}},
        planted(titles, FEED, frozenset({True, False, None}), urls=urls, sponsored=paid),
    )


@shape("de")
def amp_list_answer(say: Say) -> Answer:
    titles = say.titles("brief", 6)
    urls = [f"https://bachblatt.example/amp/{slug(t)}" for t in titles]
    rows = [
        {"headline": t, "ampUrl": u, "thumb": f"/t/{i}.jpg", "kicker": "Region", "dataIndex": i}
        for i, (t, u) in enumerate(zip(titles, urls, strict=True))
    ]
    return json_answer(
        "https://bachblatt.example/amp-api/mehr-zum-thema?ressort=region&__amp_source_origin=x",
        {"items": rows, "hasMorePages": False},
        planted(titles, RECOMMENDED | FEED, frozenset({True, False, None}), urls=urls),
    )
