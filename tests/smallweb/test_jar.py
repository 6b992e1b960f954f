"""Cookies as a browser keeps them."""

from datetime import timedelta

import pytest

from companion.smallweb.jar import Jar, Setting, parse
from tests.smallweb.inside import NOON

HOME = Setting(url="https://news.test/", top="https://news.test/", opens_page=True)
EMBEDDED = Setting(url="https://ads.test/x", top="https://news.test/")
ELSEWHERE = Setting(url="https://ads.test/x", top="https://shop.test/")


def _jar(line, where=HOME, **changes):
    jar = Jar(**changes)
    jar.store(line, where, NOON)
    return jar


def test_a_cookie_goes_back_to_its_host_only():
    jar = _jar("a=1; Path=/")
    assert jar.header(HOME, NOON) == "a=1"
    assert jar.header(Setting(url="https://x.news.test/", top="", opens_page=True), NOON) == ""


def test_a_cookie_with_a_domain_goes_to_what_lies_below():
    jar = _jar("a=1; Domain=news.test")
    assert jar.header(Setting(url="https://x.news.test/", top="", opens_page=True), NOON) == "a=1"
    assert jar.header(Setting(url="https://xnews.test/", top="", opens_page=True), NOON) == ""


def test_a_new_value_replaces_the_old_one():
    jar = _jar("a=1")
    jar.store("a=2", HOME, NOON)
    assert jar.header(HOME, NOON) == "a=2"


@pytest.mark.parametrize("gone", ["a=; Max-Age=0", "a=; Max-Age=-1"])
def test_a_cookie_ends_when_it_is_told_to_or_too_old(gone):
    jar = _jar("a=1; Max-Age=60")
    assert jar.header(HOME, NOON + timedelta(seconds=61)) == ""
    jar.store(gone, HOME, NOON)
    assert jar.header(HOME, NOON) == ""


def test_another_sites_page_gets_only_cookies_made_for_that():
    assert _jar("a=1", EMBEDDED).header(EMBEDDED, NOON) == ""
    assert _jar("a=1; SameSite=None", EMBEDDED).header(EMBEDDED, NOON) == "a=1"
    assert _jar("a=1; SameSite=None", EMBEDDED).header(ELSEWHERE, NOON) == "a=1"


def test_where_third_parties_are_kept_out_only_partitioned_cookies_are_left():
    assert _jar("a=1; SameSite=None", EMBEDDED, third_party=False).header(EMBEDDED, NOON) == ""
    split = _jar("a=1; SameSite=None; Partitioned", EMBEDDED, third_party=False)
    assert split.header(EMBEDDED, NOON) == "a=1"
    assert split.header(ELSEWHERE, NOON) == ""


def test_cookies_of_a_real_browser_are_taken_over():
    jar = Jar()
    jar.adopt(
        [
            {"name": "a", "value": "1", "domain": "ads.test", "sameSite": "None",
             "expires": (NOON + timedelta(days=1)).timestamp()},
            {"name": "b", "value": "2", "domain": "ads.test", "sameSite": "None", "expires": -1,
             "partitionKey": {"topLevelSite": "https://shop.test"}},
            {"name": "c", "value": "3", "domain": "ads.test"},
        ]
    )  # fmt: skip
    assert jar.header(EMBEDDED, NOON) == "a=1"
    assert jar.header(ELSEWHERE, NOON) == "a=1; b=2"
    assert jar.header(ELSEWHERE, NOON + timedelta(days=2)) == "b=2"


def test_a_header_is_read_as_it_is_written():
    cookie = parse("a=b=c; path=/; max-age=5; SAMESITE=Strict", HOME, NOON)
    assert (cookie.name, cookie.value, cookie.same_site) == ("a", "b=c", "strict")
    assert cookie.expires == NOON + timedelta(seconds=5)
