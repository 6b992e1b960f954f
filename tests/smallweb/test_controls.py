"""Controls work: a refusal, the switch, deletion. Only their dial breaks them."""

from companion.smallweb.truth import planted
from tests.smallweb.inside import a_browser, a_reader, a_world, kinds, page, titles

STORY = "/story/five-mountain-huts-worth-the-climb"


def _front_page(browser):
    browser.visit("https://news.test/")
    return titles(browser)


def test_a_refusal_deletes_what_was_known():
    world = a_world(refusal_ignored=0)
    browser = a_reader(world, "news.test", STORY)
    browser.visit("https://news.test/settings")
    assert world.people("news.test")
    browser._line.send("POST", "https://news.test/consent", _with_cookie(browser), "choice=deny")
    assert not world.people("news.test")


def test_a_refusal_that_is_not_heeded_deletes_nothing():
    world = a_world(refusal_ignored=1)
    a_reader(world, "news.test", STORY, choice="Reject all")
    assert len(world.people("news.test")) == 1


def _with_cookie(browser):
    from companion.smallweb.errand import Errand

    setting = Errand(url="https://news.test/").setting
    return {"Cookie": browser.jar.header(setting, browser.now)}


def test_switched_off_the_lists_are_those_of_strangers():
    world = a_world(unlabelled_lists=1)
    browser, stranger = a_reader(world, "news.test", STORY, STORY), a_browser(world)
    assert _front_page(browser) != _front_page(stranger)
    browser.visit("https://news.test/settings")
    browser.click("Switch it off")
    assert _front_page(browser) == _front_page(stranger)
    browser.visit("https://news.test/settings")
    assert "is switched off" in page(browser)
    browser.click("Switch it on")
    assert _front_page(browser) != _front_page(stranger)
    assert {row.kind for row in world.truth.rows} >= {"control_used"}
    assert kinds(world) == {"invisible_curation"}


def test_two_persons_get_two_lists():
    world = a_world(unlabelled_lists=1)
    hiker = a_reader(world, "news.test", STORY)
    cook = a_reader(world, "news.test", "/story/the-onion-properly-cooked")
    assert _front_page(hiker) != _front_page(cook)


def test_strangers_get_the_same_list():
    world = a_world(unlabelled_lists=1)
    assert _front_page(a_browser(world)) == _front_page(a_browser(world))


def test_deleted_the_person_is_a_stranger_again():
    world = a_world(unlabelled_lists=1)
    browser, stranger = a_reader(world, "news.test", STORY, STORY), a_browser(world)
    browser.visit("https://news.test/settings")
    assert "2 things you looked at" in page(browser)
    assert "Outdoor &gt; Hiking" in page(browser)
    browser.click("Delete my data")
    assert "0 things you looked at" in page(browser)
    assert _front_page(browser) == _front_page(stranger)


def test_by_the_dial_switch_and_deletion_are_confirmed_and_not_done():
    world = a_world(unlabelled_lists=1, contest_ignored=1)
    browser, stranger = a_reader(world, "news.test", STORY), a_browser(world)
    for words in ("Switch it off", "Delete my data"):
        browser.visit("https://news.test/settings")
        browser.click(words)
        assert _front_page(browser) != _front_page(stranger)
    assert {claim.kind for claim in planted(world.truth.rows)} == {
        "contest_not_honoured",
        "invisible_curation",
    }


def test_who_is_not_known_can_still_press_the_buttons():
    world = a_world()
    browser = a_browser(world)
    for words in ("Switch it off", "Delete my data"):
        browser.visit("https://news.test/settings")
        browser.click(words)
        assert browser.sheet.url == "https://news.test/settings"
    assert world.truth.rows == []


def test_a_choice_leads_back_to_where_one_was():
    browser = a_browser(a_world())
    browser.visit(f"https://news.test{STORY}")
    browser.click("Reject all")
    assert browser.sheet.url == f"https://news.test{STORY}"
    browser.visit("https://shop.test/search?q=pan")
    browser.click("Accept all")
    assert browser.sheet.url == "https://shop.test/search?q=pan"


def test_a_choice_never_leads_to_another_site():
    browser = a_browser(a_world())
    answer = browser._line.send(
        "POST", "https://news.test/consent", {"Referer": "https://evil.test/"}, "choice=allow"
    )
    assert answer.headers["Location"] == "/"
