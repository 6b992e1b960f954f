import pytest

from companion.extract.slates.links import slug_words, without_tracking
from tests.extract.slates.lists import TITLES, answer, cards, found, items, page


def test_items_keep_their_rank_title_link_and_id():
    first = found(answer({"items": items()}, page="https://news.example/x")).items[0]
    assert (first.rank, first.title, first.item) == (1, TITLES[0], "100")
    assert first.url == "https://news.example/a/0"


def test_links_of_another_site_are_relative_to_that_site():
    slate = found(answer({"items": items()}, "https://api.widgets.example/v1"))
    assert slate.items[0].url == "https://api.widgets.example/a/0"


def test_a_base_in_the_page_counts():
    head = '<base href="https://cdn.example/b/">'
    slate = found(page(f"{head}<ul>{cards().replace('/a/', 'a/')}</ul>"))
    assert slate.items[0].url == "https://cdn.example/b/a/0"


def test_without_an_id_the_address_without_tracking_is_the_item():
    html = cards().replace('"><img', '?utm_source=x&amp;id=3#top"><img')
    first = found(page(f"<ul>{html}</ul>")).items[0]
    assert first.item == "https://news.example/a/0?id=3"
    assert first.url.endswith("?utm_source=x&id=3#top")


def test_the_first_thousand_are_kept_and_all_are_counted():
    many = [
        items(1)[0] | {"id": at, "title": f"Story of rain number {at}", "url": f"/{at}"}
        for at in range(1500)
    ]
    slate = found(answer({"items": many}))
    assert (len(slate.items), slate.total, slate.items[-1].item) == (1000, 1500, "999")


def test_pages_are_read_past_what_is_judged():
    html = "".join(
        f"<li><a href=/{at}><h3>Story of rain number {at}</h3></a></li>" for at in range(90)
    )
    slate = found(page(f"<ul>{html}</ul>"))
    assert slate.items[89].title == "Story of rain number 89"


def test_markup_inside_a_title_is_undone():
    slate = found(
        answer({"items": [*items(), items(1)[0] | {"id": 1, "title": "Rain &amp; <b>fog</b>"}]})
    )
    assert slate.items[-1].title == "Rain & fog"


def test_a_rank_before_each_title_is_left_out():
    long = [f"{title} for good" for title in TITLES]
    html = "".join(f"<li><a href=/{at}>{at + 1}. {title}</a></li>" for at, title in enumerate(long))
    assert [item.title for item in found(page(f"<ol>{html}</ol>")).items] == long


def test_numbers_that_do_not_count_stay():
    html = "".join(
        f"<li><a href=/{at}>{9 - at} {title}</a></li>" for at, title in enumerate(TITLES)
    )
    assert found(page(f"<ol>{html}</ol>")).items[0].title == f"9 {TITLES[0]}"


def test_an_item_of_another_sort_shows_its_own_title():
    other = {"kind": "promo", "promoHeadline": "A headline of its own", "id": 9, "url": "/9"}
    slate = found(answer({"items": [*items(), other]}))
    assert slate.items[-1].title == "A headline of its own"


def test_an_item_without_anything_is_left_out_and_its_rank_is_kept():
    slate = found(answer({"items": [items(1)[0], {"x": 1}, *items(6)[2:]]}))
    assert [item.rank for item in slate.items] == [1, 3, 4, 5, 6]


def test_reasons_topics_and_marks_are_kept_per_item():
    listed = items(reason="You follow rain", category="Weather")
    listed[2]["sponsored"] = True
    slate = found(answer({"items": listed}))
    assert slate.items[0].reason == "You follow rain"
    assert slate.items[0].topics == ("Weather",)
    assert [item.rank for item in slate.items if item.sponsored] == [3]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"price": 12.5, "currency": "EUR"}, ("12.5", "EUR")),
        ({"priceInCents": 1250, "currencyCode": "USD"}, ("12.5", "USD")),
        ({"amount_micros": 2_500_000}, ("2.5", None)),
        ({"price": {"text": "19,99 €"}}, ("19.99", "EUR")),
        ({"viewCount": 7}, (None, None)),
    ],
)
def test_prices_are_read_with_their_currency(more, expected):
    first = found(answer({"items": items(**more)})).items[0]
    assert (first.price, first.currency) == expected


@pytest.mark.parametrize(
    "link", ["javascript:void(0)", "mailto:a@b.example", "#top", "https://[broken/", "/a b"]
)
def test_what_is_no_address_is_no_link(link):
    listed = [item | {"url": f"{link}{at}"} for at, item in enumerate(items())]
    assert found(answer({"items": listed})).items[0].url is None


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/x?utm_a=1&id=2&gclid=3", "https://a.example/x?id=2"),
        ("https://a.example/x#y", "https://a.example/x"),
        ("https://[broken/", "https://[broken/"),
    ],
)
def test_tracking_parameters_are_left_out(url, expected):
    assert without_tracking(url) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/n/how-the-harbour_changed.html", "how the harbour changed"),
        ("https://a.example/n/harbour", ""),
        ("https://a.example/n/12345-6789-x", ""),
        ("https://[broken/", ""),
    ],
)
def test_the_words_of_a_link_are_the_last_resort(url, expected):
    assert slug_words(url) == expected


def test_a_post_leads_to_itself_rather_than_to_who_wrote_it():
    posts = [
        {"id": at, "content": title, "url": f"/@a{at}/{at}", "account": {"url": f"/@a{at}"}}
        for at, title in enumerate(TITLES)
    ]
    assert found(answer({"posts": posts})).items[2].url.endswith("/@a2/2")


def test_a_link_on_the_words_of_a_title_wins_over_the_address_of_a_picture():
    tiles = [
        {
            "art": {"sources": [{"url": f"https://a.example/{at}x", "w": 226}]},
            "title": {"runs": [{"text": title, "nav": {"page": f"https://b.example/{at}"}}]},
        }
        for at, title in enumerate(TITLES)
    ]
    assert found(answer({"contents": tiles})).items[1].url == "https://b.example/1"


def test_an_address_without_measures_beside_it_is_a_link():
    tiles = [
        {"to": {"sources": [{"url": f"https://a.example/{at}x"}]}, "title": title}
        for at, title in enumerate(TITLES)
    ]
    assert found(answer({"contents": tiles})).items[1].url == "https://a.example/1x"


def test_a_mark_before_the_price_of_one_item_does_not_take_its_place():
    html = "".join(
        f"<li><a href=/{at}><h2>{title}</h2></a>{'<span>Urgent</span>' * (at == 1)}"
        f"<span>£4{at}.50</span><span>Leeds</span></li>"
        for at, title in enumerate(TITLES)
    )
    prices = [item.price for item in found(page(f"<ul>{html}</ul>")).items]
    assert prices == [f"4{at}.50" for at in range(8)]


def test_the_price_by_the_kilo_is_not_the_price():
    html = "".join(
        f"<li><a href=/{at}><h2>{title}</h2></a><p>1 kg = 9,9{at} €</p><p>4{at},50 €</p></li>"
        for at, title in enumerate(TITLES)
    )
    assert found(page(f"<ul>{html}</ul>", lang="de")).items[1].price == "41.50"


@pytest.mark.parametrize(("kind", "expected"), [("SponsoredCard", True), ("SurveyCard", False)])
def test_the_name_of_a_sort_of_items_marks_ads(kind, expected):
    rows = items()
    rows = [it | {"__typename": kind if at == 2 else "StoryCard"} for at, it in enumerate(rows)]
    marked = [item.rank for item in found(answer({"feed": rows})).items if item.sponsored]
    assert marked == ([3] if expected else [])
