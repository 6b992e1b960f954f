from companion.decode import markup
from companion.decode.locate import find
from companion.decode.page import parse, selector
from tests.builders import an_exchange


def test_a_subtree_is_a_slice():
    page = parse("<ul><li>One<b>two</b></li><li>Three</li></ul>")
    first, second = (at for at, tag in enumerate(page.tags) if tag == "li")
    assert page.ends[first] == second
    assert [page.tags[at] for at in page.children(page.parents[first])] == ["li", "li"]


def test_text_of_blocks_is_set_apart_and_text_of_inline_elements_is_not():
    page = parse("<div><p>Har<b>bour</b></p><p>Rain</p></div>")
    assert page.text(page.tags.index("div")) == "Harbour Rain"


def test_own_text_leaves_out_what_stands_in_elements():
    page = parse("<p>before <b>inside</b> after</p>")
    assert page.own(page.tags.index("p")) == "before after"


def test_text_behind_an_element_is_not_its_own():
    page = parse("<p><b>inside</b> after</p>")
    assert page.text(page.tags.index("b")) == "inside"


def test_a_slice_of_siblings_ends_where_the_next_one_begins():
    page = parse("<div><i>a</i><u>b</u><s>c</s></div>tail")
    one, three = page.tags.index("i"), page.tags.index("s")
    assert page.slice(one, three) == "ab"
    assert page.slice(one, page.ends[three]) == "abc"


def test_scripts_and_comments_in_code_are_kept_apart():
    page = parse("<body>x<script>var a = 1</script><code><!--{}--></code><p><!--no--></p>")
    assert page.text(page.tags.index("body")) == "x"
    assert sorted(page.raw.values()) == ["var a = 1", "{}"]


def test_content_of_templates_stands_below_them():
    page = parse("<body><template><p>in</p><template><i>deep</i></template></template><p>out</p>")
    deep = page.tags.index("i")
    assert [page.tags[at] for at in page.ancestors(deep)][:2] == ["template", "template"]
    assert page.text(page.tags.index("body")) == "in deep out"


def test_a_template_without_content_is_no_harm():
    assert parse("<template></template><p>out</p>").text(0) == "out"


def test_siblings_know_each_other():
    page = parse("<ul><li>a<b>x</b></li><li>b</li></ul>")
    first = page.tags.index("li")
    second = page.next(first)
    assert (page.previous[second], page.previous[first], page.next(second)) == (first, -1, -1)


def test_the_amount_of_text_is_known_without_building_it():
    page = parse("<p>12345</p><p></p>")
    assert page.amount(page.tags.index("p")) == 5


def test_a_selector_begins_at_a_stable_id_and_selects_exactly_its_element():
    html = "<div id=box><ul><li>a</li><li>b</li></ul></div>"
    page = parse(html)
    last = len(page) - 1
    assert selector(page, last) == "div#box > ul:nth-of-type(1) > li:nth-of-type(2)"
    assert markup.select(markup.page(html), selector(page, last)).text() == "b"


def test_an_id_with_a_run_of_digits_or_a_second_bearer_is_not_used():
    page = parse("<p id=post-12345>a</p><i id=x>b</i><b id=x>c</b>")
    assert selector(page, page.tags.index("p")) == "html > body:nth-of-type(1) > p:nth-of-type(1)"
    assert selector(page, page.tags.index("b")).startswith("html")


def test_a_selector_enters_templates_by_a_step_of_its_own():
    html = "<rec-box><template id=t><ul><li>a</li></ul></template></rec-box>"
    page = parse(html)
    found = selector(page, page.tags.index("li"))
    assert found.startswith("template#t >> template >> html > body:nth-of-type(1) > ul")
    assert find(an_exchange(body=html.encode()), found) == "<li>a</li>"


def test_an_id_inside_a_template_is_an_anchor_there():
    page = parse("<template id=t><ul id=u><li>a</li></ul></template>")
    assert selector(page, page.tags.index("li")) == (
        "template#t >> template >> ul#u > li:nth-of-type(1)"
    )


def test_what_is_too_long_is_cut_and_said_so(monkeypatch):
    monkeypatch.setattr("companion.decode.page.MOST_ELEMENTS", 5)
    page = parse("<p>a</p>" * 9)
    assert (len(page), page.cut) == (5, True)


def test_an_empty_text_makes_an_empty_page():
    assert parse("").text(0) == ""
