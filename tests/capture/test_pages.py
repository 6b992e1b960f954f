from dataclasses import replace

import pytest

from companion.capture import pages as module
from companion.capture.pages import Attribution
from companion.model import Origin
from tests.builders import an_exchange

HTML = (("content-type", "text/html"),)
OTHER = (("content-type", "text/javascript"),)


def loaded(url, dest="empty", referer="", **sent):
    headers = {"sec-fetch-dest": dest, "referer": referer} | {
        name.replace("_", "-"): value for name, value in sent.items()
    }
    return an_exchange(
        url,
        page=None,
        site=None,
        received=HTML if "frame" in dest or dest == "document" else OTHER,
        sent=tuple((name, value) for name, value in headers.items() if value),
    )


def last(*exchanges):
    attribution = Attribution()
    placed = [attribution.attribute(exchange) for exchange in exchanges][-1]
    return placed.page, placed.site


PAGE = loaded("https://www.news.example/a", "document")
ON_PAGE = ("https://www.news.example/a", "news.example")
FRAME = loaded("https://ads.example/frame", "iframe", "https://www.news.example/")


def test_a_document_is_its_own_page():
    assert last(loaded("https://www.news.example/a#part", "document")) == ON_PAGE


def test_a_request_belongs_to_the_page_its_referer_names():
    assert (
        last(PAGE, loaded("https://ads.example/p", "image", "https://www.news.example/a"))
        == ON_PAGE
    )


def test_a_bare_origin_means_the_newest_page_there():
    home = loaded("https://www.news.example/", "document")
    assert (
        last(home, PAGE, loaded("https://ads.example/p", "image", "https://www.news.example/"))
        == ON_PAGE
    )


def test_a_request_of_a_frame_belongs_to_the_page_around_it():
    from_frame = loaded("https://ads.example/bid", referer="https://ads.example/frame")
    from_frame_elsewhere = loaded("https://dsp.example/bid", referer="https://ads.example/")
    assert last(PAGE, FRAME, from_frame) == ON_PAGE
    assert last(PAGE, FRAME, from_frame_elsewhere) == ON_PAGE


def test_a_site_that_is_framed_after_it_was_visited_is_the_frame():
    visit = loaded("https://ads.example/", "document")
    assert (
        last(visit, PAGE, FRAME, loaded("https://dsp.example/", referer="https://ads.example/"))
        == ON_PAGE
    )


def test_a_font_belongs_to_the_page_of_its_style_sheet():
    css = loaded("https://cdn.example/a.css", "style", "https://www.news.example/")
    assert (
        last(PAGE, css, loaded("https://fonts.example/f", "font", "https://cdn.example/"))
        == ON_PAGE
    )


def test_an_address_that_a_script_moved_to_is_a_page():
    moved = loaded("https://api.example/", referer="https://www.news.example/next")
    assert last(PAGE, moved) == ("https://www.news.example/next", "news.example")


def test_a_referer_that_was_never_seen_is_taken_at_its_word():
    assert last(loaded("https://ads.example/p", referer="https://www.news.example/a")) == ON_PAGE


def test_the_origin_stands_in_for_the_referer():
    assert last(PAGE, loaded("https://api.example/", origin="https://www.news.example")) == ON_PAGE


def test_a_request_to_its_own_site_belongs_to_the_newest_page_there():
    assert last(PAGE, loaded("https://api.news.example/", sec_fetch_site="same-site")) == ON_PAGE


@pytest.mark.parametrize("sent", [{"sec_fetch_site": "cross-site"}, {"origin": "null"}, {}])
def test_without_any_word_the_page_is_unknown(sent):
    assert last(PAGE, loaded("https://ads.example/", **sent)) == (None, None)


def test_a_page_that_is_known_already_is_kept():
    known = an_exchange("https://ads.example/p", page="https://www.news.example/a", site=None)
    assert last(known) == ON_PAGE


def test_a_page_fetched_ahead_was_not_visited():
    ahead = loaded("https://shop.example/", "document", sec_purpose="prefetch;prerender")
    assert last(PAGE, ahead) == (None, None)


def plain(url, received=HTML, method="GET", **sent):
    headers = tuple((name.replace("_", "-"), value) for name, value in sent.items())
    return an_exchange(url, page=None, site=None, received=received, sent=headers, method=method)


def test_an_old_browsers_page_is_known_by_its_type():
    assert last(plain("https://www.news.example/a")) == ON_PAGE
    asked = {"referer": "https://search.example/", "upgrade_insecure_requests": "1"}
    assert last(plain("https://www.news.example/a", **asked)) == ON_PAGE


@pytest.mark.parametrize(
    "exchange",
    [
        plain("https://api.example/", received=OTHER),
        plain("https://api.example/", method="POST"),
    ],
)
def test_what_is_no_old_browsers_page(exchange):
    assert last(exchange) == (None, None)


def test_an_old_browsers_fragment_of_a_page_is_none():
    assert (
        last(PAGE, plain("https://x.example/part", referer="https://www.news.example/a")) == ON_PAGE
    )


def test_only_so_much_is_remembered(monkeypatch):
    monkeypatch.setattr(module, "REMEMBERED", 3)
    other = loaded("https://shop.example/", "document")
    asks = loaded("https://api.news.example/", sec_fetch_site="same-site")
    assert last(PAGE, other, asks) == (None, None)


def test_a_copy_belongs_to_the_page_of_the_request_it_was_made_of():
    api = "https://www.news.example/api"
    mine = replace(loaded(api, "empty", "https://www.news.example/a"), round="k/U")
    copy = replace(loaded(api, "empty"), round="k/C1", origin=Origin.TWIN)
    assert last(PAGE, mine, copy) == ON_PAGE


def test_a_copy_of_a_page_nobody_was_at_is_its_own_page():
    copy = replace(
        loaded("https://www.news.example/b", "document"), round="k/C1", origin=Origin.TWIN
    )
    assert last(copy) == ("https://www.news.example/b", "news.example")


def test_a_copy_of_which_nothing_is_known_belongs_to_no_page():
    assert last(replace(loaded("https://a.example/x"), round="k/C1", origin=Origin.TWIN))[0] is None


def test_a_copy_leads_nowhere():
    copy = replace(
        loaded("https://www.news.example/b", "document"), round="k/C1", origin=Origin.TWIN
    )
    later = loaded("https://www.news.example/x", sec_fetch_site="same-origin")
    assert last(PAGE, copy, later) == ON_PAGE
