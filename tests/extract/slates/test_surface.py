import json

import pytest

from companion.extract.slates import slates
from companion.model import Message, Personalized, Surface
from tests.extract.slates.lists import TITLES, answer, cards, found, items, page


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Sponsored content", Surface.AD),
        ("Recently viewed", Surface.LISTING),
        ("Inspired by your browsing history", Surface.RECOMMENDATION),
        ("You may also like", Surface.RECOMMENDATION),
        ("Because you watched Rain", Surface.RECOMMENDATION),
        ("Related stories", Surface.RECOMMENDATION),
        ("Most read", Surface.FEED),
        ("Customers also bought", Surface.RECOMMENDATION),
        ("Editors' picks", Surface.FEED),
        ("Albums", Surface.LISTING),
        ("History", Surface.LISTING),
        ("Something else", Surface.LISTING),
    ],
)
def test_a_heading_says_what_a_list_is(heading, expected):
    assert found(page(f"<h2>{heading}</h2><ul>{cards()}</ul>")).surface is expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://api.a.example/v1/recommendations", Surface.RECOMMENDATION),
        ("https://api.a.example/v1/related-artists", Surface.RECOMMENDATION),
        ("https://api.a.example/v1/trending", Surface.FEED),
        ("https://api.a.example/v1/featured", Surface.FEED),
        ("https://api.a.example/v1/search?q=rain", Surface.SEARCH),
        ("https://api.a.example/v1/me/top", Surface.LISTING),
        ("https://api.a.example/v1/timelines/home", Surface.FEED),
        ("https://api.a.example/v1/things", Surface.LISTING),
    ],
)
def test_an_address_says_what_an_answer_is(url, expected):
    assert found(answer(items(), url)).surface is expected


@pytest.mark.parametrize(
    ("classes", "expected"),
    [
        ("taboola widget", Surface.AD),
        ("recs-module", Surface.RECOMMENDATION),
        ("live-feed", Surface.FEED),
        ("outbrain-enabled", Surface.LISTING),
        ("x9f", Surface.LISTING),
    ],
)
def test_classes_say_what_a_list_is(classes, expected):
    assert found(page(f'<div class="{classes}"><ul>{cards()}</ul></div>')).surface is expected


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("similarItems", Surface.RECOMMENDATION),
        ("sponsored", Surface.AD),
        ("newsFeed", Surface.FEED),
        ("entries", Surface.LISTING),
    ],
)
def test_keys_say_what_a_list_is(key, expected):
    assert found(answer({key: items()})).surface is expected


def test_a_constant_beside_a_list_says_it():
    slate = found(answer({"placement": "recommended_for_you", "items": items()}))
    assert slate.surface is Surface.RECOMMENDATION


def test_reasons_make_a_recommendation():
    slate = found(answer({"list": items(reason="friends of friends")}))
    assert slate.surface is Surface.RECOMMENDATION


def test_mostly_paid_items_make_an_ad():
    assert found(answer({"list": items(sponsored=True)})).surface is Surface.AD
    assert found(answer({"list": items(sponsored=False)})).surface is Surface.LISTING


def test_pictured_items_of_several_sites_are_gathered():
    far = [item | {"url": f"https://site{at}.example/a"} for at, item in enumerate(items())]
    assert found(answer({"list": far})).surface is Surface.FEED
    near = [item | {"url": f"https://site.example/{at}"} for at, item in enumerate(items())]
    assert found(answer({"list": near})).surface is Surface.LISTING


def test_two_sites_are_enough_where_each_item_names_its_publisher():
    far = [
        item | {"url": f"https://site{at % 2}.example/{at}", "publisher": f"Paper {at % 2}"}
        for at, item in enumerate(items())
    ]
    assert found(answer({"list": far})).surface is Surface.FEED


SEARCH = "https://news.example/search?q=kettle"


