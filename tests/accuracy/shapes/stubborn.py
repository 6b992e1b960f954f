"""Shapes that are harder to read: mixed cards, clones, wrappers, scripts without spaces."""

import json

from companion.model import Surface
from tests.accuracy.shapes.pages import article, card, headed
from tests.accuracy.shapes.shape import Made, Planted, answer, page, shape
from tests.accuracy.shapes.trees import plain
from tests.accuracy.shapes.words import Thing, things

REC, FEED, AD = Surface.RECOMMENDATION, Surface.FEED, Surface.AD
LISTING, SEARCH = Surface.LISTING, Surface.SEARCH


def retitled(seed: str, titles: list[str]) -> list[Thing]:
    """Things with given titles."""
    made = things(seed, len(titles))
    return [
        Thing(**{name: getattr(t, name) for name in Thing.__dataclass_fields__} | {"title": title})
        for t, title in zip(made, titles, strict=True)
    ]


@shape(3)
def lead_story_and_smaller_ones() -> Made:
    made = things("lead", 7)
    lead, rest = made[0], made[1:]
    big = (
        f'<article class="teaser teaser--lead"><a href="{lead.path}"><picture>'
        f'<img src="{lead.image}"></picture><h2>{lead.title}</h2></a><p>{lead.teaser}</p></article>'
    )
    small = "".join(
        f'<article class="teaser"><a href="{t.path}"><h3>{t.title}</h3></a></article>' for t in rest
    )
    return page(f'<div class="stage">{big}{small}</div>', "https://news.example/"), (Planted(made),)


@shape(3)
def clones_of_an_endless_carousel() -> Made:
    made = things("clones", 6)
    cards = [card(t, "div") for t in made]
    clones = [one.replace('"card"', '"card cloned"') for one in (*cards[-2:], *cards[:2])]
    track = "".join([*clones[:2], *cards, *clones[2:]])
    return page(headed("Suggested for you", f'<div class="track">{track}</div>')), (
        Planted(made, REC, told=True, judged=False, links=False),
    )


@shape(3)
def swatches_inside_cards() -> Made:
    made = things("inside", 8)
    cards = "".join(
        f'<li><a href="{t.path}"><img src="{t.image}"></a><a href="{t.path}"><h3>{t.title}</h3></a>'
        f'<ul class="sw"><li><a href="{t.path}?c=red">Red</a></li>'
        f'<li><a href="{t.path}?c=blue">Blue</a></li></ul><span>€{t.price}</span></li>'
        for t in made
    )
    body = headed("Similar items", f"<ul>{cards}</ul>")
    return page(body, "https://shop.example/p/9"), (Planted(made, REC, prices="EUR"),)


@shape(3)
def titles_in_japanese() -> Made:
    made = retitled("ja", [f"静かな港の{w}について" for w in ("雨", "庭", "橋", "森", "冬", "歌")])
    cards = "".join(
        f'<li><a href="{t.path}"><img src="{t.image}"><p>{t.title}</p></a></li>' for t in made
    )
    return page(f"<div><h2>おすすめ</h2><ul>{cards}</ul></div>", lang="ja"), (Planted(made),)


@shape(3)
def titles_in_russian() -> Made:
    words = ("дождь", "сад", "мост", "лес", "зима", "песня")
    made = retitled("ru", [f"Как {w} изменил тихую гавань" for w in words])
    listed = [{"id": t.id, "name": t.title, "link": t.path, "picture": t.image} for t in made]
    return answer({"recommendations": listed}), (Planted(made, REC),)


@shape(3)
def titles_in_arabic() -> Made:
    words = ("المطر", "الحديقة", "الجسر", "الغابة", "الشتاء")
    made = retitled("ar", [f"كيف غير {w} الميناء الهادئ" for w in words])
    cards = "".join(f'<li><a href="{t.path}"><h3>{t.title}</h3></a></li>' for t in made)
    return page(f'<section class="related"><ul>{cards}</ul></section>', lang="ar"), (
        Planted(made, REC),
    )


