import pytest

from companion.decode import xmltree
from companion.decode.locate import find
from tests.builders import an_exchange

FEED = (
    '<?xml version="1.0" encoding="iso-8859-1"?><rss xmlns:m="urn:m"><channel>'
    "<title>Täglich</title>"
    '<item><title>A &amp; B</title><m:thumb url="t.png"/></item><item kind="x">text</item>'
    "</channel></rss>"
)


def test_elements_become_objects_and_repeated_ones_arrays():
    channel = xmltree.read(FEED)["rss"]["channel"]
    assert channel["title"] == "Täglich"
    assert channel["item"] == [
        {"title": "A & B", "thumb": {"url": "t.png"}},
        {"kind": "x", "#text": "text"},
    ]


def test_a_third_child_of_a_name_joins_the_array():
    assert xmltree.read("<a><b>1</b><b>2</b><b>3</b></a>") == {"a": {"b": ["1", "2", "3"]}}


def test_a_broken_end_costs_only_the_rest():
    assert xmltree.read("<rss><item>one</item><item>two") == {"rss": {"item": ["one", "two"]}}


@pytest.mark.parametrize("text", ["", "no markup", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'])
def test_what_is_no_plain_xml_gives_nothing(text):
    assert xmltree.read(text) is None


def test_depth_is_bounded():
    assert xmltree.read("<a>" * 500) is not None


@pytest.mark.parametrize(
    ("head", "expected"),
    [("<rss version=", True), ("<feed xmlns", True), ("<html", False), ("<?xml?><html", False)],
)
def test_feeds_are_known_by_their_beginning(head, expected):
    assert xmltree.is_feed(head) is expected


def test_a_value_in_a_feed_is_found_by_its_locator():
    exchange = an_exchange(body=FEED.encode("utf-8"))
    assert find(exchange, "/rss/channel/item/0/title") == "A & B"
    assert find(exchange, "/rss/channel/none") is None