@pytest.mark.parametrize(
    ("beside", "url", "expected"),
    [
        ({"query": "soup"}, "https://api.a.example/1/queries", Surface.SEARCH),
        ({"query": ""}, "https://api.a.example/1/queries", Surface.LISTING),
        ({"listingSort": "hot"}, "https://api.a.example/desktop", Surface.FEED),
        ({"listingSort": "price"}, "https://api.a.example/desktop", Surface.LISTING),
        ({"target": "home-feed"}, "https://api.a.example/browse", Surface.FEED),
        ({"target": "the grid"}, "https://api.a.example/browse", Surface.LISTING),
        ({"autoplay": True}, "https://api.a.example/api/next", Surface.RECOMMENDATION),
        ({"autoplay": True}, "https://api.a.example/api/slides", Surface.LISTING),
        ({"kennzeichnung": "Anzeige"}, "https://api.a.example/x", Surface.AD),
        ({"adLabel": "Anzeige"}, "https://api.a.example/x", Surface.LISTING),
        ({"bloc": "Related stories"}, "https://api.a.example/x", Surface.RECOMMENDATION),
        ({"subline": "Related stories"}, "https://api.a.example/x", Surface.LISTING),
        ({"encabezado": "Porque viste Lluvia"}, "https://api.a.example/x", Surface.RECOMMENDATION),
    ],
)
def test_what_stands_beside_a_list_in_a_tree_says_what_it_is(beside, url, expected):
    assert found(answer({"rows": items(), **beside}, url)).surface is expected


@pytest.mark.parametrize(
    ("exchange", "expected"),
    [
        (page(f"<h1>248 ads for kettle</h1><ul>{cards()}</ul>", SEARCH), Surface.SEARCH),
        (page(f"<h1>Ads (3)</h1><ul>{cards()}</ul>", SEARCH), Surface.AD),
        (page(f"<h1>Ads for kettle</h1><ul>{cards()}</ul>", SEARCH), Surface.AD),
        (answer({"total": 248, "ads": items()}, SEARCH), Surface.SEARCH),
        (answer({"ads": items()}, SEARCH), Surface.AD),
        (answer({"total": 248, "ads": items()}), Surface.AD),
    ],
)
def test_small_ads_that_were_searched_for_are_no_ads(exchange, expected):
    assert found(exchange).surface is expected


EDITORS = {
    "en": "Recommended by our editors",
    "de": "Von der Redaktion empfohlen",
    "fr": "Recommandés par la rédaction",
    "es": "Recomendados por la redacción",
    "it": "Consigliati dalla redazione",
    "nl": "Aanbevolen door de redactie",
    "pl": "Polecane przez redakcję",
    "pt": "Recomendados pela redação",
}


@pytest.mark.parametrize(("lang", "heading"), EDITORS.items())
def test_what_editors_recommend_is_for_everybody(lang, heading):
    slate = found(page(f"<h2>{heading}</h2><ul>{cards()}</ul>", lang=lang))
    assert slate.surface is Surface.FEED
    assert slate.personalized is Personalized.NOT_MEASURED


YOURS = {
    "it": "Consigliati per te",
    "nl": "Aanbevolen voor jou",
    "pl": "Polecane dla ciebie",
    "pt": "Recomendados para você",
}


@pytest.mark.parametrize(("lang", "heading"), YOURS.items())
def test_what_is_recommended_to_the_reader_is_not(lang, heading):
    slate = found(page(f"<h2>{heading}</h2><ul>{cards()}</ul>", lang=lang))
    assert slate.surface is Surface.RECOMMENDATION
    assert slate.personalized is Personalized.DECLARED


TASTES = {
    "en": ("Selected for your taste", "Taste and smell"),
    "de": ("Für Jana gemacht", "Für alle, die gern wandern"),
    "fr": ("Selon vos goûts", "Le goût du sel"),
    "es": ("De acuerdo con tus gustos", "Gustos de ayer"),
    "it": ("In linea con i tuoi gusti", "Il gusto del sale"),
    "nl": ("Passend bij jouw smaak", "De smaak van zout"),
    "pl": ("Dopasowane do twojego gustu", "Smak soli"),
    "pt": ("De acordo com os seus gostos", "O gosto do sal"),
}