@shape(3)
def titles_in_thai() -> Made:
    made = retitled("th", [f"เรื่องราวของท่าเรือที่เงียบสงบ{w}" for w in ("ฝน", "สวน", "ป่า", "เพลง")])
    listed = [{"id": t.id, "title": t.title, "url": t.path, "cover": t.image} for t in made]
    return answer({"feed": listed}), (Planted(made, FEED),)


@shape(3)
def people_to_follow() -> Made:
    names = ["Ana Weber", "Jon Ibarra", "Mia Laurent", "Tom Baker", "Lea Fontaine"]
    made = retitled("follow", names)
    cards = "".join(
        f'<li><a href="{t.path}"><img src="{t.image}"><b>{t.title}</b></a><span>@u{t.id}</span>'
        "<button>Follow</button></li>"
        for t in made
    )
    return page(f"<aside><h2>Who to follow</h2><ul>{cards}</ul></aside>"), (
        Planted(made, REC, told=True, judged=True),
    )


@shape(3)
def source_sets_only() -> Made:
    made = things("srcset", 6)
    cards = "".join(
        f'<article><a href="{t.path}" aria-label="{t.title}"></a><picture>'
        f'<source srcset="{t.image} 1x"><img loading="lazy" data-srcset="{t.image}"></picture>'
        f"<div><span>{t.title}</span></div></article>"
        for t in made
    )
    return page(headed("New this week", f"<div>{cards}</div>")), (Planted(made, FEED),)


@shape(3)
def skeletons_after_items() -> Made:
    made = things("skeleton", 6)
    listed = [{"tile": plain(t)} for t in made] + [{"skeleton": {"n": 1}}, {"skeleton": {"n": 2}}]
    return answer({"home": {"recommendedForYou": {"slots": listed}}}), (Planted(made, REC),)


@shape(3)
def fields_as_pairs() -> Made:
    made = things("pairs", 6)
    listed = [
        {"fields": [{"name": "title", "value": t.title}, {"name": "url", "value": t.path},
                    {"name": "image", "value": t.image}], "score": t.cents}
        for t in made
    ]  # fmt: skip
    return answer({"recs": listed}), (Planted(made, REC),)


@shape(3)
def widgets_side_by_side() -> Made:
    heads = ("Bestsellers", "Recommended for you", "Recently viewed")
    made = [things(f"widget{at}", 5) for at in range(3)]
    widgets = [
        {"widgetId": f"w{at}", "widgetTitle": head, "products": [plain(t) for t in listed]}
        for at, (head, listed) in enumerate(zip(heads, made, strict=True))
    ]
    return answer({"widgets": widgets}), (
        Planted(made[0], FEED, heads[0], told=False, judged=True),
        Planted(made[1], REC, heads[1], told=True, judged=True),
        Planted(made[2], LISTING, heads[2]),
    )


@shape(3)
def live_posts() -> Made:
    made = things("live", 7)
    posts = "".join(
        f'<div id="post-{t.id}" class="post"><time datetime="{t.day}">8:30</time><h3>{t.title}</h3>'
        f'<p>{t.teaser} {t.teaser}</p><a href="#post-{t.id}">Link</a></div>'
        for t in made
    )
    return page(f'<div class="liveblog">{posts}</div>'), (Planted(made, links=False),)


@shape(3)
def audio_with_players() -> Made:
    made = things("audio", 8)
    episodes = [
        {"guid": f"g-{t.id}", "episodeTitle": t.title, "showTitle": "Rain talk", "audio": {
         "url": f"https://cdn.example/{t.id}.mp3"}, "durationSec": 1800, "pubDate": t.day,
         "deeplink": f"https://pod.example{t.path}"}
        for t in made
    ]  # fmt: skip
    return answer({"upNext": {"episodes": episodes}}), (Planted(made, REC),)


@shape(3)
def results_with_an_ad_on_top() -> Made:
    made = things("paidsearch", 9)
    results = "".join(
        f'<div class="g">{"<span>Sponsored</span>" if rank < 3 else ""}'
        f'<a href="{t.path}"><h3>{t.title}</h3><cite>news.example</cite></a>'
        f"<div>{t.teaser}</div></div>"
        for rank, t in enumerate(made, 1)
    )
    planted = Planted(made, SEARCH, sponsored=frozenset({1, 2}))
    return page(f'<div id="rso">{results}</div>', "https://find.example/search?q=rain"), (planted,)


