"""Which lists may be fetched: where they are, under which licence, and how they are checked."""

import re
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from companion.errors import UnreadableInput
from companion.update.forms import FORMS

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,40}")
_MAY_LACK = frozenset({"sha256", "taxonomy"})
_DIGEST = re.compile(r"([0-9a-f]{64})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A list that others publish.

    `reads` names its form, `sha256` is empty where it may change, `taxonomy` is the number
    (`segtax`) under which bid requests name the taxonomy it is of.
    """

    name: str
    title: str
    url: str
    licence: str
    licence_url: str
    attribution: str
    reads: str
    sha256: str = ""
    taxonomy: str = ""


def sources(path: Path | None = None) -> tuple[Source, ...]:
    """The lists of a TOML file; those known to us when none is named.

    Raises:
        UnreadableInput: the file is no TOML or names a list in a way that can't be used.
    """
    place = path or Path(__file__).with_name("sources.toml")
    try:
        data = tomllib.loads(place.read_text("utf-8"))
    except OSError as error:
        raise UnreadableInput(f"{place} can't be read ({error.strerror}): name another") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UnreadableInput(f"{place} is not valid TOML ({error}): mend it") from error
    entries = data.get("list", [])
    if not isinstance(entries, list):
        raise UnreadableInput(f"{place}: lists are written as [[list]]")
    return tuple(_source(place, entry) for entry in entries)


def _source(place: Path, entry: Any) -> Source:
    known = {it.name for it in fields(Source)}
    if not isinstance(entry, dict) or not all(isinstance(it, str) for it in entry.values()):
        raise UnreadableInput(f"{place}: a list is a table of texts")
    if wrong := (known - _MAY_LACK - entry.keys()) | (entry.keys() - known):
        raise UnreadableInput(
            f"{place}: {', '.join(sorted(wrong))} is missing or unknown in a list"
        )
    made = Source(**entry)
    if not _NAME.fullmatch(made.name):
        raise UnreadableInput(f"{place}: {made.name!r} is no name: use a-z, 0-9 and -")
    if made.reads not in FORMS:
        raise UnreadableInput(
            f"{place}: {made.name} reads {made.reads!r}: known is {', '.join(FORMS)}"
        )
    if not _DIGEST.fullmatch(made.sha256):
        raise UnreadableInput(f"{place}: the sha256 of {made.name} must be 64 hex digits")
    return made
