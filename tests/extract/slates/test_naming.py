"""Lists that were found get the names that their site is known to give them."""

import json

from companion.extract.slates import slates
from companion.extract.slates.sites.load import NOTHING_KNOWN, Knowledge, parse
from companion.model import Personalized, Surface
from tests.extract.slates.lists import TITLES, answer, cards, items, page

COOKIE = (("cookie", "id=1"),)


def known(**more):
    rule = {"says": "recs", "hosts": ["news.example"]} | more
    about = {"name": "Acme", "source": "x", "basis": "memory", "last_seen": "2026-11"}
    return Knowledge(parse("acme.toml", about | {"list": [rule]}).rules)


def only(exchange, sites):
    (slate,) = slates(exchange, sites)
    return slate


def test_a_list_at_the_known_place_is_known_by_its_name():
    slate = only(answer({"a": {"items": items()}}), known(at=["a.items"]))
    assert slate.figures["known_as"] == "Acme: recs"


def test_a_list_at_another_place_is_not():
    slate = only(answer({"b": {"items": items()}}), known(at=["a.items"]))
    assert "known_as" not in slate.figures


def test_nothing_is_named_where_nothing_is_known():
    assert "known_as" not in only(answer({"items": items()}), NOTHING_KNOWN).figures


def test_the_known_surface_goes_before_the_judged_one():
    slate = only(answer({"items": items()}), known(at=["items"], surface="recommendation"))
    assert slate.surface is Surface.RECOMMENDATION


def test_a_documented_personal_list_is_declared_when_the_request_tells_who_asks():
    sites = known(at=["items"], personal=True)
    asked = answer({"items": items()}, sent=COOKIE)
    assert only(asked, sites).personalized is Personalized.DECLARED
    assert only(answer({"items": items()}), sites).personalized is Personalized.NOT_MEASURED


def test_a_list_that_is_the_same_for_all_is_not_declared_by_its_heading():
    told = answer({"title": "Recommended for you", "items": items()}, sent=COOKIE)
    sites = known(at=["items"], personal=False)
    assert only(told, NOTHING_KNOWN).personalized is Personalized.DECLARED
    assert only(told, sites).personalized is Personalized.NOT_MEASURED


def test_the_heading_is_read_at_its_known_place():
    told = answer({"pod": {"shown": "More lamps"}, "items": items()})
    assert only(told, known(at=["items"], heading=["pod.shown"])).heading == "More lamps"
    assert only(told, known(at=["items"], heading=["pod.title"])).heading == ""


def test_titles_links_ids_and_reasons_are_read_at_their_known_places():
    rows = [
        {"x": {"key": f"k{at}", "says": f"Chapter {at} of the sea", "to": f"/c/{at}", "for": "c7"}}
        | one
        for at, one in enumerate(items())
    ]
    sites = known(at=["items"], title=["x.says"], link=["x.to"], id=["x.key"], reason=["x.for"])
    first = only(answer({"items": rows}), sites).items[0]
    assert (first.title, first.item, first.reason) == ("Chapter 0 of the sea", "k0", "c7")
    assert first.url == "https://news.example/c/0"


def test_the_nearest_place_with_a_name_counts():
    rows = [{"album": {"title": "The album of the sea"}} | one for one in items()]
    slate = only(answer({"items": rows}), known(at=["items"], title=["title"]))
    assert slate.items[0].title == TITLES[0]


def test_a_link_that_leads_nowhere_on_the_web_is_not_taken():
    rows = [{"to": "javascript:void(0)"} | one for one in items()]
    slate = only(answer({"items": rows}), known(at=["items"], link=["to"]))
    assert slate.items[0].url == "https://news.example/a/0"


def test_an_address_is_made_from_an_id_and_escaped():
    rows = [{"key": f"k/{at}?", "title": TITLES[at], "image": f"/i/{at}.jpg"} for at in range(6)]
    sites = known(at=["items"], id=["key"], address={"key": "https://shop.example/p/{}"})
    slate = only(answer({"items": rows}), sites)
    assert slate.items[0].url == "https://shop.example/p/k%2F0%3F"


def test_paid_items_are_marked_as_documented():
    rows = [{"kind": "ad" if at == 1 else "story"} | one for at, one in enumerate(items())]
    slate = only(answer({"items": rows}), known(at=["items"], sponsor=["kind=ad"]))
    assert [it.rank for it in slate.items if it.sponsored] == [2]


def test_a_list_of_a_vendor_of_ads_is_a_recommendation_when_most_of_it_is_not_paid():
    def sort(paid):
        rows = [{"paid": at < paid} | one for at, one in enumerate(items())]
        return only(
            answer({"items": rows}), known(at=["items"], surface="ad", sponsor=["paid"])
        ).surface

    assert sort(5) is Surface.AD
    assert sort(1) is Surface.RECOMMENDATION


def test_the_place_of_a_tracking_token_is_told_where_items_bear_one():
    rows = [{"t": {"token": f"zx{at}"}} | one for at, one in enumerate(items())]
    sites = known(at=["items"], tracking=["t.token"])
    assert only(answer({"items": rows}), sites).figures["tracked_by"] == "t.token"
    assert "tracked_by" not in only(answer({"items": items()}), sites).figures


def test_a_list_in_markup_is_known_by_class_words_around_it():
    shown = page(f'<div class="acme-widget-7"><ul>{cards()}</ul></div>')
    assert "known_as" in only(shown, known(classes=["acme-widget*"])).figures
    assert "known_as" not in only(shown, known(classes=["acme"])).figures


def test_paid_cards_are_marked_by_class_words_or_data():
    card = cards(1).replace("<li>", '<li class="paid">')
    other = cards(1).replace("<li>", '<li data-paid="true">')
    shown = page(f'<ul class="w">{card}{cards(6)[len(cards(1)) :]}</ul>')
    classed = known(classes=["w"], sponsor_classes=["paid", "data-paid=true"])
    assert [it.rank for it in only(shown, classed).items if it.sponsored] == [1]
    shown = page(f'<ul class="w">{other}{cards(6)[len(cards(1)) :]}</ul>')
    assert [it.rank for it in only(shown, classed).items if it.sponsored] == [1]


def test_a_list_known_only_by_its_markup_keeps_the_items_of_its_state():
    state = '<script type="application/json">{"items": %s}</script>'
    shown = page(state % json.dumps(items()) + f'<ul class="w">{cards()}</ul>')
    slate = only(shown, known(classes=["w"], sponsor_classes=["*"]))
    assert slate.figures["known_as"] == "Acme: recs"
    assert slate.items[0].item == "100"
