# ruff: noqa: E501 - markup and rows stand as sites write them
"""Streams of posts, people to follow, boards and the questions beside a question."""

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
    slug,
)

ANYHOW = frozenset({True, False, None})


@shape("en")
def community_posts(say: Say) -> Answer:
    titles = say.titles("thread", 8)
    urls = [f"https://pics.example/{slug(t)}" for t in titles]
    posts = [
        {
            "post": {"id": 900 + i, "name": t, "url": u, "creator_id": 7, "community_id": 3, "removed": False, "locked": False, "published": say.when(), "nsfw": False, "ap_id": f"https://burrow.example/post/{900 + i}", "local": True, "featured_community": False},
            "creator": {"id": 7, "name": "jo", "display_name": say.one("names"), "actor_id": "https://burrow.example/u/jo", "bot_account": False},
            "community": {"id": 3, "name": "repair", "title": "Repair together", "actor_id": "https://burrow.example/c/repair"},
            "counts": {"post_id": 900 + i, "comments": 12, "score": 144 - i, "upvotes": 150},
            "subscribed": "NotSubscribed",
            "saved": False,
            "unread_comments": 12,
        }
        for i, (t, u) in enumerate(zip(titles, urls, strict=True))
    ]  # fmt: skip
    return json_answer(
        "https://burrow.example/api/v3/post/list?type_=All&sort=Active&limit=8",
        {"posts": posts, "next_page": say.token(8)},
        planted(titles, FEED, HARDLY),
    )


@shape("en")
def hottest_links(say: Say) -> Answer:
    titles = say.titles("thread", 9)
    urls = addresses("https://blog{i}.example/{s}", titles)
    stories = [
        {"short_id": say.token(6), "created_at": say.when(), "title": t, "url": u, "score": 71 - i, "flags": 0, "comment_count": 9, "description": "", "description_plain": "", "submitter_user": "ada", "user_is_author": False, "tags": ["hardware", "practices"], "short_id_url": f"https://crustacean.example/s/{i}", "comments_url": f"https://crustacean.example/s/{i}/{slug(t)}"}
        for i, (t, u) in enumerate(zip(titles, urls, strict=True))
    ]  # fmt: skip
    return json_answer(
        "https://crustacean.example/hottest.json", stories, planted(titles, FEED, HARDLY)
    )


@shape("de")
def board_thread_list(say: Say) -> Answer:
    titles = say.titles("thread", 8)
    urls = addresses("/threads/{s}.4{i}/", titles)
    lines = rows('<div class="structItem structItem--thread js-inlineModContainer" data-author="{n}"><div class="structItem-cell structItem-cell--icon"><a href="/members/{i}/" class="avatar"><span>{i}</span></a></div><div class="structItem-cell structItem-cell--main"><div class="structItem-title"><a href="{u}" data-preview-url="{u}preview">{t}</a></div><div class="structItem-minor"><ul class="structItem-parts"><li><a href="/members/{i}/" class="username">{n}</a></li><li><a href="{u}"><time>2{i}. November 2026</time></a></li></ul></div></div><div class="structItem-cell structItem-cell--meta"><dl><dt>Antworten</dt><dd>1{i}</dd></dl><dl><dt>Aufrufe</dt><dd>2K</dd></dl></div></div>', titles, urls, n=say.every("names"))  # fmt: skip
    body = f'<h1 class="p-title-value">Haus und Garten</h1><div class="block"><div class="structItemContainer-group">{lines}</div></div><a href="/forums/haus.3/page-2">Nächste</a>'
    return page(
        "https://werkbankforum.example/forums/haus.3/",
        body,
        planted(titles, LISTING | FEED, UNTOLD, urls=urls),
        say=say,
    )


@shape("fr")
def notes_of_developers(say: Say) -> Answer:
    titles = say.titles("course", 7)
    urls = addresses("https://carnet.example/ines/{s}-3k{i}", titles)
    notes = [
        {"type_of": "article", "id": 2000 + i, "title": t, "description": say.line(), "readable_publish_date": "24 nov.", "slug": slug(t), "path": u[22:], "url": u, "comments_count": 4, "public_reactions_count": 51, "published_timestamp": say.when(), "language": "fr", "cover_image": None, "social_image": f"https://img.example/{i}.png", "reading_time_minutes": 6, "tag_list": ["web", "debutant"], "tags": "web, debutant", "user": {"name": say.one("names"), "username": "ines", "profile_image": "https://img.example/u.png"}}
        for i, (t, u) in enumerate(zip(titles, urls, strict=True))
    ]  # fmt: skip
    return json_answer(
        "https://carnet.example/api/articles?top=7&per_page=7",
        notes,
        planted(titles, FEED | LISTING, HARDLY, urls=urls),
    )


@shape("es")
def health_forum_question(say: Say) -> Answer:
    near, hot = (drawn := say.titles("ask", 9))[:4], drawn[4:]
    urls, links = addresses("/foro/{s}-t{i}", near), addresses("/foro/{s}-h{i}", hot)
    replies = "".join(f'<div class="respuesta" id="r{i}"><b>{n}</b><p>{say.line()} {say.line()}</p><a href="#r{i}">Responder</a></div>' for i, n in enumerate(say.every("names")[:4]))  # fmt: skip
    side = rows('<li><a href="{u}">{t}</a><span>{i} respuestas</span></li>', near, urls)
    trend = rows('<div class="tema"><a href="{u}">{t}</a><em>{i}2 comentarios</em></div>', hot, links)  # fmt: skip
    body = f"<article><h1>{say.titles('ask', 1)[0]}</h1><p>{say.line()}</p></article><section><h2>Respuestas (4)</h2>{replies}</section><aside><h3>Preguntas relacionadas</h3><ul>{side}</ul></aside><aside><h3>Temas más activos</h3>{trend}</aside>"
    return page(
        "https://saludforo.example/foro/a-t1",
        body,
        planted(near, RECOMMENDED, UNTOLD, heading="Preguntas relacionadas", urls=urls),
        planted(hot, FEED, UNTOLD, heading="Temas más activos", urls=links),
        say=say,
    )


