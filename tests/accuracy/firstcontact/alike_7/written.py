"""Look-alikes as data: a frame and one row a word, each table of the TOML files a shape.

In frames and rows `$v` is the word, `$s` its address part, `$i` its number from 1, `$l` a line of
running text and `$$` a dollar. An answer whose `url` is asked for JSON joins its rows by commas.
"""

import tomllib
from collections.abc import Callable, Mapping
from html import escape
from pathlib import Path
from string import Template

from tests.accuracy.firstcontact.kit import Answer, Say, answer, page, shape, slug

HERE = Path(__file__).parent


class Marked(Template):
    """A template whose marks are one letter, so that digits may follow."""

    idpattern = "rows|[vsil]"


def _body(say: Say, it: Mapping, *, markup: bool) -> str:
    words = (escape(word) if markup else word for word in it["words"])
    rows = (
        Marked(it["row"]).substitute(v=word, s=slug(word), i=i, l=say.line())
        for i, word in enumerate(words, 1)
    )
    frame = {"rows": ("" if markup else ",").join(rows), "l": say.line()}
    return Marked(it["frame"]).substitute(frame)


def _page(it: Mapping) -> Callable[[Say], Answer]:
    return shape(it["lang"])(
        lambda say: page(f"https://{it['url']}", _body(say, it, markup=True), say=say)
    )


def _answer(it: Mapping) -> Callable[[Say], Answer]:
    return shape(it["lang"])(
        lambda say: answer(
            f"https://{it['url']}",
            "application/json; charset=utf-8",
            _body(say, it, markup=False),
        )
    )


for _file, _made in (("pages.toml", _page), ("doings.toml", _page), ("answers.toml", _answer)):
    for _name, _it in tomllib.loads((HERE / _file).read_text("utf-8")).items():
        globals()[_name] = _made(_it)
