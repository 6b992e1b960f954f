"""Headers as Chromium sends them."""

import pytest

from companion.smallweb.errand import Errand, origin

NEWS = "https://news.test/story/x?q=1"


def test_an_address_typed_has_no_referer():
    sent = Errand(url=NEWS, clicked=True).headers()
    assert (sent["Sec-Fetch-Site"], sent["Sec-Fetch-Mode"], sent["Sec-Fetch-Dest"]) == (
        "none", "navigate", "document",
    )  # fmt: skip
    assert sent["Sec-Fetch-User"] == "?1"
    assert not {"Referer", "Origin", "Content-Type"} & set(sent)


@pytest.mark.parametrize(
    ("url", "relation", "referer"),
    [
        ("https://news.test/x", "same-origin", NEWS),
        ("https://img.news.test/x", "same-site", "https://news.test/"),
        ("https://ads.test/x", "cross-site", "https://news.test/"),
    ],
)
def test_the_referer_tells_others_the_origin_only(url, relation, referer):
    sent = Errand(url=url, dest="image", by=NEWS, top=NEWS).headers()
    assert (sent["Sec-Fetch-Site"], sent["Referer"]) == (relation, referer)
    assert sent["Sec-Fetch-Mode"] == "no-cors"
    assert "Origin" not in sent


@pytest.mark.parametrize(
    ("url", "method", "says_origin"),
    [
        ("https://ads.test/x", "GET", True),
        ("https://news.test/x", "GET", False),
        ("https://news.test/x", "POST", True),
    ],
)
def test_scripts_say_their_origin_to_other_origins_and_when_posting(url, method, says_origin):
    sent = Errand(url=url, dest="empty", by=NEWS, top=NEWS, method=method, body_type="t").headers()
    assert sent.get("Origin") == ("https://news.test" if says_origin else None)
    assert sent["Content-Type"] == "t"


def test_once_across_sites_always_across_sites():
    errand = Errand(url="https://news.test/", by=NEWS, crossed=True)
    assert errand.headers()["Sec-Fetch-Site"] == "cross-site"


def test_what_opens_a_page_is_its_own_top():
    assert Errand(url=NEWS).setting.top_site == "news.test"
    assert Errand(url="https://ads.test/", dest="iframe", top=NEWS).setting.third_party


def test_an_origin_ends_in_a_slash():
    assert origin(NEWS) == "https://news.test/"
