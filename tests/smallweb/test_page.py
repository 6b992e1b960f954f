"""Pages and lists as they look."""

import xml.etree.ElementTree as ET

from companion.smallweb.catalogue import pieces
from companion.smallweb.page import Entry, frame, picture, product, script, shelf
from companion.smallweb.site import Brand

SHOE = pieces("shop")["kestrel-2-trail-shoe"]


def test_a_list_shows_what_there_is_and_nothing_else():
    html = shelf("New", [Entry(SHOE, "/p/x", "9.90", "Because <you>")], note="Chosen.")
    assert "<h2>New</h2>" in html
    assert '<p class="note">Chosen. <a href="/settings">Turn this off</a></p>' in html
    assert '<div class="price">€ 9.90</div>' in html
    assert "Because &lt;you&gt;" in html
    bare = shelf("New", [Entry(SHOE, "/p/x")], look="rows")
    assert 'class="price"' not in bare
    assert 'class="reason"' not in bare
    assert 'class="note"' not in bare
    assert '<ul class="rows">' in bare


def test_an_entry_in_json_leaves_out_what_is_empty():
    assert Entry(SHOE, "/p/x").plain() == {
        "id": SHOE.id,
        "title": SHOE.title,
        "section": "Outdoor > Hiking",
        "url": "/p/x",
        "image": f"/art/{SHOE.id}.svg",
    }
    assert Entry(SHOE, "/p/x", "9.90").plain()["currency"] == "EUR"


def test_a_page_says_that_it_is_made_up():
    response = frame(Brand("A & B", "t", "calm", "#123456"), "Hello", "text", status=404)
    html = response.body.decode()
    assert response.status == 404
    assert "<title>Hello · A &amp; B</title>" in html
    assert "a made-up site of the small web" in html
    assert 'role="search"' not in html


def test_only_sites_with_something_to_find_have_a_search():
    html = frame(Brand("A", "t", "calm", "#123456", "shop"), "Hello").body.decode()
    assert 'role="search"' in html


def test_a_picture_is_a_drawing_that_stays():
    for draw in (picture, product):
        assert ET.fromstring(draw("a")).tag.endswith("svg")
        assert draw("a") == draw("a") != draw("b")


def test_the_script_reads_what_pages_declare():
    for declared in ("data-get", "data-post", "data-watch"):
        assert f"[{declared}]".encode() in script()
