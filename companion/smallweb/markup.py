"""HTML from nested calls: text is escaped, markup is known by its type."""

import json
from html import escape


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


_VOID = {"br", "img", "input", "link", "meta"}


def tag(name: str, /, *children: str, **attributes: str | bool | None) -> Markup:
    """An element; `class_` and `data_x` mean `class` and `data-x`, None and False are left out."""
    opening = f"<{name}{''.join(_attribute(n, v) for n, v in attributes.items())}>"
    return Markup(opening if name in _VOID else f"{opening}{join(*children)}</{name}>")


def join(*parts: str) -> Markup:
    """Parts one after the other; what is not markup is escaped."""
    return Markup("".join(p if isinstance(p, Markup) else escape(p, quote=False) for p in parts))


def state(name: str, value: object, kind: str = "json", **attributes: str) -> Markup:
    """A script element of JSON that a page brings along; `name` is its id, `kind` its type."""
    text = Markup(json.dumps(value, ensure_ascii=False).replace("<", "\\u003c"))
    return tag("script", text, id=name, type=f"application/{kind}", **attributes)


def _attribute(name: str, value: str | bool | None) -> str:
    if value is None or value is False:
        return ""
    name = name.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(str(value))}"'
