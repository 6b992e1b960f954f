import pkgutil

import pytest

from companion.decode import formats as package
from companion.decode.formats import a_body, formats, parse


def read(content_type: str, text: str) -> list[tuple[str, object]]:
    media = content_type.partition(";")[0]
    return [(part.prefix, part.value) for part in parse(a_body(media, content_type, text))]


def test_every_file_of_the_package_is_a_format():
    assert len(formats()) == len(list(pkgutil.iter_modules(package.__path__)))
    for format_ in formats():
        assert callable(format_.matches)
        assert callable(format_.parse)
        assert format_.__doc__


def test_no_two_formats_have_one_place_in_the_order():
    orders = [format_.ORDER for format_ in formats()]
    assert orders == sorted(set(orders))


def test_what_no_format_knows_has_no_parts():
    assert read("application/x-unknown", "\x01\x02") == []


FORM = (
    '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n{"x": 1}\r\n'
    "--b\r\nContent-Disposition: form-data; name=c\r\n\r\n{broken\r\n"
    '--b\r\nContent-Disposition: form-data; name="f"; filename="p.png"\r\n\r\n'
    "\x00\x01\r\n--b--\r\n"
)
EMPTY: list[tuple[str, object]] = []


@pytest.mark.parametrize(
    ("content_type", "text", "parts"),
    [
        # event_stream
        (
            "text/event-stream",
            'event: tick\ndata: {"a":\ndata: 1}\nid: 3\n\n: hello\n\ndata: x',
            [("event:0", {"a": 1}), ("event:1", "x")],
        ),
        ("text/plain", 'data: {"a": 1}\r\n\r\n', [("event:0", {"a": 1})]),
        ("text/event-stream", "\n\n", EMPTY),
        # multipart
        (
            'multipart/form-data; boundary="b"',
            FORM,
            [("part:a", {"x": 1}), ("part:c", "{broken")],
        ),
        (
            "multipart/mixed",
            '--z\nContent-Type: application/json\n\n{"x": 1}\n--z\nno content\n--z--',
            [("part:0", {"x": 1})],
        ),
        ("multipart/mixed", "no boundary", EMPTY),
        # flight
        (
            "text/x-component",
            '0:["$","a"]\n1:I["m"]\n2:Tb,line\n€ gone3:{"b":2}\nbroken\n4:{oops\n5:"text"',
            [
                ("flight:0", ["$", "a"]),
                ("flight:1", ["m"]),
                ("flight:2", "line\n€ go"),
            ],
        ),
        (
            "text/x-component",
            '2:T3,abc3:{"b":2}\nbroken\n4:{oops\n',
            [("flight:2", "abc"), ("flight:3", {"b": 2})],
        ),
        # form
        (
            "application/x-www-form-urlencoded",
            "a=1&a=2&b=x+y",
            [("form:a", "1"), ("form:a#2", "2"), ("form:b", "x y")],
        ),
        ("text/plain", "uid=7", [("form:uid", "7")]),
        ("text/plain", "just words", [("", "just words")]),
        # jsonp
        ("text/javascript", 'cb({"a": 1});', [("", {"a": 1})]),
        ("text/html", '/**/ a.b["c"] ( [1] )', [("", [1])]),
        ("text/javascript", 'typeof cb === "function" && cb({"a": 1})', [("", {"a": 1})]),
        # json_body
        ("application/json", '{"a": 1}', [("", {"a": 1})]),
        ("application/json", '"word"', [("", "word")]),
        ("text/html", '  [{"a": 1}]', [("", [{"a": 1}])]),
        ("text/plain", ")]}'\n5\n[1]\n5\n[2]", [("line:0", [1]), ("line:1", [2])]),
        ("application/json", "<html>an error</html>", EMPTY),
        ("application/json", "", EMPTY),
        # script
        ("application/javascript", 'window.a = {"b": 1}', [("", {"a": {"b": 1}})]),
        ("application/javascript", "function f() {}", EMPTY),
        ("application/javascript", 'a = {"b": 1}' + " " * 500_000, EMPTY),
        # plain
        ("text/plain", "k3jd92hf83hd7w2q\n", [("", "k3jd92hf83hd7w2q")]),
        ("text/plain", "<svg>", EMPTY),
        ("text/plain", "ünicode", EMPTY),
        ("text/plain", "a " * 60_000, EMPTY),
        ("text/csv", "a,b", EMPTY),
    ],
)
def test_a_body_is_read_by_the_format_it_is_in(content_type, text, parts):
    assert read(content_type, text) == parts
