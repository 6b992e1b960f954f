"""Words as a person reads them: markup and character references inside values are undone."""

import re
import warnings

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning

_MARKUP = re.compile(r"<[a-zA-Z/!]|&(?:#?\w{2,8});")
_LONGEST = 600


def plain(text: str) -> str:
    """A value's words on one line, at most 600 characters of them."""
    if _MARKUP.search(text):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
            text = BeautifulSoup(text[: 4 * _LONGEST], "html.parser").get_text()
    return " ".join(text.split())[:_LONGEST]
