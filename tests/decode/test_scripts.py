import pytest

from companion.decode.scripts import LITERAL, MOST, STATEMENTS, values


@pytest.mark.parametrize(
    ("script", "found"),
    [
        ('window.__STATE__ = {"user": {"id": 7}};', {"__STATE__": {"user": {"id": 7}}}),
        ("var digitalData = {user: {id: '7'}};", {"digitalData": {"user": {"id": "7"}}}),
        ("const a = [1, 2]; let b=['x'];", {"a": [1, 2], "b": ["x"]}),
        ('window["data"] = {"a": 1}', {"data": {"a": 1}}),
        ('a.b.c={"d":1}', {"a.b.c": {"d": 1}}),
        ("window.s = JSON.parse('{\"a\": 1}')", {"s": {"a": 1}}),
        ('s = JSON.parse("{\\"a\\": 1}")', {"s": {"a": 1}}),
        (
            "dataLayer.push({event: 'x'}); dataLayer.push({'seg': 4});",
            {"dataLayer": [{"event": "x"}, {"seg": 4}]},
        ),
        (
            "(window.dataLayer = window.dataLayer || []).push({uid: '7'})",
            {"dataLayer": [{"uid": "7"}]},
        ),
        (
            "googletag.pubads().setTargeting('age', '34').setTargeting(\"seg\", ['a', 'b'])",
            {"setTargeting": {"age": "34", "seg": ["a", "b"]}},
        ),
        ('x = {"a": 1}; x.push({"b": 2})', {"x": {"a": 1}}),
        ('var s = "{\\"a\\": 1}";', {"s": {"a": 1}}),
        ("init.data({key: 'ds:1', data: [[7]]});", {"init.data": {"key": "ds:1", "data": [[7]]}}),
        ("x.push({a: 1})", {"x": [{"a": 1}]}),
        ('var setTargeting = [1]; t.setTargeting("a", "b")', {"setTargeting": [1]}),
    ],
)
def test_what_a_script_says_is_read(script, found):
    assert values(script) == found


@pytest.mark.parametrize(
    "script",
    [
        "a={b:1,c:function(){}}",
        "x = 1; start({b: 1})",
        'var s = "a text";',
        "if (a == {b: 1}) {}",
        "x = {}; y = [];",
        "return {a: 1}",
        "var f = {a: 1",
        '= {"a": 1}',
        "window.x = 1",
        "JSON.parse(text)",
        "s = JSON.parse('broken')",
        "v.innerHTML={b:1}; var z = 3; q={r:1}",
        "",
    ],
)
def test_code_is_passed_by(script):
    assert values(script) == {}


def test_a_script_is_read_up_to_its_bounds():
    many = "".join(f'v{n} = {{"a": {n}}};' for n in range(STATEMENTS + 50))
    assert len(values(many)) == STATEMENTS
    assert values(" " * MOST + 'a = {"b": 1}') == {}
    assert values("var a = {b: '" + "x" * LITERAL + "'}") == {}


def test_values_are_not_read_again_inside_others():
    assert values('window.a = {"html": "<script>b = {\'c\': 1}"}') == {
        "a": {"html": "<script>b = {'c': 1}"}
    }
