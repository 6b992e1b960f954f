# ruff: noqa: E501 - markup and rows stand as sites write them
"""Social sites, forums and dating: feeds of posts, threads beside a thread, people to follow."""

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

ANYHOW = frozenset({True, False, None})


@shape("en")
def open_network_feed(say: Say) -> Answer:
    texts = say.titles("thread", 8)
    rows = [
        {
            "post": {
                "uri": f"at://did:plc:{say.token(24)}/app.net.feed.post/{say.token(13)}",
                "cid": say.token(46),
                "author": {"did": f"did:plc:{say.token(24)}", "handle": f"{slug(n)}.net.example", "displayName": n, "avatar": f"https://cdn.example/{i}"},
                "record": {"$type": "app.net.feed.post", "text": t, "createdAt": say.when(), "langs": ["en"]},
                "replyCount": 3, "repostCount": 9, "likeCount": say.number(1, 999), "indexedAt": say.when(), "labels": [],
            },
            "feedContext": say.token(16),
        }
        for i, (t, n) in enumerate(zip(texts, say.every("names"), strict=True))
    ]  # fmt: skip
    return json_answer(
        "https://host.net.example/xrpc/app.net.feed.getFeed?feed=at://did:plc:x/app.net.feed.generator/whats-hot&limit=8",
        {"feed": rows, "cursor": say.token(20)},
        planted(texts, FEED, HARDLY),
    )


@shape("fr")
def people_to_follow(say: Say) -> Answer:
    names, head = say.every("names")[:6], "Suggestions pour vous"
    urls = [f"/@{slug(n)}" for n in names]
    rows = "".join(
        f'<div class="account"><a class="account__avatar" href="{u}"><img src="/av/{i}.png" alt=""></a><div><a href="{u}"><bdi><strong>{n}</strong></bdi> <span>@{slug(n)}</span></a><p>Suivi par {m}</p></div><button>Suivre</button></div>'
        for i, (n, u, m) in enumerate(
            zip(names, urls, (say.every("names")[6:] * 3)[:6], strict=True)
        )
    )
    return answer(
        "https://coquelicot.example/fragments/suggestions",
        "text/html; charset=utf-8",
        f'<aside><header><h2>{head}</h2><a href="/explorer/personnes">Voir tout</a></header>{rows}</aside>',
        planted(names, RECOMMENDED, TOLD, heading=head, urls=urls),
        page="https://coquelicot.example/accueil",
    )


@shape("de")
def federated_links(say: Say) -> Answer:
    titles = say.titles("headline", 8)
    urls = [f"https://bachblatt.example/{slug(t)}" for t in titles]
    rows = [
        {
            "post": {"id": say.number(), "name": t, "url": u, "ap_id": f"https://fed.example/post/{say.number()}", "nsfw": False, "published": say.when()},
            "creator": {"id": 4, "name": slug(n), "display_name": n, "actor_id": f"https://fed.example/u/{slug(n)}"},
            "community": {"id": 9, "name": "politik", "title": "Politik", "actor_id": "https://fed.example/c/politik"},
            "counts": {"comments": 9, "score": say.number(1, 999), "upvotes": 90},
            "subscribed": "NotSubscribed",
        }
        for t, u, n in zip(titles, urls, say.every("names"), strict=True)
    ]  # fmt: skip
    return json_answer(
        "https://fed.example/api/v3/post/list?type_=Local&sort=Active&limit=8",
        {"posts": rows, "next_page": say.token(12)},
        planted(titles, FEED | LISTING, HARDLY, urls=urls),
    )


@shape("en")
def topic_with_suggested(say: Say) -> Answer:
    titles = say.titles("thread", 5)
    posts = [
        {"id": say.number(), "name": n, "username": slug(n), "created_at": say.when(), "cooked": f"<p>{say.line()}</p>", "post_number": i, "reply_count": 0, "topic_slug": "x"}
        for i, n in enumerate(say.every("names"), 1)
    ]  # fmt: skip
    topics = [
        {"id": say.number(), "title": t, "fancy_title": t, "slug": slug(t), "posts_count": 4, "created_at": say.when(), "tags": [], "posters": [{"extras": "latest", "description": "Original Poster", "user": {"id": 3, "username": "jo"}}]}
        for t in titles
    ]  # fmt: skip
    value = {
        "post_stream": {"posts": posts, "stream": [it["id"] for it in posts]},
        "id": 9,
        "title": "Replacing a pump seal",
        "slug": "replacing-a-pump-seal",
        "suggested_topics": topics,
        "details": {"participants": [{"id": i, "username": slug(n)} for i, n in enumerate(say.every("names")[:4])], "links": []},
    }  # fmt: skip
    return json_answer(
        "https://talk.shedtalk.example/t/9.json?track_visit=true",
        value,
        planted(titles, RECOMMENDED, ANYHOW),
    )


