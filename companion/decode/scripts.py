"""Values written into scripts: state in variables, pushes to a data layer, ad targeting."""

import re
from typing import NamedTuple

from companion.decode import literal
from companion.decode.jsontext import chunk, nested, storable

MOST = 400_000  # characters of one script that are looked at
STATEMENTS = 200  # values taken from one script
LITERAL = 200_000  # characters; longer literals that are no JSON are code

# Where a value may begin. Each begins with a fixed word, which makes the search fast; the variable
# is read backwards from there.
_BEGINNINGS = (
    re.compile(
        r"=\s*+(?:JSON\.parse\(\s*+(?=[\"'`])|(?=[\"']\s*+[{\[]\s*+[\"{\[\\])|(?=[{\[]\s*+[\"'\w{\[]))"
    ),
    re.compile(r"\.push\(\s*+(?=[{\[])"),
    re.compile(r"setTargeting\(\s*+[\"']([^\"']{1,80})[\"']\s*+,\s*+(?=[\"'\[\d])"),
)
_CALL = re.compile(  # the first words of a script
    r"\s*+([A-Za-z_$][\w$.]{1,80})\(\s*+(?=[{\[]\s*+[\"'\w{\[])"
)
_VARIABLE = re.compile(
    r"(?P<said>\b(?:var|let|const)\s+|\b(?:window|self|globalThis)\s*(?:\.|\[\s*[\"']))?"
    r"(?P<name>[A-Za-z_$][\w$.]{0,80})(?:[\"']\s*\])?\s*(?:\|\|\s*\[\s*\]\s*\))?\s*$"
)
_STRICT = re.compile(r"[{\[]\s*+[\"{\[\d]")
_SAID = re.compile(r"\b(?:var|let|const|window|self|globalThis)\b")
_BEFORE = 120  # characters in which a variable is named


class _Statement(NamedTuple):
    """The beginning of one statement: which variable, how it gets its value, where that stands."""

    name: str
    how: str
    start: int


def values(script: str) -> dict[str, object]:
    """What a script assigns, by variable; pushes are lists, ad targeting is `setTargeting`."""
    found: dict[str, object] = {}
    script = storable(script[:MOST])
    begins = [begin for pattern in _BEGINNINGS for begin in pattern.finditer(script)]
    called = _CALL.match(script)
    if called and all(begin.end() != called.end() for begin in begins):
        begins.append(called)
    at = spent = count = 0
    for begin in sorted(begins, key=re.Match.start):
        if begin.start() < at or count >= STATEMENTS or spent > LITERAL * 3:
            continue
        if statement := _statement(script, begin):
            value, end = _value(script, statement)
            count += _put(found, statement, value)
            spent += 0 if value else end - statement.start
            at = end if value else statement.start
    return found


def _statement(script: str, begin: re.Match[str]) -> _Statement | None:
    """The statement; None for code: what is no JSON counts only where declared or pushed."""
    how, start = begin[0], begin.start()
    if begin.re is _CALL:
        return _Statement(begin[1], "", begin.end())
    if how.startswith("setTargeting"):
        return _Statement(begin[1], how, begin.end())
    before = script[max(0, start - _BEFORE) : start]
    loose = how[-1] == "=" and not _STRICT.match(script, begin.end())
    if loose and not _SAID.search(before):
        return None
    found = _VARIABLE.search(before)
    if found is None or (loose and not found["said"]):
        return None
    return _Statement(found["name"], how, begin.end())


def _put(found: dict[str, object], statement: _Statement, value: object) -> bool:
    """Keep the value of one statement; whether there was any."""
    if not value:
        return False
    if statement.how.startswith("setTargeting"):
        targeting = found.setdefault("setTargeting", {})
        if isinstance(targeting, dict):
            targeting[statement.name] = value
    elif statement.how.startswith(".push"):
        pushes = found.setdefault(statement.name, [])
        if isinstance(pushes, list):
            pushes.append(value)
    else:
        found[statement.name] = value
    return True


def _value(script: str, statement: _Statement) -> tuple[object, int]:
    """The value that stands after a statement's beginning, and where it ends."""
    start = statement.start
    quoted = statement.how.startswith("=") and script[start] in "\"'`"
    if quoted:
        text = literal.read(script, start)
        return nested(text.value) if isinstance(text.value, str) else None, text.end
    if _STRICT.match(script, start):
        tree, end = chunk(script, start)
        return tree.value, end
    value = literal.read(script[: start + LITERAL], start)
    return value.value if value.whole else None, value.end