@shape(3)
def buttons_instead_of_links() -> Made:
    made = things("buttons", 6)
    tiles = "".join(
        f'<div role="listitem" tabindex="0" data-id="{t.id}"><img src="{t.image}">'
        f"<div>{t.title}</div></div>"
        for t in made
    )
    return page(f'<div><h2>Made for you</h2><div role="list">{tiles}</div></div>'), (
        Planted(made, REC, told=True, judged=True, links=False),
    )


@shape(3)
def state_with_entities_and_pages() -> Made:
    made = things("entities", 12)
    state = {
        "entities": {"posts": {f"p{t.id}": {"id": f"p{t.id}", "title": t.title, "permalink": t.path}
                               for t in sorted(made, key=lambda t: t.title)}},
        "ui": {"feeds": {"home": {"ids": [f"p{t.id}" for t in made], "cursor": "x"}}},
    }  # fmt: skip
    script = f"<script>window.__DATA__ = {json.dumps(state)};</script>"
    return page(f"{article()}{script}", "https://social.example/"), (Planted(made, FEED),)


@shape(3)
def notifications_of_a_shop() -> Made:
    made = things("mail", 5)
    listed = [
        {"asin": f"B0{t.id}XZ{t.id % 9}", "productTitle": t.title, "detailPageUrl": t.path,
         "imageUrl": t.image, "displayPrice": f"${t.price}", "reason": "Because you viewed Rain"}
        for t in made
    ]  # fmt: skip
    body = {"carousel": {"heading": "Pick up where you left off", "cards": listed}}
    return answer(body, "https://www.shop.example/acp/x?locale=en_US"), (Planted(made, LISTING),)


@shape(3)
def columns_with_descriptions() -> Made:
    made = things("desc", 6)
    body = {
        "suggestions": {
            "title": [t.title for t in made],
            "description": [t.teaser for t in made],
            "url": [t.path for t in made],
        }
    }
    return answer(body), (Planted(made, REC),)


@shape(3)
def ads_in_a_grid_of_rows() -> Made:
    made = things("adgrid", 9)
    cells = [
        f'<div class="cell{" promoted" if rank == 5 else ""}"><a href="{t.path}">'
        f'<img src="{t.image}"><h4>{t.title}</h4></a>'
        f"{'<em>Promoted</em>' if rank == 5 else ''}</div>"
        for rank, t in enumerate(made, 1)
    ]
    rows = "".join(f'<div class="r">{"".join(cells[at : at + 3])}</div>' for at in (0, 3, 6))
    planted = Planted(made, REC, sponsored=frozenset({5}), told=True, judged=True)
    return page(f"<div><h2>Your daily mix</h2><div>{rows}</div></div>"), (planted,)


@shape(3)
def images_in_state_links_in_markup() -> Made:
    made = things("twoparts", 6)
    state = {"recommendations": [{"id": t.id, "title": t.title, "img": t.image} for t in made]}
    script = f'<script type="application/json" id="state">{json.dumps(state)}</script>'
    lines = "".join(f'<li><a href="{t.path}">{t.title}</a></li>' for t in made)
    body = f"<section><h3>More like this</h3><ul>{lines}</ul></section>"
    return page(f"{article()}{body}{script}"), (Planted(made, REC, "More like this", links=False),)


@shape(3)
def posts_with_long_texts() -> Made:
    made = retitled(
        "long", [" ".join([t.title, t.teaser, t.teaser, t.teaser]) for t in things("long", 8)]
    )
    listed = [
        {"id": t.id, "text": t.title, "user": {"name": t.author, "screen_name": f"u{t.id}"},
         "created_at": t.day, "entities": {"urls": [], "hashtags": []}, "lang": "en"}
        for t in made
    ]  # fmt: skip
    return answer({"timeline": listed}), (Planted(made, FEED, links=False),)
