"""A document that may be given away: identifiers masked, addresses without their query."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from companion.report.people import of_people, without_account, without_people
from companion.topics.table import weight_of

type Json = dict[str, Any]

_ADDRESS = re.compile(r"https?://[^\s\"'<>]+")
_LONG = re.compile(r"[A-Za-z0-9_=.~%-]{10,}")
_DATE = re.compile(r"\d{4}-\d\d-\d\d(T[\d:.Z+-]*)?")
_PART = re.compile(r"[-_=~%.]+")
_DIGITS = 6
_OPAQUE = 20
_ABOUT_A_PERSON = ("identifier", "pii", "location")
_OURS = frozenset(
    {
        *("id", "exchange", "signal", "slate", "act", "finding", "continues"),
        *("kind", "rule", "route", "remedies", "detector", "visitor", "party", "site"),
        *("seen_at", "first_seen", "last_seen", "generated_at", "due", "at"),
    }
)
"""Fields with our own words, ids and times, and hosts: nothing in them says who the person is."""


def share_safe(document: Json) -> Json:
    """A copy that says what was found, but not about whom.

    Identifiers and sensitive labels are masked, queries dropped; what the person typed and read,
    which parts of their life it belongs to where that is sensitive, and the names in lists of
    people are left out; every other text is looked through for all of it.
    """
    lives = document.get("contexts", [])
    private = {one["name"] for one in lives if one["sensitive"]}
    shared = document | {"contexts": [one for one in lives if not one["sensitive"]]}
    return {
        name: [_RULES.get(name, _texts)(_public(entry, private)) for entry in value]
        if isinstance(value, list)
        else value
        for name, value in shared.items()
    }


def _public(one: Json, private: set[str]) -> Json:
    """An entry without the sensitive parts of life that it belongs to."""
    if one.get("context") in private:
        one = one | {"context": None}
    if "contexts" in one:
        one = one | {"contexts": [name for name in one["contexts"] if name not in private]}
    return one


def masked(value: str) -> str:
    """The first four and last two characters, as lists on screen show identifiers."""
    return f"{value[:4]}…{value[-2:]}" if len(value) > 8 else "…"


def looked_through(text: str) -> str:
    """A text with addresses bare, and masked whatever looks like an identifier."""
    return masked_words(_ADDRESS.sub(lambda found: bare(found[0]), text))


def masked_words(text: str) -> str:
    """A text without what tells of people, and everything that looks like an identifier masked."""
    return _LONG.sub(_masked_if_opaque, without_people(text))


def _masked_if_opaque(found: re.Match[str]) -> str:
    """A run of characters that looks like an identifier is masked; words, hosts and dates stay."""
    run = found[0]
    if _DATE.fullmatch(run):
        return run
    many_digits = sum(map(str.isdigit, run)) >= _DIGITS
    unbroken = len(run) >= _OPAQUE and "." not in run and not _reads(run)
    return masked(run) if many_digits or unbroken else run


def _reads(run: str) -> bool:
    """Whether it is made of short words, as the end of an article's address is."""
    return all(
        len(part) < _OPAQUE and (part.isdigit() or part.istitle() or part.islower())
        for part in _PART.split(run)
        if part
    )


def bare(url: str) -> str:
    """An address without user, query, fragment and accounts, its opaque path parts masked."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "…"
    host = parts.hostname or ""
    path = masked_words(without_account(parts.path))
    return urlunsplit((parts.scheme, host, path, "", ""))


def _exchange(one: Json) -> Json:
    """Which page of a site was opened is what the person read; what others were sent is not."""
    url = bare(one["url"])
    if one["party"] == one["site"]:
        url = urlunsplit((*urlsplit(url)[:2], "/…", "", ""))
    return one | {"url": url, "origin_file": None}


def _signal(one: Json) -> Json:
    value = one["value"]
    if one["sensitive"] or one["kind"] in _ABOUT_A_PERSON:
        value = [_veiled(part) for part in value] if isinstance(value, list) else _veiled(value)
    return _texts(one | {"value": value})


def _veiled(value: str) -> str:
    """Masked, but for the name of a seed, which stands there in its place."""
    return value if value.startswith("seed:") else masked(value)


def _act(one: Json) -> Json:
    """What the person typed and read is theirs: only the sort of act, where and when."""
    return _texts(one | {"text": "…", "topics": _open(one["topics"])})


def _slate(one: Json) -> Json:
    people = of_people(one["heading"])
    items = [_nobody(entry) if people else entry for entry in one["items"]]
    items = [
        entry
        | {
            "url": bare(entry["url"]) if entry["url"] else None,
            "item": _item(entry["item"]),
            "topics": _open(entry["topics"]),
        }
        for entry in items
    ]
    return _texts(one | {"items": items})


def _nobody(entry: Json) -> Json:
    """An entry of a list of people: only that there was one."""
    return entry | {"title": "…", "item": "…", "url": None, "reason": None}


def _contest(one: Json) -> Json:
    """A case without what was written in it."""
    return one | {"events": [event | {"note": "…"} for event in one["events"]]}


def _open(topics: list[str]) -> list[str]:
    """Topics without the sensitive ones, which never leave the machine."""
    return [name for name in topics if not weight_of(name)]


def _offer(one: Json) -> Json:
    return _texts(one | {"item": _item(one["item"])})


def _item(key: str) -> str:
    return bare(key) if key.startswith(("http://", "https://")) else key


def _texts(one: Json) -> Json:
    return {name: value if name in _OURS else _look(value) for name, value in one.items()}


def _look(value: Any) -> Any:
    match value:
        case str():
            return looked_through(value)
        case list():
            return [_look(part) for part in value]
        case dict():
            return _texts(value)
    return value


_RULES: dict[str, Callable[[Json], Json]] = {
    "exchanges": _exchange,
    "acts": _act,
    "signals": _signal,
    "slates": _slate,
    "offers": _offer,
    "contests": _contest,
}
