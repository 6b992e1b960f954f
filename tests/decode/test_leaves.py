import base64
import gzip
import json
import string
from collections import Counter
from urllib.parse import quote, urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from companion.decode.content import decoded
from companion.decode.leaves import MOST, NESTED, Leaf, Place, leaves, text_of
from companion.decode.locate import find
from companion.decode.scalars import ALIKE, ANY, BRANCHES
from companion.model import Direction, Message, SocketMessage
from tests.builders import NOON, an_exchange

JSON = (("content-type", "application/json"),)


def b64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


def answered(value, content_type="application/json"):
    body = value if isinstance(value, bytes) else json.dumps(value).encode()
    return an_exchange(received=(("content-type", content_type),), body=body)


def seen(exchange, carrier=None):
    return {
        leaf.locator: leaf.value
        for leaf in leaves(exchange)
        if carrier is None or leaf.carrier == carrier
    }


def test_a_leaf_says_where_it_stands_and_what_it_is_called():
    leaf = leaves(answered({"user": {"segments": ["sport", "news"]}}))[1]
    assert (leaf.locator, leaf.name, leaf.path, leaf.value, leaf.direction, leaf.carrier) == (
        "/user/segments/1",
        "segments",
        ("user", "segments", "1"),
        "news",
        Direction.RECEIVED,
        "json",
    )


def test_leaves_are_equal_when_they_say_the_same():
    place = Place("query:a", ("a",), Direction.SENT, "query")
    one = leaves(an_exchange("https://ads.example/?a=1"))[0]
    assert one == Leaf(place, "a", "1")
    assert one != Leaf(place, "a", "2")
    assert one != "a"
    assert len({one, Leaf(place, "a", "1")}) == 1


def test_numbers_and_booleans_are_written_as_in_json_and_null_is_left_out():
    tree = {"id": 10**29, "ok": True, "share": 0.25, "none": None, "text": "", "no": False}
    assert seen(answered(tree)) == {
        "/id": "1" + "0" * 29,
        "/ok": "true",
        "/share": "0.25",
        "/no": "false",
    }


def test_a_named_value_has_the_name_beside_it():
    tree = [{"name": "age", "value": "34"}, {"value": "35"}, {"id": 1, "value": "36"}]
    found = {leaf.value: leaf.name for leaf in leaves(answered(tree))}
    assert (found["34"], found["35"], found["36"]) == ("age", "value", "value")


def test_query_path_and_fragment_of_the_address_are_sent():
    url = "https://ads.example/u/k3jd92/sync?uid=a%20b+c&empty=&uid=2#access=1"
    found = leaves(an_exchange(url))
    assert [(leaf.locator, leaf.name, leaf.value) for leaf in found] == [
        ("path:0", "path", "u"),
        ("path:1", "u", "k3jd92"),
        ("path:2", "k3jd92", "sync"),
        ("query:uid", "uid", "a b c"),
        ("query:uid#2", "uid", "2"),
        ("query:access", "access", "1"),
    ]
    assert {leaf.direction for leaf in found} == {Direction.SENT}


def test_cookies_are_read_in_both_directions():
    exchange = an_exchange(
        sent=(("Cookie", 'uid=abc; flag; theme="dark"'),),
        received=(("Set-Cookie", "uid=def; Path=/; Secure"), ("set-cookie", "a=1\nb=2; x")),
    )
    assert [(leaf.locator, leaf.value, leaf.direction) for leaf in leaves(exchange)] == [
        ("cookie:uid", "abc", "sent"),
        ("cookie:theme", "dark", "sent"),
        ("cookie:uid", "def", "received"),
        ("cookie:a", "1", "received"),
        ("cookie:b", "2", "received"),
    ]


