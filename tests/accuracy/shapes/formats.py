"""Answers after formats of well-known public interfaces, with made-up content."""

import json

from companion.model import Surface
from tests.accuracy.shapes.pages import card
from tests.accuracy.shapes.shape import Made, Planted, answer, shape
from tests.accuracy.shapes.words import Thing, things

REC, FEED, AD = Surface.RECOMMENDATION, Surface.FEED, Surface.AD
LISTING, SEARCH = Surface.LISTING, Surface.SEARCH


@shape(2)
def posts_of_a_forum() -> Made:
    made = things("forum", 10)
    children = [
        {"kind": "t3", "data": {"title": t.title, "permalink": t.path, "name": f"t3_{t.id}x",
         "url": f"https://i.pics.example/{t.id}.jpg", "author": t.author.replace(" ", "_"),
         "thumbnail": "self", "subreddit": "rain", "score": t.cents, "num_comments": 12}}
        for t in made
    ]  # fmt: skip
    body = {"kind": "Listing", "data": {"after": "t3_zz", "dist": 10, "children": children}}
    return answer(body, "https://www.forum.example/r/popular.json"), (Planted(made, FEED),)


@shape(2)
def hits_with_highlights() -> Made:
    made = things("hits", 12)
    hits = [
        {"objectID": f"{t.id}", "name": t.title, "url": t.path, "image": t.image,
         "_tags": ["a", "b"], "price": t.cents / 100,
         "_highlightResult": {"name": {"value": f"<em>{t.title}</em>", "matchLevel": "full"}}}
        for t in made
    ]  # fmt: skip
    facets = {"brand": {"Northwind": 8, "Contoso": 4}}
    body = {"results": [{"hits": hits, "nbHits": 12, "facets": facets, "index": "products"}]}
    return answer(body, "https://x.search.example/1/indexes/*/queries?x-app=1"), (Planted(made),)


@shape(2)
def shop_recommendations() -> Made:
    made = things("handle", 6)
    products = [
        {"id": t.id, "title": t.title, "handle": t.slug, "url": t.path, "price": t.cents,
         "featured_image": t.image, "tags": ["x"], "vendor": "Northwind", "available": True,
         "variants": [{"id": 1, "title": "Default Title", "price": t.cents}],
         "options": [{"name": "Size", "position": 1, "values": ["S", "M"]}]}
        for t in made
    ]  # fmt: skip
    url = "https://shop.example/recommendations/products.json?product_id=7&limit=6"
    return answer({"products": products}, url), (Planted(made, REC),)


@shape(2)
def pods_with_strategy() -> Made:
    made = things("pods", 7)
    results = [
        {"matched_terms": [], "value": t.title, "is_slotted": False, "labels": {},
         "data": {"id": f"P{t.id}", "url": t.path, "image_url": t.image, "group_ids": ["4"]},
         "strategy": {"id": "collaborative_personalized"}}
        for t in made
    ]  # fmt: skip
    pod = {"id": "home_1", "display_name": "Recommended for you"}
    body = {"response": {"results": results, "pod": pod, "total_num_results": 7}, "result_id": "ab"}
    planted = Planted(made, REC, "Recommended for you", told=True, judged=True)
    return answer(body, "https://ac.vendor.example/recommendations/v1/pods/home_1?c=1"), (planted,)


@shape(2)
def statuses_of_friends() -> Made:
    made = things("statuses", 8)
    statuses = [
        {"id": f"1{t.id}00{t.id}", "created_at": t.day, "url": f"https://social.example{t.path}",
         "content": f"<p>{t.title}</p>", "account": {"id": str(i % 3), "acct": "a", "username": "u",
         "display_name": t.author, "url": f"https://social.example/@{i % 3}", "avatar": t.image},
         "favourites_count": 3, "media_attachments": [], "tags": [], "language": "en"}
        for i, t in enumerate(made)
    ]  # fmt: skip
    return answer(statuses, "https://social.example/api/v1/timelines/home"), (Planted(made, FEED),)