@pytest.mark.parametrize(("lang", "headings"), TASTES.items())
def test_what_fits_the_readers_taste_is_recommended(lang, headings):
    read = [found(page(f"<h2>{it}</h2><ul>{cards()}</ul>", lang=lang)) for it in headings]
    assert [it.surface is Surface.RECOMMENDATION for it in read] == [True, False]
    assert [it.disclosed for it in read] == [True, False]


@pytest.mark.parametrize(
    ("exchange", "expected"),
    [
        (answer({"watchNextResults": {"results": items()}}), Surface.RECOMMENDATION),
        (answer({"watchedResults": {"results": items()}}), Surface.LISTING),
        (answer({"pourVous": items()}), Surface.RECOMMENDATION),
        (answer({"pourTous": items()}), Surface.LISTING),
        (answer({"@context": "recommendedCourses", "x": items()}), Surface.RECOMMENDATION),
        (answer({"@context": "courses", "x": items()}), Surface.LISTING),
        (answer({"format": "sponsored_products", "x": items()}), Surface.AD),
        (answer({"format": "carousel_products", "x": items()}), Surface.LISTING),
        (answer({"widget": {"disclosure": "Sponsored", "id": 7}, "x": items()}), Surface.AD),
        (answer({"widget": {"disclosure": "Partly cloudy"}, "x": items()}), Surface.LISTING),
        (answer({"title": "These ads may interest you", "ads": items()}), Surface.RECOMMENDATION),
        (answer({"title": "Sponsored: you may like", "x": items()}), Surface.AD),
        (page(f"<h2>Annonces similaires</h2><ul>{cards()}</ul>"), Surface.RECOMMENDATION),
        (page(f"<h2>Annonces</h2><ul>{cards()}</ul>"), Surface.AD),
        (page(f"<div>{cards(6, 'p')}<small>Sponsored</small></div>"), Surface.AD),
        (page(f"<div><div>{cards(6, 'p')}</div><small>Sponsored</small></div>"), Surface.LISTING),
        (answer({"suggestions": items()}, "https://x.example/suggest?q=la"), Surface.SEARCH),
        (
            answer({"suggestions": items()}, "https://x.example/movies?page=2"),
            Surface.RECOMMENDATION,
        ),
        (page(f"<h1>9 results for lamps</h1><ul>{cards()}</ul>"), Surface.SEARCH),
        (page(f"<h1>How results came about</h1><ul>{cards()}</ul>"), Surface.LISTING),
        (answer({"query": '*[_type == "post"]{title}', "result": items()}), Surface.LISTING),
        (answer({"query": "rain", "result": items()}), Surface.SEARCH),
    ],
)
def test_keys_and_words_around_a_list_tell_its_sort(exchange, expected):
    assert found(exchange).surface is expected


def test_the_authors_beside_the_latest_posts_are_no_stream():
    people = [{"id": at, "name": TITLES[at][::-1], "avatar": f"/p/{at}.png"} for at in range(6)]
    latest = "https://news.example/latest.json"
    by_key = {s.locator: s for s in slates(answer({"users": people, "posts": items()}, latest))}
    assert by_key["/users"].surface is Surface.LISTING
    assert by_key["/posts"].surface is Surface.FEED


@pytest.mark.parametrize(
    ("operations", "expected"),
    [
        (["RecommendedProducts"], Surface.RECOMMENDATION),
        (["ProductSearch"], Surface.SEARCH),
        (["HomeFeed"], Surface.FEED),
        (["ProductList"], Surface.LISTING),
        (["RecommendedProducts", "Cart"], Surface.LISTING),
    ],
)
def test_the_one_operation_that_is_asked_for_tells_the_sort(operations, expected):
    body = json.dumps([{"operationName": name, "query": "query x{a}"} for name in operations])
    exchange = answer({"data": {"x": items()}}, request=Message(body=body.encode()))
    assert found(exchange).surface is expected