def test_telling_headers_are_read_and_plain_ones_are_not():
    exchange = an_exchange(
        sent=(("Sec-GPC", "1"), ("Accept", "text/html"), ("X-Client-Id", "abc123")),
        received=(
            ("ETag", '"k3jd92hf"'),
            ("Server", "nginx"),
            ("Location", "https://b.example/?u=7"),
        ),
    )
    assert seen(exchange) == {
        "header:sec-gpc": "1",
        "header:x-client-id": "abc123",
        "header:etag": '"k3jd92hf"',
        "header:location": "https://b.example/?u=7",
        "header:location >> query:u": "7",
    }


@pytest.mark.parametrize(
    ("content_type", "body", "found"),
    [
        (
            "application/x-www-form-urlencoded",
            "em=a%40b.example&x=1",
            {"form:em": "a@b.example", "form:x": "1"},
        ),
        ("application/x-www-form-urlencoded", '{"a": 1}', {"/a": "1"}),
        ("text/plain", "uid=k3jd92&seg=4", {"form:uid": "k3jd92", "form:seg": "4"}),
        ("text/plain", "k3jd92hf83", {"": "k3jd92hf83"}),
        ("text/html", '{"a": "b"}', {"/a": "b"}),
        ("application/json", ')]}\',\n{"a": 1}', {"/a": "1"}),
        ("application/json", 'for(;;);{"a": 1}', {"/a": "1"}),
        (
            "application/x-ndjson",
            '{"a": 1}\n{"a": 2}\n',
            {"line:0 >> /a": "1", "line:1 >> /a": "2"},
        ),
        ("application/json", '9\n[["a"]]\n5\n["b"]', {"line:0 >> /0/0": "a", "line:1 >> /0": "b"}),
        ("application/javascript", '/**/cb({"a": 1});', {"/a": "1"}),
        ("text/javascript", 'window.seg = {"a": 1};', {"/seg/a": "1"}),
        ("text/x-component", '1:{"a":1}\n', {"flight:1 >> /a": "1"}),
        (
            "text/event-stream",
            'data: {"a": 1}\n\nevent: x\ndata: hi\n\n',
            {"event:0 >> /a": "1", "event:1": "hi"},
        ),
        (
            "multipart/form-data; boundary=XX",
            '--XX\r\nContent-Disposition: form-data; name="em"\r\n\r\na@b.example\r\n--XX--\r\n',
            {"part:em": "a@b.example"},
        ),
        ("image/gif", "uid=k3jd92", {}),
        ("text/css", "a=1&b=2", {}),
        ("application/octet-stream", "\0\0{}", {}),
    ],
)
def test_bodies_are_read_in_every_format(content_type, body, found):
    exchange = an_exchange(
        request=Message(headers=(("content-type", content_type),), body=body.encode()), received=()
    )
    assert seen(exchange) == found


def test_page_state_is_read():
    html = """<html><head><meta name="user" content="u77">
      <script id="__NEXT_DATA__" type="application/json">{"props": {"seg": "sport"}}</script>
      <script>googletag.pubads().setTargeting('age', '34');
      dataLayer.push({user: {id: 'u77'}})</script>
      </head><body><div id="app" data-props='{"cart": 3}'></div>
      <input name="t" value="v"></body></html>"""
    assert seen(answered(html.encode(), "text/html")) == {
        "script#__NEXT_DATA__ >> /props/seg": "sport",
        "html > head:nth-of-type(1) > script:nth-of-type(2) >> /setTargeting/age": "34",
        "html > head:nth-of-type(1) > script:nth-of-type(2) >> /dataLayer/0/user/id": "u77",
        "div#app[data-props] >> /cart": "3",
        "html > body:nth-of-type(1) > input:nth-of-type(1)[value]": "v",
        "html > head:nth-of-type(1) > meta:nth-of-type(1)[content]": "u77",
    }


