import pytest

from companion.decode.markup import DEEPEST, page, select, selector, shallow, template

HTML = """<html><body><div id="app"><p>one</p><p id="item-12345"><a>two</a></p></div>
<div id="app"><b>again</b></div><template><i>inside</i></template></body></html>"""


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("a", "div#app > p:nth-of-type(2) > a:nth-of-type(1)"),
        ("b", "html > body:nth-of-type(1) > div:nth-of-type(2) > b:nth-of-type(1)"),
        ("div", "div#app"),
        ("html", "html"),
    ],
)
def test_a_selector_climbs_to_a_stable_id_that_is_the_first(words, found):
    tree = page(HTML)
    node = tree.css_first(words)
    assert selector(tree, node) == found
    assert select(tree, found).mem_id == node.mem_id


@pytest.mark.parametrize("words", ["nothing", "a:::b", "", "p >> q", "["])
def test_selecting_nonsense_finds_nothing(words):
    assert select(page(HTML), words) is None


def test_the_content_of_a_template_is_a_page():
    node = page(HTML).css_first("template")
    assert template(node).css_first("i").text() == "inside"


def test_what_is_no_template_has_no_content():
    found = template(page(HTML).css_first("p"))
    assert found.body is None or found.body.text() == ""
    assert found.css("p, a, b, i") == []


def test_deep_pages_are_cut_before_they_cost_too_much():
    assert len(shallow("<div>" * 200_000)) == len("<div>") * DEEPEST


def test_open_formatting_is_cut_before_it_costs_too_much():
    assert len(shallow("<b>" * 5_000 + "<p>" * 20_000)) < 3 * 25_000


def test_large_flat_pages_stay_whole():
    text = "<p>word</p></i><br>" * 20_000
    assert shallow(text) == text


def test_rows_that_came_alone_stay_rows():
    assert [cell.text() for cell in page("<tr><td>a<td>b</tr>").css("table tr td")] == ["a", "b"]
    assert page("<track><td>a").css("table") == []
