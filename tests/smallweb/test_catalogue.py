"""Catalogues are large enough, every topic is known, and titles have addresses of their own."""

import pytest

from companion.smallweb.catalogue import pieces, search, slug, topics

NAMES = ("news", "tube", "shop", "forum", "jobs", "library")


@pytest.mark.parametrize("name", NAMES)
def test_every_catalogue_has_150_pieces_of_known_topics(name):
    assert len(pieces(name)) >= 150
    assert {piece.topic for piece in pieces(name).values()} <= set(topics().segments)


def test_products_have_prices_and_articles_have_none():
    assert pieces("shop")["kestrel-2-trail-shoe"].price == "119.00"
    assert not any(piece.price for piece in pieces("news").values())


def test_sensitive_topics_are_named_as_what_they_are():
    known = topics()
    assert known.sensitive <= set(known.segments)
    assert all(
        known.segments[topic].split()[0] in ("Health", "Mental") for topic in known.sensitive
    )


def test_a_title_makes_an_address():
    assert slug("Dementia café, go or not?") == "dementia-cafe-go-or-not"


def test_a_search_finds_what_holds_most_words():
    assert search("shop", "trail SHOE")[0].id == "kestrel-2-trail-shoe"
    assert search("shop", "zeppelin") == search("shop", " ") == []
