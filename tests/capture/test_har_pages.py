from companion.capture.har_pages import PageRefs
from tests.builders import NOON, an_exchange
from tests.capture.hars import BEGAN

HTML = (("content-type", "text/html"),)
SCRIPT = (("content-type", "text/javascript"),)
WANTS_A_PAGE = (("accept", "text/html,*/*"),)
ON = {"pageref": "page_1"}


def test_a_page_is_named_by_its_first_document():
    pages = PageRefs([])
    assert (
        pages.page_of(ON, an_exchange("https://news.example/a", received=HTML))
        == "https://news.example/a"
    )
    frame = an_exchange("https://ads.example/frame", received=HTML)
    assert pages.page_of(ON, frame) == "https://news.example/a"


def test_a_redirect_hands_the_page_on():
    pages = PageRefs([])
    moved = an_exchange("http://news.example/", status=301, sent=WANTS_A_PAGE, received=())
    assert pages.page_of(ON, moved) == "http://news.example/"
    pages.page_of(ON, an_exchange("https://news.example/home", received=HTML))
    image = an_exchange("https://ads.example/p", status=302, received=())
    assert pages.page_of(ON, image) == "https://news.example/home"


def test_the_kind_of_resource_says_what_is_a_document():
    pages = PageRefs([])
    frame = an_exchange(
        "https://ads.example/f", received=HTML, sent=(("sec-fetch-dest", "iframe"),)
    )
    assert pages.page_of(ON, frame) is None
    page = an_exchange("https://news.example/p", received=())
    assert pages.page_of(ON | {"_resourceType": "document"}, page) == "https://news.example/p"


def test_a_page_recorded_without_its_document_is_named_by_the_file():
    pages = PageRefs([{"id": "page_1", "title": "https://news.example/", "startedDateTime": BEGAN}])
    assert (
        pages.page_of(ON, an_exchange("https://x.example/a.js", received=SCRIPT))
        == "https://news.example/"
    )
    assert pages.begins == NOON


def test_a_title_in_words_names_no_page():
    pages = PageRefs(
        [{"id": "page_1", "title": "https://news.example run 1"}, {"startedDateTime": 1}]
    )
    assert pages.page_of(ON, an_exchange("https://x.example/a.js", received=SCRIPT)) is None
    assert pages.begins is None


def test_without_a_pageref_the_page_is_not_known():
    assert PageRefs([]).page_of({}, an_exchange(received=HTML)) is None