@shape(2)
def resources_with_included() -> Made:
    made = things("resources", 6)
    data = [
        {"type": "articles", "id": str(t.id), "attributes": {"title": t.title, "published": t.day},
         "relationships": {"author": {"data": {"type": "people", "id": str(i % 2)}}},
         "links": {"self": t.path}}
        for i, t in enumerate(made)
    ]  # fmt: skip
    people = [{"type": "people", "id": str(i), "attributes": {"name": f"P {i}"}} for i in range(2)]
    return answer({"data": data, "included": people}), (Planted(made, LISTING),)


@shape(2)
def pages_by_number() -> Made:
    made = things("wiki", 6)
    pages = {
        str(t.id): {"pageid": t.id, "ns": 0, "title": t.title, "index": i,
                    "thumbnail": {"source": t.image, "width": 320}, "description": t.teaser}
        for i, t in enumerate(made)
    }  # fmt: skip
    url = "https://en.wiki.example/api/rest/page/related/Harbour"
    return answer({"batchcomplete": True, "query": {"pages": pages}}, url), (
        Planted(made, REC, links=False),
    )


@shape(2)
def videos_by_path() -> Made:
    made = things("falcor", 9)
    row = {str(i): {"$type": "ref", "value": ["videos", str(t.id)]} for i, t in enumerate(made)}
    videos = {
        str(t.id): {"title": {"$type": "atom", "value": t.title}, "boxart": {"url": t.image}}
        for t in sorted(made, key=lambda t: t.id)
    }
    row_of = {"displayName": {"$type": "atom", "value": "Because you watched Rain"}, **row}
    body = {"jsonGraph": {"lists": {"x7": row_of}, "videos": videos}}
    return answer(body), (Planted(made, links=False),)


@shape(2)
def short_videos() -> Made:
    made = things("clips", 8)
    listed = [
        {"id": f"72{t.id}5{t.id}1", "desc": t.title, "createTime": 1770000000 + t.id,
         "author": {"uniqueId": f"u{i}", "nickname": t.author, "avatarThumb": t.image},
         "music": {"id": f"{t.id}", "title": "original sound", "authorName": t.author},
         "video": {"cover": t.image, "duration": 15, "playAddr": t.image},
         "stats": {"playCount": 5}}
        for i, t in enumerate(made)
    ]  # fmt: skip
    url = "https://www.clips.example/api/recommend/item_list/?aid=1988&count=8"
    return answer({"statusCode": 0, "itemList": listed, "hasMore": True}, url), (
        Planted(made, REC, links=False),
    )


def _tweet(t: Thing, rank: int) -> dict:
    result = {
        "rest_id": f"19{t.id}7{t.id}",
        "core": {"user_results": {"result": {"legacy": {"name": t.author, "screen_name": "ab"}}}},
        "legacy": {"full_text": t.title, "favorite_count": rank, "lang": "en"},
    }
    content: dict = {"itemType": "TimelineTweet", "tweet_results": {"result": result}}
    if rank == 3:
        content["promotedMetadata"] = {"advertiser_results": {"result": {"rest_id": "9"}}}
    entry = {"entryType": "TimelineTimelineItem", "itemContent": content}
    return {"entryId": f"tweet-19{t.id}", "sortIndex": str(9000 - rank), "content": entry}


@shape(2)
def timeline_entries() -> Made:
    made = things("timeline", 9)
    entries = [_tweet(t, rank) for rank, t in enumerate(made, 1)]
    entries.append(
        {"entryId": "cursor-bottom-0", "content": {"cursorType": "Bottom", "value": "DAAB"}}
    )
    instructions = [{"type": "TimelineAddEntries", "entries": entries}]
    body = {"data": {"home": {"home_timeline_urt": {"instructions": instructions}}}}
    planted = Planted(made, FEED, links=False, sponsored=frozenset({3}))
    return answer(body, "https://x.example/i/api/graphql/Q1w2/HomeTimeline"), (planted,)


