from datetime import timedelta

import pytest

from companion.extract.acts import acts
from companion.extract.recent import Recent
from companion.model import ActKind, Cause, Message, Origin, Role, Visitor
from tests.builders import NOON, a_slate, an_exchange

DOCUMENT = (("sec-fetch-dest", "document"), ("sec-fetch-mode", "navigate"))
TITLE = b"<html><title>Roses &amp;\n more</title>"
FORM = ("content-type", "application/x-www-form-urlencoded")


def acts_of(exchange, recent=None):
    return list(acts(exchange, recent or Recent()))


def opened(url="https://news.example/roses", **changes):
    return an_exchange(url, **({"sent": DOCUMENT, "body": TITLE, "page": url} | changes))


def posted(url="https://shop.example/contact", body=b"", **changes):
    headers = changes.pop("headers", (FORM, *DOCUMENT))
    defaults = {
        "method": "POST",
        "request": Message(headers=headers, body=body),
        "site": "shop.example",
        "page": url,
    }
    return an_exchange(url, **(defaults | changes))


def test_a_page_that_is_opened_is_a_visit_named_by_its_title():
    (act,) = acts_of(opened())
    assert (act.kind, act.text, act.site) == (ActKind.VISIT, "Roses & more", "news.example")
    assert (act.cause, act.slate, act.topics) == (Cause.UNKNOWN, None, ("home and garden",))


def test_a_page_that_was_typed_is_the_persons_own_idea():
    (act,) = acts_of(opened(sent=(*DOCUMENT, ("sec-fetch-site", "none"))))
    assert act.cause is Cause.OWN


def test_a_page_without_title_is_named_by_its_address():
    (act,) = acts_of(opened(body=b"<html>"))
    assert act.text == "https://news.example/roses"
    (act,) = acts_of(opened(received=(("content-type", "application/pdf"),)))
    assert act.text == "https://news.example/roses"


def test_without_fetch_headers_the_pages_own_html_is_a_visit():
    assert acts_of(opened(sent=()))[0].kind is ActKind.VISIT


@pytest.mark.parametrize(
    "changes",
    [
        {"sent": (("sec-fetch-dest", "iframe"),)},
        {"sent": (("sec-fetch-dest", "image"),)},
        {"sent": (), "page": "https://news.example/other"},
        {"sent": (), "page": None},
        {"sent": (), "received": (("content-type", "application/json"),)},
        {"status": 404},
        {"status": 500},
        {"method": "HEAD"},
        {"origin": Origin.TWIN},
        {"sent": (*DOCUMENT, ("sec-purpose", "prefetch;prerender"))},
        {"sent": (*DOCUMENT, ("purpose", "prefetch"))},
        {"sent": (*DOCUMENT, ("x-moz", "prefetch"))},
    ],
)
def test_what_the_browser_does_by_itself_is_no_act(changes):
    assert acts_of(opened(**changes)) == []


def test_an_act_belongs_to_its_visitor_and_its_part_of_life():
    visitor = Visitor(name="twin", role=Role.CONTROL)
    (act,) = acts_of(opened(visitor=visitor, context="news"))
    assert (act.visitor, act.context) == ("twin", "news")


def test_words_of_the_title_tell_the_part_of_life_of_an_unknown_site():
    (act,) = acts_of(opened(body=b"<title>Cheap flights to Oslo</title>"))
    assert (act.context, act.topics) == ("travel", ("travel",))


@pytest.mark.parametrize(
    "url",
    [
        "https://engine.example/?q=rose+garden",
        "https://shop.example/search?s=rose%20garden",
        "https://shop.example/suche?text=rose+garden",
        "https://shop.example/find?keywords=rose+garden",
    ],
)
def test_a_typed_query_is_a_search(url):
    (act,) = acts_of(opened(url))
    assert (act.kind, act.text, act.cause) == (ActKind.SEARCH, "rose garden", Cause.OWN)


@pytest.mark.parametrize(
    "url",
    [
        "https://shop.example/list?s=2",
        "https://shop.example/list?q=",
        "https://shop.example/list?q=12345",
        "https://shop.example/go?q=https://a.example/",
        "https://shop.example/list?text=rose",
    ],
)
def test_other_parameters_are_a_visit(url):
    assert acts_of(opened(url))[0].kind is ActKind.VISIT


def test_following_an_item_of_a_list_is_a_click_that_was_suggested():
    recent, slate = Recent(), a_slate("roses")
    recent.deliver([slate], "https://news.example/")
    (act,) = acts_of(opened(), recent)
    assert (act.kind, act.cause, act.slate) == (ActKind.CLICK, Cause.SUGGESTED, slate.id)
    assert act.text == "Roses & more (rank 1 of “Recommended for you”)"


def test_an_item_of_a_list_without_heading_or_page_title_keeps_its_own():
    recent = Recent()
    recent.deliver([a_slate("roses", heading="")], "https://news.example/")
    (act,) = acts_of(opened(body=b""), recent)
    assert act.text == "roses (rank 1)"


def test_a_click_is_followed_through_a_redirect():
    recent = Recent()
    recent.deliver([a_slate("roses")], "https://news.example/")
    moved = opened(status=302, received=(("location", "https://shop.example/rose"),))
    assert acts_of(moved, recent) == []
    (act,) = acts_of(opened("https://shop.example/rose"), recent)
    assert act.kind is ActKind.CLICK