def test_socket_messages_are_read_in_their_direction():
    sockets = tuple(
        SocketMessage(ordinal=n, direction=way, body=body, seen_at=NOON)
        for n, (way, body) in enumerate(
            [
                (Direction.SENT, b'{"uid": "a1"}'),
                (Direction.RECEIVED, b'42["feed", {"seg": 1}]'),
                (Direction.RECEIVED, b"\0\1binary"),
            ]
        )
    )
    found = [
        (leaf.locator, leaf.value, leaf.direction) for leaf in leaves(an_exchange(sockets=sockets))
    ]
    assert found == [
        ("ws:0 >> /uid", "a1", "sent"),
        ("ws:1 >> /0", "feed", "received"),
        ("ws:1 >> /1/seg", "1", "received"),
    ]


@pytest.mark.parametrize(
    ("value", "locator", "inside"),
    [
        (b64('{"email": "a@b.example"}'), "query:d >> b64 >> /email", "a@b.example"),
        (b64("jane@mail.example"), "query:d >> b64", "jane@mail.example"),
        (quote('{"email": "a@b.example"}', safe=""), "query:d >> url >> /email", "a@b.example"),
        (quote(b64('{"a": "x1"}'), safe=""), "query:d >> url >> b64 >> /a", "x1"),
        ('{"in": "{\\"deep\\": 1}"}', "query:d >> /in >> /deep", "1"),
        ('"{\\"deep\\": 1}"', "query:d >> /deep", "1"),
        ("https://b.example/p?uid=7&x=y", "query:d >> query:uid", "7"),
        ("a=1&em=j%40b.example", "query:d >> query:em", "j@b.example"),
        (
            f"eyJhbGciOiJub25lIn0.{b64('{"sub":"u7"}').rstrip('=')}.sig",
            "query:d >> jwt:payload >> /sub",
            "u7",
        ),
        (
            base64.b64encode(gzip.compress(b'{"a": "x1"}', mtime=0)).decode(),
            "query:d >> b64 >> gzip >> /a",
            "x1",
        ),
        (b64(b64('{"a": "x1"}')), "query:d >> b64 >> b64 >> /a", "x1"),
    ],
)
def test_values_inside_values_are_read(value, locator, inside):
    exchange = an_exchange("https://ads.example/?" + urlencode({"d": value}))
    assert seen(exchange)[locator] == inside
    assert seen(exchange)["query:d"] == value


def test_the_name_of_an_inner_value_is_its_own_or_the_outer_one():
    url = "https://ads.example/?" + urlencode(
        {"d": b64('{"email": "x"}'), "em": b64("a@b.example")}
    )
    found = {leaf.locator: (leaf.name, leaf.path) for leaf in leaves(an_exchange(url))}
    assert found["query:d >> b64 >> /email"] == ("email", ("d", "email"))
    assert found["query:em >> b64"] == ("em", ("em",))


@pytest.mark.parametrize(
    "value",
    [
        "1699999999",
        "recommendations-for-you",
        "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
        "d41d8cd98f00b204",
        "AAAAAAAA",
        "Hello world",
        "{not json",
    ],
)
def test_values_that_only_look_nested_stay_whole(value):
    exchange = an_exchange("https://ads.example/?" + urlencode({"d": value}))
    assert seen(exchange) == {"query:d": value}


def test_nesting_ends_at_its_depth():
    value = "innermost words"
    for _ in range(7):
        value = b64(value)
    assert (
        max(
            len(where.split(" >> ")) for where in seen(an_exchange(f"https://a.example/?d={value}"))
        )
        == 5
    )


def test_a_compressed_beacon_without_header_is_read():
    exchange = an_exchange(
        request=Message(body=gzip.compress(b'{"uid": "a1"}', mtime=0)), received=()
    )
    assert seen(exchange) == {"gzip >> /uid": "a1"}
    assert find(exchange, "gzip >> /uid") == "a1"


def test_too_many_leaves_are_cut_and_noted():
    found = leaves(answered(list(range(MOST + 5))))
    assert len(found) == MOST
    assert found.notes == (f"read up to {MOST} values",)


