"""Which requests may be repeated: safe ones fire, everything in doubt stays silent."""

import pytest

from companion.compare.repeat import Asked, consumes, shape, why_not


def asked(url="https://news.example/", **changes):
    facts = {
        "method": "GET",
        "has_body": False,
        "authorized": False,
        "wanted_as": "document",
        "status": 200,
        "media_type": "text/html; charset=utf-8",
    }
    return Asked(url=url, **(facts | changes))


@pytest.mark.parametrize(
    "url",
    [
        "https://news.example/",
        "https://news.example/world/2026/05/03/how-to-pay-less-and-vote-for-my-favourites",
        "https://shop.example/search?q=running+shoes&order=price",
        "https://shop.example/item/4711",
        "https://api.news.example/v2/feed?limit=20&country=de",
        "https://news.example/graphql?extensions=%7B%22sha256Hash%22%3A%22ab12cd34ab12cd34ab12cd34%22%7D",
        "https://news.example/spaß/größe",
    ],
)
def test_a_page_or_list_may_be_repeated(url):
    assert why_not(asked(url)) == ""


@pytest.mark.parametrize(
    "url",
    [
        "https://news.example/logout",
        "https://news.example/newsletter/unsubscribe?u=1",
        "https://news.example/comments/17/delete",
        "https://news.example/a?action=delete",
        "https://shop.example/cart",
        "https://shop.example/Warenkorb",
        "https://shop.example/checkout/step1",
        "https://shop.example/basket/addItem?sku=1",
        "https://news.example/pay",
        "https://news.example/confirmEmail",
        "https://news.example/please-verify-your-new-address-now",
        "https://news.example/api/vote?up=1",
        "https://news.example/d%C3%A9connexion",
        "https://news.example/out?url=x",
        "https://news.example/%6cogout",
    ],
)
def test_what_may_change_something_is_not_repeated(url):
    assert "change something" in why_not(asked(url))


@pytest.mark.parametrize(
    "url",
    [
        "https://news.example/account",
        "https://news.example/Mein/Kundenkonto",
        "https://news.example/api/v1/me",
        "https://news.example/messages/1",
        "https://news.example/signin",
        "https://news.example/users/jo",
    ],
)
def test_the_persons_own_pages_are_not_repeated(url):
    assert "person's own" in why_not(asked(url))


@pytest.mark.parametrize(
    "query",
    [
        "session=1", "access_token=1", "gclid=1", "uid=7", "x=k3jd92hf83hd7w2qk3jd92hf",
        "id=550e8400-e29b-41d4-a716-446655440000", "csrfToken=1", "query=mutation%20%7Bx%7D",
    ],
)  # fmt: skip
def test_a_query_with_what_is_good_once_or_says_who_asks_is_not_repeated(query):
    assert why_not(asked(f"https://news.example/a?{query}"))


@pytest.mark.parametrize(
    "changes",
    [
        {"method": "POST"},
        {"method": "HEAD"},
        {"has_body": True},
        {"authorized": True},
        {"status": 302},
        {"status": 403},
        {"media_type": "image/png"},
        {"media_type": "text/html", "wanted_as": "iframe"},
        {"media_type": "application/x-ndjson"},
        {"url": "https://jo:pw@news.example/"},
        {"url": "https://[broken/"},
    ],
)
def test_no_other_request_is_repeated(changes):
    assert why_not(asked(**changes))


@pytest.mark.parametrize("kind", ["application/json", "application/vnd.api+json;v=1"])
def test_json_that_a_script_fetched_may_be_repeated(kind):
    assert why_not(asked(media_type=kind, wanted_as="empty")) == ""


@pytest.mark.parametrize(
    ("url", "used_up"),
    [
        ("https://news.example/feed", False),
        ("https://news.example/feed?page=2", True),
        ("https://news.example/feed?after=x", True),
        ("https://news.example/stories/seen", True),
        ("https://news.example/feed/next", True),
    ],
)
def test_what_marks_or_pages_is_not_asked_for_in_the_persons_name(url, used_up):
    assert consumes(url) is used_up


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://a.example/item/1", "https://a.example/item/2", True),
        ("https://a.example/n/a-long-title-here", "https://a.example/n/another-title-of-it", True),
        ("https://a.example/s?q=a&n=1", "https://a.example/s?n=2&q=b", True),
        ("https://a.example/item/1", "https://a.example/list/1", False),
        ("https://a.example/", "https://b.example/", False),
        ("https://a.example/s?q=a", "https://a.example/s", False),
    ],
)
def test_pages_of_one_sort_are_one_surface(one, other, same):
    assert (shape(one) == shape(other)) is same
