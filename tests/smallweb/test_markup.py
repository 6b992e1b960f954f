"""Text is escaped, markup is not escaped twice."""

from companion.smallweb.markup import Markup, join, state, tag


def test_text_is_escaped_in_content_and_attributes():
    assert tag("a", "<b>", href='"x"') == '<a href="&quot;x&quot;">&lt;b&gt;</a>'


def test_markup_stays_as_it_is():
    assert join(tag("b", "x"), " & ") == "<b>x</b> &amp; "


def test_names_of_attributes_are_those_of_html():
    assert tag("i", class_="c", data_id="7", hidden=True) == '<i class="c" data-id="7" hidden></i>'


def test_attributes_that_are_off_are_left_out():
    assert tag("img", src="/x", alt="", title=None, hidden=False) == '<img src="/x" alt="">'


def test_state_cannot_end_its_own_script():
    script = state("s", {"a": "</script>"})
    assert script == '<script id="s" type="application/json">{"a": "\\u003c/script>"}</script>'
    assert isinstance(script, Markup)