@shape(2)
def chunks_of_markup() -> Made:
    made = things("chunks", 6)
    inner = "<h2>Inspired by your browsing history</h2><ol>" + "".join(map(card, made)) + "</ol>"
    parts = [
        ["dispatch", "start", {}],
        ["dispatch", "slot", {"html": inner}],
        ["dispatch", "end", {}],
    ]
    body = "\n&&&\n".join(map(json.dumps, parts))
    return answer(body, "https://www.shop.example/s/query"), (
        Planted(made, REC, told=True, judged=True),
    )


@shape(2)
def rows_without_names() -> Made:
    made = things("unnamed", 9)
    rows = [[None, t.title, t.path, [t.image, 120, 90], [t.author], t.id, None, 1] for t in made]
    return answer(["wrb", None, [["sec", 7], rows], 25]), (Planted(made),)


@shape(2)
def hotels() -> Made:
    made = things("hotels", 6)
    listed = [
        {"basicPropertyData": {"id": t.id, "location": {"city": "Porto"}, "photos": {"main": {
         "highResUrl": {"relativeUrl": t.image}}}}, "displayName": {"text": t.title},
         "priceDisplayInfo": {"displayPrice": {"amountPerStay": {"amount": f"€ {t.cents // 100}",
         "currency": "EUR"}}}}
        for t in made
    ]  # fmt: skip
    body = {"data": {"searchQueries": {"search": {"results": listed}}}}
    return answer(body, "https://www.hotels.example/dml/graphql?ss=Porto"), (
        Planted(made, links=False),
    )


@shape(2)
def titles_by_language() -> Made:
    made = things("languages", 6, "de")
    listed = [
        {"uid": t.id, "title": {"de": t.title, "en": f"{t.title} (en)"}, "link": {"de": t.path},
         "teaser": {"de": t.teaser}}
        for t in made
    ]  # fmt: skip
    return answer({"empfehlungen": listed}), (Planted(made, REC),)


@shape(2)
def jobs_for_you() -> Made:
    made = things("jobs", 7)
    listed = [
        {"jobId": t.id, "position": {"title": t.title},
         "company": {"name": "Northwind", "logo": t.image}, "location": "Graz",
         "applyUrl": t.path, "postedAt": t.day}
        for t in made
    ]  # fmt: skip
    body = {
        "module": {"headline": "Jobs for you", "subline": "Based on your profile", "jobs": listed}
    }
    return answer(body), (Planted(made, REC, "Jobs for you", told=True, judged=True),)


@shape(2)
def deferred_parts() -> Made:
    made = things("defer", 5)
    first = {"data": {"page": {"title": "Harbour"}}, "hasNext": True}
    items = [{"id": t.id, "title": t.title, "url": t.path, "image": t.image} for t in made]
    later = {"incremental": [{"path": ["page"], "data": {"similarItems": items}}], "hasNext": False}
    body = "".join(
        f"--x\r\nContent-Type: application/json\r\n\r\n{json.dumps(part)}\r\n"
        for part in (first, later)
    )
    return answer(f"{body}--x--", kind='multipart/mixed; boundary="x"'), (Planted(made, REC),)


@shape(2)
def podcasts_in_atom() -> Made:
    made = things("atom", 6)
    entries = "".join(
        f'<entry><id>urn:{t.id}</id><title type="html">{t.title}</title>'
        f'<link rel="alternate" href="https://pod.example{t.path}"/><updated>{t.day}</updated></entry>'
        for t in made
    )
    body = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Rain</title>{entries}</feed>'
    return answer(body, "https://pod.example/atom.xml", kind="application/atom+xml"), (
        Planted(made),
    )


@shape(2)
def native_ads() -> Made:
    made = things("native", 4)
    placements = [
        {"id": f"n{t.id}", "assets": {"headline": t.title, "clickUrl": t.path,
         "image": {"url": t.image}, "sponsoredBy": "Northwind"}, "eventTrackers": [f"https://t.example/{t.id}"]}
        for t in made
    ]  # fmt: skip
    return answer({"nativeAds": placements}), (
        Planted(made, AD, sponsored=frozenset({1, 2, 3, 4})),
    )