def test_too_many_containers_are_cut_and_noted():
    found = leaves(answered({str(n): [[]] * (MOST - 1) for n in range(11)}))
    assert found.notes == (f"read up to {BRANCHES} containers",)


def test_too_much_inside_values_is_cut_and_noted():
    inside = json.dumps({"a": "x" * 300_000})
    found = leaves(answered([inside] * 15))
    assert found.notes == (f"values inside values: read up to {NESTED} characters",)


def test_long_headers_are_read():
    assert len(leaves(an_exchange(sent=(("x-data", "a" * 300_000),)))[0].value) == 300_000


def test_json_cut_short_is_read_as_far_as_it_goes():
    found = leaves(answered(b'{"user": {"seg": ["a", "b"], "nam'))
    assert [leaf.value for leaf in found] == ["a", "b"]
    assert "cut short" in found.notes[0]


def test_json_of_any_depth_is_read():
    deep = b'{"a":' * 2000 + b'"innermost"' + b"}" * 2000
    found = leaves(answered(deep))
    assert found[0].value == "innermost"
    assert found[0].locator == "/a" * 2000
    assert "too deeply" in found.notes[0]


def test_lone_surrogates_become_replacement_characters():
    exchange = answered(b'{"a\\ud800": "b\\ud800"}')
    assert seen(exchange) == {"/a\ufffd": "b\ufffd"}
    assert find(exchange, "/a\ufffd") == "b\ufffd"


def test_text_of_a_container_is_json():
    assert text_of({"a": ["ä", 1]}) == '{"a": ["ä", 1]}'


words = st.text(min_size=1, max_size=12)
scalars = words | st.integers() | st.booleans() | st.none() | st.floats(allow_nan=False)
trees = st.recursive(
    scalars,
    lambda below: st.lists(below, max_size=4) | st.dictionaries(words, below, max_size=4),
    max_leaves=12,
)
wraps = st.lists(st.sampled_from(["b64", "json", "url", "gzip"]), max_size=3)
latin = st.text(string.ascii_letters + string.digits + "._-~/+%= ", min_size=1, max_size=20)


def wrapped(value: str, how: list[str]) -> str:
    for step in how:
        if step == "b64":
            value = b64(value)
        elif step == "json":
            value = json.dumps({"in": value})
        elif step == "url":
            value = quote(value, safe="")
        else:
            value = base64.b64encode(gzip.compress(value.encode(), mtime=0)).decode()
    return value


@st.composite
def exchanges(draw):
    query = [
        (draw(words), wrapped(draw(words), draw(wraps))) for _ in range(draw(st.integers(0, 4)))
    ]
    cookies = "; ".join(f"{draw(latin)}={draw(latin)}" for _ in range(draw(st.integers(0, 3))))
    sent = draw(trees)
    body = draw(trees)
    content = draw(st.sampled_from(["application/json", "text/html", "text/plain", ""]))
    html = f"<html><script id=state type=application/json>{json.dumps(body)}</script>"
    return an_exchange(
        "https://ads.example/" + quote(draw(words)) + "?" + urlencode(query),
        request=Message(
            headers=(("cookie", cookies), ("referer", draw(latin)), ("content-type", content)),
            body=json.dumps(sent).encode(),
        ),
        received=(
            ("content-type", content),
            ("set-cookie", f"{draw(latin)}={draw(latin)}; Path=/"),
        ),
        body=(html if content == "text/html" else json.dumps(body)).encode(),
    )


@given(exchanges())
@settings(max_examples=300, deadline=None)
def test_every_locator_finds_its_value(exchange):
    for leaf in leaves(exchange):
        assert find(exchange, leaf.locator, leaf.direction) == leaf.value


@given(exchanges())
def test_the_order_is_stable(exchange):
    assert leaves(exchange) == leaves(exchange)


