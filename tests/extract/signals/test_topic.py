from tests.extract.reading import asked, signals_in

HEADER = "(1 57);v=chrome.1:1:2, (186);v=chrome.1:1:2, ();p=P0000000"


def test_the_browsers_topics_are_listed_as_sent():
    (found,) = signals_in(asked(sent=(("Sec-Browsing-Topics", HEADER),)), "topic")
    assert (found.value, found.locator) == (("1", "57", "186"), "header:sec-browsing-topics")
    assert found.figures["taxonomy"] == "chrome.1:1:2"


def test_an_empty_list_is_none():
    assert signals_in(asked(sent=(("Sec-Browsing-Topics", "();p=P0000000"),)), "topic") == []
