"""Links that are plainly written are read as the standard library reads all of them."""

from random import Random
from urllib.parse import urljoin, urlsplit

import pytest

from companion.extract.slates.links import Base, slug_words, without_tracking

BASES = ("https://h.example/x/y?z", "http://h.example:80", "https://H.example?x=/y", "HTTPS://a/b")
BEGINNINGS = ("/", "", "https://", "http://", "/a", "https://h", "http://h.x/", "//")


@pytest.mark.parametrize("base", BASES)
def test_any_link_is_read_as_by_the_standard_library(base):
    rng = Random(base)
    short, made = (
        Base(base),
        ("".join(rng.choices("/ab.?=&#:;%~-_+@'!,HT", k=6)) for _ in range(2_000)),
    )
    links = [rng.choice(BEGINNINGS) + end for end in made]
    assert [short.join(link) for link in links] == [by_the_book(base, link) for link in links]


def by_the_book(base: str, link: str) -> str | None:
    try:
        url = link if link.startswith("https://") else urljoin(base, link)
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc else None


@pytest.mark.parametrize("link", ["mailto:a@b.example", "javascript:go()", "https://[::1", "tel:1"])
def test_what_leads_nowhere_on_the_web_is_no_link(link):
    assert Base("https://h.example/").join(link) is None


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://h.example/a/b", "https://h.example/a/b"),
        ("https://h.example/a?utm_source=x&id=1", "https://h.example/a?id=1"),
        ("https://h.example/a#top", "https://h.example/a"),
        ("https://h.example/a?id=1#top", "https://h.example/a?id=1"),
    ],
)
def test_what_only_says_where_a_click_came_from_is_left_out(url, kept):
    assert without_tracking(url) == kept


def test_an_address_that_cannot_be_read_stays_as_it_is():
    assert without_tracking("https://[::1?a=b") == "https://[::1?a=b"
    assert slug_words("https://[::1") == ""