@given(
    st.binary(max_size=400)
    | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")),
    st.sampled_from(
        [
            "application/json",
            "text/html",
            "text/plain",
            "",
            "text/javascript",
            "text/event-stream",
            "multipart/form-data; boundary=x",
            "multipart/mixed",
            "text/x-component",
            "text/html; charset=utf-16",
            "application/x-www-form-urlencoded",
        ]
    ),
    st.sampled_from(
        [
            b"",
            b"{",
            b'[{"a": ',
            b"<html><script>window.a = {",
            b"cb({",
            b"data: {",
            b"--x\r\n",
            b"1:T5,",
            b"\x1f\x8b\x08",
        ]
    ),
)
@settings(max_examples=500, deadline=None)
def test_hostile_bodies_never_raise(body, content_type, start):
    exchange = answered(start + body, content_type)
    for leaf in leaves(decoded(exchange)):
        (leaf.locator + leaf.name + leaf.value + "".join(leaf.path)).encode("utf-8")


def test_of_many_entries_alike_the_first_are_read_whole_of_others_what_stands_at_the_top():
    more = {"x": 1, "y": 2}
    tree = {
        "items": [{"id": n, "why": ["a"], "more": more} for n in range(ALIKE)]
        + [{"id": 1, "why": ["a"], "more": more, "none": []}, [[1], [2]]],
        "segments": [{"id": n, "name": "s"} for n in range(ALIKE + 5)],
        "codes": list(range(ALIKE + 5)),
    }
    names = Counter(leaf.path[0] for leaf in leaves(answered(tree)))
    assert names == {"items": 4 * ALIKE + 2, "segments": 2 * (ALIKE + 5), "codes": ALIKE + 5}


class _Wishes(dict):
    """Wants the names given, under whatever key above."""

    def __init__(self, *names):
        super().__init__((name, ANY) for name in names)

    def __missing__(self, name):
        return None


class _Anywhere(dict):
    def __init__(self, *names):
        super().__init__()
        self.names = _Wishes(*names)

    def __missing__(self, parent):
        return self.names


def wanted(exchange, *names):
    return [leaf.value for leaf in leaves(exchange, lambda *_: _Anywhere(*names))]


def test_of_many_entries_alike_each_tells_what_is_wanted_of_it():
    tree = [{"id": n, "reason": f"r{n}"} for n in range(ALIKE + 5)]
    assert wanted(answered(tree), "reason") == [f"r{n}" for n in range(ALIKE + 5)]


def test_of_many_entries_alike_only_the_first_are_looked_into():
    tree = [{"id": n, "state": json.dumps({"reason": f"r{n}"})} for n in range(ALIKE + 5)]
    assert wanted(answered(tree), "reason") == [f"r{n}" for n in range(ALIKE)]


def test_all_that_was_sent_is_read():
    tree = [{"id": n, "more": {"x": n}} for n in range(ALIKE + 5)]
    exchange = an_exchange(
        request=Message(headers=JSON, body=json.dumps(tree).encode()), received=()
    )
    assert len(leaves(exchange)) == 2 * (ALIKE + 5)


def test_a_leaf_shows_where_it_stands():
    leaf = leaves(an_exchange("https://ads.example/?a=1"))[0]
    assert repr(leaf) == "Leaf(sent 'query:a' 'a'='1')"


@pytest.mark.parametrize(
    ("tree", "parent"),
    [
        ({"user": {"age": 34}}, "user"),
        ({"user": [[{"age": 34}]]}, "user"),
        ({"user": {"seg": [34]}}, "user"),
        ({"age": 34}, ""),
    ],
)
def test_the_parent_of_a_leaf_is_the_key_above_it(tree, parent):
    assert leaves(answered(tree))[0].parent == parent


def test_the_parent_of_an_inner_leaf_may_be_the_outer_name():
    url = "https://ads.example/?" + urlencode({"user": '{"age": 34}'})
    assert [leaf.parent for leaf in leaves(an_exchange(url))] == ["", "user"]