@shape("en")
def three_row_table(say: Say) -> Answer:
    titles = say.titles("headline", 10)
    urls = [f"https://{say.token(7)}.example/{slug(t)}" for t in titles]
    rows = "".join(
        f'<tr class="athing submission" id="{i}"><td align="right" class="title"><span class="rank">{i}.</span></td><td class="votelinks"><a id="up_{i}" href="vote?id={i}&amp;how=up"><div class="votearrow" title="upvote"></div></a></td><td class="title"><span class="titleline"><a href="{u}">{escape(t)}</a><span class="sitebit comhead"> (<a href="from?site={u.split("/")[2]}"><span class="sitestr">{u.split("/")[2]}</span></a>)</span></span></td></tr><tr><td colspan="2"></td><td class="subtext"><span class="score">{say.number(2, 900)} points</span> by <a href="user?id={say.token(5)}">{say.token(5)}</a> <span class="age"><a href="item?id={i}">3 hours ago</a></span> | <a href="hide?id={i}">hide</a> | <a href="item?id={i}">{say.number(2, 90)}&nbsp;comments</a></td></tr><tr class="spacer" style="height:5px"></tr>'
        for i, (t, u) in enumerate(zip(titles, urls, strict=True), 1)
    )
    body = f'<table id="m"><tr><td><table border="0">{rows}<tr class="morespace"></tr><tr><td colspan="2"></td><td><a href="?p=2" rel="next">More</a></td></tr></table></td></tr></table>'
    return page(
        "https://orangeboard.example/news",
        body,
        planted(titles, FEED | LISTING, HARDLY, urls=urls),
        say=say,
    )


@shape("de")
def thread_with_similar(say: Say) -> Answer:
    titles, head = say.titles("thread", 5), "Ähnliche Themen"
    urls = [f"/threads/{slug(t)}.{say.number()}/" for t in titles]
    posts = "".join(
        f'<article class="message" id="p{i}"><div class="message-cell--user"><h4>{n}</h4><h5>Mitglied</h5></div><div class="message-body"><p>{say.line()}</p><p>{say.line()}</p></div><footer><a href="#like">Gefällt mir</a><a href="#quote">Zitieren</a></footer></article>'
        for i, n in enumerate(say.every("names")[:6])
    )
    rows = "".join(
        f'<div class="structItem structItem--thread"><div class="structItem-cell--icon"><a href="/members/{slug(n)}"><span>{n[0]}</span></a></div><div class="structItem-cell--main"><div class="structItem-title"><a href="{u}">{escape(t)}</a></div><ul class="structItem-parts"><li><a href="/members/{slug(n)}">{n}</a></li><li><time>12. Okt. 2026</time></li></ul></div><div class="structItem-cell--meta"><dl><dt>Antworten</dt><dd>{say.number(1, 90)}</dd></dl></div></div>'
        for t, u, n in zip(titles, urls, say.every("names")[:5], strict=True)
    )
    body = f'<h1>{escape(say.titles("thread", 1)[0])}</h1>{posts}<div class="block"><h3 class="block-header">{head}</h3><div class="structItemContainer">{rows}</div></div>'
    return page(
        "https://bastlerforum.example/threads/x.1/",
        body,
        planted(titles, RECOMMENDED, UNTOLD, heading=head, urls=urls),
        say=say,
    )


@shape("es")
def people_nearby(say: Say) -> Answer:
    names = say.every("names")
    rows = [
        {
            "type": "user",
            "user": {"_id": say.token(24), "name": n, "bio": say.line(), "birth_date": "1990-11-28T00:00:00Z", "photos": [{"id": say.token(8), "url": f"https://img.example/{say.token()}.jpg"} for _ in range(3)], "gender": 1},
            "distance_mi": say.number(1, 30),
            "s_number": say.number(),
        }
        for n in names
    ]  # fmt: skip
    return json_answer(
        "https://api.mediasnaranjas.example/v2/recs/core?locale=es",
        {"meta": {"status": 200}, "data": {"results": rows}},
        planted(names, RECOMMENDED, HARDLY),
    )


@shape("es")
def questions_beside_question(say: Say) -> Answer:
    linked, hot = say.titles("thread", 5), say.titles("course", 6)
    links = [f"/questions/{say.number()}/{slug(t)}" for t in linked]
    urls = [f"https://otra.example/questions/{say.number()}" for _ in hot]
    left = "".join(
        f'<div class="spacer js-gps-track"><a href="{u}" title="Puntuación"><div class="answer-votes">{say.number(1, 90)}</div></a><a class="question-hyperlink" href="{u}">{escape(t)}</a></div>'
        for t, u in zip(linked, links, strict=True)
    )
    right = "".join(
        f'<li><div class="favicon" title="Otra"></div><a class="js-gps-track question-hyperlink" href="{u}">{escape(t)}</a></li>'
        for t, u in zip(hot, urls, strict=True)
    )
    body = f'<h1>{escape(say.titles("thread", 1)[0])}</h1><div class="post"><p>{say.line()}</p></div><div class="answer"><p>{say.line()}</p></div><div class="module"><h4>Relacionadas</h4><div class="related">{left}</div></div><div id="hot-network-questions"><h4><a href="https://otra.example/hot">Preguntas populares en la red</a></h4><ul>{right}</ul></div>'
    return page(
        "https://preguntas.example/questions/1/x",
        body,
        planted(linked, RECOMMENDED, UNTOLD, heading="Relacionadas", urls=links),
        planted(hot, FEED, UNTOLD, heading="Preguntas populares en la red", urls=urls),
        say=say,
    )
