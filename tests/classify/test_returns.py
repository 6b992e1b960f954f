"""The very thing of one site, met again in a list on another."""

from datetime import timedelta

import pytest

from companion.classify.returns import plain_url, returns, same_title
from companion.model import ActKind, Item, SignalKind, Surface
from tests.builders import NOON, a_record, a_signal, a_slate, an_act, an_exchange

ROD = Item(rank=2, item="rod-77", title="Carbon fly rod 77", url="https://shop.example/p/rod-77")
OPENED = NOON - timedelta(days=2)


def ad(**changes):
    """An ad for the fly rod on news.example, delivered by ads.example."""
    defaults = {"surface": Surface.AD, "party": "ads.example", "items": (ROD,)}
    return a_slate(**(defaults | changes))


def presence(site="shop.example", party="ads.example"):
    """A sign that a party was on a site."""
    return a_signal(kind=SignalKind.LOCATION, site=site, party=party)


def opened(**changes):
    """The person's visit to a page of the shop."""
    defaults = {"site": "shop.example", "text": "Shop", "exchange": "visit", "seen_at": OPENED}
    return an_act(**(defaults | changes))


def page(url="https://shop.example/p/rod-77?utm_source=mail"):
    return an_exchange(url, id="visit", page=None, site="shop.example")


def found(*things, **changes):
    return list(returns("news.example", a_record(*things, **changes)))


def test_an_item_whose_page_was_opened_comes_back():
    (back,) = found(ad(), opened(), page(), presence())
    assert (back.carrier, back.site, back.met_at) == ("ads.example", "shop.example", OPENED)
    assert back.act is not None


@pytest.mark.parametrize("text", ["Carbon fly rod 77", "Carbon Fly Rod 77 | The Shop"])
def test_an_item_is_known_by_its_title_where_the_address_differs(text):
    (back,) = found(ad(), opened(text=text), presence())
    assert back.item is ROD


def test_an_item_that_another_site_listed_comes_back():
    listed = a_slate(
        site="shop.example",
        party="shop.example",
        surface=Surface.LISTING,
        items=(ROD,),
        seen_at=OPENED,
    )
    (back,) = found(ad(), listed, presence())
    assert back.listed is listed


def test_an_item_without_address_is_known_by_id_and_title():
    bare = Item(rank=1, item="rod-77", title="Carbon fly rod 77")
    listed = a_slate(site="shop.example", party="shop.example", items=(ROD,), seen_at=OPENED)
    (back,) = found(ad(items=(bare,)), listed, presence())
    assert back.site == "shop.example"


def test_an_item_comes_back_once_however_often_it_is_delivered():
    again = ad(id="second", seen_at=NOON + timedelta(hours=1))
    assert len(found(ad(), again, opened(), page(), presence())) == 1


@pytest.mark.parametrize(
    "things",
    [
        pytest.param((ad(), opened(), page()), id="the party was not on the first site"),
        pytest.param((ad(), presence()), id="the person never met it"),
        pytest.param((ad(party="news.example"), opened(), page(), presence()), id="own list"),
        pytest.param((ad(surface=Surface.LISTING), opened(), page(), presence()), id="whole set"),
        pytest.param(
            (ad(), opened(seen_at=NOON - timedelta(days=20)), page(), presence()), id="long ago"
        ),
        pytest.param(
            (ad(), opened(seen_at=NOON + timedelta(days=1)), page(), presence()), id="afterwards"
        ),
        pytest.param(
            (ad(), opened(kind=ActKind.SEARCH, text=ROD.title), page(), presence()),
            id="only searched for",
        ),
        pytest.param(
            (ad(), opened(), page("https://shop.example/"), presence()), id="the start page"
        ),
        pytest.param(
            (
                ad(),
                opened(),
                page(),
                presence(),
                an_act(kind=ActKind.SEARCH, text="fly rod", seen_at=NOON),
            ),
            id="asked for on this site",
        ),
    ],
)
def test_no_return_when(things):
    assert found(*things) == []


def test_no_return_of_what_links_to_the_site_itself():
    own = Item(rank=1, item="a", title="An article of ours", url="https://news.example/a")
    assert found(ad(items=(own,)), an_act(text="An article of ours"), presence()) == []


def test_no_return_by_an_id_that_is_equal_by_chance():
    other = Item(rank=1, item="rod-77", title="Something else entirely")
    listed = a_slate(site="shop.example", party="shop.example", items=(other,), seen_at=OPENED)
    assert found(ad(), listed, presence()) == []


@pytest.mark.parametrize(
    ("url", "plain"),
    [
        ("https://shop.example/p/1/?utm_source=a&v=2&gclid=x#top", "shop.example/p/1?v=2"),
        ("https://shop.example/", "shop.example"),
        ("https://[broken/p", ""),
        (None, ""),
    ],
)
def test_plain_url_leaves_out_where_one_came_from(url, plain):
    assert plain_url(url) == plain


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Carbon fly rod 77", "carbon fly rod 77 ", True),
        ("Carbon fly rod 77", "Carbon fly rod 78", True),
        ("Carbon fly rod 77", "Steel garden spade", False),
        ("Home", "Home", False),
    ],
)
def test_titles_are_the_same_but_for_details(one, other, same):
    assert same_title(one, other) is same
