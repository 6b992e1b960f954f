"""Lists that come back on pages about other things, and places that every page fills anew."""

import pytest

from companion.extract.slates.find import found, judge
from companion.extract.slates.furniture import (
    MOST,
    NO_OTHERS,
    Others,
    compare,
    subject_of,
)
from companion.model import Repeating, Sighting, Surface
from tests.accuracy.manypages import TUNED, tallied
from tests.extract.slates.lists import TITLES, answer, items, page

GUIDES = ("Paper and ink", "Our workshops", "Where we are", "Join the club")


def block(titles, heading="", picture="", tag="div"):
    cells = "".join(f'<p><a href="/{at}-{hash_of(it)}">{picture}{it}</a></p>' for at, it in titles)
    return f"<{tag}>{heading and f'<h3>{heading}</h3>'}<div>{cells}</div></{tag}>"


def hash_of(title):
    return "-".join(title.lower().split())


def numbered(titles):
    return list(enumerate(titles))


def met(bodies):
    """The exchanges, and all that was met on them."""
    pages = [
        page(body, url=f"https://news.example/s/{at}", page=f"https://news.example/s/{at}")
        for at, body in enumerate(bodies)
    ]
    others = Others()
    for one in pages:
        for sighting in found(one).sightings:
            others.add(sighting)
    return pages, others


def lists_on(pages, others):
    return [[it.heading for it in found(one, others=others).slates] for one in pages]


TILES = block(numbered(GUIDES), "Discover more", '<img src="/tile.png">')


def test_tiles_that_repeat_on_every_page_are_no_list():
    pages, others = met([TILES] * 3)
    assert lists_on(pages, NO_OTHERS) == [["Discover more"]] * 3
    assert lists_on(pages, others) == [[], [], []]


def test_two_pages_settle_nothing():
    pages, others = met([TILES] * 2)
    assert lists_on(pages, others) == [["Discover more"]] * 2


def test_the_same_page_visited_thrice_settles_nothing():
    one = page(TILES, url="https://news.example/s", page="https://news.example/s")
    others = Others()
    for _ in range(3):
        for sighting in found(one).sightings:
            others.add(sighting)
    assert lists_on([one], others) == [["Discover more"]]


def test_most_read_stays_a_feed_however_often_it_comes():
    pages, others = met([block(numbered(TITLES[:5]), "Most read")] * 4)
    slates = found(pages[0], others=others).slates
    assert [it.surface for it in slates] == [Surface.FEED]


def test_long_titles_that_repeat_stay_a_list():
    long = [f"{title} and everything that came after it" for title in TITLES[:5]]
    pages, others = met([block(numbered(long), "Discover more")] * 3)
    assert lists_on(pages, others) == [["Discover more"]] * 3


def test_prices_that_repeat_stay_a_list():
    priced = [f"{title}</a><b>€ {at}9.00</b><a>" for at, title in enumerate(GUIDES)]
    tiles = block(numbered(priced), "Discover more", '<img src="/tile.png">')
    pages, others = met([tiles] * 3)
    assert all(lists_on(pages, others))


def test_a_place_that_every_page_fills_anew_is_a_list_about_the_page():
    short = [block(numbered(w), "Same folder") for w in _short()]
    pages, others = met(short)
    assert lists_on(pages, NO_OTHERS) == [[], [], []]
    assert lists_on(pages, others) == [["Same folder"]] * 3


def _short():
    return [
        [f"{w} {n} days" for n in ("slow", "long", "blue", "warm")] for w in ("Ten", "Six", "Two")
    ]


def test_a_place_with_the_same_titles_everywhere_is_not():
    pages, others = met([block(numbered(_short()[0]), "Same folder")] * 3)
    assert lists_on(pages, others) == [[], [], []]


def test_contents_of_pages_are_no_lists_though_they_change():
    contents = [
        "".join(f'<li><a href="#s{n}">{t}</a></li>' for n, t in enumerate(w)) for w in _short()
    ]
    pages, others = met([f"<ul>{it}</ul>" for it in contents])
    assert lists_on(pages, others) == [[], [], []]


def test_what_was_compared_stands_in_the_evidence():
    pages, others = met([TILES] * 3)
    noted = {name for one in judge(pages[0], others).lists for name, _ in one.evidence}
    assert "same_on_every_page" in noted


def test_answers_to_scripts_are_not_compared():
    assert found(answer({"items": items()})).sightings == ()
    assert compare([], page("x", page=None), NO_OTHERS) == []


def sighting(subject, titles="t", by=Repeating.TITLES, exchange=""):
    exchange = exchange or f"x{subject}"
    return Sighting(by=by, key="k", titles=titles, subject=subject, exchange=exchange)


def test_the_sighting_that_settles_a_list_tells_what_to_read_again():
    others = Others([sighting("a"), sighting("b")])
    assert others.add(sighting("c")) == {"xa", "xb"}
    assert others.add(sighting("d")) == set()


def test_a_place_is_settled_by_titles_that_differ():
    weak = [sighting(at, titles, Repeating.PLACE) for at, titles in enumerate("aab")]
    others = Others(weak)
    assert not others.settle(sighting(8, "b", Repeating.PLACE))
    assert others.settle(sighting(9, "c", Repeating.PLACE))


def test_sightings_come_to_the_same_in_any_order():
    some = [sighting(it) for it in "abc"]
    probe = sighting("d")
    assert Others(some).settle(probe) == Others(reversed(some)).settle(probe)


def test_what_is_settled_or_met_already_is_not_kept():
    others = Others([sighting("a")])
    assert not others.lacks(sighting("a"))
    assert others.lacks(sighting("b"))
    assert not Others(map(sighting, "abc")).lacks(sighting("d"))


def test_no_more_than_so_many_sightings_of_one_list_are_kept():
    often = Others(sighting("a", exchange=str(at)) for at in range(MOST + 5))
    assert not often.lacks(sighting("b"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.example/x?utm_source=n", "https://a.example/x"),
        ("https://a.example/x/", "https://a.example/x#top"),
    ],
)
def test_addresses_of_one_page_are_one_subject(one, other):
    assert subject_of(one) == subject_of(other)


def test_pages_told_apart_by_a_parameter_are_several_subjects():
    assert subject_of("https://a.example/?p=1") != subject_of("https://a.example/?p=2")


def test_comparing_finds_more_lists_and_less_furniture_on_made_up_sites():
    seeds = TUNED[:4]
    alone, compared = tallied(seeds, compare=False), tallied(seeds, compare=True)
    assert compared.found >= alone.found
    assert compared.taken == 0 < alone.taken
