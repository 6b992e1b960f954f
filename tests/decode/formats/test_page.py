from base64 import b64encode

import pytest

from companion.decode.formats import a_body, parse


def read(text: str, media: str = "text/html"):
    return [
        (part.prefix, part.value, part.name, part.carrier)
        for part in parse(a_body(media, media, text))
    ]


def test_json_scripts_are_read():
    html = (
        '<script type="application/ld+json" id=x>{"a": 1}</script>'
        '<script type=text/x-init>[{"b": 2}]</script>'
    )
    assert read(html) == [
        ("script#x", {"a": 1}, "x", "script"),
        ("html > head:nth-of-type(1) > script:nth-of-type(2)", [{"b": 2}], "", "script"),
    ]


@pytest.mark.parametrize(
    "html",
    [
        "<script type=application/json>broken</script>",
        "<script type=application/json>{broken}</script>",
        "<script>short</script>",
        "<code><!--{broken--></code><code>text</code><code><b>{</b></code><code></code>",
        "<div data-x='{broken'>",
        "<input name='' value=x><input value=y>",
    ],
)
def test_what_only_looks_like_state_is_passed_by(html):
    assert read(f"<html><body>{html}<!--{{-->") == []


def test_variables_of_scripts_are_read():
    assert read('<script>window.a = {"b": 1}</script>') == [
        ("html > head:nth-of-type(1) > script:nth-of-type(1)", {"a": {"b": 1}}, "", "script")
    ]


def test_flight_rows_are_joined_over_scripts():
    push = "<script>(self.__next_f=self.__next_f||[]).push({})</script>"
    html = (
        push.format('[1,"1:{\\"a\\":"]') + push.format('[1,"1}\\n2:[2]\\n"]') + push.format("[0]")
    )
    assert read(html) == [("flight:1", {"a": 1}, "", "script"), ("flight:2", [2], "", "script")]


def test_state_in_comments_is_read():
    html = '<body><code id="c"><!--{"a": 1}--></code>'
    assert read(html) == [("code#c", {"a": 1}, "c", "html")]


def test_json_in_attributes_is_read():
    html = """<body><div data-p='{"a": 1}'></div><p data-p="[&quot;x&quot;]" data-q=1></p>
        <i data-p=''></i>"""
    body = "html > body:nth-of-type(1)"
    assert read(html) == [
        (f"{body} > div:nth-of-type(1)[data-p]", {"a": 1}, "data-p", "html"),
        (f"{body} > p:nth-of-type(1)[data-p]", ["x"], "data-p", "html"),
    ]


def test_json_in_attributes_of_other_sorts_is_read():
    html = """<body><x-row :items="[&quot;x&quot;]"></x-row><x-y wire:state='{"a": 1}'></x-y>
        <p style='{"b": 2}' onclick='["c"]'>a = "{&quot;d&quot;: 3}"</p>"""
    body = "html > body:nth-of-type(1)"
    assert read(html) == [
        (f"{body} > x-row:nth-of-type(1)[:items]", ["x"], ":items", "html"),
        (f"{body} > x-y:nth-of-type(1)[wire:state]", {"a": 1}, "wire:state", "html"),
    ]


def test_filled_in_fields_and_meta_tags_are_read():
    html = "<html><head><meta name=user content=u7></head><body><input type=hidden name=t value=v>"
    assert read(html) == [
        ("html > head:nth-of-type(1) > meta:nth-of-type(1)[content]", "u7", "user", "html"),
        ("html > body:nth-of-type(1) > input:nth-of-type(1)[value]", "v", "t", "html"),
    ]


def test_a_page_that_is_nested_too_deeply_is_noted():
    (part,) = parse(a_body("text/html", "text/html", "<div>" * 20_000))
    assert part.note == "nested too deeply; read up to character 50000"


@pytest.mark.parametrize("start", ["<!DOCTYPE html>", "<html>", "<!doctype HTML>"])
def test_a_page_is_known_by_its_beginning_where_the_type_says_nothing(start):
    assert read(f"{start}<input name=a value=b>", "")
    assert not read(f"{start}<input name=a value=b>", "text/xml")


def test_state_in_base64_is_read_and_other_text_is_not():
    coded = b64encode(b'{"items": [{"title": "Rain"}]}').decode()
    other = f"<script type=text/plain>{'ab' * 9}</script>"
    html = f"<script id=s type=text/plain>{coded}</script>{other}"
    assert read(html) == [("script#s >> b64", {"items": [{"title": "Rain"}]}, "s", "script")]


def test_properties_of_an_island_are_read_as_their_component_gets_them():
    props = '{"a": [0, "x"], "rows": [1, [[0, {"t": [0, "Rain"]}]]], "d": [3, "2026-01-01"]}'
    html = f"<body><astro-island props='{props}'></astro-island><astro-island props=x>"
    place = "html > body:nth-of-type(1) > astro-island:nth-of-type(1)[props] >> astro"
    value = {"a": "x", "rows": [{"t": "Rain"}], "d": "2026-01-01"}
    assert read(html) == [(place, value, "", "html")]


def test_properties_of_other_elements_are_left_alone():
    assert read("<body><x-island props='{\"a\": [0, 1]}'></x-island>") == []


def test_attributes_that_name_the_reader_are_read_in_plain_words():
    html = '<div id=app data-user-segment="New parents" data-theme="dark"></div>'
    assert read(html) == [("div#app[data-user-segment]", "New parents", "user-segment", "html")]


def test_other_attributes_in_plain_words_are_passed_by():
    several = '<li data-user-id="u1" data-user-level="2"></li><li data-user-level="2"></li>'
    several += '<li data-user-id="u2"></li>'
    assert read(f'<ul>{several}</ul><p data-author-user-id="u3"></p>') == []
    assert read('<div id=app data-theme="dark" data-size="12" data-browser="x"></div>') == []


def test_long_runs_of_what_attributes_are_made_of_are_read_once():
    """With every place in them tried as a beginning this would take hours."""
    for run in ("data-" * 400_000, "data-a" + " " * 2_000_000, "data-a=" + '"' * 2_000_000):
        assert read(f"<p {run}></p><p id=x data-user-segment='New parents'></p>")[-1:] in (
            [],  # where the run swallows what follows
            [("p#x[data-user-segment]", "New parents", "user-segment", "html")],
        )