def test_a_form_that_is_sent_is_a_submit_without_its_values():
    (act,) = acts_of(posted(body=b"name=Ada&message=hello&name=x"))
    assert (act.kind, act.cause) == (ActKind.SUBMIT, Cause.OWN)
    assert act.text == "form at /contact (name, message)"


def test_a_form_with_files_is_a_submit_too():
    body = b'--x\r\nContent-Disposition: form-data; name="cv"\r\n\r\nsecret\r\n--x--'
    headers = (("content-type", "multipart/form-data; boundary=x"), *DOCUMENT)
    (act,) = acts_of(posted(body=body, headers=headers))
    assert act.text == "form at /contact (cv)"


def test_a_form_that_holds_a_search_is_one():
    (act,) = acts_of(posted("https://shop.example/search", b"q=roses"))
    assert (act.kind, act.text) == (ActKind.SEARCH, "roses")


def test_without_fetch_headers_a_form_answered_by_a_page_or_a_redirect_is_a_submit():
    assert acts_of(posted(body=b"a=1", headers=(FORM,)))[0].kind is ActKind.SUBMIT
    moved = posted(body=b"a=1", headers=(FORM,), status=303, received=())
    assert acts_of(moved)[0].kind is ActKind.SUBMIT


@pytest.mark.parametrize(
    "changes",
    [
        {"headers": (("content-type", "application/json"), *DOCUMENT)},
        {"headers": (FORM, ("sec-fetch-dest", "empty"))},
        {"headers": (FORM,), "site": "news.example"},
        {"headers": (FORM,), "received": (("content-type", "application/json"),)},
    ],
)
def test_what_scripts_send_is_no_submit(changes):
    assert acts_of(posted(body=b"a=1", **changes)) == []


def test_putting_something_into_the_cart_is_an_act():
    (act,) = acts_of(posted("https://shop.example/cart/add", b"id=42&product_name=Red+rose"))
    assert (act.kind, act.text) == (ActKind.ADD, "Red rose")


def test_a_cart_without_fields_is_named_by_its_path():
    headers = (("content-type", "application/json"), ("sec-fetch-dest", "empty"))
    (act,) = acts_of(posted("https://shop.example/cart/add.js", b"{}", headers=headers))
    assert act.text == "/cart/add.js"


@pytest.mark.parametrize("changes", [{"status": 422}, {"site": "news.example"}])
def test_a_cart_that_refused_or_is_not_the_sites_is_none(changes):
    headers = (("content-type", "application/json"), ("sec-fetch-dest", "empty"))
    assert acts_of(posted("https://shop.example/cart/add", headers=headers, **changes)) == []


def test_an_act_keeps_its_id():
    assert acts_of(opened())[0].id == acts_of(opened())[0].id


USER = (*DOCUMENT, ("sec-fetch-user", "?1"))
STORY = b"""<html><title>Story</title><nav><a href="/sport">Sport</a></nav>
<p class=x>As <a class="l" href='/roses?utm_source=in'>told before</a> and <b>more</b></p>"""


def came_from(referer, **changes):
    recent = Recent()
    acts_of(opened("https://news.example/story", body=STORY), recent)
    (act,) = acts_of(opened(sent=(*USER, ("referer", referer)), **changes), recent)
    return act


@pytest.mark.parametrize("referer", ["https://news.example/story", "https://news.example/"])
def test_a_link_in_a_pages_own_text_is_the_persons_own_idea(referer):
    assert came_from(referer).cause is Cause.OWN


@pytest.mark.parametrize(
    "changes", [{"url": "https://news.example/sport"}, {"url": "https://news.example/other"}]
)
def test_a_link_of_the_navigation_or_elsewhere_is_not_known_to_be(changes):
    assert came_from("https://news.example/story", **changes).cause is Cause.UNKNOWN
    assert came_from("https://other.example/", **changes).cause is Cause.UNKNOWN


def played(minutes=0, page="https://tube.example/v1", **changes):
    defaults = {
        "page": page,
        "seen_at": NOON + timedelta(minutes=minutes),
        "sent": (("sec-fetch-dest", "video"),),
        "received": (("content-type", "video/mp4"),),
        "status": 206,
    }
    return an_exchange("https://cdn.example/v1.mp4", **(defaults | changes))


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"sent": ()},
        {"sent": (), "received": (("content-type", "application/vnd.apple.mpegurl"),)},
    ],
)
def test_film_and_sound_that_begin_are_a_play_named_by_the_page(changes):
    recent = Recent()
    acts_of(opened("https://tube.example/v1"), recent)
    (act,) = acts_of(played(**changes), recent)
    assert (act.kind, act.text, act.cause) == (ActKind.PLAY, "Roses & more", Cause.UNKNOWN)


def test_what_goes_on_playing_is_one_play_and_later_it_is_another():
    recent = Recent()
    counts = [len(acts_of(played(minutes), recent)) for minutes in (0, 1, 20, 49, 90)]
    assert counts == [1, 0, 0, 0, 1]
    (act,) = acts_of(played(95, page="https://tube.example/v2"), recent)
    assert act.text == "https://tube.example/v2"


@pytest.mark.parametrize(
    "changes", [{"status": 404}, {"page": None}, {"method": "HEAD"}, {"origin": Origin.TWIN}]
)
def test_what_does_not_play_is_no_play(changes):
    assert acts_of(played(**changes)) == []