@shape("en")
def accounts_suggested_by_source(say: Say) -> Answer:
    names = say.every("names")[:6]
    urls = addresses("https://fen.example/@{s}", names)
    people = [
        {"source": "past_interactions", "sources": ["friends_of_friends"], "account": {"id": str(say.number()), "username": slug(n), "acct": slug(n), "display_name": n, "locked": False, "bot": False, "created_at": say.when(), "note": f"<p>{say.line()}</p>", "url": u, "uri": u, "avatar": f"https://img.example/{i}.png", "followers_count": 210, "statuses_count": 1001, "fields": [{"name": "Pronouns", "value": "they"}], "emojis": []}}
        for i, (n, u) in enumerate(zip(names, urls, strict=True))
    ]  # fmt: skip
    return json_answer(
        "https://fen.example/api/v2/suggestions?limit=6",
        people,
        planted(names, RECOMMENDED, ANYHOW, urls=urls),
    )


@shape("de")
def posts_as_elements(say: Say) -> Answer:
    titles, paid = say.titles("thread", 8), {3}
    urls = addresses("/r/heimwerken/comments/1k{i}/{s}/", titles)
    bits = []
    for i, (t, u) in enumerate(zip(titles, urls, strict=True), 1):
        name = "bau-ad-post" if i in paid else "bau-post"
        mark = "<span>Gesponsert</span>" if i in paid else ""
        bits.append(f'<article aria-label="{t}"><{name} permalink="{u}" post-title="{t}" score="{99 - i}" comment-count="{i}" id="t3_1k{i}">{mark}<a slot="full-post-link" href="{u}"><faceplate-screen-reader-content>{t}</faceplate-screen-reader-content></a><a slot="title" href="{u}">{t}</a><div slot="credit-bar"><faceplate-timeago ts="{say.when()}"></faceplate-timeago></div></{name}></article><hr>')  # fmt: skip
    return page(
        "https://bau.example/r/heimwerken/",
        f'<bau-feed reload-url="/svc/feed">{"".join(bits)}<faceplate-partial src="/svc/feed?after=8"></faceplate-partial></bau-feed>',
        planted(titles, FEED, ANYHOW, urls=urls, sponsored=paid),
        say=say,
    )


@shape("es")
def videos_inside_a_short_clip_app(say: Say) -> Answer:
    titles = say.titles("show", 6)
    clips = [
        {"aweme_id": str(say.number()), "desc": t, "create_time": 1764000000 + i, "author": {"uid": "7", "nickname": say.one("names"), "unique_id": "u7", "avatar_thumb": {"url_list": ["https://img.example/a.jpg"]}}, "music": {"id": 1, "title": "sonido original"}, "share_url": f"https://clipa.example/@u7/video/{i}", "statistics": {"digg_count": 88, "comment_count": 4, "play_count": 901}, "video": {"duration": 15000, "cover": {"url_list": ["https://img.example/c.jpg"]}, "bit_rate": [{"gear_name": "n_720", "bit_rate": 900}, {"gear_name": "n_540", "bit_rate": 500}]}, "is_ads": False}
        for i, t in enumerate(titles)
    ]  # fmt: skip
    return json_answer(
        "https://api.clipa.example/aweme/v1/web/tab/feed/?count=6",
        {"status_code": 0, "has_more": 1, "max_cursor": 0, "aweme_list": clips},
        planted(titles, FEED | RECOMMENDED, ANYHOW, urls=[f"https://clipa.example/@u7/video/{i}" for i in range(6)]),
    )  # fmt: skip


@shape("fr")
def boxes_of_offers_in_stream(say: Say) -> Answer:
    drawn = say.titles("thread", 6)
    ads = say.titles("stock", 3)
    urls, outs = addresses("/sujet/{s}", drawn), addresses("https://clic.regie.example/r?c={i}", ads)  # fmt: skip
    posts = rows('<li class="sujet"><a href="{u}">{t}</a><span>{n}</span></li>', drawn, urls, n=say.every("names"))  # fmt: skip
    boxes = rows('<li><a href="{u}" target="_blank" rel="nofollow sponsored"><img src="/r{i}.jpg" alt=""><b>{t}</b></a></li>', ads, outs)  # fmt: skip
    data = json.dumps([{"event": "view", "slot": "mid"}])
    return answer(
        "https://lavoir.example/forum/recents?fragment=1",
        "text/html; charset=utf-8",
        f'<h2>Sujets récents</h2><ul class="sujets">{posts}</ul><div class="pub"><small>Publicité</small><ul>{boxes}</ul></div><script type="application/json">{data}</script>',
        planted(drawn, FEED | LISTING, UNTOLD, heading="Sujets récents", urls=urls),
        planted(ads, AD, TOLD, urls=outs),
        page="https://lavoir.example/forum/",
        site="lavoir.example",
    )
