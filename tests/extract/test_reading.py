from companion.extract.reading import MOST, NO_PAGE, read
from tests.builders import an_exchange


def page(body, **changes):
    return read(an_exchange("https://news.example/a/story", body=body, **changes))


def test_links_of_paragraphs_are_read_as_absolute_addresses_each_once():
    body = (
        b'<title>T</title><p>a <a href="b?x=1&amp;y=2">b</a> <A HREF=/c>c</A><a href="b?x=1&y=2">'
    )
    assert page(body + b"</p>").links == (
        "https://news.example/a/b?x=1&y=2", "https://news.example/c",
    )  # fmt: skip


def test_links_elsewhere_and_in_what_is_no_paragraph_are_left_out():
    assert page(b'<a href="/a">a</a><pre><a href="/b">b</a></pre>').links == ()


def test_no_more_than_so_many_links_are_read():
    links = b"".join(b'<a href="/%d">x</a>' % n for n in range(MOST + 50))
    assert len(page(b"<p>" + links + b"</p>").links) == MOST


def test_what_is_no_page_says_nothing():
    assert page(b"%PDF", received=(("content-type", "application/pdf"),)) == NO_PAGE
    assert page(b"") == NO_PAGE


def test_markup_without_end_is_read_in_a_moment():
    assert page(b"<p " * 60_000).links == ()
    assert page(b"<p><a " * 30_000).links == ()
    assert page(b"<p><a " * 30_000 + b"</p>").links == ()
