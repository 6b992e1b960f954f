"""The forms in which lists are published, read into companies with the domains they operate."""

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

MOST = 100_000  # companies of one list
_NAME_LENGTH = 100

type Companies = Mapping[str, tuple[str, ...]]  # domains by name of company


def entities(content: bytes) -> Companies:
    """`{NAME: {"properties": [domain], "resources": [domain], "displayName": …}}`.

    Also inside `{"entities": …}`: how Disconnect and Tracker Radar publish who owns what.

    Raises:
        ValueError: the content is no such list.
    """
    data = json.loads(content)
    if isinstance(data, dict) and isinstance(data.get("entities"), dict):
        data = data["entities"]
    if not isinstance(data, dict):
        raise ValueError("no table of companies")
    found: dict[str, tuple[str, ...]] = {}
    for name, about in list(data.items())[:MOST]:
        if isinstance(about, dict) and (domains := _domains(about)):
            shown = _plain(str(about.get("displayName") or name))
            found[shown] = tuple(dict.fromkeys(found.get(shown, ()) + domains))
    if not found:
        raise ValueError("no company with a domain")
    return found


def _plain(name: str) -> str:
    """A name as one short line of text."""
    return "".join(it for it in " ".join(name.split()) if it.isprintable())[:_NAME_LENGTH]


def _domains(about: dict[str, Any]) -> tuple[str, ...]:
    lists = (about.get(key) for key in ("properties", "resources"))
    named = (it for one in lists if isinstance(one, list) for it in one)
    return tuple(it.strip().lower() for it in named if isinstance(it, str) and "." in it)


FORMS: Mapping[str, Callable[[bytes], Companies]] = MappingProxyType({"entities": entities})
