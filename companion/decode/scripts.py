"""Values written into scripts: state in variables, pushes to a data layer, ad targeting."""

import re

from companion.decode import literal
from companion.decode.jsontext import chunk, nested

MOST = 400_000  # characters of one script that are looked at
STATEMENTS = 200  # values taken from one script
LITERAL = 200_000  # characters; longer literals that are no JSON are code

_MARKS = ("JSON.parse(", ".push(", "setTargeting", '={"', '= {"', "=[{", "= [{", "= {", '="{')
_STATEMENT = re.compile(
    r"setTargeting\(\s*[\"'](?P<targeting>[^\"']{1,80})[\"']\s*,\s*(?=[\"'\[])"
    r"|(?P<layer>[A-Za-z_$][\w$]*)(?:\s*\|\|\s*\[\s*\]\s*\))?\.push\(\s*(?=[{\[])"
    r"|(?P<said>\b(?:var|let|const)\s+|\b(?:window|self|globalThis)\s*(?:\.|\[\s*[\"']))?"
    r"(?P<name>[A-Za-z_$][\w$.]{0,80})(?:[\"']\s*\])?\s*=\s*"
    r"(?:(?P<quoted>JSON\.parse\(\s*(?=[\"'`]))|(?=[{\[]\s*[\w\"'{\[]))"
)
_STRICT = re.compile(r"[{\[]\s*[\"{\[\d]")


def values(script: str) -> dict[str, object]:
    """What a script assigns, by variable; pushes are lists, ad targeting is `setTargeting`."""
    found: dict[str, object] = {}
    if not any(mark in script for mark in _MARKS):
        return found
    at, count = 0, 0
    while count < STATEMENTS and (statement := _STATEMENT.search(script, at, MOST)):
        count += 1
        at = _take(found, script, statement)
    return found


def _take(found: dict[str, object], script: str, statement: re.Match[str]) -> int:
    """Put what one statement says into `found`; the place to go on from."""
    if key := statement["targeting"]:
        value = literal.read(script, statement.end())
        targeting = found.setdefault("setTargeting", {})
        if isinstance(targeting, dict):
            targeting[key] = value.value
        return value.end
    value_, end = _value(script, statement)
    if isinstance(value_, dict | list) and value_:
        _put(found, statement, value_)
    return max(end, statement.end())


def _put(found: dict[str, object], statement: re.Match[str], value: object) -> None:
    if layer := statement["layer"]:
        pushes = found.setdefault(layer, [])
        if isinstance(pushes, list):
            pushes.append(value)
    else:
        found[statement["name"]] = value


def _value(script: str, statement: re.Match[str]) -> tuple[object, int]:
    """The value that stands after a statement's beginning, and where it ends."""
    start = statement.end()
    if statement["quoted"]:
        text = literal.read(script, start)
        return nested(text.value) if isinstance(text.value, str) else None, text.end
    if _STRICT.match(script, start):
        tree, end = chunk(script, start)
        return tree.value, end
    if statement["said"] or statement["layer"]:
        value = literal.read(script[: start + LITERAL], start)
        return (value.value, value.end) if value.whole else (None, start)
    return None, start
