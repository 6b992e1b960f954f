"""Why an answer cannot be compared: by its structure, never by its words.

What a stranger got instead of the page (a sign-in page, a challenge, an error, a start page with
next to nothing in it) is missing, not different.
"""

import re

_PASSWORD = re.compile(r"<input\b[^>]*\btype\s*=\s*[\"']?password", re.IGNORECASE)
_LINK = re.compile(r"<a\b[^>]*\bhref", re.IGNORECASE)
_FORM = re.compile(r"<(?:form|button|iframe)\b", re.IGNORECASE)
_FEW_LINKS = 8
_REFUSED = frozenset({403, 429, 503})
_LEAST_SHARE = 4
"""A list of less than a quarter of the other's entries is not the same list."""


def why_not(status: int, body: str) -> str:
    """What came instead of the list that is missing in an answer, in words."""
    if status == 0:
        return "no answer"
    if status == 401 or _PASSWORD.search(body):
        return "a sign-in page"
    if status in _REFUSED:
        return f"a challenge or a refusal ({status})"
    if status >= 300:
        return f"another answer than the page ({status})"
    if _FORM.search(body) and len(_LINK.findall(body)) < _FEW_LINKS:
        return "a page that first asks for something"
    return "a page of another structure"


def alike(one: int, other: int) -> bool:
    """Whether lists of so many entries can be the same list at all."""
    return min(one, other) * _LEAST_SHARE >= max(one, other)
