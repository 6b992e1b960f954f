"""A later page shows which lists of earlier ones are lists; the record comes to the same again."""

import pytest

from companion.model import Cause
from companion.pipeline import Journey, rebuild
from companion.store import acts, slates
from companion.store.open import open_store
from tests.accuracy.signals import NOTHING_SECRET
from tests.builders import an_exchange

TILES = ("Paper and ink", "Our workshops", "Where we are", "Join the club")
MENU = "<div><h3>Discover more</h3><div>{}</div></div>"
CELLS = [f'<p><a href="/part-{at}"><img src="/t.png">{it}</a></p>' for at, it in enumerate(TILES)]


@pytest.fixture
def db(tmp_path):
    with open_store(tmp_path / "s.db") as store:
        yield store


def journey(db):
    return Journey(db, NOTHING_SECRET)


def tiled(path):
    """A page with the tiles that every page has."""
    return visited(path, MENU.format("".join(CELLS)))


def about(path, word):
    """A page with a plain list of links about it."""
    rows = "".join(
        f'<p><a href="/{word}{n}">{word} {n} days</a></p>' for n in ("slow", "warm", "blue", "long")
    )
    return visited(path, f"<div><h3>Same folder</h3><div>{rows}</div></div>")


def visited(path, body):
    url = f"https://news.example{path}"
    sent = (("sec-fetch-dest", "document"),)
    html = f"<html><title>{path}</title><body>{body}</body></html>"
    return an_exchange(url, page=url, sent=sent, body=html.encode())


def headings(db):
    return [it.heading for it in slates.each(db)]


def record(db):
    return list(slates.each(db)), list(acts.each(db))


def test_tiles_of_earlier_pages_are_no_lists_once_a_third_page_has_them(db):
    one = journey(db)
    one.take([tiled("/a"), tiled("/b")])
    assert headings(db) == ["Discover more"] * 2
    one.take([tiled("/c")])
    assert headings(db) == []


def test_links_about_earlier_pages_are_lists_once_their_place_changes_a_third_time(db):
    one = journey(db)
    one.take([about("/a", "Ten"), about("/b", "Six")])
    assert headings(db) == []
    one.take([about("/c", "Two")])
    assert headings(db) == ["Same folder"] * 3


def test_what_is_known_of_a_site_outlasts_the_program(db):
    for path in ("/a", "/b", "/c"):
        journey(db).take([tiled(path)])
    assert headings(db) == []


def test_a_rebuild_comes_to_the_same(db):
    one = journey(db)
    for page in (tiled("/a"), about("/x", "Ten"), tiled("/part-1"), about("/y", "Six")):
        one.take([page])
    one.take([tiled("/c"), about("/z", "Two"), tiled("/part-2")])
    before = record(db)
    rebuild(journey(db), lambda _: None)
    assert record(db) == before


def test_taking_the_same_again_changes_nothing(db):
    pages = [tiled("/a"), tiled("/part-1"), tiled("/c"), about("/x", "Ten"), tiled("/part-2")]
    journey(db).take(pages)
    before = record(db)
    journey(db).take(pages)
    assert record(db) == before


def test_who_followed_what_leads_around_the_site_was_offered_nothing(db):
    one = journey(db)
    one.take([tiled("/a"), tiled("/part-1")])
    assert [it.cause for it in acts.each(db)] == [Cause.UNKNOWN, Cause.SUGGESTED]
    one.take([tiled("/c")])
    assert {it.cause for it in acts.each(db)} == {Cause.UNKNOWN}
    one.take([tiled("/part-2")])
    assert {it.cause for it in acts.each(db)} == {Cause.UNKNOWN}
