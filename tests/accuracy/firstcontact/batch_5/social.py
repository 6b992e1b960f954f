# ruff: noqa: E501 - answers stand as sites write them
"""What forums, microblogs and live pushes answer."""

import json
from html import escape

from tests.accuracy.firstcontact.kit import (
    FEED,
    HARDLY,
    LISTING,
    RECOMMENDED,
    Answer,
    Say,
    answer,
    json_answer,
    planted,
    shape,
    slug,
)


@shape("en")
def record_separated_push(say: Say) -> Answer:
    titles = say.titles("brief", 6)
    urls = [f"https://millpost.example/live/{say.number()}" for _ in titles]
    rows = [
        {"id": say.number(), "headline": t, "href": u} for t, u in zip(titles, urls, strict=True)
    ]
    frames = ({"type": 6}, {"type": 1, "target": "trendingChanged", "arguments": [rows]})
    body = "".join(json.dumps(it) + "\x1e" for it in frames)
    truth = planted(titles, FEED | LISTING | {"other"}, HARDLY, urls=urls)
    return answer("https://millpost.example/hubs/live?id=x", "text/plain", body, truth)


@shape("es")
def microblog_statuses(say: Say) -> Answer:
    titles = [f"{t} — {say.line()}" for t in say.titles("thread", 7)]
    urls = [f"https://trompa.example/@{say.token(6)}/{say.number()}" for _ in titles]
    rows = [
        {
            "id": u.rsplit("/", 1)[1],
            "created_at": say.when(),
            "spoiler_text": "",
            "visibility": "public",
            "language": "es",
            "url": u,
            "content": f"<p>{t}</p>",
            "reblog": None,
            "account": {
                "id": say.token(6),
                "acct": say.token(6),
                "display_name": say.one("names"),
                "note": f"<p>{say.line()}</p>",
                "avatar": f"https://files.example/{say.token()}.png",
                "fields": [{"name": "Web", "value": "x"}],
            },
            "media_attachments": [],
            "tags": [{"name": "hilo", "url": "https://trompa.example/tags/hilo"}],
        }
        for t, u in zip(titles, urls, strict=True)
    ]
    truth = planted(titles, FEED, HARDLY, urls=urls)
    return json_answer("https://trompa.example/api/v1/timelines/home?limit=7", rows, truth)


@shape("pt")
def sky_feed_views(say: Say) -> Answer:
    titles = [f"{t}. {say.line()}" for t in say.titles("brief", 8)]
    rows = [
        {
            "post": {
                "uri": f"at://did:plc:{say.token(24)}/app.sky.feed.post/{say.token(13)}",
                "cid": say.token(30),
                "author": {"did": say.token(20), "handle": f"{say.token(6)}.ceu.example", "displayName": say.one("names"), "avatar": f"https://cdn.example/{say.token()}"},
                "record": {"$type": "app.sky.feed.post", "createdAt": say.when(), "langs": ["pt"], "text": t},
                "likeCount": say.number(0, 99),
                "indexedAt": say.when(),
            },
            "feedContext": say.token(12),
        }
        for t in titles
    ]  # fmt: skip
    truth = planted(titles, FEED | RECOMMENDED, HARDLY)
    return json_answer(
        "https://public.ceu.example/xrpc/app.sky.feed.getFeed?feed=at://x/discover&limit=8",
        {"feed": rows, "cursor": say.token(30)},
        truth,
    )


@shape("en")
def link_listing_things(say: Say) -> Answer:
    titles = say.titles("thread", 9)
    urls = [f"/r/homes/comments/{say.token(7)}/{slug(t)}/" for t in titles]
    rows = [
        {
            "kind": "t3",
            "data": {
                "subreddit": "homes",
                "author_fullname": f"t2_{say.token(5)}",
                "title": t,
                "selftext": say.line(),
                "ups": say.number(0, 900),
                "permalink": u,
                "thumbnail": "self",
                "created_utc": 1_795_000_000.0,
                "all_awardings": [],
                "link_flair_richtext": [{"e": "text", "t": "Help"}],
            },
        }
        for t, u in zip(titles, urls, strict=True)
    ]
    value = {"kind": "Listing", "data": {"after": "t3_x", "dist": 9, "children": rows}}
    truth = planted(titles, FEED | LISTING, HARDLY, urls=urls)
    return json_answer("https://www.greenlit.example/r/homes/hot.json?limit=9", value, truth)


@shape("pl")
def topic_list_with_users(say: Say) -> Answer:
    titles = [it.replace("„", "").replace("”", "") for it in say.titles("brief", 8)]
    users = [
        {"id": i, "username": say.token(6), "name": n, "avatar_template": f"/u/{i}/{{size}}.png"}
        for i, n in enumerate(say.every("names"))
    ]
    topics = [
        {
            "id": say.number(),
            "title": t,
            "fancy_title": t,
            "slug": slug(t),
            "posts_count": say.number(1, 90),
            "last_posted_at": say.when(),
            "tags": ["dom"],
            "posters": [{"extras": "latest", "description": "Autor", "user_id": 1}],
        }
        for t in titles
    ]
    value = {
        "users": users,
        "primary_groups": [],
        "topic_list": {
            "can_create_topic": False,
            "more_topics_url": "/latest?page=1",
            "per_page": 30,
            "topics": topics,
        },
    }
    truth = planted(titles, FEED | LISTING, HARDLY)
    return json_answer("https://forum.sasiad.example/latest.json", value, truth)


@shape("en")
def questions_with_entities(say: Say) -> Answer:
    titles = [f"Why isn't {t}" for t in say.titles("thread", 8)]
    urls = [f"https://stackpile.example/questions/{say.number()}/{slug(t)}" for t in titles]
    rows = [
        {
            "tags": ["python", "cello"],
            "owner": {"display_name": say.one("names"), "link": f"https://stackpile.example/users/{say.number()}", "profile_image": "https://i.example/x.png"},
            "is_answered": True,
            "view_count": say.number(3, 999),
            "question_id": say.number(),
            "link": u,
            "title": escape(t).replace("&#x27;", "&#39;"),
        }
        for t, u in zip(titles, urls, strict=True)
    ]  # fmt: skip
    truth = planted(titles, FEED | LISTING | {"other"}, HARDLY, urls=urls)
    return json_answer(
        "https://api.stackpile.example/2.3/questions?sort=hot",
        {"items": rows, "has_more": True, "quota_max": 300},
        truth,
    )
