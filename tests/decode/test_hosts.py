import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from companion.decode.hosts import registrable, same_site, site_of


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("www.news.co.uk", "news.co.uk"),
        ("A.B.Example.COM.", "example.com"),
        ("shop.pages.dev", "shop.pages.dev"),
        ("x.one.pages.dev", "one.pages.dev"),
        ("store.myshopify.com", "store.myshopify.com"),
        ("com", "com"),
        ("pages.dev", "pages.dev"),
        ("localhost", "localhost"),
        ("127.0.0.1", "127.0.0.1"),
        ("[::1]", "[::1]"),
        ("::1", "::1"),
        ("news.test", "news.test"),
        ("cdn.news.test", "news.test"),
        ("www.bücher.de", "xn--bcher-kva.de"),
        ("a..b.com", "a..b.com"),
        ("ü" * 70 + ".de", "ü" * 70 + ".de"),
        ("", ""),
    ],
)
def test_registrable_is_who_controls_the_host(host, domain):
    assert registrable(host) == domain


@example("0 .")
@given(st.text(max_size=40))
def test_registrable_takes_any_text(text):
    assert registrable(registrable(text)) == registrable(text)


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.news.example/a?b", "news.example"),
        ("https://user:pw@a.shop.example:8443/", "shop.example"),
        ("data:text/html,hi", None),
        ("/path", None),
        ("https://[broken/", None),
    ],
)
def test_site_of_a_url(url, site):
    assert site_of(url) == site


def test_same_site_looks_at_the_registrable_domain():
    assert same_site("a.news.example", "news.example")
    assert not same_site("one.pages.dev", "two.pages.dev")
