"""The shop's prices, basket and account."""

import re
from hashlib import sha256

from companion.smallweb.truth import planted
from tests.smallweb.inside import a_browser, a_reader, a_world, kinds, page

SHOE = "/p/kestrel-2-trail-shoe"


def _price(browser):
    browser.visit(f"https://shop.test{SHOE}")
    return re.search(r'"price": "([\d.]+)"', page(browser))[1]


def test_an_honest_price_is_the_same_for_all():
    world = a_world()
    reader = a_reader(world, "shop.test", SHOE, SHOE, SHOE)
    assert _price(reader) == _price(a_browser(world)) == "119.00"
    assert kinds(world) == set()


def test_a_price_test_splits_by_chance_and_sticks():
    world = a_world(price_test=1)
    browsers = [a_reader(world, "shop.test") for _ in range(12)]
    prices = [_price(browser) for browser in browsers]
    assert set(prices) == {"119.00", "128.52"}
    assert [_price(browser) for browser in browsers] == prices
    assert kinds(world) == {"undisclosed_experiment"}


def test_a_group_has_one_price_level_on_a_whole_page():
    browser = a_reader(a_world(price_test=1), "shop.test")
    cookies = [line for r in browser._line.sent for line in r.headers.get("cookie", "").split("; ")]
    assert len({line for line in cookies if line.startswith("price_ladder")}) == 1


def test_what_was_looked_at_before_costs_more_by_the_dial():
    world = a_world(price_personalization=1)
    browser = a_reader(world, "shop.test", SHOE)
    assert _price(a_browser(world)) == "119.00"
    assert _price(browser) == "128.52"
    assert kinds(world) == {"price_personalization"}


def test_a_link_from_an_ad_leaves_the_exchanges_identifier():
    world = a_world()
    browser = a_reader(world, "shop.test", f"{SHOE}?adclid=abc123")
    browser.visit("https://shop.test/")
    assert "_adclid=abc123" in browser._line.sent[-1].headers["cookie"]
    assert kinds(world) == {"identifier_sharing"}


def test_a_link_that_is_no_identifier_leaves_nothing():
    world = a_world()
    a_reader(world, "shop.test", f"{SHOE}?adclid=a%3Bb")
    a_reader(world, "shop.test", f"{SHOE}?adclid=abc", choice="Reject all")
    assert kinds(world) == set()


def test_the_exchange_joins_the_click_to_the_visit():
    world = a_world(tracking=1)
    a_reader(world, "shop.test", f"{SHOE}?adclid=abc123")
    assert "abc123" in world.people("adnet.test")


def test_departments_hold_the_products_of_their_topic():
    browser = a_reader(a_world(), "shop.test", "/c/hiking")
    assert len([link for link in browser.sheet.links if "/p/" in link.url]) == 10
    assert browser._line.send("GET", "https://shop.test/c/nothing", {}).status == 404


def test_the_basket_keeps_a_product():
    browser = a_reader(a_world(), "shop.test", SHOE)
    browser.click("Add to basket")
    assert browser.sheet.url == "https://shop.test/basket"
    assert "Kestrel 2 trail shoe" in page(browser)
    answer = browser._line.send("POST", "https://shop.test/basket", {}, "sku=nothing")
    assert answer.status == 404
    assert "Your basket" in browser._line.send("GET", "https://shop.test/basket", {}).body.decode()


def _sign_up(world, email="Maya@Example.org"):
    browser = a_reader(world, "shop.test", "/account")
    browser.type("input[name=name]", "Maya")
    browser.type("input[name=email]", email)
    browser.type("input[name=password]", "secret")
    browser.click("Create account")
    return browser


def test_an_account_tells_nobody_with_the_dial_at_0():
    world = a_world()
    browser = _sign_up(world)
    assert not [r for r in browser._line.sent if r.host == "broker.test"]
    assert kinds(world) == set()


def test_by_the_dial_an_account_tells_the_broker_a_hash():
    world = a_world(hashed_email=1)
    told = _sign_up(world)._line.sent[-1]
    assert told.query["em"] == sha256(b"maya@example.org").hexdigest()
    assert planted(world.truth.rows) == {("pii_leak", "shop.test", "broker.test")}


def test_no_address_no_hash():
    world = a_world(hashed_email=1)
    _sign_up(world, email="")
    assert kinds(world) == set()


def test_the_window_recommends_to_those_it_knows_with_prices():
    html = page(a_reader(a_world(), "shop.test", SHOE, "/"))
    assert "Because you looked at “Kestrel 2 trail shoe”" in html
    assert html.count('class="price"') == 12
