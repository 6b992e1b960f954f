"""What a list says of itself, and what a comparison says of it."""

from companion.model import Personalized, Role, Surface, Visitor
from companion.store import exchanges, slates
from tests.builders import a_slate, an_exchange

PLACE = a_slate().place


def says(db, key: str) -> Personalized:
    return slates.get(db, key).personalized


def test_what_was_measured_counts_and_what_it_says_is_kept(db):
    one = a_slate()
    slates.put(db, [one])
    slates.measured(db, "news.example", "self", {PLACE: Personalized.REFUTED})
    assert says(db, one.id) is Personalized.REFUTED
    (said,) = slates.as_said(db, "news.example", "self")
    assert said == one


def test_what_is_no_longer_measured_goes_back_to_what_it_says(db):
    one = a_slate()
    slates.put(db, [one])
    slates.measured(db, "news.example", "self", {PLACE: Personalized.MEASURED})
    slates.measured(db, "news.example", "self", {})
    assert says(db, one.id) is Personalized.DECLARED


def test_lists_of_other_places_visitors_and_sites_stay_as_they_are(db):
    others = [
        a_slate(locator="/a", place="home | other | x"),
        a_slate(locator="/b", visitor="stranger"),
        a_slate(locator="/c", site="shop.example"),
    ]
    slates.put(db, others)
    slates.measured(db, "news.example", "self", {PLACE: Personalized.MEASURED})
    assert {says(db, one.id) for one in others} == {Personalized.DECLARED}


def test_a_list_that_is_read_again_says_what_it_says_until_it_is_judged(db):
    one = a_slate()
    slates.put(db, [one])
    slates.measured(db, "news.example", "self", {PLACE: Personalized.MEASURED})
    again = a_slate(personalized=Personalized.NOT_MEASURED)
    slates.replace(db, one.exchange, [again])
    assert says(db, one.id) is Personalized.NOT_MEASURED
    (said,) = slates.as_said(db, "news.example", "self")
    assert said.personalized is Personalized.NOT_MEASURED


def test_the_pages_that_carry_a_list_on_follow_in_order(db):
    pages = [
        a_slate("One", exchange="e1", id="p1"),
        a_slate("Two", exchange="e2", id="p2", continues="p1"),
        a_slate("Three", exchange="e3", id="p3", continues="p2"),
    ]
    slates.put(db, pages)
    assert [it.id for it in slates.following(db, "p1")] == ["p2", "p3"]
    assert list(slates.following(db, "p3")) == []


def test_what_strangers_got_on_a_site_has_their_ads_too(db):
    stranger = Visitor(name="C1", role=Role.CONTROL)
    theirs = an_exchange("https://news.example/a", visitor=stranger)
    elsewhere = an_exchange("https://shop.example/", visitor=stranger, site="shop.example")
    mine = an_exchange("https://news.example/b")
    exchanges.keep(db, [theirs, elsewhere, mine])
    ad = a_slate(exchange=theirs.id, visitor="C1", surface=Surface.AD)
    others = [a_slate(exchange=elsewhere.id, visitor="C1"), a_slate(exchange=mine.id)]
    slates.put(db, [ad, *others])
    assert list(slates.of_strangers(db, "news.example")) == [ad]
