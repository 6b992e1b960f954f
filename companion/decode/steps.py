"""The words of a locator: where in an exchange a thing stands, so that a person finds it by hand.

Steps are joined by ` >> `: a JSON Pointer, a CSS selector, `query:NAME`, `cookie:NAME`,
`header:NAME`, `path:N`, `form:NAME`, `part:NAME`, `line:N`, `event:N`, `ws:N`, `flight:ID`,
`jwt:payload`, `b64`, `gzip`, `zlib`, `zstd`, `protobuf`, `msgpack`, `url`, `template`, `astro`
(properties as their component gets them). Ordinals count from 0. The second of several
values under one name is `NAME#2`. A ` >> ` within a name or key is written ` ~2 `.
"""

from collections.abc import Iterable

JOINT = " >> "


def join(*steps: str) -> str:
    """One locator from its steps; empty steps (the whole of what stands before) fall away."""
    return JOINT.join(step for step in steps if step)


def split(locator: str) -> tuple[str, ...]:
    """The steps of a locator."""
    return tuple(locator.split(JOINT)) if locator else ()


def pointer(*keys: object) -> str:
    """A JSON Pointer (RFC 6901) from keys and indices; "" for none."""
    return "".join(f"/{escape(str(key))}" for key in keys)


def escape(key: str) -> str:
    """A key as it stands in a pointer."""
    if key.isalnum() and key.isascii():
        return key
    return key.replace("~", "~0").replace("/", "~1").replace(JOINT, " ~2 ")


def name(kind: str, word: object) -> str:
    """A named step, such as `query:uid`."""
    step = f"{kind}:{word}"
    return step.replace(JOINT, " ~2 ") if JOINT in step else step


def numbered(kind: str, pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str, str]]:
    """Each (name, value) pair with its step; names that come again get `#2`, `#3`, ..."""
    seen: dict[str, int] = {}
    found = []
    for word, value in pairs:
        step = name(kind, word)
        if word in seen:
            seen[word] += 1
            step = f"{step}#{seen[word]}"
        else:
            seen[word] = 1
        found.append((step, word, value))
    return found


def clean(text: str) -> str:
    """`text` without lone surrogates, which no file or database can hold."""
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
